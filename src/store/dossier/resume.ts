import { normaliserRecherche } from "../../values/recherche.ts";

/** What the list page shows of a dossier, minutes and days `AAAA-MM-JJ`. A projection of its facts: it can be made again from them. */
export interface ResumeDossier {
  readonly beneficiaire: object;
  readonly nomAffiche: string;
  readonly conseiller: string;
  readonly etape: string;
  readonly phase: string | null;
  readonly minutesSignees: number;
  readonly minutesPrevues: number;
  readonly prochaineEcheance: string | null;
  readonly prochainActe: string | null;
  readonly alertes: number;
  readonly debut: string | null;
  readonly fin: string | null;
  readonly financement: string;
  /** What is left open, kinds and days, as the page of the day reads it; and the oldest day of each side. */
  readonly suspens: readonly object[];
  readonly aReponduLe: string | null;
  readonly attendReponseLe: string | null;
  readonly aSignerLe: string | null;
}

/** The same as columns of the table `dossier`. */
export function colonnesDuResume(resume: ResumeDossier) {
  return { beneficiaire: resume.beneficiaire, ...colonnesDesFaits(resume) };
}

function colonnesDesFaits(resume: ResumeEcrit) {
  return {
    nom_affiche: resume.nomAffiche,
    nom_recherche: normaliserRecherche(resume.nomAffiche),
    conseiller: resume.conseiller,
    etape: resume.etape,
    phase: resume.phase,
    minutes_signees: resume.minutesSignees,
    minutes_prevues: resume.minutesPrevues,
    prochaine_echeance: resume.prochaineEcheance ?? SANS_ECHEANCE,
    prochain_acte: resume.prochainActe,
    alertes: resume.alertes,
    debut: resume.debut,
    fin: resume.fin,
    financement: resume.financement,
    suspens: JSON.stringify(resume.suspens),
    a_repondu: resume.aReponduLe,
    attend_reponse: resume.attendReponseLe,
    a_signer: resume.aSignerLe,
  };
}

/** What a writing says of it: the person's identity, which no fact changes, only when it must change. */
export type ResumeEcrit = Omit<ResumeDossier, "beneficiaire"> & Partial<Pick<ResumeDossier, "beneficiaire">>;

/** The same in the order that the SQL function `probant_ajouter_faits` reads. */
export function valeursDuResume(resume: ResumeEcrit): readonly (string | null)[] {
  const c = colonnesDesFaits(resume);
  return [
    c.nom_affiche,
    c.nom_recherche,
    c.conseiller,
    c.etape,
    c.phase,
    String(c.minutes_signees),
    String(c.minutes_prevues),
    c.prochaine_echeance,
    c.prochain_acte,
    String(c.alertes),
    c.debut,
    c.fin,
    c.financement,
    c.suspens,
    c.a_repondu,
    c.attend_reponse,
    c.a_signer,
  ];
}

/** How the column says that nothing is due: after every day, so that one order serves all pages. */
export const SANS_ECHEANCE = "infinity";
