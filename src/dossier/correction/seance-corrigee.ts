import type { Etat } from "../../law/etat.ts";
import { formatJour } from "../../values/dates-fr.ts";
import { type Minutes, minutes } from "../../values/duree.ts";
import type { Heure } from "../../values/heure.ts";
import type { Jour } from "../../values/jour.ts";
import type { Contexte, Refus } from "../acte.ts";
import type { Fait } from "../fait.ts";
import { pasAvant, refus } from "../refus.ts";
import { dureeEntre, finApresDebut, minutesPossibles, pasAvantSaFin, sansChevauchement } from "../seances.ts";
import type { Changements } from "./corriger.ts";

interface Horaire {
  seance: string;
  date: Jour;
  debut: Heure;
  fin: Heure;
  fait?: Minutes;
}

type Maintenant = Pick<Contexte, "au" | "heure">;

interface Ajustee {
  donnees: unknown;
  /** The day of the fact: that of the session, once it was held. */
  date: Jour | null;
  refus: Refus | null;
}

const HORAIRES = new Set(["seance_planifiee.v1", "seance_deplacee.v1", "seance_tenue.v1"]);

// Hours that were all spent together are still so when they change; a pause that was taken off stays taken off.
function minutesSuivies(avant: Horaire, apres: Horaire, dites: boolean): Minutes | undefined {
  const entiere = !dites && avant.fait === dureeEntre(avant.debut, avant.fin) && apres.fin > apres.debut;
  return entiere ? minutes(dureeEntre(apres.debut, apres.fin)) : apres.fait;
}

function possible(etat: Etat, h: Horaire): Refus | null {
  const ordre = finApresDebut(h.debut, h.fin);
  if (ordre !== null) return ordre;
  const trop = h.fait === undefined ? null : minutesPossibles(h.fait, h.debut, h.fin);
  if (trop !== null) return { ...trop, champ: "duree" };
  return sansChevauchement(etat, { id: h.seance, date: h.date, debut: h.debut, fin: h.fin });
}

/** New hours are held to the bounds of the act that told the first ones; hours that stay are not judged anew. */
function dansSesBornes(etat: Etat, avant: Horaire, apres: Horaire, contexte: Maintenant): Refus | null {
  if (avant.date === apres.date && avant.debut === apres.debut && avant.fin === apres.fin) return null;
  return (
    pasAvant(apres.date, etat.entretien?.date, "l’entretien préalable", "jour") ??
    pasAvantSaFin(apres, contexte, "notez-la", "fin")
  );
}

/** A session is planned for the day on which somebody plans it, or a later one. */
function pasDejaPassee(avant: Horaire, apres: Horaire, prevueLe: Jour): Refus | null {
  return avant.date === apres.date || apres.date >= prevueLe
    ? null
    : refus(
        "jour",
        `Cette séance a été prévue le ${formatJour(prevueLe)} : elle ne pouvait pas l’être pour un jour déjà passé.`,
      );
}

/**
 * A corrected session made whole: a held one has one day, that of the fact and of the session; its minutes follow its
 * hours; and these are possible. Other facts go through unchanged.
 */
export function seanceAjustee(
  etat: Etat,
  fait: Fait,
  donnees: unknown,
  demande: { date: Jour | null; changements: Changements },
  contexte: Maintenant,
): Ajustee {
  if (!HORAIRES.has(fait.type)) return { donnees, date: demande.date, refus: null };
  const [avant, corrige] = [fait.donnees as Horaire, donnees as Horaire];
  if (fait.type !== "seance_tenue.v1") {
    const passee = pasDejaPassee(avant, corrige, demande.date ?? fait.date);
    return { donnees, date: demande.date, refus: possible(etat, corrige) ?? passee };
  }
  const jour = "jour" in demande.changements ? corrige.date : (demande.date ?? corrige.date);
  const tenue = { ...corrige, date: jour };
  const passees = minutesSuivies(avant, tenue, "duree" in demande.changements);
  const complete = { ...tenue, fait: passees };
  const bornes = dansSesBornes(etat, avant, complete, contexte);
  return { donnees: complete, date: jour, refus: possible(etat, complete) ?? bornes };
}
