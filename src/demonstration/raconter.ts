import type { Comptes } from "../auth/comptes.ts";
import { compterJusqua, trouverOrganisme } from "../usecases/en-nombre/installation.ts";
import { signerLesCopies } from "../usecases/en-nombre/recopier.ts";
import type { Auteur, Maison } from "../usecases/maison.ts";
import { fonderOrganisme } from "../usecases/organisme/fonder-organisme.ts";
import { estInstalle } from "../usecases/organisme/premier-demarrage.ts";
import { ErreurDite } from "../values/erreur-dite.ts";
import type { Jour } from "../values/jour.ts";
import { suivreLaCadence } from "./cadence.ts";
import { conter } from "./conteur.ts";
import { lireContes, multiplier } from "./en-nombre.ts";
import { histoires } from "./histoires/toutes.ts";
import { CENTRE_HORIZON, COMPTES, PHRASE_DE_PASSE } from "./organisme.ts";
import type { Histoire, Pas } from "./pas.ts";
import { ouvrirLesPortes, personnesDuDehors } from "./portes.ts";

/** What copies are drawn from when nobody says otherwise. */
const GRAINE = "centre horizon";

export interface Demonstration {
  comptes: { nom: string; courriel: string; motDePasse: string }[];
}

/** Tells one story up to yesterday evening: what today brings is still to be done. */
async function raconter(maison: Maison, auteur: Auteur, histoire: Histoire, au: Jour): Promise<string> {
  const conteur = await conter(maison, auteur, histoire.personnage, histoire.premierJour, histoire.demande);
  const passes = laisserSigner(
    histoire,
    histoire.pas.filter((p) => p.jour < au),
  );
  for (const p of passes) await conteur.faire(p.jour, p.acte, p.reponses, p.heure);
  return conteur.reference;
}

/** To whoever has her own space, her last session is left to sign: a visitor sees what she would. */
function laisserSigner({ personnage }: Histoire, passes: readonly Pas[]): readonly Pas[] {
  if (personnage.courriel === undefined) return passes;
  const derniere = passes.findLastIndex(
    (p) => p.acte === "signerSeance" && p.reponses?.par === "beneficiaire",
  );
  return passes.filter((_, i) => i !== derniere);
}

/** A story that was told, by whom, and the reference of its dossier. */
export interface Conte {
  histoire: Histoire;
  auteur: Auteur;
  reference: string;
}

/** Tells the twelve stories in an organisation. */
export async function raconterToutes(maison: Maison, organismeId: string, au: Jour): Promise<Conte[]> {
  const contes: Conte[] = [];
  for (const histoire of histoires(au)) {
    const auteur: Auteur = {
      organismeId,
      utilisateur: "demonstration",
      role: "conseiller",
      intervenant: histoire.conseiller,
    };
    contes.push({ histoire, auteur, reference: await raconter(maison, auteur, histoire, au) });
  }
  return contes;
}

/** How many dossiers the demonstration shall have in all, and what those beside the twelve are drawn from. */
export interface Voulus {
  dossiers: number;
  graine?: string;
}

/**
 * Founds the fictitious organisation and tells its twelve stories, at the first run only; adds copies of them until
 * there are as many dossiers as asked for; then gives the accounts. Throws `ErreurDite` on the data of another
 * organisation: served as a demonstration, its letters would never leave.
 */
export async function raconterDemonstration(
  maison: Maison,
  comptes: Comptes,
  au: Jour,
  { dossiers, graine = GRAINE }: Voulus,
  dire: (phrase: string) => void,
): Promise<Demonstration> {
  if (!(await estInstalle(maison))) {
    dire("Création de l’organisme inventé et de ses douze dossiers, une seule fois…");
    const comptesVoulus = COMPTES.map((c) => ({ ...c, motDePasse: PHRASE_DE_PASSE }));
    const fonde = await fonderOrganisme(maison, comptes, CENTRE_HORIZON, comptesVoulus);
    await ouvrirLesPortes(maison, comptes, await raconterToutes(maison, fonde, au), au);
  }
  // A visitor may have changed one of the two numbers on the screen.
  const organismeId = await trouverOrganisme(
    maison,
    ({ siret, nda }) => siret === CENTRE_HORIZON.siret || nda === CENTRE_HORIZON.nda,
  );
  if (organismeId === undefined) {
    throw new ErreurDite(
      "Ces données ne sont pas celles de la démonstration : rien n’y est ouvert ni ajouté. " +
        "Retirez PROBANT_DATA et DATABASE_URL, ou donnez un autre dossier et une base vide.",
    );
  }
  if (dossiers > 0) await completer(maison, organismeId, au, { dossiers, graine }, dire);
  const personnes = [...COMPTES, ...personnesDuDehors(au)];
  return { comptes: personnes.map(({ nom, courriel }) => ({ nom, courriel, motDePasse: PHRASE_DE_PASSE })) };
}

/** Adds copies to the fictitious organisation until it has that many dossiers; starts again where it was stopped. */
async function completer(
  maison: Maison,
  organismeId: string,
  au: Jour,
  { dossiers, graine }: Required<Voulus>,
  dire: (phrase: string) => void,
): Promise<void> {
  const presents = await compterJusqua(maison, organismeId, dossiers);
  if (presents >= dossiers) {
    dire(`La démonstration a déjà ses ${dossiers} dossiers.`);
    return;
  }
  const contes = await lireContes(maison, organismeId, au);
  const dejaLa = suivreLaCadence(dossiers - presents, () => performance.now(), dire);
  await multiplier(maison, organismeId, contes, { graine, de: presents, a: dossiers }, au, dejaLa);
  await signerLesCopies(maison, organismeId);
}
