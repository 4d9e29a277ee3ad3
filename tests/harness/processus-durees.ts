import { randomUUID } from "node:crypto";
import { ouvrirComptes } from "../../src/auth/comptes.ts";
import { ouvrirSceaux } from "../../src/sceau/sceaux.ts";
import { ouvrirBase } from "../../src/store/connexion.ts";
import { tenirLesDurees } from "../../src/usecases/durees/tenir-les-durees.ts";
import { ouvrirTrousseau } from "../../src/vault/trousseau.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";
import { faireEchouer } from "./ligne-coupee.ts";

/** One turn of the clock of retention, killed at its n-th statement; prints what it did when it got to its end. */
const [poolConfig, cheminDuTrousseau, instant, n] = JSON.parse(process.argv[2] ?? "[]");
const base = ouvrirBase({ poolConfig, hasher: hasherNode, connexions: 4, journalise: () => undefined });
const trousseau = await ouvrirTrousseau(cheminDuTrousseau, true);
const { pool } = faireEchouer(base.pool, n, () => process.kill(process.pid, "SIGKILL"));
const maison = {
  base: { ...base, pool },
  trousseau,
  hasher: hasherNode,
  sceaux: ouvrirSceaux(`${cheminDuTrousseau}.sceaux`),
  horodateur: null,
  horloge: () => instant,
  nouvelId: randomUUID,
};
const comptes = ouvrirComptes({
  pool: base.pool,
  secret: trousseau.secretDeSession(),
  url: "http://127.0.0.1:4180",
});
process.stdout.write(JSON.stringify(await tenirLesDurees(maison, comptes)));
await base.fermer();
