import { participationDue } from "../../law/calcul/parts-cpf.ts";
import {
  POINTS_CPF,
  POINTS_DISTANCE,
  POINTS_INFORMATION,
  POINTS_RAPPEL,
} from "../../law/listes/points-information.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import type { Jour } from "../../values/jour.ts";
import { ajouterMinutes } from "../horaires.ts";
import { jourOuvre, type Pas, pas } from "../pas.ts";
import type { PlanDeSeance } from "./plan.ts";

const POINTS = [...POINTS_INFORMATION, ...POINTS_RAPPEL, ...POINTS_CPF, ...POINTS_DISTANCE].map(
  (p) => p.code,
);

/** The interview before the sale: everything checked, the questionnaire signed, the information handed over. */
export function entretien(d0: Jour, notes: string, objectif = "reconversion"): Pas[] {
  const le = jourOuvre(d0, -26);
  return [
    pas(le, "noterEntretien", {
      duree: "1 h",
      modalite: "presentiel",
      gratuit: "oui",
      objectif,
      francaisVerifie: "oui",
      volontariatVerifie: "oui",
      disponibiliteVerifiee: "oui",
      conseillerPresente: "oui",
      faisable: "oui",
      notes,
    }),
    pas(le, "informer", { points: POINTS, signee: "oui" }),
    pas(le, "remplirQuestionnaire", {
      moment: "entretien",
      rubriques: ["parcours", "motivations", "attentes", "contraintes"],
      reponses: "Je veux un métier où je vois le résultat de mon travail.",
      signe: "oui",
    }),
  ];
}

/** A devis of 20 h for the person, on the offer in Rennes unless told otherwise. */
export function devis(le: Jour, changements: Record<string, string> = {}): Pas {
  return pas(le, "emettreDevis", {
    offre: "rennes",
    modalite: "presentiel",
    duree: "20 h",
    preliminaire: "3 h 30",
    investigation: "12 h",
    conclusion: "4 h 30",
    travailPersonnel: "4 h",
    prix: "1 580,00",
    prixSelon: "grille",
    mentionNda: "oui",
    exoneration: "aucune",
    ...changements,
  });
}

/** In a year whose participation no text gives, the counsellor types the one that she sees on the platform: as last known. */
function participationAffichee(le: Jour): Record<string, string> {
  const due = participationDue(null, le).montant;
  return due === null ? { participation: "150,00" } : {};
}

/** Consent, financing by the CPF, devis and order, accepted three weeks before the first session. */
export function venteCpf(d0: Jour, changements: Record<string, string> = {}): Pas[] {
  const [decision, commande] = [jourOuvre(d0, -24), jourOuvre(d0, -22)];
  return [
    pas(decision, "recueillirConsentement", { donne: "oui", signe: "oui" }),
    pas(decision, "confirmerVolontariat", { canal: "direct" }),
    pas(decision, "arreterFinancement", { principal: "cpf", surTempsDeTravail: "non", anterieur: "aucun" }),
    devis(decision, { ...participationAffichee(decision), ...changements }),
    pas(jourOuvre(d0, -23), "accepterDevis"),
    pas(commande, "passerCommande", { debutPrevu: formatJourSaisie(d0) }),
    pas(jourOuvre(d0, -21), "repondreCommande", { debutPrevu: formatJourSaisie(d0) }),
    pas(jourOuvre(d0, -19), "accepterCommande"),
  ];
}

/** The calendar, put down before the first session. */
export function calendrier(
  d0: Jour,
  lieu: string,
  plan: readonly PlanDeSeance[],
  modalite = "presentiel",
): Pas[] {
  return plan.map((s) =>
    pas(jourOuvre(d0, -17), "planifierSeance", {
      jour: formatJourSaisie(jourOuvre(d0, s.apres)),
      debut: s.debut,
      fin: ajouterMinutes(s.debut, s.minutes),
      phase: s.phase,
      modalite,
      lieu,
    }),
  );
}
