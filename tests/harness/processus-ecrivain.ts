import { ouvrirBase } from "../../src/store/connexion.ts";
import { sequencerTout } from "../../src/store/journal/sequencer.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";
import { ajouterUnFait } from "./ecritures.ts";

/**
 * One of several processes that write at once: two writers, each adding facts to the given dossiers in turn and trying
 * again after a conflict, and a sequencer beside them. Prints `{ ecrits, conflits, places }` and ends.
 */
const [poolConfig, organismeId, dossiers, parAuteur] = JSON.parse(process.argv[2] ?? "[]");
const base = ouvrirBase({ poolConfig, hasher: hasherNode, connexions: 4, journalise: () => undefined });
let [ecrits, conflits, places] = [0, 0, 0];

async function auteur(rang: number): Promise<void> {
  for (let i = 0; i < parAuteur; i += 1) {
    const dossierId = dossiers[(i + rang) % dossiers.length];
    while (!(await ajouterUnFait(base, organismeId, dossierId)).ecrit) conflits += 1;
    ecrits += 1;
  }
}

let fini = false;
async function sequenceur(): Promise<void> {
  while (!fini) places += await sequencerTout(base);
}

const auteurs = Promise.all([auteur(0), auteur(1)]);
const suite = sequenceur();
await auteurs;
fini = true;
await suite;
await base.fermer();
process.stdout.write(JSON.stringify({ ecrits, conflits, places }));
