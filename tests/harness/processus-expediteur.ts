import { randomUUID } from "node:crypto";
import { dirname, join } from "node:path";
import { postierSmtp } from "../../src/mail/postier-smtp.ts";
import { ouvrirSceaux } from "../../src/sceau/sceaux.ts";
import { ouvrirBase } from "../../src/store/connexion.ts";
import type { Maison } from "../../src/usecases/maison.ts";
import { envoyerMessages } from "../../src/usecases/messages/envoyer-messages.ts";
import { parseExpediteur } from "../../src/values/adresse-courriel.ts";
import type { Instant } from "../../src/values/instant.ts";
import { coffreDeSceaux } from "../../src/vault/coffre-de-sceaux.ts";
import { ouvrirTrousseau } from "../../src/vault/trousseau.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";

/**
 * One of several processes that send. With `tenir` it says « remis » once the server has taken a message, and closes
 * nothing: it waits to be killed. Otherwise it sends all that waits and prints how many it carried.
 */
const { poolConfig, trousseau, serveur, maintenant, tenir } = JSON.parse(process.argv[2] ?? "{}");
const base = ouvrirBase({ poolConfig, hasher: hasherNode, connexions: 2, journalise: () => undefined });
const ouvert = await ouvrirTrousseau(trousseau);
const maison: Maison = {
  base,
  trousseau: ouvert,
  hasher: hasherNode,
  sceaux: ouvrirSceaux(join(dirname(trousseau), "sceaux"), coffreDeSceaux(ouvert)),
  horodateur: null,
  horloge: () => maintenant as Instant,
  nouvelId: randomUUID,
};
const postier = postierSmtp(serveur);
let portes = 0;
const courrier = {
  postier: {
    envoyer: async (courriel: Parameters<typeof postier.envoyer>[0]) => {
      const envoi = await postier.envoyer(courriel);
      portes += 1;
      if (!tenir) return envoi;
      process.stdout.write("remis\n");
      return await new Promise<never>(() => undefined);
    },
  },
  expediteur: parseExpediteur("courrier@horizon.example"),
  url: "https://probant.example",
  imprimer: async () => new Uint8Array(),
};
await envoyerMessages(maison, courrier, { arrete: () => false, journalise: () => undefined });
await base.fermer();
process.stdout.write(String(portes));
