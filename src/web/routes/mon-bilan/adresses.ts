import type { Question } from "../../../dossier/questionnaire/questions.ts";
import type { Attente } from "../../../dossier/signature/objet.ts";
import { QUESTIONNAIRE, SANS_ID } from "../../adresses-de-la-personne.ts";

export function adresseDeSignature({ objet, sur }: Pick<Attente, "objet" | "sur">): string {
  return `/mon-bilan/signer/${objet}/${sur ?? SANS_ID}`;
}

export const adresseDeQuestion = ({ id }: Pick<Question, "id">) => `${QUESTIONNAIRE}/${id}`;

/** The way back from any page of the person's space. */
export const RETOUR = { libelle: "Votre bilan", href: "/mon-bilan" };

/** Signing a session with the six figures that the counsellor shows, whichever session they are for. */
export const AVEC_UN_CODE = { libelle: "Signer avec un code", href: "/mon-bilan/emarger" } as const;
