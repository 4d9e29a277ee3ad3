import { posix } from "node:path";
import type { Ecart } from "./ecart.ts";
import { type Synonyme, synonymeDans } from "./glossaire.ts";
import { ligneDe, type ModuleLu, type Noeud, parcourir } from "./module-lu.ts";

const FICHIER = /^([A-E]\d\d-)?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)+$/;
const ASCII = /^[\x20-\x7e]*$/;

/** Nodes whose `key` or `id` declares a name of ours, as against a name that a library gave. */
const DECLARATIONS: Readonly<Record<string, string>> = {
  VariableDeclarator: "id",
  FunctionDeclaration: "id",
  ClassDeclaration: "id",
  TSTypeAliasDeclaration: "id",
  TSInterfaceDeclaration: "id",
  TSPropertySignature: "key",
  TSMethodSignature: "key",
  PropertyDefinition: "key",
  MethodDefinition: "key",
  ArrayPattern: "elements",
  AssignmentPattern: "left",
  RestElement: "argument",
};

function declare(parent: Noeud | null, cle: string): boolean {
  return parent !== null && (DECLARATIONS[parent.type] === cle || cle === "params");
}

function phraseDuSynonyme({ interdit, motDuCode }: Synonyme): string {
  return `One thing, one word (GLOSSAIRE.md): not « ${interdit} » but « ${motDuCode} ».`;
}

/**
 * Identifiers: no accent, but in the keys of data that a test writes; no forbidden synonym among the names that a file
 * of `src/` declares.
 */
export function verifierIdentifiants(m: ModuleLu, synonymes: readonly Synonyme[]): Ecart[] {
  const ecarts: Ecart[] = [];
  const noter = (n: Noeud, phrase: string) =>
    ecarts.push({ fichier: m.chemin, ligne: ligneDe(m.texte, n.start), phrase });
  parcourir(m.programme, (n, parent, cle) => {
    if (typeof n.name !== "string" || !/^(JSX|Private)?Identifier$/.test(n.type)) return;
    if (!ASCII.test(n.name) && !(m.estTest && cle === "key"))
      noter(n, `No accent in an identifier: « ${n.name} ».`);
    if (m.estTest || !m.chemin.startsWith("src/") || !declare(parent, cle)) return;
    const synonyme = synonymeDans(n.name, synonymes);
    if (synonyme !== undefined) noter(n, `« ${n.name} »: ${phraseDuSynonyme(synonyme)}`);
  });
  return ecarts;
}

/** Names of files under `src/`: kebab-case in ASCII (a rule begins with its id), without a forbidden synonym. */
export function verifierNomDeFichier(chemin: string, synonymes: readonly Synonyme[]): Ecart[] {
  const nom = posix.basename(chemin);
  if (!FICHIER.test(nom)) {
    return [{ fichier: chemin, ligne: 1, phrase: "A file is named in kebab-case, without accents." }];
  }
  const synonyme = synonymeDans(nom.replace(/\..*$/, ""), synonymes);
  return synonyme === undefined ? [] : [{ fichier: chemin, ligne: 1, phrase: phraseDuSynonyme(synonyme) }];
}
