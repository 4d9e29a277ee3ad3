import type { Attente } from "../../../dossier/signature/objet.ts";
import { SANS_ID } from "../../adresses-de-la-personne.ts";

export function adresseDeSignature({ objet, sur }: Pick<Attente, "objet" | "sur">): string {
  return `/mon-bilan/signer/${objet}/${sur ?? SANS_ID}`;
}

/** The way back from any page of the person's space. */
export const RETOUR = { libelle: "Votre bilan", href: "/mon-bilan" };
