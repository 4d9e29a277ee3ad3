import { Temporal } from "temporal-polyfill";
import { onTestFinished } from "vitest";
import { tenirLeJournal } from "../../src/jobs/journal.ts";
import { BILAN } from "../../src/law/bilan-exemple.ts";
import { fonderOrganisme } from "../../src/usecases/organisme/fonder-organisme.ts";
import type { ALaFin } from "../harness/base.ts";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "../harness/maison.ts";
import { servir } from "./serveur.ts";

export const COMPTE = {
  nom: "Nadia Benali",
  courriel: "nadia@horizon.example",
  motDePasse: "quatre mots pour visiter",
};

/** The real application on a port of this machine: database, keyring, journal. */
export interface Centre extends MaisonDeTest {
  url: string;
  /** Sets the clock to a civil day and hour in Paris. */
  nousSommes: (jour: string, heure?: string) => void;
  /** What the application said besides the pages: a journal that fails. */
  plaintes: string[];
}

/** Opens a house without organisation, serves it, and lets `fonder` found the organisation that its account enters. */
export async function ouvrirCentre(
  aLaFin: ALaFin = onTestFinished,
  fonder: (m: MaisonDeTest) => Promise<unknown> = fonderBilan,
): Promise<Centre> {
  const m = await ouvrirMaisonDeTest({ fondee: false, aLaFin });
  await fonder(m);
  const plaintes: string[] = [];
  const journal = tenirLeJournal(m.maison, (phrase) => plaintes.push(phrase));
  aLaFin(() => journal.arreter());
  const serveur = await servir(m.app);
  aLaFin(() => serveur.fermer());
  return {
    ...m,
    url: serveur.url,
    nousSommes: (jour, heure = "17:40") => m.regler(instantDeParis(jour, heure)),
    plaintes,
  };
}

/** The organisation of the example bilan, with one counsellor's account. */
export function fonderBilan({ maison, comptes }: MaisonDeTest): Promise<string> {
  return fonderOrganisme(maison, comptes, BILAN.organisme, [{ ...COMPTE, intervenant: "nadia" }]);
}

function instantDeParis(jour: string, heure: string): string {
  const la = Temporal.PlainDateTime.from(`${jour}T${heure}`).toZonedDateTime("Europe/Paris");
  return new Date(la.epochMilliseconds).toISOString();
}
