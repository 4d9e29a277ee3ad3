// Prints the sample of every paper into a folder, to look at them: `node scripts/apercu-documents.ts [folder]`.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { EXEMPLES } from "../src/documents/exemples.ts";
import { ouvrirMoteur } from "../src/documents/moteur/moteur.ts";

const dossier = process.argv[2] ?? "apercu-documents.tmp";
await mkdir(dossier, { recursive: true });
const moteur = ouvrirMoteur({ worker: new URL("../src/documents/moteur/worker.ts", import.meta.url) });
for (const exemple of EXEMPLES) {
  const composition = exemple.composer();
  if (!composition.ok) throw new Error(`${exemple.nom} : ${composition.refus.join(" ")}`);
  const fichier = join(dossier, `${exemple.nom}.pdf`);
  const debut = performance.now();
  const pdf = await moteur.imprimer(composition.document);
  await writeFile(fichier, pdf);
  console.log(`${fichier}  ${pdf.length} octets, ${(performance.now() - debut).toFixed(0)} ms`);
}
await moteur.fermer();
