import { posix } from "node:path";
import { type ModuleLu, type Noeud, parcourir } from "./module-lu.ts";

export interface Import {
  /** A path from the root of the repository, or the name of a package (`node:fs`, `zod`, `@noble/hashes`). */
  cible: string;
  interne: boolean;
  typeSeul: boolean;
  position: number;
}

function typeSeul(n: Noeud): boolean {
  if (n.importKind === "type" || n.exportKind === "type") return true;
  const noms = n.specifiers as Noeud[] | undefined;
  return (
    noms !== undefined &&
    noms.length > 0 &&
    noms.every((s) => s.importKind === "type" || s.exportKind === "type")
  );
}

function paquet(demande: string): string {
  if (demande.startsWith("node:")) return demande;
  return demande
    .split("/")
    .slice(0, demande.startsWith("@") ? 2 : 1)
    .join("/");
}

/** Every import and re-export of a module, dynamic ones included. */
export function importsDe(m: ModuleLu): Import[] {
  const imports: Import[] = [];
  parcourir(m.programme, (n) => {
    const source = n.source as Noeud | null | undefined;
    if (!/^(Import|Export(All|Named)Declaration)/.test(n.type) && n.type !== "TSImportType") return;
    const demande = source?.value;
    if (typeof demande !== "string") return;
    const interne = demande.startsWith(".");
    imports.push({
      cible: interne ? posix.join(posix.dirname(m.chemin), demande) : paquet(demande),
      interne,
      typeSeul: n.type === "TSImportType" || typeSeul(n),
      position: n.start,
    });
  });
  return imports;
}
