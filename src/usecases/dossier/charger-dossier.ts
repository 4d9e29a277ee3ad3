import { etatDe } from "../../dossier/evolve.ts";
import { etatInitial } from "../../dossier/initial.ts";
import { sBeneficiaire } from "../../dossier/organisme.ts";
import type { Etat, Organisme } from "../../law/etat.ts";
import { type Tx, transaction } from "../../store/connexion.ts";
import { type CleLue, ecrireCles, lireCle } from "../../store/dossier/cles.ts";
import { lireDossier } from "../../store/dossier/dossiers.ts";
import { retenirLesClesExternes } from "../../store/dossier/enveloppes.ts";
import type { TeteLue } from "../../store/journal/journal.ts";
import { lireOrganisme } from "../../store/organisme/organismes.ts";
import type { Classe } from "../../vault/cles-dossier.ts";
import { creerCle, ouvrirCle } from "../../vault/cles-dossier.ts";
import type { Maison } from "../maison.ts";
import { organismeLu } from "../organisme/organisme-lu.ts";
import { type Identite, sIdentite } from "./identite.ts";
import { type FaitConsigne, lireTextes } from "./texte-des-faits.ts";

/** A dossier as a use case works on it: who, what happened, what that gives, and the head that a writing must find. */
export interface DossierCharge {
  id: string;
  reference: string;
  identite: Identite;
  initial: Etat;
  faits: FaitConsigne[];
  etat: Etat;
  tete: TeteLue;
}

/** The organisation of the transaction; throws when it has no row, which no transaction of ours can meet. */
export async function chargerOrganisme(tx: Tx): Promise<Organisme> {
  const lu = await lireOrganisme(tx);
  if (lu === undefined) throw new Error("this organisation has no row");
  return organismeLu(lu.donnees);
}

/** Reads a dossier whole; undefined when this organisation has none of that reference. */
export async function chargerDossier(tx: Tx, reference: string): Promise<DossierCharge | undefined> {
  // Asked together: the server answers them in turn, in one round trip.
  const [lu, organisme] = await Promise.all([lireDossier(tx, { reference }), chargerOrganisme(tx)]);
  if (lu === undefined) return undefined;
  const initial = etatInitial(organisme, sBeneficiaire.parse(lu.beneficiaire));
  const faits = lireTextes(lu.faits);
  return {
    id: lu.id,
    reference: lu.reference,
    identite: sIdentite.parse(lu.beneficiaire),
    initial,
    faits,
    etat: etatDe(initial, faits),
    tete: lu.tete,
  };
}

/** The dossier as it stood after its first `taille` facts. Its head is the present one: nothing may be written from it. */
export function limiterA(dossier: DossierCharge, taille: number): DossierCharge {
  const faits = dossier.faits.slice(0, taille);
  return { ...dossier, faits, etat: etatDe(dossier.initial, faits) };
}

/**
 * One of the two keys of a dossier, unwrapped. A content key that was destroyed with what it opened is made anew for what
 * is sealed after it; a proof key that is missing is an error.
 */
export async function cleDuDossier(
  maison: Maison,
  tx: Tx,
  dossierId: string,
  classe: Classe,
): Promise<Buffer> {
  const vue = (await lireCle(tx, dossierId, classe)) ?? (await refaireCle(maison, tx, dossierId, classe));
  const lue = maison.trousseau.estDetruite(vue.cleExterne)
    ? ((await relireCle(maison, tx, dossierId, classe)) ?? vue)
    : vue;
  return await ouvrirCle(maison.trousseau, tx.organismeId, dossierId, {
    ...lue,
    enveloppe: Buffer.from(lue.enveloppe),
  });
}

/** The outer key was turned since this transaction began to see: the same key, as it is wrapped at this very moment. */
function relireCle(maison: Maison, { organismeId }: Tx, dossierId: string, classe: Classe) {
  return transaction(maison.base, organismeId, (tx) => lireCle(tx, dossierId, classe));
}

async function refaireCle(maison: Maison, tx: Tx, dossierId: string, classe: Classe): Promise<CleLue> {
  if (classe !== "contenu") throw new Error(`dossier ${dossierId} has no ${classe} key`);
  await retenirLesClesExternes(tx);
  const cle = await creerCle(maison.trousseau, tx.organismeId, dossierId, classe);
  await ecrireCles(tx, dossierId, [cle]);
  return cle;
}
