import { jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { estClos } from "../../calcul/clos.ts";
import { estPartiel, finPrevue, sansSuite } from "../../calcul/deroulement.ts";
import { enumeration } from "../../calcul/phrases.ts";
import type { Etat, Theme } from "../../etat.ts";
import { defineRule } from "../../rule.ts";
import { phaseConclusion } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { abandon, avecSeance, enCours, jamaisCommence } from "../d-preuve/exemples.ts";

const POINTS: readonly { theme: Theme; nom: string }[] = [
  { theme: "resultats_detailles", nom: "les résultats détaillés" },
  { theme: "conditions_moyens", nom: "les conditions et moyens du projet" },
  { theme: "etapes", nom: "les étapes du projet" },
];

/** What the personal conclusion interviews have covered; null when there was none. */
function traitesEnEntretien(etat: Etat): Set<Theme> | null {
  let traites: Set<Theme> | null = null;
  for (const s of etat.seances) {
    if (s.statut !== "tenue" || s.phase !== "conclusion" || !s.individuelle) continue;
    traites ??= new Set();
    for (const t of s.themes) traites.add(t);
  }
  return traites;
}

export default defineRule({
  id: "A12",
  statement:
    "Les conclusions se font en entretien personnalisé : résultats détaillés, conditions et moyens, étapes du projet.",
  gravite: "critique",
  effet: "bloque",
  questions: ["Q17"],
  sources: [phaseConclusion],
  inForce: { from: jour("2019-01-01"), until: null, repere: "fin" },
  remede: "un entretien individuel de conclusion a traité les trois points, et cela est noté.",
  evaluate: (etat, au) => {
    const arret = sansSuite(etat);
    if (arret !== null) return sansObjet(arret);
    if (estPartiel(etat)) return sansObjet("Le bilan s’est arrêté avant son terme.");
    const traites = traitesEnEntretien(etat);
    const absents = POINTS.filter((p) => !traites?.has(p.theme)).map((p) => p.nom);
    if (absents.length === 0) return conforme("Les trois points ont été traités en entretien individuel.");
    if (!estClos(etat, au)) {
      return indetermine(`En entretien individuel de conclusion : ${enumeration(absents)}.`, {
        echeance: finPrevue(etat),
        acte: "tenirSeance",
      });
    }
    if (traites !== null) {
      return nonConforme(`Aucun entretien individuel de conclusion n’a traité ${enumeration(absents)}.`);
    }
    const enGroupe = etat.seances.some((s) => s.statut === "tenue" && s.phase === "conclusion");
    return nonConforme(
      enGroupe
        ? "Les séances de conclusion ont toutes été collectives : il faut un entretien individuel."
        : "Le bilan est terminé sans entretien individuel de conclusion.",
    );
  },
  examples: [
    { cas: "trois points en deux entretiens", etat: {}, attendu: "conforme" },
    {
      cas: "les étapes ne sont notées nulle part",
      etat: avecSeance(9, { themes: ["suivi", "synthese"] }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "conclusions en groupe seulement",
      etat: {
        seances: BILAN.seances.map((s) => (s.phase === "conclusion" ? { ...s, individuelle: false } : s)),
      },
      attendu: "non_conforme",
    },
    {
      cas: "aucune séance de conclusion",
      etat: { seances: BILAN.seances.slice(0, 7) },
      attendu: "non_conforme",
    },
    {
      cas: "une séance de groupe s’ajoute aux entretiens",
      etat: {
        seances: [
          ...BILAN.seances,
          { ...BILAN.seances[7]!, id: "s10", individuelle: false, themes: ["suivi"] },
        ],
      },
      attendu: "conforme",
    },
    { cas: "un entretien sur deux tenu", etat: enCours(8), au: "2026-11-10", attendu: "indetermine" },
    { cas: "abandon", etat: abandon(7), attendu: "sans_objet" },
    { cas: "commande annulée", etat: jamaisCommence, attendu: "sans_objet" },
  ],
});
