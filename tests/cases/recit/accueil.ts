import { apres } from "../calendrier.ts";
import { type Fait, fait } from "../dossier.ts";
import type { Contexte } from "../recit.ts";

const POINTS = [
  "objectifs",
  "contenu",
  "intervenants",
  "horaires",
  "evaluation",
  "contact",
  "reglement_interieur",
  "bonne_foi",
  "destinataire",
  "travail_personnel",
  "materiel",
  "distance",
  "cep_gratuit",
];
const POINTS_PAYEUR = ["tarif", "reglement", "abandon"];
export const RUBRIQUES = ["parcours", "motivations", "contraintes", "attentes"];

/** The day the person met the counsellor before anything was sold. */
const jourDeLEntretien = (c: Contexte): string => apres(c.debut, -22, c.territoire);

/** First contact, entretien préalable, information, questions asked a first time, consent. */
export function accueil(c: Contexte): Fait[] {
  const entretien = jourDeLEntretien(c);
  const signe = (le: string) => [{ par: "beneficiaire", le }];
  const parEmployeur = c.paiement === "employeur" || c.paiement === "opco";
  return [
    fait(apres(c.debut, -26, c.territoire), "demande_recue", {
      origine: c.paiement === "employeur" ? "employeur" : "beneficiaire",
    }),
    fait(entretien, "entretien_prealable_tenu", {
      duree: 60,
      intervenant: c.conseiller,
      modalite: c.modalite === "distanciel" ? "distanciel" : "presentiel",
      gratuit: true,
      objectif: c.objectif ?? "reconversion",
      francaisVerifie: true,
      volontariatVerifie: true,
      disponibiliteVerifiee: true,
      conseillerPresente: true,
      faisable: true,
    }),
    fait(entretien, "information_remise", {
      points: c.paiement === "fonds_propres" ? [...POINTS, ...POINTS_PAYEUR] : POINTS,
      signatures: signe(entretien),
    }),
    fait(entretien, "questionnaire_rempli", {
      moment: "entretien",
      rubriques: RUBRIQUES,
      signatures: signe(entretien),
    }),
    ...(parEmployeur ? [fait(entretien, "volontariat_confirme", { canal: "direct" })] : []),
    fait(apres(c.debut, -20, c.territoire), "consentement_recueilli", {
      signatures: signe(apres(c.debut, -20, c.territoire)),
    }),
  ];
}
