import type { Dossier } from "./dossier.ts";

/** Keys whose lists are written one element a line, so that two files are compared line by line. */
function enLignes(cle: string, elements: readonly unknown[], marge: string): string {
  if (elements.length === 0) return `${marge}${JSON.stringify(cle)}: []`;
  const lignes = elements.map((e) => `${marge}  ${serrer(e)}`);
  return `${marge}${JSON.stringify(cle)}: [\n${lignes.join(",\n")}\n${marge}]`;
}

/** JSON on one line, with a space after each comma and colon. */
function serrer(valeur: unknown): string {
  if (Array.isArray(valeur)) return `[${valeur.map(serrer).join(", ")}]`;
  if (typeof valeur !== "object" || valeur === null) return JSON.stringify(valeur);
  const membres = Object.entries(valeur)
    .filter(([, v]) => v !== undefined)
    .map(([c, v]) => `${JSON.stringify(c)}: ${serrer(v)}`);
  return membres.length === 0 ? "{}" : `{ ${membres.join(", ")} }`;
}

function membre([cle, valeur]: [string, unknown], marge: string): string {
  if (Array.isArray(valeur) && valeur.every((v) => typeof v === "object"))
    return enLignes(cle, valeur, marge);
  return `${marge}${JSON.stringify(cle)}: ${serrer(valeur)}`;
}

/** The text of a dossier file: one fact, one offer, one intervenant a line. */
export function ecrireDossier(d: Dossier): string {
  const membres = Object.entries(d).map(([cle, valeur]) => {
    if (cle !== "organisme") return membre([cle, valeur], "  ");
    const siens = Object.entries(valeur as object).map((m) => membre(m, "    "));
    return `  "organisme": {\n${siens.join(",\n")}\n  }`;
  });
  return `{\n${membres.join(",\n")}\n}\n`;
}
