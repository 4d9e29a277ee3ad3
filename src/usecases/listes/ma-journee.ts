import { transaction } from "../../store/connexion.ts";
import { listerDossiers } from "../../store/dossier/liste-dossiers.ts";
import { seancesDuJour } from "../../store/dossier/seances.ts";
import type { Minutes } from "../../values/duree.ts";
import { minutes } from "../../values/duree.ts";
import { type Heure, minutesDeLHeure } from "../../values/heure.ts";
import { ajouterJours, type Jour, parseJour } from "../../values/jour.ts";
import type { Auteur, Maison } from "../maison.ts";

/** An act that a date binds. */
export interface ActeDate {
  reference: string;
  personne: string;
  acte: string;
  echeance: Jour;
}

export interface SeanceDuJour {
  reference: string;
  personne: string;
  seance: string;
  debut: Heure;
  fin: Heure;
  lieu: string;
  minutes: Minutes;
  tenue: boolean;
}

/** A counsellor's day: what is due, what is planned today, what comes in the two weeks after. */
export interface Journee {
  au: Jour;
  urgents: ActeDate[];
  seances: SeanceDuJour[];
  ensuite: ActeDate[];
}

const URGENT_JOURS = 2;
/** How far ahead a day looks. */
export const ENSUITE_JOURS = 14;
const MAX = 100;

/** The day `au` of who asks: his own dossiers for a counsellor, everybody's for others, and the sessions that he holds. */
export async function maJournee(maison: Maison, auteur: Auteur, au: Jour): Promise<Journee> {
  return await transaction(maison.base, auteur, async (tx) => {
    const conseiller = auteur.role === "conseiller" ? { conseiller: auteur.intervenant } : {};
    const { lignes } = await listerDossiers(tx, conseiller, { taille: MAX });
    const dates = lignes.flatMap((l): ActeDate[] => {
      const echeance = l.prochaineEcheance === null ? null : parseJour(l.prochaineEcheance);
      if (echeance === null || l.prochainActe === null || echeance > ajouterJours(au, ENSUITE_JOURS))
        return [];
      return [{ reference: l.reference, personne: l.nomAffiche, acte: l.prochainActe, echeance }];
    });
    const limite = ajouterJours(au, URGENT_JOURS);
    const seances = await seancesDuJour(tx, au, auteur.intervenant);
    return {
      au,
      urgents: dates.filter((d) => d.echeance <= limite),
      ensuite: dates.filter((d) => d.echeance > limite),
      seances: seances.map((s) => {
        const [debut, fin] = [s.debut as Heure, s.fin as Heure];
        return {
          ...s,
          debut,
          fin,
          minutes: minutes(Math.max(0, minutesDeLHeure(fin) - minutesDeLHeure(debut))),
          tenue: s.statut === "tenue",
        };
      }),
    };
  });
}
