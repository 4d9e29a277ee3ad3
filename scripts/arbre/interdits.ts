import type { Ecart } from "./ecart.ts";
import { ligneDe, type ModuleLu, parcourir } from "./module-lu.ts";

const NOEUDS: Readonly<Record<string, string>> = {
  TSAnyKeyword: "No « any »: say the type, or « unknown » and read it.",
  TSEnumDeclaration: "No enum: a union of texts says the same and leaves nothing at run time.",
};
const COMMENTAIRES: readonly [RegExp, string][] = [
  [/@ts-(ignore|expect-error|nocheck)/, "No silenced compiler: correct the type."],
  [/\b(TODO|FIXME|XXX)\b/, "Nothing left to do in a comment: do it, or open an issue."],
];

/** What the compiler would accept and a reader would not: any, silenced errors, enum, namespace, things left to do. */
export function verifierInterdits(m: ModuleLu): Ecart[] {
  const ecarts: Ecart[] = [];
  const noter = (position: number, phrase: string) =>
    ecarts.push({ fichier: m.chemin, ligne: ligneDe(m.texte, position), phrase });
  parcourir(m.programme, (n) => {
    const phrase = NOEUDS[n.type];
    if (phrase !== undefined) noter(n.start, phrase);
    if (n.type === "TSModuleDeclaration" && n.kind === "namespace") {
      noter(n.start, "No namespace: a file is one.");
    }
  });
  for (const c of m.commentaires) {
    for (const [forme, phrase] of COMMENTAIRES) if (forme.test(c.value)) noter(c.start, phrase);
  }
  return ecarts;
}
