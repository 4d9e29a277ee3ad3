import type { Annonce } from "../../dossier/durees/prevoir.ts";
import { AUCUN_CHOIX, type ChoixDeDuree, type ClasseAnnoncee } from "../../dossier/durees/table.ts";
import type { Tx } from "../../store/connexion.ts";
import { lireAnnonces } from "../../store/dossier/annonces.ts";
import { lireChoix } from "../../store/organisme/choix-de-duree.ts";
import type { Jour } from "../../values/jour.ts";

/** What was announced of a dossier, as the forecast reads it. */
export async function annoncesDuDossier(tx: Tx, dossierId: string): Promise<Annonce[]> {
  return (await lireAnnonces(tx, dossierId)).map((a) => ({
    classe: a.classe as ClasseAnnoncee,
    du: a.du as Jour,
    annonceeLe: a.annonceeLe as Jour,
  }));
}

/** What the organisation decided where no text decides; nothing, until it does. */
export async function choixDeDuree(tx: Tx): Promise<ChoixDeDuree> {
  return (await lireChoix(tx)) ?? AUCUN_CHOIX;
}
