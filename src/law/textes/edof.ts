import { officielle, secondaire } from "../sources.ts";

const LU = "2026-11-23";
const AIDE = "https://www.of.moncompteformation.gouv.fr/aide";
const ESPACE_PUBLIC = "https://of.moncompteformation.gouv.fr/espace-public/aide";

export const entreeEnFormation = officielle(
  "Caisse des Dépôts, aide EDOF : déclarer l’entrée en formation, les points de vigilance",
  LU,
  `${AIDE}/declarer-lentree-en-formation-les-points-de-vigilance`,
);
export const serviceFaitEdof = officielle(
  "Caisse des Dépôts, aide EDOF : comment déclarer le service fait",
  LU,
  `${ESPACE_PUBLIC}/comment-declarer-le-service-fait-qui-valide-le-service-fait`,
);
export const motifDeSortie = officielle(
  "Caisse des Dépôts, aide EDOF : comment choisir le motif de sortie de formation",
  LU,
  `${ESPACE_PUBLIC}/comment-choisir-le-motif-de-sortie-de-formation`,
);
/** Its exact address was not kept when it was read. */
export const annulationEdof = officielle(
  "Caisse des Dépôts, aide EDOF : quelles conséquences en cas d’annulation",
  LU,
);
/** Its exact address was not kept when it was read. */
export const delaiDePaiement = officielle(
  "Caisse des Dépôts, actualité EDOF : CGU, zoom sur les délais de paiement",
  LU,
);
export const delaisDeCommande = secondaire(
  "Délais de réponse et d’acceptation d’une demande, rapportés par trois organismes de formation",
  LU,
);
export const delaiDeDebut = secondaire(
  "Délai de 11 jours ouvrés avant le début, rapporté par plusieurs organismes en 2026",
  LU,
);
/** The wording counts « jours ouvrés »; one newer article says 11, probably for the delay before the start. */
export const delaiDeRetractation = secondaire(
  "Rétractation de 14 jours ouvrés, CGU art. 4.1 dans une version ancienne, d’après cpformation",
  "2026-11-25",
  "https://cpformation.com/annulation-formation-cpf/?amp=1",
);
/** What the holder loses or not, by the day of the cancellation; the page of the Caisse des Dépôts gives no number of days. */
export const seuilAnnulation = secondaire(
  "Annulation sans frais à plus de 7 jours ouvrés du début, CGU art. 4.2 dans une version ancienne, d’après cpformation",
  "2026-11-25",
  "https://cpformation.com/annulation-formation-cpf/?amp=1",
);
export const bandesDePaiement = secondaire(
  "Paiement après abandon (25 % et 80 %), d’après des comptes rendus des CGU de 2021-2022",
  LU,
);
export const doublonsEdof = secondaire(
  "Rejet des offres en doublon depuis le 7 avril 2022 (codes 30056 et 30057), cpformation",
  LU,
);
export const indemniteAnnulation = secondaire(
  "Indemnité d’annulation tardive : 5 % ou 100 % du prix selon les sources",
  LU,
);
