import { clesDetruites } from "../../dossier/faits/fin.ts";
import { aSonTour, transaction } from "../../store/connexion.ts";
import { lignesConnues, lignesDeLOrganisme, rendreEffective } from "../../store/dossier/destructions.ts";
import { referenceDe } from "../../store/dossier/dossiers.ts";
import { reecrireCles, sontEnveloppees } from "../../store/dossier/enveloppes.ts";
import { VERROUS } from "../../store/verrous.ts";
import type { Instant } from "../../values/instant.ts";
import { jour } from "../../values/jour.ts";
import { CLASSES } from "../../vault/cles-dossier.ts";
import type { CleVivante } from "../../vault/cles-vivantes.ts";
import type { LigneDeRegistre } from "../../vault/registre-destructions.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import { ecrireFaits } from "../dossier/ecrire-faits.ts";
import { ditUnEffacement, rejouerEffacement } from "../durees/inscrire-effacements.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Maison } from "../maison.ts";
import { organismes } from "../organisme/les-organismes.ts";
import { automate, ecrireLesEffectives } from "./effectives.ts";

const LOT = 500;

/**
 * What the register says and this database does not know, before anything is served. A turn of the keys that was
 * interrupted is written down. A database older than the register was restored: the keys that live are taken from
 * beside the keyring, and what was destroyed since goes again. Gives how many destructions were done again. Throws
 * `ErreurTrousseau` when the register is missing, cut or altered.
 */
export async function rejouerLesDestructions(maison: Maison): Promise<number> {
  if (await toutEstConnu(maison)) return 0;
  // Another process may be in the middle of a turn, whose end is not a restore.
  return await aSonTour(maison.base, VERROUS.trousseau, async () => {
    await ecrireLesEffectives(maison);
    return (await toutEstConnu(maison)) ? 0 : await rejouerLesLignes(maison);
  });
}

/** Nor is anything wrapped by an outer key that is gone: such a database is from before the keys were turned. */
async function toutEstConnu(maison: Maison): Promise<boolean> {
  const { base, trousseau } = maison;
  if ((await lignesConnues(base)) < trousseau.registre().taille) return false;
  const detruites = trousseau.externesDetruites();
  for (const organismeId of detruites.length === 0 ? [] : await organismes(maison)) {
    if (await transaction(base, organismeId, (tx) => sontEnveloppees(tx, detruites))) return false;
  }
  return true;
}

async function rejouerLesLignes(maison: Maison): Promise<number> {
  const presents = new Set(await organismes(maison));
  await remettreLesCles(maison, presents);
  let total = 0;
  for (const [organismeId, siennes] of Map.groupBy(maison.trousseau.registre().lignes, (l) => l.organisme)) {
    if (!presents.has(organismeId)) continue;
    const connues = await transaction(maison.base, organismeId, lignesDeLOrganisme);
    for (const ligne of siennes) {
      if (!connues.has(ligne.n) && (await rejouer(maison, ligne))) total += 1;
    }
  }
  return total;
}

/** Puts the living keys in the place of the wrappings that no outer key opens any more; the others are newer. */
async function remettreLesCles(maison: Maison, presents: ReadonlySet<string>): Promise<void> {
  const ouvrent = CLASSES.flatMap((classe) => maison.trousseau.externesDe(classe));
  let lot: CleVivante[] = [];
  const ecrire = async () => {
    for (const [organismeId, cles] of Map.groupBy(lot, (c) => c.organismeId)) {
      if (presents.has(organismeId)) {
        await transaction(maison.base, organismeId, (tx) => reecrireCles(tx, cles, ouvrent));
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
  if (ditUnEffacement(ligne)) return await rejouerEffacement(maison, ligne);
  return await transaction(maison.base, ligne.organisme, async (tx) => {
    const reference = await referenceDe(tx, ligne.dossier);
    const dossier = reference === undefined ? undefined : await chargerDossier(tx, reference);
    if (dossier === undefined) return false;
    const auteur = automate(ligne.organisme, dossier.etat.entretien?.intervenant);
    const effective = jourDeParis(ligne.effectiveLe as Instant);
    const demande = { ...ligne.fait, date: jour(ligne.fait.date) };
    await ecrireFaits(maison, tx, auteur, dossier, [demande, clesDetruites.nouveau(effective, {})]);
    const n = dossier.tete.taille + 1;
    await rendreEffective(tx, { dossierId: dossier.id, n }, { le: ligne.effectiveLe, ligne: ligne.n });
    return true;
  });
}
