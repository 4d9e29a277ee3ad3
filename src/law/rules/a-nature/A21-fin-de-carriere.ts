import { formatJour } from "../../../values/dates-fr.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { sansSuite } from "../../calcul/deroulement.ts";
import { venteEntamee } from "../../calcul/vente.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { AVANT_LES_REPONSES, REPONSES_OFFICIELLES } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { enCours, jamaisCommence, trace } from "../d-preuve/exemples.ts";

const RETRAITE = { entretien: { ...BILAN.entretien!, objectif: "preparation_retraite" as const } };
const RIEN_DE_VENDU = { ...enCours(0), devis: [], commande: null, entree: null };

export default defineRule({
  id: "A21",
  statement: "En fin de carrière, un bilan prépare une reconversion, pas un départ en retraite.",
  gravite: "majeure",
  effet: "alerte",
  questions: ["Q15"],
  sources: [webinaire(15)],
  inForce: { from: REPONSES_OFFICIELLES, until: null, repere: "demande" },
  avant: AVANT_LES_REPONSES,
  remede:
    "la personne vise une nouvelle activité, ou elle est orientée vers un service de préparation à la retraite.",
  evaluate: (etat) => {
    const arret = sansSuite(etat);
    if (arret !== null) return sansObjet(arret);
    if (etat.entretien === null) {
      return indetermine("Ce que la personne cherche.", { acte: "noterEntretien" });
    }
    if (etat.entretien.objectif !== "preparation_retraite") {
      return conforme("L’objectif n’est pas de préparer une retraite.");
    }
    return venteEntamee(etat)
      ? nonConforme(
          `Le ${formatJour(etat.entretien.date)}, la personne voulait préparer sa retraite : ce n’est pas l’objet d’un bilan.`,
        )
      : indetermine("L’orientation de la personne vers une préparation à la retraite.", { acte: "orienter" });
  },
  examples: [
    { cas: "une reconversion en fin de carrière", etat: {}, attendu: "conforme" },
    { cas: "une préparation à la retraite vendue", etat: RETRAITE, attendu: "non_conforme", reserve: false },
    {
      cas: "une préparation à la retraite, rien de vendu",
      etat: { ...RIEN_DE_VENDU, ...RETRAITE },
      au: "2026-09-04",
      attendu: "indetermine",
    },
    {
      cas: "la personne a été orientée",
      etat: { ...RIEN_DE_VENDU, ...RETRAITE, orientation: { ...trace("2026-09-03"), vers: "retraite" } },
      au: "2026-09-04",
      attendu: "sans_objet",
    },
    {
      cas: "pas encore d’entretien",
      etat: { ...enCours(0), entretien: null, entree: null },
      attendu: "indetermine",
    },
    { cas: "commande annulée", etat: jamaisCommence, attendu: "sans_objet" },
  ],
});
