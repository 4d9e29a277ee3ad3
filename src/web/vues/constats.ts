import { acteDeNom } from "../../dossier/catalogue-actes.ts";
import { etapeDe } from "../../dossier/etape.ts";
import { TRANSITIONS } from "../../dossier/transitions.ts";
import type { Etat } from "../../law/etat.ts";
import type { Constat } from "../../law/judge.ts";
import type { Source } from "../../law/sources.ts";
import { formatJourLong } from "../../values/dates-fr.ts";
import type { ConstatAffiche } from "../ui/constat.tsx";
import type { SourceLegale } from "../ui/legal.tsx";

const NOTES: Partial<Record<Source["confiance"], string>> = {
  secondaire: "source secondaire",
  lecture: "notre lecture",
  memoire: "de mémoire, non relu",
};

export function sourceLegale(s: Source): SourceLegale {
  const note = NOTES[s.confiance];
  return { ref: s.ref, href: s.url ?? undefined, luLe: s.luLe, ...(note === undefined ? {} : { note }) };
}

function genreDe(c: Constat): ConstatAffiche["genre"] {
  switch (c.verdict) {
    case "conforme":
      return "conforme";
    case "sans_objet":
      return "sansObjet";
    case "indetermine":
      return "faire";
    case "non_conforme":
      return c.reserve === undefined ? "faute" : "alerte";
  }
}

/** A finding as the page shows it: what is wrong or missing, why, and the act that answers it when the stage allows it. */
export function constatAffiche(c: Constat, etat: Etat, reference: string): ConstatAffiche {
  const acte = c.acte === undefined ? undefined : acteDeNom(c.acte);
  const possible = acte !== undefined && TRANSITIONS[acte.nom]?.includes(etapeDe(etat)) === true;
  return {
    genre: genreDe(c),
    regle: c.rule.id,
    phrase: c.verdict === "indetermine" ? `Il manque : ${minuscule(c.manque ?? "")}` : c.explication,
    ...(c.echeance === undefined ? {} : { precision: `Au plus tard le ${formatJourLong(c.echeance)}.` }),
    enonce: c.rule.statement,
    sources: c.rule.sources.map(sourceLegale),
    devientConforme: c.rule.remede,
    ...(c.reserve === undefined ? {} : { reserve: c.reserve }),
    ...(possible
      ? { actions: [{ libelle: acte.titre, href: `/dossiers/${reference}/actes/${acte.nom}` }] }
      : {}),
  };
}

function minuscule(phrase: string): string {
  return phrase.charAt(0).toLowerCase() + phrase.slice(1);
}
