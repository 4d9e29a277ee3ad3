import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ecrireSchema, SCHEMAS } from "../src/cli/formats/schemas.ts";

/** `npm run schemas`: writes `schemas/` anew from the types. */
const dossier = fileURLToPath(new URL("../schemas/", import.meta.url));
mkdirSync(dossier, { recursive: true });
for (const ancien of readdirSync(dossier)) if (!Object.hasOwn(SCHEMAS, ancien)) rmSync(`${dossier}${ancien}`);
for (const [nom, schema] of Object.entries(SCHEMAS)) writeFileSync(`${dossier}${nom}`, ecrireSchema(schema));
process.stdout.write(`${Object.keys(SCHEMAS).length} schémas écrits dans schemas/.\n`);
