import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { ouvrirSceaux } from "../../src/sceau/sceaux.ts";
import { ouvrirBase } from "../../src/store/connexion.ts";
import { tournerSignature } from "../../src/usecases/cles/tourner-signature.ts";
import { tournerEnveloppes } from "../../src/usecases/destruction/tourner-les-cles.ts";
import type { Maison } from "../../src/usecases/maison.ts";
import type { Instant } from "../../src/values/instant.ts";
import { coffreDeSceaux } from "../../src/vault/coffre-de-sceaux.ts";
import { ouvrirTrousseau } from "../../src/vault/trousseau.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";

/**
 * A process that turns a key, or the outer keys when it is given no organisation, and is killed on the way: `etape` is the name of a writing of the keyring, and `quand` whether
 * it dies before or after it.
 */
const [poolConfig, organismeId, dossier, etape, quand] = JSON.parse(process.argv[2] ?? "[]");
const trousseau = await ouvrirTrousseau(join(dossier, "trousseau.json"), true);

const mourir = (): never => {
  process.kill(process.pid, "SIGKILL");
  throw new Error("still alive");
};
const mortel = new Proxy(trousseau, {
  get: (cible, nom: keyof typeof trousseau) => {
    const methode = cible[nom];
    if (nom !== etape || typeof methode !== "function") return methode;
    return async (...args: unknown[]) => {
      if (quand === "avant") mourir();
      await (methode as (...a: unknown[]) => unknown)(...args);
      mourir();
    };
  },
});
const maison: Maison = {
  base: ouvrirBase({ poolConfig, hasher: hasherNode, journalise: () => undefined }),
  trousseau: mortel,
  hasher: hasherNode,
  sceaux: ouvrirSceaux(join(dossier, "sceaux"), coffreDeSceaux(mortel)),
  horodateur: null,
  horloge: () => new Date().toISOString() as Instant,
  nouvelId: randomUUID,
};
await (organismeId === null ? tournerEnveloppes(maison) : tournerSignature(maison, organismeId));
