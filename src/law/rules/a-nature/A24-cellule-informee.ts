import { formatJour } from "../../../values/dates-fr.ts";
import { type Jour, jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { estClos } from "../../calcul/clos.ts";
import { finPrevue, sansSuite } from "../../calcul/deroulement.ts";
import { enumeration } from "../../calcul/phrases.ts";
import type { Etat } from "../../etat.ts";
import { jourDeLaFin } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { code } from "../../sources.ts";
import { destinataireDesResultats, secretDuBilan } from "../../textes/secret.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { communication, enCours, jamaisCommence, trace } from "../d-preuve/exemples.ts";

const RESERVE_DELAI = "Le texte ne fixe pas de délai : l’attendre à la fin du bilan est notre lecture.";

const RESERVE_ACCORD =
  "La personne avait accepté une communication : vérifiez que son accord couvre ce que la cellule a reçu.";

/** Some agreement of hers ran that day (L6313-4 al. 3); the fact does not say what it covers. */
function accordEnCours(etat: Etat, le: Jour): boolean {
  return etat.communications.some(
    (c) => c.accordLe !== null && c.accordLe <= le && (c.revoqueLe === null || c.revoqueLe > le),
  );
}

/** The three things that the cellule is told of the training proposed, and nothing else. */
const POINTS: readonly { code: string; nom: string }[] = [
  { code: "nature", nom: "la nature" },
  { code: "duree", nom: "la durée" },
  { code: "mise_en_oeuvre", nom: "la mise en œuvre" },
];

const RECLASSEMENT = {
  financement: { ...BILAN.financement!, financeurs: ["conge_reclassement" as const], plan: true },
};
const cellule = (date: string, ...points: string[]) => ({ cellule: { ...trace(date), points } });

export default defineRule({
  id: "A24",
  statement:
    "En congé de reclassement, la cellule apprend la nature, la durée et la mise en œuvre des formations proposées, rien d’autre.",
  gravite: "majeure",
  effet: "tache",
  questions: [],
  sources: [code("R1233-27", "LEGIARTI000038033423"), destinataireDesResultats, secretDuBilan],
  inForce: { from: jour("2019-01-01"), until: null, repere: "fin" },
  remede: "la cellule a reçu ces trois informations, et elles seules.",
  evaluate: (etat, au) => {
    const arret = sansSuite(etat);
    if (arret !== null) return sansObjet(arret);
    if (etat.financement === null) {
      return indetermine("Le cadre du bilan : congé de reclassement ou non.", { acte: "arreterFinancement" });
    }
    if (!etat.financement.financeurs.includes("conge_reclassement")) {
      return sansObjet("Le bilan n’a pas lieu en congé de reclassement.");
    }
    if (etat.cellule !== null) {
      const { points, date } = etat.cellule;
      const autres = points
        .filter((p) => !POINTS.some((x) => x.code === p))
        .map((p) => p.replaceAll("_", " "));
      if (autres.length > 0) {
        return nonConforme(
          `Le ${formatJour(date)}, la cellule a reçu plus que ces trois informations (${enumeration(autres)}) : le reste est secret.`,
          accordEnCours(etat, date) ? RESERVE_ACCORD : undefined,
        );
      }
      const absents = POINTS.filter((p) => !points.includes(p.code)).map((p) => p.nom);
      return absents.length > 0
        ? nonConforme(
            `Le ${formatJour(date)}, la cellule n’a pas appris ${enumeration(absents)} des formations.`,
          )
        : conforme("La cellule a reçu les trois informations sur les formations, et elles seules.");
    }
    const termine = estClos(etat, au);
    if (etat.projet === null) {
      return termine
        ? sansObjet("Le bilan s’est terminé sans formation proposée.")
        : indetermine("Le projet : propose-t-il une formation ?", {
            echeance: finPrevue(etat),
            acte: "elaborerProjet",
          });
    }
    if (!etat.projet.formation) return sansObjet("Le projet ne propose pas de formation.");
    const fin = jourDeLaFin(etat);
    if (termine && fin !== null && au > fin) {
      return nonConforme(
        `Le bilan a pris fin le ${formatJour(fin)} et la cellule n’a pas appris les formations proposées.`,
        RESERVE_DELAI,
      );
    }
    return indetermine("L’information de la cellule sur les formations proposées.", {
      echeance: fin ?? finPrevue(etat),
      acte: "informerCellule",
    });
  },
  examples: [
    {
      cas: "les trois informations",
      etat: { ...RECLASSEMENT, ...cellule("2026-11-16", "nature", "duree", "mise_en_oeuvre") },
      attendu: "conforme",
    },
    {
      cas: "la durée manque",
      etat: { ...RECLASSEMENT, ...cellule("2026-11-16", "nature", "mise_en_oeuvre") },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "la synthèse aussi",
      etat: { ...RECLASSEMENT, ...cellule("2026-11-16", "nature", "duree", "mise_en_oeuvre", "synthese") },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "la synthèse aussi, la personne ayant accepté une communication",
      etat: {
        ...RECLASSEMENT,
        ...communication({ destinataire: "autre" }),
        ...cellule("2026-11-16", "nature", "duree", "mise_en_oeuvre", "synthese"),
      },
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "le dernier jour, à faire", etat: RECLASSEMENT, au: "2026-11-16", attendu: "indetermine" },
    {
      cas: "le lendemain, rien n’est parti",
      etat: RECLASSEMENT,
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "projet en cours",
      etat: { ...enCours(4), ...RECLASSEMENT },
      au: "2026-10-20",
      attendu: "indetermine",
    },
    {
      cas: "projet sans formation",
      etat: { ...RECLASSEMENT, projet: { ...BILAN.projet!, formation: false } },
      attendu: "sans_objet",
    },
    { cas: "bilan en CPF", etat: {}, attendu: "sans_objet" },
    { cas: "commande annulée", etat: { ...jamaisCommence, ...RECLASSEMENT }, attendu: "sans_objet" },
  ],
});
