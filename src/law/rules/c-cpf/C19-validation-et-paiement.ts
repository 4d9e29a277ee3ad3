import { formatJour } from "../../../values/dates-fr.ts";
import { ajouterJours, type Jour, jour } from "../../../values/jour.ts";
import { echeanceOuvree } from "../../../values/jours-ouvres.ts";
import { euros, formatMontant } from "../../../values/montant.ts";
import { parametreInconnu } from "../../calcul/parametre-inconnu.ts";
import type { Etat, Facture, ServiceFait } from "../../etat.ts";
import { valeurAu } from "../../parameter.ts";
import { paiementCdc } from "../../parameters/paiement-cdc.ts";
import { validationServiceFait } from "../../parameters/validation-service-fait.ts";
import { defineRule } from "../../rule.ts";
import { delaiDePaiement, serviceFaitEdof } from "../../textes/edof.ts";
import { conforme, indetermine, nonConforme, type Verdict } from "../../verdict.ts";
import { sansCommandeVivante } from "./cpf.ts";
import { formatEcheance, retard } from "./delai.ts";
import { FACTURE, facture, payePar, serviceFait } from "./exemples.ts";

const RETARD_DU_PAYEUR = "Ce retard est celui de la Caisse des Dépôts, sauf contrôle en cours : relancez-la.";
const SANS_DATE =
  "Le dossier ne dit pas si le service fait était validé : s’il l’était, notez-en la date, que la facture doit suivre.";
const SIMULATION =
  "Comparer la facture à la simulation d’EDOF est une précaution ; un écart peut s’expliquer par un abandon ou un ajustement.";

/** The wait for the Caisse des Dépôts to validate the service fait. */
function attendreValidation(etat: Etat, sortie: ServiceFait, au: Jour): Verdict {
  const delai = valeurAu(validationServiceFait, sortie.date)?.value;
  if (delai === undefined) return parametreInconnu(validationServiceFait, sortie.date);
  const tard = retard(sortie.date, au, delai, etat.organisme.territoire);
  if (tard !== null) {
    return nonConforme(
      `La validation du service fait était attendue au plus tard le ${formatJour(tard.le)}.`,
      RETARD_DU_PAYEUR,
    );
  }
  const echeance = echeanceOuvree(sortie.date, delai, etat.organisme.territoire);
  return indetermine(`La validation du service fait, ${formatEcheance(echeance)}.`, {
    echeance: echeance.le,
    acte: "noterValidation",
  });
}

/** The wait for the payment of an invoice; null when it is paid. */
function attendrePaiement(f: Facture, valideLe: Jour, au: Jour): Verdict | null {
  if (f.payeeLe !== null) return null;
  const depart = f.date > valideLe ? f.date : valideLe;
  const delai = valeurAu(paiementCdc, depart)?.value;
  if (delai === undefined) return parametreInconnu(paiementCdc, depart);
  const echeance = ajouterJours(depart, delai);
  return au > echeance
    ? nonConforme(
        `La facture ${f.numero} était à payer au plus tard le ${formatJour(echeance)}.`,
        RETARD_DU_PAYEUR,
      )
    : indetermine(`Le paiement de la facture ${f.numero}, au plus tard le ${formatJour(echeance)}.`, {
        echeance,
        acte: "noterPaiement",
      });
}

const VALIDE = serviceFait({ valideLe: jour("2026-11-24") });

export default defineRule({
  id: "C19",
  statement:
    "Le montant simulé dans EDOF est relevé ; la facture suit la validation du service fait ; le paiement vient dans les 30 jours.",
  gravite: "majeure",
  effet: "tache",
  questions: [],
  sources: [serviceFaitEdof, delaiDePaiement],
  inForce: { from: jour("2019-01-01"), until: null, repere: "fin" },
  remede: "le montant simulé est consigné et la facture est émise après la validation.",
  evaluate: (etat, au) => {
    const dehors = sansCommandeVivante(etat);
    if (dehors !== null) return dehors;
    const sortie = etat.serviceFait;
    if (sortie === null) {
      return indetermine("Le service fait, qui ouvre la facturation.", { acte: "declarerServiceFait" });
    }
    const { valideLe, montantSimule } = sortie;
    // What another pays is no business of EDOF; an invoice that names nobody counts, as before it was asked.
    const factures = etat.factures.filter((f) => f.payeur === null || f.payeur === "cpf");
    const tropTot = factures.find((f) => valideLe !== null && f.date < valideLe);
    if (tropTot !== undefined && valideLe !== null) {
      return nonConforme(
        `La facture ${tropTot.numero} du ${formatJour(tropTot.date)} précède la validation du ${formatJour(valideLe)}.`,
      );
    }
    const sansValidation = valideLe === null ? factures[0] : undefined;
    if (sansValidation !== undefined) {
      return nonConforme(
        `La facture ${sansValidation.numero} est émise, et la validation du service fait n’est pas notée.`,
        SANS_DATE,
      );
    }
    if (montantSimule === null) {
      return indetermine("Le montant donné par la simulation d’EDOF.", { acte: "corrigerFait" });
    }
    if (valideLe === null) return attendreValidation(etat, sortie, au);
    if (factures.length === 0) {
      return indetermine("La facture : le service fait est validé.", { acte: "emettreFacture" });
    }
    let total = 0;
    for (const f of factures) total += f.montant;
    if (total !== montantSimule) {
      return nonConforme(
        `${formatMontant(total)} facturés, pour ${formatMontant(montantSimule)} simulés dans EDOF.`,
        SIMULATION,
      );
    }
    for (const f of factures) {
      const attente = attendrePaiement(f, valideLe, au);
      if (attente !== null) return attente;
    }
    return conforme(`${formatMontant(total)} facturés après la validation, comme simulé, et payés.`);
  },
  examples: [
    {
      cas: "validé, facturé, payé",
      etat: { ...VALIDE, ...facture({ payeeLe: jour("2026-12-18") }) },
      attendu: "conforme",
    },
    { cas: "validation attendue", etat: {}, au: "2026-11-24", attendu: "indetermine" },
    {
      cas: "validation en retard : l’alerte vise le payeur",
      etat: {},
      au: "2026-11-25",
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "montant simulé non relevé", etat: serviceFait({ montantSimule: null }), attendu: "indetermine" },
    {
      cas: "facturé la veille de la validation",
      etat: { ...VALIDE, ...facture({ date: jour("2026-11-23") }) },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "facturé sans validation notée",
      etat: facture({}),
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "validé, à facturer", etat: VALIDE, attendu: "indetermine" },
    {
      cas: "facture différente de la simulation",
      etat: { ...VALIDE, ...facture({ montant: euros(1600) }) },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "paiement attendu le trentième jour",
      etat: { ...VALIDE, ...facture({}) },
      au: "2026-12-24",
      attendu: "indetermine",
    },
    {
      cas: "non payé le trente et unième",
      etat: { ...VALIDE, ...facture({}) },
      au: "2026-12-25",
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "une autre facture, payée par l’employeur : elle ne compte pas dans EDOF",
      etat: {
        ...VALIDE,
        factures: [
          { ...FACTURE, payeur: "cpf", payeeLe: jour("2026-12-18") },
          { ...FACTURE, numero: "2026-119", payeur: "employeur", montant: euros(250) },
        ],
      },
      attendu: "conforme",
    },
    { cas: "service fait à déclarer", etat: { serviceFait: null }, attendu: "indetermine" },
    { cas: "bilan payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
  ],
});
