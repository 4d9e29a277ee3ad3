import { fileURLToPath } from "node:url";
import { formatEcart } from "./arbre/ecart.ts";
import { verifierArbre } from "./arbre/verifier.ts";

/** `node scripts/verifier-arbre.ts`: one line per place that breaks a rule of the tree; 1 when there is any. */
const ecarts = verifierArbre(fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, ""));
for (const ecart of ecarts) console.error(formatEcart(ecart));
process.exitCode = ecarts.length === 0 ? 0 : 1;
