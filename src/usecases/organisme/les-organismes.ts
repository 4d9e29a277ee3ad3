import { transaction, transactionDeService } from "../../store/connexion.ts";
import { lireDossier } from "../../store/dossier/dossiers.ts";
import type { Maison } from "../maison.ts";

/** The organisations of the installation, in the order of their ids. */
export async function organismes(maison: Maison): Promise<string[]> {
  const lus = await transactionDeService(maison.base, (db) =>
    db.selectFrom("organisme").select("id").orderBy("id").execute(),
  );
  return lus.map((o) => o.id);
}

/** Those that have a dossier of this reference: each numbers its own. */
export async function organismesDuDossier(maison: Maison, reference: string): Promise<string[]> {
  const trouves: string[] = [];
  for (const id of await organismes(maison)) {
    const lu = await transaction(maison.base, id, (tx) => lireDossier(tx, { reference }));
    if (lu !== undefined) trouves.push(id);
  }
  return trouves;
}
