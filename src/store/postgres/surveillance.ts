import { setTimeout as attendre } from "node:timers/promises";
import { ErreurDemarrage } from "./erreur-demarrage.ts";
import type { Postmaster } from "./postmaster.ts";
import { DisquePlein } from "./refus-du-serveur.ts";

export type EtatServeur = "prete" | "redemarre" | "disque_plein" | "arretee";

export interface Surveillance {
  etat(): EtatServeur;
  pid(): number;
  /** Stops the server and waits; "SIGINT" ends the clients' sessions, "SIGTERM" lets them finish. */
  arreter(signal: NodeJS.Signals): Promise<void>;
}

/** Milliseconds before each new try; the last one repeats. */
const ATTENTES_MS = [0, 200, 500, 1_000, 2_000, 5_000, 10_000];
/** A server that lived this long starts the waits anew. */
const VIE_NORMALE_MS = 30_000;

/** Keeps a server alive: starts it again, with growing waits, whenever it goes without having been asked. */
export function surveiller(
  premier: Postmaster,
  relancer: () => Promise<Postmaster>,
  journalise: (phrase: string) => void,
): Surveillance {
  let postmaster = premier;
  let etat: EtatServeur = "prete";
  let dernierePhrase = "";
  let relance: Promise<unknown> = Promise.resolve();
  const arret = new AbortController();

  async function veiller(): Promise<void> {
    let essai = 0;
    while (!arret.signal.aborted) {
      const debut = performance.now();
      await postmaster.fini;
      if (arret.signal.aborted) return;
      etat = "redemarre";
      dire("La base de données s’est arrêtée ; Probant la relance.");
      essai = performance.now() - debut > VIE_NORMALE_MS ? 0 : essai;
      essai = await relancerJusquAuSucces(essai);
    }
  }

  /** Gives the number of the next try. */
  async function relancerJusquAuSucces(premierEssai: number): Promise<number> {
    for (let essai = premierEssai; ; essai += 1) {
      await attendre(ATTENTES_MS[Math.min(essai, ATTENTES_MS.length - 1)], undefined, {
        signal: arret.signal,
      });
      try {
        const essaiEnCours = relancer();
        relance = essaiEnCours.catch(() => undefined);
        postmaster = await essaiEnCours;
        etat = "prete";
        dire("La base de données est de nouveau prête.");
        return essai + 1;
      } catch (erreur) {
        if (!(erreur instanceof ErreurDemarrage)) throw erreur;
        if (erreur instanceof DisquePlein) etat = "disque_plein";
        dire(erreur.phrase);
      }
    }
  }

  function dire(phrase: string): void {
    if (phrase !== dernierePhrase) journalise(phrase);
    dernierePhrase = phrase;
  }

  const veille = veiller().catch((erreur: unknown) => {
    if (arret.signal.aborted) return;
    etat = "arretee";
    journalise(`La base de données ne peut plus être relancée : ${String(erreur)}`);
  });

  return {
    etat: () => etat,
    pid: () => postmaster.pid,
    arreter: async (signal) => {
      arret.abort();
      await relance;
      postmaster.signaler(signal);
      await tenirEveille(postmaster.fini);
      await veille;
      etat = "arretee";
    },
  };
}

/** The watch of an adopted server does not keep the process alive by itself; the wait for its end does. */
async function tenirEveille(fini: Promise<void>): Promise<void> {
  const veilleuse = setInterval(() => undefined, 1_000);
  await fini;
  clearInterval(veilleuse);
}
