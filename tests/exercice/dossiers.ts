import { contenusDetruits } from "../../src/dossier/faits/fin.ts";
import type { Auteur, Maison } from "../../src/usecases/maison.ts";
import { jour } from "../../src/values/jour.ts";
import { BILAN_REMIS, CANARI } from "../harness/bilan.ts";
import { CAMILLE, ecrireFaits, ouvrirDossierVide } from "../harness/histoire.ts";
import type { Voliere } from "./canaris.ts";

export interface DossierPlante {
  reference: string;
  id: string;
  /** The word of each sealed text. */
  canaris: string[];
}

/** A bilan from its first call to its handing over, with another word in each sealed text. */
export async function planterDossier(
  maison: Maison,
  auteur: Auteur,
  voliere: Voliere,
): Promise<DossierPlante> {
  const ouvert = await ouvrirDossierVide(maison, auteur, CAMILLE);
  const canaris: string[] = [];
  const recit = BILAN_REMIS.map((fait) =>
    typeof fait !== "function"
      ? fait
      : (sceller: Parameters<typeof fait>[0]) =>
          fait((texte, nature) => {
            const canari = voliere.nouveau();
            canaris.push(canari);
            return sceller(texte.replaceAll(CANARI, canari), nature);
          }),
  );
  await ecrireFaits(maison, auteur, ouvert.reference, recit);
  return { ...ouvert, canaris };
}

/** Destroys the contents at their term, as the act does. */
export async function detruire(maison: Maison, auteur: Auteur, reference: string): Promise<void> {
  await ecrireFaits(maison, auteur, reference, [
    contenusDetruits.nouveau(jour("2026-11-16"), { documents: 3 }),
  ]);
}
