import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { raconterDemonstration } from "../../src/demonstration/raconter.ts";
import { preparerPremierDemarrage } from "../../src/usecases/organisme/premier-demarrage.ts";
import { jour } from "../../src/values/jour.ts";
import { creerApp } from "../../src/web/app.tsx";
import type { Portes } from "../../src/web/contexte.ts";
import { preparerRessources } from "../../src/web/ressources.ts";
import type { ALaFin } from "../harness/base.ts";
import { type Centre, fonderBilan, ouvrirCentre } from "./centre.ts";
import { entrer, ouvrirUnDossier } from "./personne.ts";
import { servir } from "./serveur.ts";

export type Session = BrowserContextOptions["storageState"];

/** The places where pages are looked at. */
export interface Lieux {
  /** The demonstration, and one dossier just opened: one at each place where a dossier can stand. */
  plein: Centre;
  /** An organisation without a dossier. */
  vide: Centre;
  /** A house before its first organisation, and the code of its terminal. */
  neuf: { url: string; code: string };
  /** The full centre, as a demonstration, when its clock breaks, its printing never ends, its printing fails. */
  sansHorloge: string;
  sansFin: string;
  sansImprimerie: string;
  session: Session;
  sessionVide: Session;
}

export async function ouvrirLieux(navigateur: Browser, aLaFin: ALaFin): Promise<Lieux> {
  const plein = await ouvrirCentre(aLaFin, (m) =>
    raconterDemonstration(m.maison, m.comptes, jour("2026-11-24"), { dossiers: 0 }, () => {}),
  );
  const vide = await ouvrirCentre(aLaFin, fonderBilan);
  const neuf = await ouvrirCentre(aLaFin, async () => {});
  const code = (await preparerPremierDemarrage(neuf.maison)) ?? "";
  const enPanne = (portes: Partial<Portes>) => servirAutrement(plein, portes, aLaFin);
  const sansHorloge = () => {
    throw new Error("the clock broke");
  };
  return {
    plein,
    vide,
    neuf: { url: neuf.url, code },
    sansHorloge: await enPanne({ maison: { ...plein.maison, horloge: sansHorloge } }),
    sansFin: await enPanne({ imprimer: () => new Promise(() => {}) }),
    sansImprimerie: await enPanne({ imprimer: () => Promise.reject(new Error("the printing broke")) }),
    session: await sessionDe(navigateur, plein.url, (page) => ouvrirUnDossier(page, "Ida", "Nouvelle")),
    sessionVide: await sessionDe(navigateur, vide.url),
  };
}

/** The same house behind other doors, on a port of its own; gives its address. */
async function servirAutrement(m: Centre, portes: Partial<Portes>, aLaFin: ALaFin): Promise<string> {
  const ressources = preparerRessources();
  const communes: Portes = {
    maison: { ...m.maison },
    comptes: m.comptes,
    imprimer: m.imprimer,
    ressources: ressources.adresses,
    demonstration: true,
    url: m.url,
  };
  const serveur = await servir(creerApp({ ...communes, ...portes }, ressources, () => {}));
  aLaFin(() => serveur.fermer());
  return serveur.url;
}

async function sessionDe(
  navigateur: Browser,
  url: string,
  puis: (page: Page) => Promise<void> = async () => {},
): Promise<Session> {
  const contexte = await navigateur.newContext();
  const page = await contexte.newPage();
  await entrer(page, url);
  await puis(page);
  const session = await contexte.storageState();
  await contexte.close();
  return session;
}
