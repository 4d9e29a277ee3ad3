import type { Constat } from "../law/judge.ts";
import { LIBELLES_CONFIANCE, type Source } from "../law/sources.ts";
import { formatJour } from "../values/dates-fr.ts";

/** Texts of the file are quoted: what a terminal would obey is shown as a mark. */
const sansCommande = (ligne: string): string => ligne.replace(/\p{Cc}/gu, "�");

function direSource(s: Source): string {
  return `${s.ref}, ${LIBELLES_CONFIANCE[s.confiance]}, le ${formatJour(s.luLe)}`;
}

function dire(c: Constat): string {
  const suite = [
    c.echeance === undefined ? "" : `     Au plus tard le ${formatJour(c.echeance)}.`,
    c.reserve === undefined ? "" : `     Réserve : ${c.reserve}`,
    c.verdict === "non_conforme" ? `     Devient conforme quand ${c.rule.remede}` : "",
    c.verdict === "conforme" ? "" : `     ${c.rule.statement} (${direSource(c.rule.sources[0]!)})`,
  ].filter((l) => l !== "");
  return [`  ${c.rule.id}  ${c.explication}`, ...suite].map(sansCommande).join("\n");
}

function groupe(titre: string, constats: readonly Constat[]): string {
  return constats.length === 0 ? "" : `\n${titre} (${constats.length})\n${constats.map(dire).join("\n")}\n`;
}

/** The findings for a terminal: what is wrong, what is not sure, what is left to do; the rest is counted. */
export function direConstats(constats: readonly Constat[]): string {
  const non = constats.filter((c) => c.verdict === "non_conforme");
  const compte = (v: Constat["verdict"]) => constats.filter((c) => c.verdict === v).length;
  return [
    groupe(
      "Non conforme",
      non.filter((c) => c.reserve === undefined),
    ),
    groupe(
      "En alerte",
      non.filter((c) => c.reserve !== undefined),
    ),
    groupe(
      "À faire",
      constats.filter((c) => c.verdict === "indetermine"),
    ),
    `\n${compte("conforme")} conformes, ${compte("sans_objet")} sans objet.\n`,
  ].join("");
}
