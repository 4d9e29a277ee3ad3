import { formatJour } from "../../../values/dates-fr.ts";
import { PHASES } from "../../../values/phase.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { sansSuite } from "../../calcul/deroulement.ts";
import { partDeLEmployeur } from "../../calcul/employeur.ts";
import { nonDeLaPersonne } from "../../calcul/non-de-la-personne.ts";
import { premiereSeance } from "../../calcul/premiere-seance.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { AVANT_LES_REPONSES, consentementDeLaPersonne, REPONSES_OFFICIELLES } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { enCours, jamaisCommence, trace } from "../d-preuve/exemples.ts";

const PAYE_PAR_EMPLOYEUR = {
  financement: {
    ...BILAN.financement!,
    financeurs: ["employeur" as const],
    employeurPrescripteur: true,
    plan: true,
  },
};

export default defineRule({
  id: "A03",
  statement:
    "Quand l’employeur demande ou paie le bilan, la personne confirme elle-même, avant le début, qu’elle est volontaire.",
  gravite: "critique",
  effet: "bloque",
  questions: ["Q3"],
  sources: [webinaire(3), consentementDeLaPersonne],
  inForce: { from: REPONSES_OFFICIELLES, until: null, repere: "debut" },
  avant: AVANT_LES_REPONSES,
  remede:
    "la personne a dit elle-même, sans passer par l’employeur et avant la première séance, qu’elle est volontaire.",
  evaluate: (etat) => {
    const arret = sansSuite(etat);
    if (arret !== null) return sansObjet(arret);
    const part = partDeLEmployeur(etat);
    if (part === null) {
      return etat.financement === null
        ? indetermine("Qui demande et qui paie ce bilan.", { acte: "arreterFinancement" })
        : sansObjet("L’employeur ne demande ni ne paie ce bilan.");
    }
    const premiere = premiereSeance(etat, "tenue", PHASES);
    const non = nonDeLaPersonne(etat, "volontariat");
    if (non !== null) {
      const dit = `a dit le ${formatJour(non)} qu’elle n’est pas volontaire`;
      return premiere === null
        ? indetermine(`La parole de la personne : elle ${dit}.`)
        : nonConforme(
            `${part}, la personne ${dit}, et une séance a eu lieu le ${formatJour(premiere.date)}.`,
          );
    }
    if (etat.volontariat === null) {
      if (premiere !== null) {
        return nonConforme(
          `${part}, et rien ne montre que la personne était volontaire avant la séance du ${formatJour(premiere.date)}.`,
        );
      }
      const echeance = premiereSeance(etat, "prevue", PHASES)?.date;
      return indetermine("La confirmation, par la personne elle-même, qu’elle est volontaire.", {
        echeance,
        acte: "confirmerVolontariat",
      });
    }
    if (etat.volontariat.canal === "employeur") {
      return nonConforme(
        `${part}, et c’est lui qui a transmis le volontariat : il faut la parole de la personne.`,
      );
    }
    if (premiere !== null && etat.volontariat.date > premiere.date) {
      return nonConforme(
        `Le volontariat date du ${formatJour(etat.volontariat.date)}, après la première séance du ${formatJour(premiere.date)}.`,
      );
    }
    return conforme("La personne a confirmé elle-même qu’elle est volontaire, avant le début.");
  },
  examples: [
    { cas: "payé par l’employeur, volontariat direct", etat: PAYE_PAR_EMPLOYEUR, attendu: "conforme" },
    {
      cas: "volontariat confirmé le jour de la première séance",
      etat: { ...PAYE_PAR_EMPLOYEUR, volontariat: { ...trace("2026-09-28"), canal: "direct" } },
      attendu: "conforme",
    },
    {
      cas: "le lendemain de la première séance",
      etat: { ...PAYE_PAR_EMPLOYEUR, volontariat: { ...trace("2026-09-29"), canal: "direct" } },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "recueilli par l’employeur",
      etat: { ...PAYE_PAR_EMPLOYEUR, volontariat: { ...trace("2026-09-07"), canal: "employeur" } },
      attendu: "non_conforme",
    },
    {
      cas: "CPF abondé par l’employeur, aucune confirmation",
      etat: {
        volontariat: null,
        devis: BILAN.devis.map((d) => ({ ...d, cpf: { ...d.cpf!, exoneration: "abondement_employeur" } })),
      },
      attendu: "non_conforme",
    },
    {
      cas: "payé par l’employeur, séances à venir",
      etat: { ...enCours(0), ...PAYE_PAR_EMPLOYEUR, volontariat: null, entree: null },
      au: "2026-09-20",
      attendu: "indetermine",
    },
    {
      cas: "elle a dit dans son espace qu’elle n’est pas volontaire",
      etat: {
        ...PAYE_PAR_EMPLOYEUR,
        desaccords: [{ ...trace("2026-09-02"), objet: "volontariat", sur: null, par: "beneficiaire" }],
      },
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "CPF seul", etat: { volontariat: null }, attendu: "sans_objet" },
    { cas: "financement inconnu", etat: { financement: null }, attendu: "indetermine" },
    {
      cas: "commande annulée",
      etat: { ...jamaisCommence, ...PAYE_PAR_EMPLOYEUR },
      attendu: "sans_objet",
    },
  ],
});
