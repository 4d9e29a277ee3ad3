import { preuvesDetruites } from "../../dossier/faits/fin.ts";
import { siSeul, transaction } from "../../store/connexion.ts";
import { referenceDe } from "../../store/dossier/dossiers.ts";
import { type Effacement, effacementsAInscrire, noterLigne } from "../../store/dossier/effacements.ts";
import { VERROUS } from "../../store/verrous.ts";
import type { Jour } from "../../values/jour.ts";
import type { DestructionAInscrire, LigneDeRegistre } from "../../vault/registre-destructions.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import type { Maison } from "../maison.ts";
import { organismes } from "../organisme/les-organismes.ts";
import { effacerPreuves } from "./effacer-preuves.ts";

/**
 * Writes what was emptied in the register that lies outside of the database: a backup from before does not bring it back.
 * Interrupted, it goes on at the next turn; when another process holds the register, too.
 */
export async function inscrireEffacements(maison: Maison): Promise<void> {
  await siSeul(maison.base, VERROUS.trousseau, async () => {
    const effectiveLe = maison.horloge();
    const aInscrire: DestructionAInscrire[] = [];
    for (const organisme of await organismes(maison)) {
      const lus = await transaction(maison.base, organisme, effacementsAInscrire);
      for (const { dossierId, n, classe, le } of lus) {
        const fait = { type: preuvesDetruites.type, date: le, donnees: { classe } };
        aInscrire.push({ organisme, dossier: dossierId, rang: n, fait, effectiveLe });
      }
    }
    if (aInscrire.length === 0) return;
    await maison.trousseau.detruireExternes([], effectiveLe, aInscrire);
    const lignes = new Map(maison.trousseau.registre().lignes.map((l) => [`${l.dossier}/${l.rang}`, l.n]));
    for (const { organisme, dossier, rang } of aInscrire) {
      const ligne = lignes.get(`${dossier}/${rang}`)!;
      await transaction(maison.base, organisme, (tx) => noterLigne(tx, dossier, ligne));
    }
  });
}

/** Whether a line of the register is about a dossier that was emptied. */
export const ditUnEffacement = (ligne: LigneDeRegistre) => ligne.fait.type === preuvesDetruites.type;

/** Empties again a dossier that a restored database brought back; false when there was nothing to do. */
export async function rejouerEffacement(maison: Maison, ligne: LigneDeRegistre): Promise<boolean> {
  return await transaction(maison.base, ligne.organisme, async (tx) => {
    if (await noterLigne(tx, ligne.dossier, ligne.n)) return false;
    const reference = await referenceDe(tx, ligne.dossier);
    const dossier = reference === undefined ? undefined : await chargerDossier(tx, reference);
    if (dossier === undefined) return false;
    const { classe } = ligne.fait.donnees as { classe: Effacement["classe"] };
    await effacerPreuves(maison, tx, dossier, classe, ligne.fait.date as Jour, ligne.n);
    return true;
  });
}
