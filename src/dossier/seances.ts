import type { Etat, Seance } from "../law/etat.ts";
import { formatDuree } from "../values/duree.ts";
import { formatHeure, type Heure, minutesDeLHeure } from "../values/heure.ts";
import type { Jour } from "../values/jour.ts";
import type { Refus } from "./acte.ts";
import type { Fait } from "./fait.ts";
import { nomDeSeance } from "./options.ts";
import { refus } from "./refus.ts";

/** The id of the next session: never one that a fact already named, even a cancelled one. */
export function nouvelIdDeSeance(etat: Etat, faits: readonly Fait[]): string {
  const nommees = faits.map((f) => (f.donnees as { seance?: unknown } | null)?.seance);
  const rangs = [...etat.seances.map((s) => s.id), ...nommees].map((id) =>
    typeof id === "string" ? Number(id.slice(1)) : 0,
  );
  return `s${Math.max(0, ...rangs) + 1}`;
}

/** The session of that id; throws on any other, which the field of the form refuses beforehand. */
export function seanceDe(etat: Etat, id: string): Seance {
  const seance = etat.seances.find((s) => s.id === id);
  if (seance === undefined) throw new Error(`no session ${id}: the field should have refused it`);
  return seance;
}

/** The end of a session comes after its beginning, on the same day. */
export function finApresDebut(debut: Heure, fin: Heure): Refus | null {
  return fin > debut ? null : refus("fin", "Indiquez une heure de fin après l’heure de début.");
}

/** Minutes from one to the other, on the same day. */
export const dureeEntre = (debut: Heure, fin: Heure): number => minutesDeLHeure(fin) - minutesDeLHeure(debut);

/** Whether two sessions of one day share some time; one that begins when the other ends does not. */
export const seChevauchent = (a: Plage, b: Plage): boolean => a.debut < b.fin && b.debut < a.fin;

interface Plage {
  debut: Heure;
  fin: Heure;
}

/** Nobody attends two sessions at once: refuses hours that overlap another one, held or planned. */
export function sansChevauchement(
  etat: Etat,
  voulue: { id: string | null; date: Jour; debut: Heure; fin: Heure },
  champ = "debut",
): Refus | null {
  const autre = etat.seances.find(
    (s) =>
      s.id !== voulue.id &&
      (s.statut === "prevue" || s.statut === "tenue") &&
      s.date === voulue.date &&
      seChevauchent(s, voulue),
  );
  return autre === undefined
    ? null
    : refus(
        champ,
        `Ces heures sont déjà prises : ${nomDeSeance(autre)}, ${formatDuree(dureeEntre(autre.debut, autre.fin))}.`,
      );
}

/** Nobody says that a session took place before it ended: refuses one that the clock of `au` has not seen end. */
export function pasAvantSaFin(
  { date, fin }: { date: Jour; fin: Heure },
  { au, heure }: { au: Jour; heure?: Heure | undefined },
  ensuite: "notez-la" | "signez-la",
  champ?: string,
): Refus | null {
  if (heure === undefined || date !== au || heure >= fin) return null;
  return refus(champ, `La séance finit à ${formatHeure(fin)} : ${ensuite} ensuite.`);
}

/** Face-to-face minutes fit in the session, and a session has some. */
export function minutesPossibles(fait: number, debut: Heure, fin: Heure): Refus | null {
  const possibles = dureeEntre(debut, fin);
  if (fait === 0) return refus("fait", "Une séance tenue dure au moins une minute.");
  return fait <= possibles
    ? null
    : refus(
        "fait",
        `${formatDuree(fait)} en face à face ne tiennent pas dans une séance de ${formatDuree(possibles)}.`,
      );
}
