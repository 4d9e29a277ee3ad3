import { compterUn } from "../../auth/essais.ts";
import { hex, utf8 } from "../../evidence/bytes.ts";
import type { Auteur, Maison } from "../maison.ts";

/** Savings that pages may send by themselves in one minute: who types and changes field makes twenty at most. */
export const PAR_MINUTE = 60;

/** Whether this person's pages send too often. The count lies under a key that names nobody. */
export async function souvent(maison: Maison, { organismeId, utilisateur }: Auteur): Promise<boolean> {
  const cle = hex(maison.hasher.sha256(utf8(`brouillons|${organismeId}|${utilisateur}`)));
  return (await compterUn(maison.base.pool, cle, PAR_MINUTE, 60_000)) !== null;
}
