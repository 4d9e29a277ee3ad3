import type { Organisme } from "../../law/etat.ts";
import { type PdfScelle, scellerPdf } from "../../sceau/sceller-pdf.ts";
import type { Maison } from "../maison.ts";
import { lignes } from "../papiers/cadre.ts";
import { sceauDeLOrganisme } from "./sceau-de-l-organisme.ts";

/** A paper as it leaves: its bytes, and what sealed them. */
export type Scelle = PdfScelle & { scelleLe: string; certificat: Uint8Array; scellePar: string };

/** Seals a paper with the organisation's key, time-stamped when an authority answers: it says so when none does. */
export async function scellerPourLOrganisme(
  maison: Maison,
  organismeId: string,
  organisme: Organisme,
  pdf: Uint8Array,
): Promise<Scelle> {
  const sceau = await sceauDeLOrganisme(maison, organismeId, organisme);
  const le = maison.horloge();
  const adresse = lignes(organisme.adresse).join(", ");
  const scelle = await scellerPdf(pdf, {
    nom: organisme.raisonSociale,
    lieu: adresse === "" ? null : adresse,
    le,
    sceau,
    horodateur: maison.horodateur,
  });
  return {
    ...scelle,
    scelleLe: le,
    scellePar: organisme.raisonSociale,
    certificat: Buffer.from(sceau.empreinte, "hex"),
  };
}
