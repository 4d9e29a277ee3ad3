import { clesDetruites } from "../../dossier/faits/fin.ts";
import { aSonTour, transaction } from "../../store/connexion.ts";
import {
  lignesConnues,
  lignesDeLOrganisme,
  reecrireCles,
  referenceDe,
  rendreEffective,
} from "../../store/dossier/destructions.ts";
import type { Instant } from "../../values/instant.ts";
import { type Jour, jour } from "../../values/jour.ts";
import type { CleVivante } from "../../vault/cles-vivantes.ts";
import type { LigneDeRegistre } from "../../vault/registre-destructions.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import { ecrireFaits } from "../dossier/ecrire-faits.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Maison } from "../maison.ts";
import { organismes } from "../organisme/les-organismes.ts";
import { automate } from "./effectives.ts";

const LOT = 500;
/** Number of the lock of whoever does destructions again. */
const VERROU_REPRISE = 7_303;

/**
 * A database older than the register was restored: the keys that live are taken from beside the keyring, and what was
 * destroyed since goes again, before anything is served. Gives how many destructions were done again. Throws
 * `ErreurTrousseau` when the register is missing, cut or altered.
 */
export async function rejouerLesDestructions(maison: Maison): Promise<number> {
  const { lignes } = maison.trousseau.registre();
  if ((await lignesConnues(maison.base)) >= lignes.length) return 0;
  return await aSonTour(maison.base, VERROU_REPRISE, () => rejouerLesLignes(maison, lignes));
}

async function rejouerLesLignes(maison: Maison, lignes: readonly LigneDeRegistre[]): Promise<number> {
  const presents = new Set(await organismes(maison));
  await remettreLesCles(maison, presents);
  let total = 0;
  for (const [organismeId, siennes] of Map.groupBy(lignes, (l) => l.organisme)) {
    if (!presents.has(organismeId)) continue;
    const connues = await transaction(maison.base, organismeId, lignesDeLOrganisme);
    for (const ligne of siennes) {
      if (!connues.has(ligne.n) && (await rejouer(maison, ligne))) total += 1;
    }
  }
  return total;
}

/** Puts the living keys in the place of the wrappings that the restored database holds. */
async function remettreLesCles(maison: Maison, presents: ReadonlySet<string>): Promise<void> {
  let lot: CleVivante[] = [];
  const ecrire = async () => {
    for (const [organismeId, cles] of Map.groupBy(lot, (c) => c.organismeId)) {
      if (presents.has(organismeId)) {
        await transaction(maison.base, organismeId, (tx) => reecrireCles(tx, cles));
      }
    }
    lot = [];
  };
  for await (const cle of maison.trousseau.clesVivantes()) {
    lot.push(cle);
    if (lot.length === LOT) await ecrire();
  }
  await ecrire();
}

/** False for a dossier that this database does not know. */
async function rejouer(maison: Maison, ligne: LigneDeRegistre): Promise<boolean> {
  return await transaction(maison.base, ligne.organisme, async (tx) => {
    const reference = await referenceDe(tx, ligne.dossier);
    const dossier = reference === undefined ? undefined : await chargerDossier(tx, reference);
    if (dossier === undefined) return false;
    const auteur = automate(ligne.organisme, dossier.etat.entretien?.intervenant);
    const effective = jourDeParis(ligne.effectiveLe as Instant);
    // The backup may hold the fact that asked, and lack only what followed.
    const demande = dossier.faits[ligne.rang - 1]?.type === ligne.fait.type ? [] : [demandeDe(ligne)];
    await ecrireFaits(maison, tx, auteur, dossier, [...demande, clesDetruites.nouveau(effective, {})]);
    const n = demande.length === 0 ? ligne.rang : dossier.tete.taille + 1;
    await rendreEffective(tx, { dossierId: dossier.id, n }, { le: ligne.effectiveLe, ligne: ligne.n });
    return true;
  });
}

function demandeDe({ fait: { type, date, donnees } }: LigneDeRegistre) {
  return { type, date: jour(date) satisfies Jour, donnees };
}
