import type { z } from "zod";

type Ecueil = z.core.$ZodRawIssue;

const ATTENDUS: Readonly<Record<string, string>> = {
  string: "un texte",
  // Every number of a dossier is whole: minutes, cents, counts.
  number: "un nombre entier",
  int: "un nombre entier",
  boolean: "« true » ou « false »",
  array: "une liste",
  object: "un objet entre accolades",
  record: "un objet entre accolades",
};

/** What the file gives instead, by its kind: the value itself may be personal. */
function nature(valeur: unknown): string {
  if (valeur === null) return "« null »";
  if (Array.isArray(valeur)) return "une liste";
  if (typeof valeur === "number") return Number.isInteger(valeur) ? "un nombre" : "un nombre à virgule";
  return (
    { string: "un texte", boolean: "« true » ou « false »", object: "un objet" }[typeof valeur as string] ??
    "autre chose"
  );
}

function mesure(origine: string, borne: number | bigint, sens: "max" | "min"): string {
  const n = Number(borne).toLocaleString("fr-FR");
  if (origine === "string") {
    if (sens === "max") return `Ce texte dépasse ${n} caractères.`;
    return borne === 1 ? "Ce texte est vide." : `Ce texte a moins de ${n} caractères.`;
  }
  if (origine === "array") {
    if (sens === "max") return `Cette liste compte plus de ${n} éléments.`;
    return borne === 1 ? "Cette liste est vide." : `Cette liste compte moins de ${n} éléments.`;
  }
  return sens === "max" ? `Ce nombre est plus grand que ${n}.` : `Ce nombre est plus petit que ${n}.`;
}

const citer = (valeurs: readonly unknown[]): string => valeurs.map((v) => `« ${String(v)} »`).join(", ");

/** What is wrong with one value of a file, in a plain French sentence that never repeats the value. */
export function phraseDeLecture(e: Ecueil): string {
  const cle = e.path?.at(-1);
  if (e.input === undefined && typeof cle === "string" && e.code !== "custom") return `Il manque « ${cle} ».`;
  switch (e.code) {
    case "invalid_type":
      return `Il faut ${ATTENDUS[e.expected] ?? "une autre valeur"} ; le fichier donne ${nature(e.input)}.`;
    case "invalid_value":
      return e.values.length === 1
        ? `Il faut écrire ${citer(e.values)}.`
        : `Cette valeur n’est pas prévue. Valeurs possibles : ${citer(e.values)}.`;
    case "too_big":
      return mesure(e.origin, e.maximum as number, "max");
    case "too_small":
      return mesure(e.origin, e.minimum as number, "min");
    default:
      return "Cette valeur n’a pas la forme attendue.";
  }
}
