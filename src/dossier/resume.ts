import type { Etat, Phase } from "../law/etat.ts";
import { dureePrevue, minutesEngagees, minutesSignees } from "../law/heures.ts";
import { juger, manquements } from "../law/judge.ts";
import { jourDeLaFin, jourDuDebut } from "../law/reference-day.ts";
import type { Jour } from "../values/jour.ts";
import { prochainActe } from "./a-faire.ts";
import { enSuspens, plusAnciens, type Suspens } from "./en-suspens.ts";
import { type Etape, etapeDe, phaseDe } from "./etape.ts";
import type { Fait } from "./fait.ts";

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
  /** What is left open, and since when the oldest thing of each side is. */
  suspens: Suspens[];
  aReponduLe: Jour | null;
  attendReponseLe: Jour | null;
  aSignerLe: Jour | null;
}

/** What the list shows of a dossier as of `au`, whose facts give `etat`; a new day may change it without any fact. */
export function resumer(etat: Etat, faits: readonly Fait[], au: Jour): Resume {
  const constats = juger(etat, au);
  const suite = prochainActe(etat, au, constats);
  const dernierDocument = etat.documentsSuivi.at(-1);
  const suspens = enSuspens(etat, faits, au);
  const anciens = plusAnciens(suspens);
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
    suspens,
    aReponduLe: anciens.a_repondu,
    attendReponseLe: anciens.attend_reponse,
    aSignerLe: anciens.a_signer,
  };
}
