import { transactionDeLecture } from "../../store/connexion.ts";
import type { Auteur, Maison } from "../maison.ts";
import { lireNoms } from "../papiers/noms.ts";
import type { DossierCharge } from "./charger-dossier.ts";

/** Under which name the organisation knows who wrote each of these facts; a fact of an account that left it is not there. */
export async function auteursDesFaits(
  maison: Maison,
  auteur: Auteur,
  dossier: DossierCharge,
  faits: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { comptes } = await transactionDeLecture(maison.base, auteur, (tx) => lireNoms(tx, dossier.id));
  return new Map(
    dossier.faits.flatMap((f): [string, string][] => {
      const nom = comptes.get(f.auteur.utilisateur);
      return faits.includes(f.id) && nom !== undefined ? [[f.id, nom]] : [];
    }),
  );
}
