import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { onTestFinished } from "vitest";
import { tenirLeJournal } from "../../src/jobs/journal.ts";
import { BILAN } from "../../src/law/bilan-exemple.ts";
import { fonderOrganisme } from "../../src/usecases/fonder-organisme.ts";
import type { Auteur } from "../../src/usecases/maison.ts";
import type { ALaFin } from "../harness/base.ts";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "../harness/maison.ts";
import { servir } from "./serveur.ts";

export const COMPTE = {
  nom: "Nadia Benali",
  courriel: "nadia@horizon.example",
  motDePasse: "quatre mots pour ouvrir",
};

/** The real application on a port of this machine: database, keyring, journal, one counsellor with an account. */
export interface Centre extends MaisonDeTest {
  url: string;
  auteur: Auteur;
  /** Sets the clock to a civil day and hour in Paris. */
  nousSommes: (jour: string, heure?: string) => void;
  /** What the application said besides the pages: a journal that fails. */
  plaintes: string[];
}

export async function ouvrirCentre(aLaFin: ALaFin = onTestFinished): Promise<Centre> {
  const m = await ouvrirMaisonDeTest({ fondee: false, aLaFin });
  const conseillere = { ...COMPTE, intervenant: "nadia" };
  const organismeId = await fonderOrganisme(m.maison, m.comptes, BILAN.organisme, [conseillere]);
  const plaintes: string[] = [];
  const journal = tenirLeJournal(m.maison, (phrase) => plaintes.push(phrase));
  aLaFin(() => journal.arreter());
  const serveur = await servir(m.app);
  aLaFin(() => serveur.fermer());
  return {
    ...m,
    organismeId,
    url: serveur.url,
    auteur: { organismeId, utilisateur: randomUUID(), role: "conseiller", intervenant: "nadia" },
    nousSommes: (jour, heure = "17:40") => m.regler(instantDeParis(jour, heure)),
    plaintes,
  };
}

function instantDeParis(jour: string, heure: string): string {
  const la = Temporal.PlainDateTime.from(`${jour}T${heure}`).toZonedDateTime("Europe/Paris");
  return new Date(la.epochMilliseconds).toISOString();
}
