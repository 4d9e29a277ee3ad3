import { randomBytes } from "node:crypto";
import { closeSync, openSync, rmSync, statSync, truncateSync, writeSync } from "node:fs";
import { join } from "node:path";
import { ouvrirBase, transaction } from "../../src/store/connexion.ts";
import { lireDossier } from "../../src/store/dossier/dossiers.ts";
import { verifierJournal } from "../../src/store/journal/verifier-journal.ts";
import { migrer } from "../../src/store/migrer.ts";
import { creerOrganisme } from "../../src/store/organisme/organismes.ts";
import { phraseDePanne } from "../../src/store/pannes.ts";
import { ouvrirPostgres } from "../../src/store/postgres/ouvrir-postgres.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";
import { ajouterUnFait, CLE_JOURNAL, CLE_PREUVE, ecrireDossier } from "./ecritures.ts";

/**
 * Fills the small disk that it is given but for some bytes, writes facts until the database has no room, makes room and
 * writes again.
 * Prints what was refused, how many facts were acknowledged and how many are there at the end.
 */
const [dossierDonnees = "", origine, libre, jusqua] = process.argv.slice(2);
const ORGANISME = "5a1f0c1e-0000-4000-8000-000000000002";
const messages: string[] = [];
const postgres = await ouvrirPostgres({
  dossierDonnees,
  origine: origine === "machine" ? "machine" : "embarque",
  journalise: (message) => messages.push(message),
});
await migrer(postgres.poolConfig);
const base = ouvrirBase({ poolConfig: postgres.poolConfig, hasher: hasherNode, journalise: () => undefined });
const dossierId = await transaction(base, ORGANISME, async (tx) => {
  await creerOrganisme(tx, { nom: "Cabinet fictif" });
  return ecrireDossier(tx, 0);
});
const lest = join(dossierDonnees, "lest");
remplir(lest);
truncateSync(lest, Math.max(0, statSync(lest).size - Number(libre)));

let acquis = 0;
let refus: string | undefined;
const note = () => randomBytes(20_000).toString("hex");
for (;;) {
  const erreur = await ajouterUnFait(base, ORGANISME, dossierId, note()).then(
    () => undefined,
    (e: unknown) => e,
  );
  if (erreur === undefined) {
    acquis += 1;
    continue;
  }
  const phrase = phraseDePanne(erreur);
  if (phrase === undefined) throw erreur;
  refus ??= phrase;
  // One act refused is enough, or the server itself must be unable to start again.
  if (jusqua === "refus" || postgres.etat() === "disque_plein") break;
}
rmSync(lest);
let apres = false;
while (!apres) {
  try {
    apres = (await ajouterUnFait(base, ORGANISME, dossierId)).ecrit;
  } catch (erreur) {
    if (phraseDePanne(erreur) === undefined) throw erreur;
  }
}
const bilan = await transaction(base, ORGANISME, async (tx) => ({
  lus: (await lireDossier(tx, { id: dossierId }))!.faits.length,
  ...(await verifierJournal(tx, { cle: CLE_JOURNAL, clePreuve: async () => CLE_PREUVE })),
}));
await base.fermer();
await postgres.arreter();
const relus = bilan.lus - 1;
process.stdout.write(JSON.stringify({ refus, acquis, relus, apres, constats: bilan.constats, messages }));

/** Writes until the disk takes no more byte. */
function remplir(chemin: string): void {
  const fichier = openSync(chemin, "w");
  for (let morceau = 1 << 20; morceau >= 1; ) {
    try {
      if (writeSync(fichier, Buffer.alloc(morceau)) < morceau) morceau >>= 1;
    } catch {
      morceau >>= 1;
    }
  }
  closeSync(fichier);
}
