import { Temporal } from "temporal-polyfill";
import type { Heure } from "../values/heure.ts";
import type { Instant } from "../values/instant.ts";
import type { Jour } from "../values/jour.ts";

// « sv-SE » writes 2026-11-24 09:30, which is the form of our days and hours.
const PARIS = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Europe/Paris",
  dateStyle: "short",
  timeStyle: "short",
});

/** The civil day of a moment, in Paris: legal delays are counted there. */
export function jourDeParis(instant: Instant): Jour {
  // Paris lies whole hours from UTC: all moments of one hour fall on one day. A dossier's facts ask for few hours.
  const heure = instant.slice(0, 13);
  let jour = jours.get(heure);
  if (jour === undefined) {
    jour = PARIS.format(new Date(instant)).slice(0, 10) as Jour;
    if (jours.size === HEURES_GARDEES) jours.clear();
    jours.set(heure, jour);
  }
  return jour;
}

const HEURES_GARDEES = 2_000;
const jours = new Map<string, Jour>();

/** The clock of a moment in Paris, to the minute. */
export function heureDeParis(instant: Instant): Heure {
  return PARIS.format(new Date(instant)).slice(11, 16) as Heure;
}

/** The moment at which the civil day of `instant` began in Paris, whatever the season. */
export function debutDuJourAParis(instant: Instant): Instant {
  const debut = Temporal.Instant.from(instant).toZonedDateTimeISO("Europe/Paris").startOfDay();
  return new Date(debut.epochMilliseconds).toISOString() as Instant;
}
