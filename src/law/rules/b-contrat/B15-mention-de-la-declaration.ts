import { jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { devisDeReference } from "../../calcul/devis-de-reference.ts";
import { prudentAvantLaVersion } from "../../calcul/version-non-lue.ts";
import type { Etat } from "../../etat.ts";
import { financeAvecConvention, payeElleMeme, planOuReclassement } from "../../financeurs.ts";
import { jourDeReference } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { mentionDeclaration } from "../../textes/contrat.ts";
import { conforme, nonConforme, sansObjet } from "../../verdict.ts";
import { enAttente } from "./engagement.ts";
import { auPlan, devis, organisme, PAS_ENGAGE, parLaPersonne, SANS_SUITE } from "./exemples.ts";

/** First day of the version of R6351-6 that was read; the article is older. */
const VERSION_LUE = jour("2025-08-01");

/** A convention or a contract is to come and bear the number: R6351-6 asks it of the devis only where there is none. */
function autrePapierAttendu(etat: Etat): boolean {
  const employeur = etat.financement?.financeurs.includes("employeur") === true;
  return payeElleMeme(etat) || planOuReclassement(etat) || financeAvecConvention(etat) || employeur;
}

export default defineRule({
  id: "B15",
  statement: "La convention, le contrat ou, à défaut, le devis porte le numéro de déclaration d’activité.",
  gravite: "majeure",
  effet: "bloque",
  questions: [],
  sources: [mentionDeclaration],
  inForce: { from: jour("2019-01-01"), until: null, repere: "demande" },
  remede:
    "le document dit « déclaration d’activité enregistrée sous le numéro … auprès du préfet de région de … ».",
  evaluate: (etat, au) => {
    if (etat.organisme.nda === null) {
      return sansObjet(
        "La toute première convention ne porte pas encore de numéro : il est délivré après elle.",
      );
    }
    const { convention, contrat } = etat;
    const d = devisDeReference(etat);
    const papier = convention ?? contrat ?? d;
    if (papier === null) return enAttente(etat, "Le devis ou la convention.", { acte: "emettreDevis" });
    if (papier.mentionNda) return conforme("Le numéro de déclaration d’activité est porté.");
    if (papier === d && autrePapierAttendu(etat)) {
      return enAttente(etat, "La convention ou le contrat, avec le numéro de déclaration d’activité.", {
        acte: payeElleMeme(etat) ? "proposerContrat" : "transmettreConvention",
      });
    }
    const nom = convention !== null ? "La convention" : contrat !== null ? "Le contrat" : "Le devis";
    const ecart = nonConforme(`${nom} ne porte pas le numéro de déclaration d’activité.`);
    return prudentAvantLaVersion(ecart, jourDeReference(etat, "demande", au), "R6351-6", VERSION_LUE);
  },
  examples: [
    { cas: "au devis, sous CPF", etat: {}, attendu: "conforme" },
    { cas: "devis sans numéro", etat: devis({ mentionNda: false }), attendu: "non_conforme", reserve: false },
    {
      cas: "devis sans numéro, la veille de la version lue",
      etat: {
        ...devis({ mentionNda: false }),
        commande: { ...BILAN.commande!, demandeLe: jour("2025-07-31") },
      },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "convention sans numéro, devis avec",
      etat: auPlan({ mentionNda: false }),
      attendu: "non_conforme",
    },
    {
      cas: "convention avec numéro, devis sans",
      etat: { ...auPlan({}), ...devis({ mentionNda: false }) },
      attendu: "conforme",
    },
    {
      cas: "devis sans numéro, convention à venir",
      etat: { ...auPlan(null), ...PAS_ENGAGE, ...devis({ mentionNda: false }) },
      attendu: "indetermine",
    },
    { cas: "contrat sans numéro", etat: parLaPersonne({ mentionNda: false }), attendu: "non_conforme" },
    { cas: "toute première convention", etat: organisme({ nda: null }), attendu: "sans_objet" },
    {
      cas: "aucun document encore",
      etat: { ...PAS_ENGAGE, devis: [], commande: BILAN.commande },
      attendu: "indetermine",
    },
    { cas: "sans suite", etat: SANS_SUITE, attendu: "sans_objet" },
  ],
});
