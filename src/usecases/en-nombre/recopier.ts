import { setImmediate } from "node:timers/promises";
import type { Organisme } from "../../law/etat.ts";
import { transaction } from "../../store/connexion.ts";
import { type DossierEntier, ecrireDossiersEntiers } from "../../store/dossier/ecrire-en-nombre.ts";
import { sequencer } from "../../store/journal/sequencer.ts";
import type { Jour } from "../../values/jour.ts";
import { chargerOrganisme } from "../dossier/charger-dossier.ts";
import { signerMaintenant } from "../journal/signer-journal.ts";
import type { Maison } from "../maison.ts";
import { type Copie, copier } from "./copie.ts";
import type { Modele } from "./modele.ts";
import { composerVariante, type Variante } from "./variante.ts";

/** A copy to make: which model, how many weeks earlier, and who. */
export interface Commande extends Copie {
  modele: Modele;
  semaines: number;
}

/** Facts written in one transaction, about: enough for the server, little enough to lose. */
const FAITS_PAR_LOT = 8_000;
const COPIES_D_UN_TRAIT = 10;

/**
 * Writes copies of dossiers in bulk, batch by batch: each batch is one transaction, its heads placed in the log within
 * it, so that an interruption leaves whole dossiers only. The log is not signed here. `avancer` gets how many are there.
 */
export async function recopier(
  maison: Maison,
  organismeId: string,
  commandes: Iterable<Commande>,
  au: Jour,
  avancer: (faits: number) => void,
): Promise<void> {
  const organisme = await transaction(maison.base, organismeId, chargerOrganisme);
  const variantes = varianteur(organisme, au);
  let ecrits = 0;
  // The next batch is made while the server writes the one before.
  let enCours: Promise<void> = Promise.resolve();
  const ecrire = async (lot: readonly DossierEntier[]) => {
    await enCours;
    enCours = ecrireLot(maison, organismeId, lot).then(() => {
      ecrits += lot.length;
      avancer(ecrits);
    });
    // Its failure is told by whoever waits for it next.
    enCours.catch(() => undefined);
  };
  let lot: DossierEntier[] = [];
  let faits = 0;
  for (const commande of commandes) {
    const { modele, semaines } = commande;
    const entier = await copier(maison, organismeId, modele, variantes(modele, semaines), commande);
    lot.push(entier);
    faits += entier.faits.length;
    // What the server answered meanwhile is heard, and it gets its next statement.
    if (lot.length % COPIES_D_UN_TRAIT === 0) await setImmediate();
    if (faits < FAITS_PAR_LOT) continue;
    await ecrire(lot);
    [lot, faits] = [[], 0];
  }
  if (lot.length > 0) await ecrire(lot);
  await enCours;
}

function ecrireLot(maison: Maison, organismeId: string, lot: readonly DossierEntier[]): Promise<void> {
  return transaction(maison.base, organismeId, async (tx) => {
    await ecrireDossiersEntiers(tx, lot);
    while ((await sequencer(tx)) > 0);
  });
}

/** Each model at each distance is judged once. */
function varianteur(organisme: Organisme, au: Jour): (modele: Modele, semaines: number) => Variante {
  const connues = new Map<Modele, Map<number, Variante>>();
  return (modele, semaines) => {
    const siennes = connues.get(modele) ?? new Map<number, Variante>();
    connues.set(modele, siennes);
    const variante = siennes.get(semaines) ?? composerVariante(organisme, modele, semaines, au);
    siennes.set(semaines, variante);
    return variante;
  };
}

/** Signs the log as it stands after copies were written. */
export async function signerLesCopies(maison: Maison, organismeId: string): Promise<void> {
  await transaction(maison.base, organismeId, (tx) => signerMaintenant(maison, tx));
}
