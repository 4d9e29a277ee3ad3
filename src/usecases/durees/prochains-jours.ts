import { finDesFactures, finsDuDossier } from "../../dossier/durees/fins.ts";
import { type Effacement, prevoir } from "../../dossier/durees/prevoir.ts";
import type { ChoixDeDuree } from "../../dossier/durees/table.ts";
import { type Tx, transaction, transactionDeLecture } from "../../store/connexion.ts";
import {
  compterAnnonces,
  dossiersAnnonces,
  ecrireChoix,
  ecrirePassage,
  lirePassage,
  recommencerAnnonces,
} from "../../store/dossier/annonces.ts";
import { effacesDepuis, facturesGardees } from "../../store/dossier/effacements.ts";
import type { Instant } from "../../values/instant.ts";
import { ajouterJours, type Jour } from "../../values/jour.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { uneSeuleFois } from "../une-seule-fois.ts";
import { annoncesDuDossier, choixDeDuree } from "./ce-qui-finit.ts";
import { type Horloge, lHorloge } from "./tenir-les-durees.ts";

/** How many dossiers one page tells of: each is read whole. */
export const PAR_PAGE = 50;

/** What comes to its end in one dossier, named by its reference alone. */
export interface Prevu extends Effacement {
  reference: string;
}

/** What the person who manages the organisation is told of the coming days, and of those that passed. */
export interface ProchainsJours {
  au: Jour;
  horloge: Horloge;
  /** Day of the last passing of the clock; null before the first. */
  passeLe: Jour | null;
  prevus: Prevu[];
  pages: number;
  partis: { reference: string; classe: Effacement["classe"]; le: Jour }[];
  choix: ChoixDeDuree;
}

/** Reads what was announced, by the same function as the clock, and what went in the last 90 days. */
export async function prochainsJours(maison: Maison, auteur: Auteur, page = 1): Promise<ProchainsJours> {
  const maintenant = maison.horloge();
  const au = jourDeParis(maintenant);
  return await transactionDeLecture(maison.base, auteur, async (tx) => {
    const choix = await choixDeDuree(tx);
    const passage = await lirePassage(tx);
    const nombre = await compterAnnonces(tx);
    const prevus: Prevu[] = [];
    for (const { reference } of await dossiersAnnonces(tx, (page - 1) * PAR_PAGE, PAR_PAGE)) {
      const dossier = (await chargerDossier(tx, reference))!;
      const fins = finsDuDossier(dossier.etat, dossier.faits, choix);
      prevus.push(...annonces(reference, prevoir(fins, await annoncesDuDossier(tx, dossier.id), au)));
    }
    const pages = Math.max(1, Math.ceil(nombre / PAR_PAGE));
    if (page === pages) prevus.push(...(await lesFactures(tx, choix, au)));
    return {
      au,
      horloge: lHorloge(passage, maintenant),
      passeLe: passage === undefined ? null : jourDeParis(passage.le as Instant),
      prevus: prevus.toSorted((a, b) => a.le.localeCompare(b.le) || a.reference.localeCompare(b.reference)),
      pages,
      partis: (await effacesDepuis(tx, ajouterJours(au, -90))).map((e) => ({ ...e, le: e.le as Jour })),
      choix,
    };
  });
}

const annonces = (reference: string, prevus: readonly Effacement[]): Prevu[] =>
  prevus.filter((e) => e.annonceeLe !== null).map((e) => ({ ...e, reference }));

async function lesFactures(tx: Tx, choix: ChoixDeDuree, au: Jour): Promise<Prevu[]> {
  const prevus: Prevu[] = [];
  for (const { dossierId, reference, emises } of await facturesGardees(tx)) {
    const fins = finDesFactures(emises as Jour[], choix);
    prevus.push(...annonces(reference, prevoir(fins, await annoncesDuDossier(tx, dossierId), au)));
  }
  return prevus;
}

const laVeille = (au: Jour) => ajouterJours(au, -1);

/** Keeps what the organisation decides where no text that we read decides. */
export async function choisirLesDurees(
  maison: Maison,
  auteur: Auteur,
  cle: string,
  choix: ChoixDeDuree,
): Promise<void> {
  await uneSeuleFois(maison, auteur, [cle, "choisirLesDurees"], async (tx) => {
    const quand = maison.horloge();
    await ecrireChoix(tx, choix, { quand, utilisateur: auteur.utilisateur });
    const passage = await lirePassage(tx);
    // Every dossier is looked at again, and not tomorrow only.
    if (passage !== undefined)
      await ecrirePassage(tx, { ...passage, entierLe: laVeille(jourDeParis(quand)) });
    return { issue: "fait" };
  });
}

/** A person says that the clock of the machine is right: it starts again from here, and every announcement with it. */
export async function confirmerLHorloge(maison: Maison, auteur: Auteur): Promise<void> {
  const le = maison.horloge();
  await transaction(maison.base, auteur.organismeId, async (tx) => {
    const passage = await lirePassage(tx);
    if (lHorloge(passage, le) !== "recul") return;
    await recommencerAnnonces(tx);
    await ecrirePassage(tx, { le, entierLe: laVeille(jourDeParis(le)) });
  });
}
