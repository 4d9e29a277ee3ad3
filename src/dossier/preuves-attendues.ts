import { partDeLEmployeur } from "../law/calcul/employeur.ts";
import { NOMS_EVENEMENTS } from "../law/calcul/evenements.ts";
import type { Etat, Seance, Signature } from "../law/etat.ts";
import { formatJour } from "../values/dates-fr.ts";
import { type Etape, estEngage, etapeDe } from "./etape.ts";

/** A proof that a controller looks for and that the facts do not hold. */
export interface PreuveManquante {
  libelle: string;
  /** What the facts say of it; null when they say nothing. */
  motif: string | null;
}

const COMMENCE: readonly Etape[] = ["deroulement", "terme", "apres"];
const FINI: readonly Etape[] = ["terme", "apres"];

/**
 * What a control asks of the course of a bilan (recommended list of the webinar's Q3, Q4, Q10, Q16 and Q17) and that
 * no fact of this dossier answers, as far as its stage makes it due. Papers are looked at apart.
 */
export function preuvesManquantes(etat: Etat): PreuveManquante[] {
  const etape = etapeDe(etat);
  return [
    ...avant(etat, etape),
    ...(COMMENCE.includes(etape) ? pendant(etat) : []),
    ...(FINI.includes(etape) ? apres(etat) : []),
  ];
}

function si(manque: boolean, libelle: string, motif: string | null = null): PreuveManquante[] {
  return manque ? [{ libelle, motif }] : [];
}

function avant(etat: Etat, etape: Etape): PreuveManquante[] {
  const commence = COMMENCE.includes(etape);
  const inscrit = commence || estEngage(etat);
  const employeur = partDeLEmployeur(etat);
  return [
    ...si(etape !== "accueil" && etat.entretien === null, "Entretien préalable"),
    ...si(inscrit && etat.information === null, "Information remise avant l’inscription"),
    ...si(inscrit && etat.consentement === null, "Consentement de la personne"),
    ...si(commence && !estEngage(etat), "Commande, convention ou contrat"),
    ...si(
      inscrit && employeur !== null && etat.volontariat === null,
      "Preuve de volontariat",
      employeur === null ? null : `${employeur} : elle se recueille à part.`,
    ),
  ];
}

function pendant(etat: Etat): PreuveManquante[] {
  const questionnaire = etat.questionnaires.find((q) => q.moment === "preliminaire");
  return [
    ...si(questionnaire === undefined, "Questionnaire de la phase préliminaire"),
    ...si(
      questionnaire !== undefined && !aSigne(questionnaire.signatures, "beneficiaire"),
      "Signature du questionnaire par la personne",
    ),
    ...etat.seances.filter((s) => s.statut === "tenue").flatMap(deLaSeance),
    ...etat.etalements
      .filter((e) => e.preuve === null)
      .map((e) => ({
        libelle: `Preuve de l’événement du ${formatJour(e.date)}`,
        motif: `Noté sans pièce : ${NOMS_EVENEMENTS[e.nature]}.`,
      })),
  ];
}

function deLaSeance(s: Seance): PreuveManquante[] {
  const quand = `séance du ${formatJour(s.date)}`;
  return [
    ...si(!aSigne(s.signatures, "beneficiaire"), `Signature de la personne, ${quand}`),
    ...si(!aSigne(s.signatures, "conseiller"), `Signature du conseiller, ${quand}`),
    ...si(s.modalite === "distanciel" && s.traces.length === 0, `Trace de connexion, ${quand}`),
  ];
}

function apres(etat: Etat): PreuveManquante[] {
  const { remise } = etat;
  const interrompu = etat.finAnticipee !== null;
  return [
    ...si(
      remise !== null && !aSigne(remise.signatures, "beneficiaire"),
      "Signature du récépissé de remise par la personne",
    ),
    ...si(!interrompu && etat.entretienSuivi === null, "Proposition d’un entretien de suivi"),
    ...si(etat.destruction === null, "Destruction des documents de travail"),
  ];
}

function aSigne(signatures: readonly Signature[], par: Signature["par"]): boolean {
  return signatures.some((s) => s.par === par);
}
