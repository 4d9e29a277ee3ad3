import type { Attente } from "../../../dossier/signature/objet.ts";

/** What stands in an address for a thing that has no id of its own. */
export const SANS_ID = "nouveau";

export function adresseDeSignature({ objet, sur }: Pick<Attente, "objet" | "sur">): string {
  return `/mon-bilan/signer/${objet}/${sur ?? SANS_ID}`;
}
