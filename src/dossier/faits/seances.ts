import { z } from "zod";
import type { Etat, Seance } from "../../law/etat.ts";
import { formatJourCourt } from "../../values/dates-fr.ts";
import { formatDuree, minutes } from "../../values/duree.ts";
import { formatHeure, minutesDeLHeure } from "../../values/heure.ts";
import { defineFait } from "../fait.ts";
import { ouNul, sCode, sContenu, sHeure, sJour, sMinutes, sPhase, sTexte } from "../schema.ts";

export const THEMES = [
  "analyse_demande",
  "analyse_besoin",
  "format",
  "modalites",
  "parcours",
  "competences",
  "motivations",
  "interets",
  "marche_emploi",
  "enquete_metier",
  "projet",
  "alternatives",
  "resultats_detailles",
  "conditions_moyens",
  "etapes",
  "suivi",
  "synthese",
  "cv_lettre",
  "entretien_embauche",
] as const;

const sSeance = z.string().regex(/^s\d{1,3}$/, { error: "Une séance se nomme s1, s2…" });
const sCommentTenue = z.enum(["presentiel", "distanciel"]);

const nom = (d: { seance: string }) => `séance ${d.seance.slice(1)}`;

function changer(etat: Etat, id: string, changement: (s: Seance) => Partial<Seance>): Partial<Etat> {
  return { seances: etat.seances.map((s) => (s.id === id ? { ...s, ...changement(s) } : s)) };
}

function prevue(d: {
  seance: string;
  date: Seance["date"];
  debut: Seance["debut"];
  fin: Seance["fin"];
  phase: Seance["phase"];
  modalite: Seance["modalite"];
  lieu: string;
  intervenant: string;
}): Seance {
  return {
    id: d.seance,
    phase: d.phase,
    date: d.date,
    debut: d.debut,
    fin: d.fin,
    modalite: d.modalite,
    lieu: d.lieu,
    statut: "prevue",
    prevu: minutes(Math.max(0, minutesDeLHeure(d.fin) - minutesDeLHeure(d.debut))),
    fait: minutes(0),
    intervenant: d.intervenant,
    themes: [],
    individuelle: true,
    premiereDate: d.date,
    deplacements: 0,
    noteeLe: null,
    signatures: [],
    traces: [],
    motif: null,
  };
}

const sPlan = z.object({
  seance: sSeance,
  date: sJour,
  debut: sHeure,
  fin: sHeure,
  phase: sPhase,
  modalite: sCommentTenue,
  lieu: sTexte,
  intervenant: sTexte,
});

export const seancePlanifiee = defineFait({
  type: "seance_planifiee.v1",
  libelle: "Séance prévue",
  schema: sPlan,
  recit: (d) => `${nom(d)}, ${formatJourCourt(d.date)} à ${formatHeure(d.debut)}`,
  evolve: (etat, d) => ({ seances: [...etat.seances, prevue(d)] }),
});

export const seanceDeplacee = defineFait({
  type: "seance_deplacee.v1",
  libelle: "Séance déplacée",
  schema: z.object({ seance: sSeance, date: sJour, debut: sHeure, fin: sHeure, motif: ouNul(sTexte) }),
  recit: (d) => `${nom(d)}, au ${formatJourCourt(d.date)} à ${formatHeure(d.debut)}`,
  evolve: (etat, { seance, ...d }) =>
    changer(etat, seance, (s) => ({
      ...d,
      prevu: minutes(Math.max(0, minutesDeLHeure(d.fin) - minutesDeLHeure(d.debut))),
      deplacements: s.deplacements + 1,
    })),
});

export const seanceAnnulee = defineFait({
  type: "seance_annulee.v1",
  libelle: "Séance annulée",
  schema: z.object({ seance: sSeance, motif: sTexte }),
  recit: nom,
  evolve: (etat, d) => changer(etat, d.seance, () => ({ statut: "annulee", motif: d.motif })),
});

export const absenceConstatee = defineFait({
  type: "absence_constatee.v1",
  libelle: "Absence constatée",
  schema: z.object({ seance: sSeance, motif: ouNul(sTexte), preuve: ouNul(sTexte) }),
  recit: nom,
  evolve: (etat, d) => changer(etat, d.seance, () => ({ statut: "absence", motif: d.motif })),
});

export const seanceTenue = defineFait({
  type: "seance_tenue.v1",
  libelle: "Séance tenue",
  schema: sPlan.extend({
    /** Minutes really spent face to face; a pause is not in it. */
    fait: sMinutes,
    themes: z.array(z.enum(THEMES)),
    individuelle: z.boolean().default(true),
    notes: ouNul(sContenu),
  }),
  recit: (d) =>
    `${nom(d)}, ${formatDuree(d.fait)}, phase ${{ preliminaire: "préliminaire", investigation: "d’investigation", conclusion: "de conclusion" }[d.phase]}`,
  evolve: (etat, { notes: _notes, seance, ...d }, trace) => {
    const connue = etat.seances.some((s) => s.id === seance);
    const avec = connue ? etat : { ...etat, seances: [...etat.seances, prevue({ seance, ...d })] };
    return changer(avec, seance, () => ({ ...d, statut: "tenue", noteeLe: trace.consigneLe }));
  },
});

export const seanceSignee = defineFait({
  type: "seance_signee.v1",
  libelle: "Séance signée",
  schema: z.object({
    seance: sSeance,
    par: z.enum(["beneficiaire", "conseiller"]),
    /** How: on the counsellor's device in turn, on paper, from one's own account. */
    moyen: z.enum(["appareil_du_conseiller", "papier", "compte"]),
  }),
  recit: (d) => `${nom(d)}, ${d.par === "beneficiaire" ? "par la personne" : "par le conseiller"}`,
  evolve: (etat, d, trace) =>
    changer(etat, d.seance, (s) => ({ signatures: [...s.signatures, { par: d.par, le: trace.date }] })),
});

export const traceVersee = defineFait({
  type: "trace_versee.v1",
  libelle: "Trace d’une séance à distance versée",
  schema: z.object({ seance: sSeance, nature: sCode }),
  recit: nom,
  evolve: (etat, d) => changer(etat, d.seance, (s) => ({ traces: [...s.traces, d.nature] })),
});

/** What the person answered to one appointment: it binds nobody, and asks for a call when she cannot come. */
export const reponseRendezVous = defineFait({
  type: "reponse_rendez_vous.v1",
  libelle: "Réponse à un rendez-vous",
  schema: z.object({
    seance: sSeance,
    jour: sJour,
    debut: sHeure,
    reponse: z.enum(["vient", "a_deplacer"]),
  }),
  recit: (d) => (d.reponse === "vient" ? "la personne vient" : "la personne demande une autre date"),
  evolve: (etat, d, trace) => ({
    reponsesRendezVous: [...etat.reponsesRendezVous.filter((r) => r.seance !== d.seance), { ...trace, ...d }],
  }),
});
