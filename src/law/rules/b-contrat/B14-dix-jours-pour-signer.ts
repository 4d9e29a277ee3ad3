import { formatJour } from "../../../values/dates-fr.ts";
import { ajouterJours, type Jour, jour } from "../../../values/jour.ts";
import type { Etat } from "../../etat.ts";
import { planOuReclassement } from "../../financeurs.ts";
import { valeurOuPremiere } from "../../parameter.ts";
import { acceptationConvention } from "../../parameters/acceptation-convention.ts";
import { jourDuDebut } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { conventionTripartite, sansConventionSousCpf } from "../../textes/contrat.ts";
import { conforme, nonConforme, sansObjet, type Verdict } from "../../verdict.ts";
import { prudentSousCpf } from "./convention.ts";
import { enAttente, financementInconnu, signeLe } from "./engagement.ts";
import { auPlan, CONVENTION, financement, PAS_COMMENCE, SANS_SUITE, signe } from "./exemples.ts";

const TARDIVE =
  "Le texte dit que le silence vaut refus ; qu’une nouvelle transmission rouvre le délai est notre lecture.";

const sansLui = signe("2026-09-15", "organisme", "employeur");

function dixJours(etat: Etat, au: Jour): Verdict {
  if (etat.financement === null) return financementInconnu;
  if (!planOuReclassement(etat)) {
    return sansObjet("Le bilan n’entre ni dans le plan de l’employeur ni dans un congé de reclassement.");
  }
  const { convention } = etat;
  const transmise = convention?.transmiseParEmployeurLe ?? null;
  if (convention === null || transmise === null) {
    return enAttente(etat, "Le jour où l’employeur a transmis le projet de convention au salarié.", {
      acte: "transmettreConvention",
    });
  }
  const dernierJour = ajouterJours(transmise, valeurOuPremiere(acceptationConvention, transmise).value);
  const signe = signeLe(convention.signatures, "beneficiaire");
  if (signe !== null) {
    return signe <= dernierJour
      ? conforme("Le salarié a signé dans les 10 jours de la transmission.")
      : nonConforme(
          `Le salarié a signé le ${formatJour(signe)} ; le délai finissait le ${formatJour(dernierJour)}.`,
          TARDIVE,
        );
  }
  if (au <= dernierJour) {
    return enAttente(etat, "La réponse du salarié.", { acte: "signerConvention", echeance: dernierJour });
  }
  const debut = jourDuDebut(etat);
  return debut !== null
    ? nonConforme(
        `Le silence du salarié vaut refus depuis le ${formatJour(dernierJour)}, et le bilan a commencé le ${formatJour(debut)}.`,
      )
    : enAttente(
        etat,
        `La fin du dossier : sans réponse au ${formatJour(dernierJour)}, le salarié est réputé avoir refusé.`,
        { acte: "noterRefus" },
      );
}

export default defineRule({
  id: "B14",
  statement:
    "Le salarié a 10 jours pour signer la convention que son employeur lui transmet ; son silence vaut refus.",
  gravite: "critique",
  effet: "bloque",
  questions: [],
  sources: [conventionTripartite, sansConventionSousCpf],
  inForce: { from: jour("2019-01-01"), until: null, repere: "demande" },
  remede: "l’employeur transmet de nouveau le projet, et le salarié signe dans les 10 jours.",
  evaluate: (etat, au) => prudentSousCpf(etat, dixJours(etat, au)),
  examples: [
    { cas: "signé au huitième jour", etat: auPlan({}), attendu: "conforme" },
    {
      cas: "signé le dixième jour",
      etat: auPlan({ signatures: [...sansLui, ...signe("2026-09-17", "beneficiaire")] }),
      attendu: "conforme",
    },
    {
      cas: "signé le lendemain",
      etat: auPlan({ signatures: [...sansLui, ...signe("2026-09-18", "beneficiaire")] }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "silence, et des séances",
      etat: auPlan({ signatures: sansLui }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "le plan complète le CPF, silence et des séances",
      etat: { ...financement({ plan: true }), convention: { ...CONVENTION, signatures: sansLui } },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "sans réponse au dixième jour",
      etat: { ...auPlan({ signatures: sansLui }), ...PAS_COMMENCE },
      au: "2026-09-17",
      attendu: "indetermine",
    },
    {
      cas: "sans réponse le lendemain : le refus est à noter",
      etat: { ...auPlan({ signatures: sansLui }), ...PAS_COMMENCE },
      au: "2026-09-18",
      attendu: "indetermine",
    },
    {
      cas: "le refus est noté",
      etat: { ...auPlan({ signatures: sansLui }), ...SANS_SUITE },
      attendu: "sans_objet",
    },
    {
      cas: "transmission non datée",
      etat: auPlan({ transmiseParEmployeurLe: null }),
      attendu: "indetermine",
    },
    { cas: "payé par le CPF", etat: {}, attendu: "sans_objet" },
  ],
});
