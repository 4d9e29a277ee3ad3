import { z } from "zod";
import { defineFait } from "../fait.ts";
import { ouNul, sCode, sContenu, sHeure, sJour } from "../schema.ts";
import { OBJETS, type Objet } from "../signature/objet.ts";
import { porterSignature } from "../signature/porter.ts";

/** « la séance », in a sentence. */
export const NOMS_DES_OBJETS: Record<Objet, string> = {
  information: "l’information",
  consentement: "le consentement",
  volontariat: "le volontariat",
  devis: "le devis",
  convention: "la convention",
  questionnaire: "le questionnaire",
  document_suivi: "le document de suivi",
  ajustement: "la durée ajustée",
  seance: "la séance",
  synthese: "la synthèse",
  remise: "la remise",
  contrat: "le contrat",
  suivi: "l’entretien de suivi",
  conservation: "ce que l’on garde",
  retrait_conservation: "le retrait d’un accord de conservation",
  communication: "l’accord pour montrer un document",
  retrait_communication: "le retrait d’un accord de communication",
};
const PAR = {
  beneficiaire: "par la personne",
  conseiller: "par le conseiller",
  organisme: "par l’organisme",
  employeur: "par l’employeur",
} as const;

/** What was shown, to the letter: the SHA-256 of a text kept in clear, or the commitment of one that is sealed. */
const sTexteMontre = z.object({
  modele: z.string().regex(/^[a-z_]{1,40}\.\d{1,3}$/, { error: "Un modèle se nomme par exemple seance.1." }),
  empreinte: ouNul(
    z
      .string()
      .regex(/^[0-9a-f]{64}$/, { error: "Une empreinte SHA-256 a 64 chiffres hexadécimaux, en minuscules." }),
  ),
  contenu: ouNul(sContenu),
});

const commun = {
  objet: z.enum(OBJETS),
  /** Id of the session or of the fact that is signed; null when the signature brought that fact with it. */
  sur: ouNul(z.string().max(64)),
  par: z.enum(["beneficiaire", "conseiller", "organisme", "employeur"]),
  texte: sTexteMontre,
};

/** A signature on a screen (code civil 1367): what was shown, who signed, how he was known. */
export const signatureApposee = defineFait({
  type: "signature_apposee.v1",
  libelle: "Signature",
  schema: z.object({
    ...commun,
    /** How the person was known: own account, one-use link and code, code shown by the counsellor, on his device. */
    moyen: z.enum(["compte", "lien_et_code", "code_de_seance", "appareil_du_conseiller"]),
    /** SHA-256 of the drawing, when there is one: the typed name is the signature. */
    dessin: ouNul(z.string().regex(/^[0-9a-f]{64}$/, { error: "Une empreinte a 64 chiffres." })),
    /** Another person signed on the same device shortly before: said, never hidden. */
    memeAppareil: z.boolean().default(false),
    /** Day and hour that the device told, when it could not send at once; the server's are in the journal. */
    differee: ouNul(z.object({ jour: sJour, heure: sHeure })),
    /** Words that the person added to her agreement. */
    observation: ouNul(sContenu),
  }),
  recit: (d) => `${NOMS_DES_OBJETS[d.objet]}, ${PAR[d.par]}`,
  evolve: (etat, { objet, sur, par }, trace) => ({
    ...porterSignature(etat, objet, sur, { par, le: trace.date }),
    signaturesApposees: [...etat.signaturesApposees, { ...trace, objet, sur, par }],
  }),
});

/** The person read and does not agree: a fact of its own, never a missing signature. */
export const desaccordExprime = defineFait({
  type: "desaccord_exprime.v1",
  libelle: "Désaccord",
  schema: z.object({ ...commun, raison: ouNul(sContenu), partie: ouNul(sCode) }),
  recit: (d) => `sur ${NOMS_DES_OBJETS[d.objet]}, ${PAR[d.par]}`,
  evolve: (etat, { objet, sur, par }, trace) => ({
    desaccords: [...etat.desaccords, { ...trace, objet, sur, par }],
  }),
});
