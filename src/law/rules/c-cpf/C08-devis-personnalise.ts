import { formatJour } from "../../../values/dates-fr.ts";
import { type Jour, jour } from "../../../values/jour.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { AVANT_LES_REPONSES, REPONSES_OFFICIELLES } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme } from "../../verdict.ts";
import { horsCpf } from "./cpf.ts";
import { commande, devis, PAS_COMMENCE, payePar } from "./exemples.ts";

const ENVOI =
  "« Avant tout envoi de la commande » peut viser la demande de la personne ou la proposition de l’organisme.";

export default defineRule({
  id: "C08",
  statement: "Un devis personnalisé suit l’entretien préalable et précède la commande.",
  gravite: "majeure",
  effet: "bloque",
  questions: ["Q3", "Q4"],
  sources: [webinaire(4), webinaire(3)],
  inForce: { from: REPONSES_OFFICIELLES, until: null, repere: "demande" },
  avant: AVANT_LES_REPONSES,
  remede: "un entretien préalable a lieu, puis un devis fait pour cette personne, puis la commande.",
  evaluate: (etat) => {
    const dehors = horsCpf(etat);
    if (dehors !== null) return dehors;
    const { commande: ordre, entretien } = etat;
    if (etat.devis.length === 0) {
      return ordre === null
        ? indetermine("Le devis personnalisé, après l’entretien préalable.", { acte: "emettreDevis" })
        : nonConforme(`La commande du ${formatJour(ordre.demandeLe)} n’a été précédée d’aucun devis.`);
    }
    if (entretien === null) {
      return ordre === null
        ? indetermine("L’entretien préalable sur lequel le devis repose.", { acte: "noterEntretien" })
        : nonConforme("Le devis n’a été précédé d’aucun entretien préalable : il n’est pas personnalisé.");
    }
    let premier: Jour | null = null;
    for (const d of etat.devis) {
      if (d.date >= entretien.date && (premier === null || d.date < premier)) premier = d.date;
    }
    if (premier === null) {
      return nonConforme(`Aucun devis ne suit l’entretien préalable du ${formatJour(entretien.date)}.`);
    }
    if (ordre === null || premier <= ordre.demandeLe) {
      return conforme(`Devis du ${formatJour(premier)}, après l’entretien du ${formatJour(entretien.date)}.`);
    }
    const ecart = `Le devis du ${formatJour(premier)} suit la commande du ${formatJour(ordre.demandeLe)}.`;
    return ordre.reponduLe !== null && premier > ordre.reponduLe
      ? nonConforme(ecart)
      : nonConforme(ecart, ENVOI);
  },
  examples: [
    { cas: "entretien, devis, commande", etat: {}, attendu: "conforme" },
    { cas: "devis le jour de la commande", etat: devis({ date: jour("2026-09-10") }), attendu: "conforme" },
    { cas: "devis le jour de l’entretien", etat: devis({ date: jour("2026-09-03") }), attendu: "conforme" },
    {
      cas: "devis de la veille de l’entretien",
      etat: devis({ date: jour("2026-09-02") }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "devis entre la demande et la proposition",
      etat: devis({ date: jour("2026-09-11") }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "devis après la proposition",
      etat: devis({ date: jour("2026-09-12") }),
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "commande sans devis", etat: { devis: [] }, attendu: "non_conforme", reserve: false },
    { cas: "commande sans entretien préalable", etat: { entretien: null }, attendu: "non_conforme" },
    {
      cas: "pas encore de devis ni de commande",
      etat: { ...PAS_COMMENCE, devis: [], commande: null },
      attendu: "indetermine",
    },
    {
      cas: "un devis sans commande encore",
      etat: { ...PAS_COMMENCE, commande: null },
      attendu: "conforme",
    },
    {
      cas: "demande reçue avant le devis, proposition pas encore envoyée",
      etat: commande({ demandeLe: jour("2026-09-05"), reponduLe: null, accepteLe: null }),
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "bilan payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
  ],
});
