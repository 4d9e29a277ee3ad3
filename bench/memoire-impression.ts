// Run by `lignes/imprimer-un-pdf.ts` in a process of its own: what printing adds to the memory of a process, in
// megabytes, at its highest over the given number of documents.
import { ouvrirMoteur } from "../src/documents/moteur/moteur.ts";
import { documentDeSuivi } from "./document-mesure.ts";
import { pss } from "./memoire.ts";

const documents = Array.from({ length: Number(process.argv[2]) }, (_, n) => documentDeSuivi(n));
const avant = pss([process.pid]);
let plusHaut = 0;
const moteur = ouvrirMoteur({ worker: new URL("../src/documents/moteur/worker.ts", import.meta.url) });
for (const document of documents) {
  await moteur.imprimer(document);
  plusHaut = Math.max(plusHaut, pss([process.pid]) - avant);
}
await moteur.fermer();
process.stdout.write(String(plusHaut));
