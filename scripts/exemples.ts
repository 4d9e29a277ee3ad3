import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { fichiersDExemples } from "../tests/cases/fichiers.ts";

/** `npm run exemples`: writes `exemples/` anew from the stories of `tests/cases/`. */
const dossier = fileURLToPath(new URL("../exemples/", import.meta.url));
const fichiers = fichiersDExemples();
mkdirSync(dossier, { recursive: true });
for (const ancien of readdirSync(dossier)) if (!fichiers.has(ancien)) rmSync(`${dossier}${ancien}`);
for (const [nom, texte] of fichiers) writeFileSync(`${dossier}${nom}`, texte);
process.stdout.write(`${fichiers.size} fichiers écrits dans exemples/.\n`);
