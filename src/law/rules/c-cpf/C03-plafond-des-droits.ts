import { formatJour } from "../../../values/dates-fr.ts";
import { jour } from "../../../values/jour.ts";
import { euros, formatMontant } from "../../../values/montant.ts";
import { devisDeReference } from "../../calcul/devis-de-reference.ts";
import { valeurAu } from "../../parameter.ts";
import { plafondCpf } from "../../parameters/plafond-cpf.ts";
import { jourDeLaDemande } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { horsCpf } from "./cpf.ts";
import { commande, devis, payePar } from "./exemples.ts";

const AVANT = "Avant le 26 février 2026, aucun plafond ne limitait les droits CPF utilisés pour un bilan.";
/** Last day of the week in which the cap came into force. */
const SEMAINE_D_ENTREE_EN_VIGUEUR = jour("2026-03-01");

export default defineRule({
  id: "C03",
  statement: "Les droits CPF utilisés pour un bilan ne dépassent ni 1 600 €, ni le solde du compte.",
  gravite: "critique",
  effet: "bloque",
  questions: [],
  sources: [plafondCpf.values[0]!.source],
  inForce: { from: jour("2026-02-26"), until: null, repere: "demande" },
  avant: AVANT,
  remede:
    "les droits utilisés restent sous le plafond et sous le solde ; le reste du prix est payé autrement.",
  evaluate: (etat, au) => {
    const dehors = horsCpf(etat);
    if (dehors !== null) return dehors;
    const demande = jourDeLaDemande(etat) ?? au;
    const plafond = valeurAu(plafondCpf, demande)?.value;
    if (plafond === undefined) return sansObjet(AVANT);
    const cpf = devisDeReference(etat)?.cpf ?? null;
    if (cpf === null) {
      return indetermine("Le partage du prix entre les droits CPF et la personne.", { acte: "emettreDevis" });
    }
    const { droits, solde } = cpf;
    if (solde !== null && droits > solde) {
      return nonConforme(
        `${formatMontant(droits)} de droits CPF pour un solde de ${formatMontant(solde)} : il en manque ${formatMontant(droits - solde)}.`,
      );
    }
    if (droits <= plafond) {
      return conforme(`${formatMontant(droits)} de droits, sous le plafond de ${formatMontant(plafond)}.`);
    }
    const exces = `${formatMontant(droits)} de droits CPF : c’est ${formatMontant(droits - plafond)} de plus que le plafond de ${formatMontant(plafond)}.`;
    return demande > SEMAINE_D_ENTREE_EN_VIGUEUR
      ? nonConforme(exces)
      : nonConforme(
          exces,
          `Demande du ${formatJour(demande)}, semaine d’entrée en vigueur : avec le plafond, ${formatMontant(plafond)} de droits ; sans lui, ${formatMontant(droits)}. Vérifiez sur Mon Compte Formation.`,
        );
  },
  examples: [
    { cas: "1 430 € de droits", etat: {}, attendu: "conforme" },
    { cas: "1 600 € juste", etat: devis({}, { droits: euros(1600) }), attendu: "conforme" },
    {
      cas: "un euro de plus",
      etat: devis({}, { droits: euros(1601) }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "plus que le solde du compte",
      etat: devis({}, { droits: euros(1430), solde: euros(1400) }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "un abondement s’ajoute au plafond",
      etat: devis({ prix: euros(2300) }, { droits: euros(1600), abondements: euros(550) }),
      attendu: "conforme",
    },
    {
      cas: "semaine d’entrée en vigueur : un avertissement et les deux calculs",
      etat: { ...devis({}, { droits: euros(1800) }), ...commande({ demandeLe: jour("2026-02-26") }) },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "le lundi suivant",
      etat: { ...devis({}, { droits: euros(1800) }), ...commande({ demandeLe: jour("2026-03-02") }) },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "la veille de l’entrée en vigueur",
      etat: { ...devis({}, { droits: euros(1800) }), ...commande({ demandeLe: jour("2026-02-25") }) },
      attendu: "sans_objet",
    },
    { cas: "aucun devis", etat: { devis: [] }, attendu: "indetermine" },
    { cas: "bilan payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
  ],
});
