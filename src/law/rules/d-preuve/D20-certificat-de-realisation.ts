import { formatDuree } from "../../../values/duree.ts";
import { jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { sansSuite, termeDepasse } from "../../calcul/deroulement.ts";
import type { Etat } from "../../etat.ts";
import { minutesFaites } from "../../heures.ts";
import { defineRule } from "../../rule.ts";
import { officielle } from "../../sources.ts";
import { certificatOfficiel } from "../../textes/conservation.ts";
import { conforme, indetermine, nonConforme, sansObjet, type Verdict } from "../../verdict.ts";
import { enCours, facture, payePar, trace } from "./exemples.ts";

const EMPLOYEUR =
  "L’arrêté lu vise l’opérateur de compétences ; pour l’employeur, le certificat suit l’usage du modèle officiel.";

/** Who pays says how sure the duty is; null when nobody is owed a certificate. */
function exigence(etat: Etat): { reserve: string | undefined } | null {
  const financeurs = etat.financement?.financeurs ?? [];
  if (financeurs.includes("opco")) return { reserve: undefined };
  return financeurs.includes("employeur") ? { reserve: EMPLOYEUR } : null;
}

function heuresDuCertificat(certificat: NonNullable<Etat["certificat"]>, etat: Etat): Verdict {
  const faites = minutesFaites(etat.seances);
  return certificat.minutes === faites
    ? conforme(`Le certificat dit ${formatDuree(faites)}, comme les séances tenues.`)
    : nonConforme(
        `Le certificat dit ${formatDuree(certificat.minutes)}, les séances tenues font ${formatDuree(faites)}.`,
      );
}

const certificat = (minutes: number): NonNullable<Etat["certificat"]> => ({
  ...trace("2026-11-17"),
  minutes: minutes as NonNullable<Etat["certificat"]>["minutes"],
});

export default defineRule({
  id: "D20",
  statement:
    "Un certificat de réalisation, aux heures réellement faites, accompagne la facture à l’OPCO ou à l’employeur.",
  gravite: "majeure",
  effet: "tache",
  questions: ["Q17"],
  sources: [
    officielle(
      "Arrêté du 21 décembre 2018 (facture, relevé de dépenses, certificat de réalisation)",
      "2026-11-23",
    ),
    certificatOfficiel,
  ],
  inForce: { from: jour("2019-01-01"), until: null, repere: "fin" },
  remede: "le certificat est émis après la sortie et dit les heures des séances tenues.",
  evaluate: (etat, au) => {
    if (etat.certificat !== null) return heuresDuCertificat(etat.certificat, etat);
    const motif = sansSuite(etat);
    if (motif !== null) return sansObjet(motif);
    if (etat.financement === null) return indetermine("Qui finance le bilan.");
    const due = exigence(etat);
    if (due === null) return sansObjet("Ni l’opérateur de compétences ni l’employeur ne paie ce bilan.");
    const premiere = etat.factures[0];
    if (premiere !== undefined && termeDepasse(etat, au)) {
      return nonConforme(
        `La facture ${premiere.numero} est partie sans certificat de réalisation.`,
        due.reserve,
      );
    }
    return indetermine("Le certificat de réalisation, à émettre après la sortie.", {
      acte: "emettreCertificat",
    });
  },
  examples: [
    { cas: "payé par le CPF", etat: {}, attendu: "sans_objet" },
    {
      cas: "OPCO, certificat aux heures faites",
      etat: { ...payePar("opco"), certificat: certificat(20 * 60) },
      attendu: "conforme",
    },
    {
      cas: "le certificat compte les heures prévues, pas les faites",
      etat: { ...payePar("opco"), certificat: certificat(24 * 60) },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "OPCO, facture partie sans certificat",
      etat: { ...payePar("opco"), factures: [facture()] },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "employeur, facture partie sans certificat",
      etat: { ...payePar("employeur"), factures: [facture()] },
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "OPCO, le lendemain de la sortie", etat: payePar("opco"), attendu: "indetermine" },
    {
      cas: "OPCO, bilan en cours",
      etat: { ...enCours(4), ...payePar("opco"), entree: BILAN.entree },
      au: "2026-10-20",
      attendu: "indetermine",
    },
  ],
});
