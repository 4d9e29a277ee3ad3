import { formatJour } from "../../../values/dates-fr.ts";
import { ajouterAnnees, jour } from "../../../values/jour.ts";
import type { Financeur } from "../../etat.ts";
import { valeurAu } from "../../parameter.ts";
import { intervalleBilansCpf } from "../../parameters/intervalle-bilans-cpf.ts";
import { jourDeLaDemande } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { lecture } from "../../sources.ts";
import { unBilanTousLesCinqAns } from "../../textes/cpf.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { horsCpf } from "./cpf.ts";
import { bilanAnterieur, commande, payePar } from "./exemples.ts";

const AVANT =
  "Avant le 26 février 2026, aucun texte lu n’imposait de délai entre deux bilans payés par le CPF.";
const ANNIVERSAIRE =
  "Les cinq ans s’achèvent le jour même de la demande ; le texte ne dit pas si ce jour compte. Mon Compte Formation décide.";
const DATE_DE_FIN =
  "Seule la fin du bilan antérieur est connue ; le délai part de son financement, qui est plus ancien.";

/** Bodies of L6316-1 and FAF. The person's own money and the employer's are not among them (our reading). */
const COMPTENT: Partial<Record<Financeur, string>> = {
  cpf: "le CPF",
  opco: "un opérateur de compétences",
  france_travail: "France Travail",
  faf: "un fonds d’assurance formation",
  region: "la région",
  etat: "l’État",
  agefiph: "l’Agefiph",
  transitions_pro: "Transitions Pro",
};

export default defineRule({
  id: "C01",
  statement:
    "Le CPF ne finance un bilan que si aucun autre n’a été financé sur fonds publics ou mutualisés dans les cinq ans précédents.",
  gravite: "critique",
  effet: "bloque",
  questions: ["Q21"],
  sources: [
    unBilanTousLesCinqAns,
    lecture("Le délai part de la décision de financement et s’achève le jour de la demande"),
  ],
  inForce: { from: jour("2026-02-26"), until: null, repere: "demande" },
  avant: AVANT,
  remede:
    "cinq ans séparent la demande du dernier bilan financé, ou quand le bilan est payé autrement que par le CPF.",
  evaluate: (etat, au) => {
    const dehors = horsCpf(etat);
    if (dehors !== null) return dehors;
    const demande = jourDeLaDemande(etat) ?? au;
    const annees = valeurAu(intervalleBilansCpf, demande)?.value;
    if (annees === undefined) return sansObjet(AVANT);
    const anterieur = etat.financement!.bilanAnterieur;
    if (anterieur === null) {
      return indetermine("La réponse de la personne : un bilan lui a-t-il été financé depuis cinq ans ?", {
        acte: "arreterFinancement",
      });
    }
    if (anterieur.declare === "aucun") return conforme("La personne déclare n’avoir eu aucun bilan financé.");
    const payeur = COMPTENT[anterieur.financeur];
    if (payeur === undefined) {
      return conforme(
        "Le bilan antérieur a été payé par la personne ou par l’employeur : d’après notre lecture, il ne compte pas.",
      );
    }
    const { financeLe, termineLe } = anterieur;
    const repere = financeLe ?? termineLe;
    if (repere === null) {
      return indetermine(`La date du bilan antérieur financé par ${payeur}.`, { acte: "corrigerFait" });
    }
    if (financeLe !== null && financeLe > demande) {
      return indetermine(
        `La bonne date du bilan antérieur : le ${formatJour(financeLe)} est après la demande.`,
        { acte: "corrigerFait" },
      );
    }
    const libre = ajouterAnnees(repere, annees);
    if (demande > libre) {
      return conforme(`Bilan antérieur du ${formatJour(repere)} : plus de ${annees} ans avant la demande.`);
    }
    const ecart =
      financeLe === null
        ? `Un bilan payé par ${payeur} s’est achevé le ${formatJour(repere)}, ${annees} ans ou moins avant la demande du ${formatJour(demande)}.`
        : `${payeur[0]!.toUpperCase()}${payeur.slice(1)} a financé un bilan le ${formatJour(repere)} : le CPF n’en paie pas d’autre avant le ${formatJour(libre)}.`;
    if (financeLe === null) return nonConforme(ecart, DATE_DE_FIN);
    return demande === libre ? nonConforme(ecart, ANNIVERSAIRE) : nonConforme(ecart);
  },
  examples: [
    { cas: "aucun bilan antérieur", etat: {}, attendu: "conforme" },
    {
      cas: "financé par le CPF trois ans plus tôt",
      etat: bilanAnterieur({ financeur: "cpf", financeLe: "2023-09-04" }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "cinq ans et un jour",
      etat: bilanAnterieur({ financeur: "cpf", financeLe: "2021-09-09" }),
      attendu: "conforme",
    },
    {
      cas: "le jour anniversaire est un avertissement",
      etat: bilanAnterieur({ financeur: "cpf", financeLe: "2021-09-10" }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "la veille des cinq ans",
      etat: bilanAnterieur({ financeur: "cpf", financeLe: "2021-09-11" }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "un fonds d’assurance formation compte",
      etat: bilanAnterieur({ financeur: "faf", financeLe: "2024-01-15" }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "seule la fin du bilan antérieur est connue",
      etat: bilanAnterieur({ financeur: "cpf", termineLe: "2022-01-10" }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "fini depuis plus de cinq ans",
      etat: bilanAnterieur({ financeur: "cpf", termineLe: "2021-09-09" }),
      attendu: "conforme",
    },
    {
      cas: "payé directement par l’employeur",
      etat: bilanAnterieur({ financeur: "employeur", financeLe: "2025-06-02" }),
      attendu: "conforme",
    },
    {
      cas: "payé par la personne",
      etat: bilanAnterieur({ financeur: "fonds_propres", financeLe: "2026-06-02" }),
      attendu: "conforme",
    },
    { cas: "la question n’a pas été posée", etat: bilanAnterieur(null), attendu: "indetermine" },
    { cas: "date inconnue", etat: bilanAnterieur({ financeur: "opco" }), attendu: "indetermine" },
    {
      cas: "une date après la demande est à corriger",
      etat: bilanAnterieur({ financeur: "cpf", financeLe: "2026-10-01" }),
      attendu: "indetermine",
    },
    { cas: "bilan payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
    {
      cas: "demande de la veille de l’entrée en vigueur",
      etat: {
        ...bilanAnterieur({ financeur: "cpf", financeLe: "2023-09-04" }),
        ...commande({ demandeLe: jour("2026-02-25") }),
      },
      attendu: "sans_objet",
    },
  ],
});
