import { conservationContenus } from "../../../law/parameters/conservation-contenus.ts";
import { derniereValeur } from "../../delais.ts";

/** What the texts to sign say by the law itself, whoever the person is. Each holds its source. */

/** L6313-4 al. 1. */
export const OBJET = [
  "Le bilan de compétences permet d’analyser ses compétences professionnelles et personnelles, ses aptitudes et ses motivations.",
  "Il sert à définir un projet professionnel et, s’il y a lieu, un projet de formation.",
] as const;

/** R6313-4, 1° to 3°. */
export const PHASES_DE_LA_LOI = {
  preliminaire:
    "Phase préliminaire : analyser la demande et le besoin, choisir la forme qui convient, définir ensemble le déroulement.",
  investigation:
    "Phase d’investigation : construire le projet et vérifier qu’il est pertinent, ou élaborer une ou plusieurs autres solutions.",
  conclusion:
    "Phase de conclusions, en entretiens personnalisés : s’approprier les résultats détaillés, recenser ce qui favorise le projet, prévoir ses principales étapes.",
} as const;

/** R6313-4, 3° c: a possibility, never a duty of hers. */
export const ENTRETIEN_DE_SUIVI = "Un entretien de suivi avec l’organisme est possible après le bilan.";

/** R6313-4, 1° c. */
export const DEROULEMENT_DECIDE =
  "La personne et l’organisme définissent ensemble le déroulement, pendant la phase préliminaire.";

/** L6313-4 al. 4, code pénal 226-13. */
export const SECRET =
  "Qui réalise ou détient un bilan de compétences est tenu au secret professionnel, sous peine de sanctions pénales.";

/** L6313-4 al. 3; the last appointment: webinar, Q16. */
export const REMISE = [
  "La personne reçoit, au dernier rendez-vous, les résultats détaillés et un document de synthèse.",
  "Elle seule les reçoit. Ils ne vont à personne d’autre sans son accord, pas même à qui paie.",
] as const;

/** R6313-7. */
export const DESTRUCTION = [
  "L’organisme détruit les documents élaborés pour le bilan dès qu’il est terminé.",
  `La loi permet d’en garder certains, pendant ${derniereValeur(conservationContenus)} ans au plus.`,
  "Ce sont la synthèse communiquée avec l’accord de la personne, et ce qu’elle accepte par écrit de laisser pour être suivie.",
] as const;

/** Arrêté of 21 December 2018, model of the certificate. */
export const CERTIFICAT =
  "À la fin, l’organisme établit un certificat de réalisation. Il dit les heures faites et aucun contenu.";
