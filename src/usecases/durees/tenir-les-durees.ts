import type { Comptes } from "../../auth/comptes.ts";
import { effacerEntreesFinies } from "../../auth/menage.ts";
import { finDesFactures } from "../../dossier/durees/fins.ts";
import { aAnnoncer, aFaire, prevoir } from "../../dossier/durees/prevoir.ts";
import type { ChoixDeDuree } from "../../dossier/durees/table.ts";
import { siSeul, transaction, transactionDeLecture } from "../../store/connexion.ts";
import { ecrireAnnonce, recommencerAnnonces, retirerAnnonces } from "../../store/dossier/annonces.ts";
import { effacerFactures, facturesGardees } from "../../store/dossier/effacements.ts";
import { dossiersATenir, ecrirePassage, lirePassage } from "../../store/dossier/passage.ts";
import { VERROUS } from "../../store/verrous.ts";
import type { Jour } from "../../values/jour.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Maison } from "../maison.ts";
import { organismes } from "../organisme/les-organismes.ts";
import { annoncesDuDossier, choixDeDuree } from "./annonces-et-choix.ts";
import { etatDeLHorloge } from "./horloge.ts";
import { inscrireEffacements } from "./inscrire-effacements.ts";
import { ensemble, RIEN, type Tenue, tenirUnDossier } from "./tenir-un-dossier.ts";

const LOT = 100;
const AVANT_TOUS = "00000000-0000-0000-0000-000000000000";

/**
 * Announces and carries out the ends of what is kept, in every organisation: all dossiers once a day, those that changed
 * at each turn. Safe to interrupt and to run twice; undefined when another process is at it.
 * A clock that went back stops everything until a person says that it is right.
 */
export async function tenirLesDurees(maison: Maison, comptes: Comptes): Promise<Tenue | undefined> {
  return await siSeul(maison.base, VERROUS.durees, async () => {
    let total = RIEN;
    await effacerEntreesFinies(maison.base.pool);
    for (const organismeId of await organismes(maison)) {
      total = ensemble(total, await tenirUnOrganisme(maison, comptes, organismeId));
    }
    await inscrireEffacements(maison);
    return total;
  });
}

async function tenirUnOrganisme(maison: Maison, comptes: Comptes, organismeId: string): Promise<Tenue> {
  let total = RIEN;
  const le = maison.horloge();
  const au = jourDeParis(le);
  const { passage, choix } = await transactionDeLecture(maison.base, organismeId, async (tx) => ({
    passage: await lirePassage(tx),
    choix: await choixDeDuree(tx),
  }));
  const horloge = etatDeLHorloge(passage, le);
  if (horloge === "recul") return total;
  if (horloge === "reprise") await transaction(maison.base, organismeId, recommencerAnnonces);
  const entier = passage?.entierLe !== au;
  for (let apres = AVANT_TOUS; ; ) {
    const depuis = entier ? null : passage.le;
    const lot = await transactionDeLecture(maison.base, organismeId, (tx) =>
      dossiersATenir(tx, depuis, apres, LOT),
    );
    for (const { reference } of lot) {
      total = ensemble(total, await tenirUnDossier(maison, comptes, { organismeId, reference, choix, au }));
    }
    if (lot.length < LOT) break;
    apres = lot.at(-1)!.id;
  }
  if (entier)
    total = ensemble(total, { ...RIEN, annonces: await tenirLesFactures(maison, organismeId, choix, au) });
  await transaction(maison.base, organismeId, (tx) => ecrirePassage(tx, { le, entierLe: au }));
  return total;
}

/** The lines of invoices that outlived their dossiers; gives how many ends were announced. */
async function tenirLesFactures(
  maison: Maison,
  organismeId: string,
  choix: ChoixDeDuree,
  au: Jour,
): Promise<number> {
  return await transaction(maison.base, organismeId, async (tx) => {
    let annonces = 0;
    for (const { dossierId, emises } of await facturesGardees(tx)) {
      const fins = finDesFactures(emises as Jour[], choix);
      for (const e of prevoir(fins, await annoncesDuDossier(tx, dossierId), au)) {
        const { classe, du } = e;
        if (aAnnoncer(e, au)) {
          await ecrireAnnonce(tx, dossierId, { classe, du, annonceeLe: au });
          annonces += 1;
        }
        if (!aFaire(e, au)) continue;
        await effacerFactures(tx, dossierId);
        await retirerAnnonces(tx, dossierId, [classe]);
      }
    }
    return annonces;
  });
}
