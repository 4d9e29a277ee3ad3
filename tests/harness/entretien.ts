/** What a counsellor types of an entretien préalable that leads to a bilan. */
export const ENTRETIEN_TAPE = {
  date: ["24/11/2026"],
  duree: ["1 h"],
  intervenant: ["nadia"],
  modalite: ["presentiel"],
  gratuit: ["oui"],
  objectif: ["reconversion"],
  francaisVerifie: ["oui"],
  volontariatVerifie: ["oui"],
  disponibiliteVerifiee: ["oui"],
  conseillerPresente: ["oui"],
  faisable: ["oui"],
  notes: ["Elle veut quitter la comptabilité."],
};
