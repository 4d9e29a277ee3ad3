import { etatDe } from "../../dossier/evolve.ts";
import { etatInitial } from "../../dossier/initial.ts";
import type { Organisme } from "../../law/etat.ts";
import type { ResumeDossier } from "../../store/dossier/resume.ts";
import type { SeanceAgenda } from "../../store/dossier/seances.ts";
import { anneeDe, type Jour } from "../../values/jour.ts";
import { agendaDe } from "../dossier/agenda-du-dossier.ts";
import { resumeDuDossier } from "../dossier/resume-du-dossier.ts";
import { lireTextes } from "../dossier/texte-des-faits.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import { reculerFait } from "./decaler.ts";
import type { FaitDeModele, Modele } from "./modele.ts";

/** A model so many weeks earlier, judged once for all its copies: they differ by who, never by what happened when. */
export interface Variante {
  annee: number;
  faits: readonly FaitDeModele[];
  resume: ResumeDossier;
  seances: readonly SeanceAgenda[];
}

/** `au` is the day on which the rows of the list are judged, as they are every morning. */
export function composerVariante(organisme: Organisme, modele: Modele, semaines: number, au: Jour): Variante {
  const faits = modele.faits.map((f) => reculerFait(f, semaines * 7));
  const initial = etatInitial(organisme, modele.beneficiaire);
  const lus = lireTextes(
    faits.map((f, i) => ({
      n: i + 1,
      id: f.id,
      type: f.type,
      jour: f.date,
      texte: JSON.stringify(f),
      engagement: SANS_ENGAGEMENT,
      consigneLe: f.consigne,
    })),
  );
  return {
    annee: anneeDe(jourDeParis(faits[0]!.consigne)),
    faits,
    resume: resumeDuDossier(initial, modele.identite, lus, modele.conseiller, au),
    seances: agendaDe(etatDe(initial, lus).seances),
  };
}

// Each copy makes its own.
const SANS_ENGAGEMENT = new Uint8Array(0);
