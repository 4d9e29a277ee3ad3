import { finDesFactures, finsDuDossier } from "../../dossier/durees/fins.ts";
import { HORIZON, type Prevision, prevoir } from "../../dossier/durees/prevoir.ts";
import type { ChoixDeDuree } from "../../dossier/durees/table.ts";
import { type Tx, transactionDeLecture } from "../../store/connexion.ts";
import { compterAnnonces, dossiersAnnonces } from "../../store/dossier/annonces.ts";
import { effacesDepuis, facturesGardees } from "../../store/dossier/effacements.ts";
import { lirePassage } from "../../store/dossier/passage.ts";
import type { Instant } from "../../values/instant.ts";
import { ajouterJours, type Jour } from "../../values/jour.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { annoncesDuDossier, choixDeDuree } from "./annonces-et-choix.ts";
import { type EtatDHorloge, etatDeLHorloge } from "./horloge.ts";

/** How many dossiers one page tells of: each is read whole. */
const PAR_PAGE = 50;

/** What comes to its end in one dossier, named by its reference alone. */
export interface Prevu extends Prevision {
  reference: string;
}

/** What the person who manages the organisation is told of the coming days, and of those that passed. */
export interface ProchainsJours {
  au: Jour;
  horloge: EtatDHorloge;
  /** Day of the last passing of the clock; null before the first. */
  passeLe: Jour | null;
  prevus: Prevu[];
  /** The page that is told, from 1; the last one when a later was asked for, since what is done leaves the list. */
  page: number;
  pages: number;
  partis: { reference: string; classe: Prevision["classe"]; le: Jour }[];
  choix: ChoixDeDuree;
}

/** Reads what was announced, by the same function as the clock, and what went in as many days before. */
export async function prochainsJours(maison: Maison, auteur: Auteur, demandee = 1): Promise<ProchainsJours> {
  const maintenant = maison.horloge();
  const au = jourDeParis(maintenant);
  return await transactionDeLecture(maison.base, auteur, async (tx) => {
    const choix = await choixDeDuree(tx);
    const passage = await lirePassage(tx);
    const pages = Math.max(1, Math.ceil((await compterAnnonces(tx)) / PAR_PAGE));
    const page = Math.min(demandee, pages);
    const prevus: Prevu[] = [];
    for (const { reference } of await dossiersAnnonces(tx, (page - 1) * PAR_PAGE, PAR_PAGE)) {
      const dossier = (await chargerDossier(tx, reference))!;
      const fins = finsDuDossier(dossier.etat, dossier.faits, choix);
      prevus.push(...annonces(reference, prevoir(fins, await annoncesDuDossier(tx, dossier.id), au)));
    }
    if (page === pages) prevus.push(...(await lesFactures(tx, choix, au)));
    return {
      au,
      horloge: etatDeLHorloge(passage, maintenant),
      passeLe: passage === undefined ? null : jourDeParis(passage.le as Instant),
      prevus: prevus.toSorted((a, b) => a.le.localeCompare(b.le) || a.reference.localeCompare(b.reference)),
      page,
      pages,
      partis: (await effacesDepuis(tx, ajouterJours(au, -HORIZON))).map((e) => ({ ...e, le: e.le as Jour })),
      choix,
    };
  });
}

const annonces = (reference: string, prevus: readonly Prevision[]): Prevu[] =>
  prevus.filter((e) => e.annonceeLe !== null).map((e) => ({ ...e, reference }));

async function lesFactures(tx: Tx, choix: ChoixDeDuree, au: Jour): Promise<Prevu[]> {
  const prevus: Prevu[] = [];
  for (const { dossierId, reference, emises } of await facturesGardees(tx)) {
    const fins = finDesFactures(emises as Jour[], choix);
    prevus.push(...annonces(reference, prevoir(fins, await annoncesDuDossier(tx, dossierId), au)));
  }
  return prevus;
}
