import type { Etat, Phase } from "../law/etat.ts";
import { dureePrevue, minutesEngagees, minutesSignees } from "../law/heures.ts";
import { juger, manquements } from "../law/judge.ts";
import { jourDeLaFin, jourDuDebut } from "../law/reference-day.ts";
import type { Jour } from "../values/jour.ts";
import { prochainActe } from "./a-faire.ts";
import { type Etape, etapeDe, phaseDe } from "./etape.ts";

/** The line of a dossier in lists, derived from its state each time a fact is written. */
export interface Resume {
  etape: Etape;
  phase: Phase | null;
  minutesSignees: number;
  minutesPrevues: number;
  prochainActe: string | null;
  prochaineEcheance: Jour | null;
  /** Findings non conforme and certain. */
  alertes: number;
  debut: Jour | null;
  fin: Jour | null;
  financement: string | null;
}

/** What the list shows of a dossier as of `au`; a new day may change it without any fact. */
export function resumer(etat: Etat, au: Jour): Resume {
  const constats = juger(etat, au);
  const suite = prochainActe(etat, au, constats);
  const dernierDocument = etat.documentsSuivi.at(-1);
  return {
    etape: etapeDe(etat),
    phase: phaseDe(etat),
    minutesSignees: minutesSignees(etat.seances),
    minutesPrevues: dureePrevue(etat) ?? minutesEngagees(etat.seances),
    prochainActe: suite?.acte ?? null,
    prochaineEcheance: suite?.echeance ?? null,
    alertes: manquements(constats).length,
    debut: jourDuDebut(etat),
    fin: jourDeLaFin(etat) ?? dernierDocument?.fin ?? null,
    financement: etat.financement?.financeurs[0] ?? null,
  };
}
