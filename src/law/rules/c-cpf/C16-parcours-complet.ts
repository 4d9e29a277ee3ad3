import { formatDuree } from "../../../values/duree.ts";
import { euros, formatMontant } from "../../../values/montant.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { type BaseFacture, baseFacture } from "../../calcul/base-facture.ts";
import { finPrevue } from "../../calcul/deroulement.ts";
import { LIBELLES_MOTIF, manquesDuParcours } from "../../calcul/motif-sortie.ts";
import { enumeration } from "../../calcul/phrases.ts";
import { ARRONDI_DU_TAUX, INTEGRALITE, tauxRealisation } from "../../calcul/taux-realisation.ts";
import type { Ajustement, Etat } from "../../etat.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { AVANT_LES_REPONSES, REPONSES_OFFICIELLES } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme, sansObjet, type Verdict } from "../../verdict.ts";
import { sansCommandeVivante } from "./cpf.ts";
import { arrete, facture, payePar, RACCOURCI, REDUIT, serviceFait } from "./exemples.ts";

const SIGNATURES =
  "La facture suit le temps réellement passé en face à face ; qu’il doive être signé par les deux est notre lecture.";
const DECISION_CONJOINTE =
  "Aucun texte lu ne règle le parcours complet mais raccourci : une durée réduite, signée avec la personne, l’explique.";

const signe = (a: Ajustement): boolean =>
  a.signatures.some((s) => s.par === "beneficiaire") && a.signatures.some((s) => s.par !== "beneficiaire");

/** Holds the invoice against the time spent face to face (question 7); null when nothing is wrong. */
function jugerMontant(etat: Etat, base: BaseFacture): Verdict | null {
  let total = 0;
  for (const f of etat.factures) total += f.montant;
  if (total > base.montantFait) {
    return nonConforme(
      `${formatMontant(total)} facturés pour ${formatDuree(base.faites)} faites sur ${formatDuree(base.prevues)} : ${formatMontant(base.montantFait)} au prorata du face-à-face.`,
    );
  }
  if (total > base.montantSigne) {
    return nonConforme(
      `${formatMontant(total)} facturés, mais ${formatDuree(base.signees)} seulement sont signées : ${formatMontant(base.montantSigne)} au prorata.`,
      SIGNATURES,
    );
  }
  const taux = tauxRealisation(base.faites, base.prevues) ?? INTEGRALITE;
  if (taux >= INTEGRALITE - ARRONDI_DU_TAUX || etat.ajustements.some(signe)) return null;
  return nonConforme(
    `${formatDuree(base.faites)} faites sur ${formatDuree(base.prevues)} prévues, sans durée réduite signée avec la personne.`,
    DECISION_CONJOINTE,
  );
}

export default defineRule({
  id: "C16",
  statement:
    "Un parcours complet, même plus court, sort avec le motif « intégralité » et se facture au temps passé en face à face.",
  gravite: "critique",
  effet: "alerte",
  questions: ["Q7", "Q9"],
  sources: [webinaire(9), webinaire(7)],
  inForce: { from: REPONSES_OFFICIELLES, until: null, repere: "fin" },
  avant: AVANT_LES_REPONSES,
  remede: "le motif est « intégralité » et la facture suit le temps passé en face à face.",
  evaluate: (etat) => {
    const dehors = sansCommandeVivante(etat);
    if (dehors !== null) return dehors;
    const manques = manquesDuParcours(etat);
    const motif = etat.serviceFait?.motif ?? null;
    if (manques.length > 0 && etat.finAnticipee !== null) {
      return sansObjet("Le bilan s’est arrêté avant son terme : la règle C17 s’applique.");
    }
    if (motif === null) {
      return manques.length > 0
        ? indetermine(`La fin du parcours. Il reste : ${enumeration(manques)}.`, {
            echeance: finPrevue(etat),
          })
        : indetermine("Le service fait, avec le motif « intégralité ».", { acte: "declarerServiceFait" });
    }
    if (manques.length > 0) {
      return motif === "integralite"
        ? nonConforme(`Sortie « intégralité » d’un parcours incomplet. Il manque : ${enumeration(manques)}.`)
        : sansObjet("Le parcours n’est pas complet : la règle C17 s’applique.");
    }
    if (motif !== "integralite") {
      return nonConforme(
        `Le parcours est complet, et la sortie déclarée avec le motif « ${LIBELLES_MOTIF[motif]} ».`,
      );
    }
    const base = baseFacture(etat);
    const montant = base === null ? null : jugerMontant(etat, base);
    return montant ?? conforme("Parcours complet, sorti avec le motif « intégralité ».");
  },
  examples: [
    { cas: "20 h sur 20 h", etat: {}, attendu: "conforme" },
    { cas: "facturé au prix", etat: facture({}), attendu: "conforme" },
    {
      cas: "18 h avec l’accord signé, 1 422 €",
      etat: { ...REDUIT, ...facture({ montant: euros(1422) }) },
      attendu: "conforme",
    },
    {
      cas: "18 h avec l’accord signé, facturées au prix de 20 h",
      etat: { ...REDUIT, ...facture({}) },
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "18 h sans accord signé", etat: RACCOURCI, attendu: "non_conforme", reserve: true },
    {
      cas: "une séance faite mais non signée, facturée",
      etat: {
        ...facture({}),
        seances: BILAN.seances.map((s) => (s.id === "s7" ? { ...s, signatures: [] } : s)),
      },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "parcours complet déclaré en abandon",
      etat: serviceFait({ motif: "abandon_stagiaire" }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "« intégralité » sans phase de conclusion",
      etat: { seances: BILAN.seances.slice(0, 7), remise: null },
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "parcours complet, service fait à déclarer", etat: { serviceFait: null }, attendu: "indetermine" },
    {
      cas: "parcours en cours",
      etat: { seances: BILAN.seances.slice(0, 4), remise: null, serviceFait: null },
      attendu: "indetermine",
    },
    { cas: "abandon", etat: arrete({}), attendu: "sans_objet" },
    { cas: "bilan payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
  ],
});
