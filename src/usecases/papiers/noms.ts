import { lireAcces } from "../../store/acces/acces.ts";
import type { Tx } from "../../store/connexion.ts";
import { listerMembres } from "../../store/organisme/membres.ts";

/** Under which names the organisation knows who signs: by account, and who would sign for the company today. */
export interface Noms {
  comptes: ReadonlyMap<string, string>;
  employeur: string | null;
}

/** For a list, or where nobody's name is printed. */
export const SANS_NOMS: Noms = { comptes: new Map(), employeur: null };

/** The names of the members, and of those who have or had a door to this dossier. */
export async function lireNoms(tx: Tx, dossierId: string): Promise<Noms> {
  const [portes, membres] = [await lireAcces(tx, dossierId), await listerMembres(tx)];
  return {
    comptes: new Map(
      [...membres, ...portes].map(({ utilisateurId, nom }): [string, string] => [utilisateurId, nom]),
    ),
    employeur: portes.find((p) => p.role === "employeur" && p.fin === null)?.nom ?? null,
  };
}
