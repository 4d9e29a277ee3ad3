import { ajouterJours, jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import type {
  Communication,
  Conservation,
  Convention,
  Etat,
  Facture,
  Financeur,
  Seance,
  Trace,
} from "../../etat.ts";

export const trace = (date: string): Trace => ({ date: jour(date), consigneLe: jour(date), fait: "f90" });

/** The sessions of the example with one of them changed (1 = the first). */
export function avecSeance(rang: number, changement: Partial<Seance>): Pick<Etat, "seances"> {
  return { seances: BILAN.seances.map((s, i) => (i + 1 === rang ? { ...s, ...changement } : s)) };
}

/** The example stopped in its course: the first `tenues` sessions held, the others still planned. */
export function enCours(tenues: number): Partial<Etat> {
  const seances = BILAN.seances.map((s, i): Seance => {
    if (i < tenues) return s;
    return { ...s, statut: "prevue", fait: 0 as Seance["fait"], noteeLe: null, signatures: [] };
  });
  return {
    seances,
    travaux: [],
    projet: null,
    syntheses: [],
    remise: null,
    serviceFait: null,
    entretienSuivi: null,
    destruction: null,
  };
}

/** The person left after `tenues` sessions. */
export function abandon(tenues: number): Partial<Etat> {
  const partie = enCours(tenues);
  const derniere = BILAN.seances[Math.max(tenues - 1, 0)]!.date;
  return {
    ...partie,
    seances: partie.seances!.map((s) => (s.statut === "prevue" ? { ...s, statut: "annulee" } : s)),
    finAnticipee: {
      ...trace(ajouterJours(derniere, 1)),
      forceMajeure: false,
      responsable: "beneficiaire",
      motif: "n’a pas souhaité poursuivre",
      preuve: "courriel de la personne",
    },
  };
}

/** The order was cancelled before anything began. */
export const jamaisCommence: Partial<Etat> = {
  ...enCours(0),
  entree: null,
  commande: {
    ...BILAN.commande!,
    annulation: { le: jour("2026-09-16"), par: "titulaire", motif: "changement de projet" },
  },
};

/** An agreement to keep papers for the follow-up, signed on the day of the term. */
export function accordDeSuivi(changement: Partial<Conservation> = {}): Conservation {
  return {
    ...trace("2026-11-16"),
    base: "accord_suivi",
    documents: ["synthese"],
    signeLe: jour("2026-11-16"),
    jusquAu: jour("2029-11-16"),
    retireLe: null,
    detruitLe: null,
    ...changement,
  };
}

/** The synthesis passed to the CEP the day after the end, as the person asked on its last day. */
export function communication(changement: Partial<Communication>): Pick<Etat, "communications"> {
  const c: Communication = {
    ...trace("2026-11-16"),
    document: "synthese",
    destinataire: "cep",
    lecteur: null,
    accordLe: jour("2026-11-16"),
    revoqueLe: null,
    communiqueLe: jour("2026-11-17"),
  };
  return { communications: [{ ...c, ...changement }] };
}

/** The same bilan paid by others than the CPF. */
export function payePar(...financeurs: Financeur[]): Pick<Etat, "financement" | "commande" | "convention"> {
  return { financement: { ...BILAN.financement!, financeurs }, commande: null, convention: null };
}

export const convention: Convention = {
  fait: "f40",
  forme: "tripartite",
  transmiseParEmployeurLe: jour("2026-09-10"),
  mentions: [],
  mentionNda: true,
  clauseSynthese: false,
  entreprise: null,
  debut: null,
  fin: null,
  tauxDistance: null,
  reglement: null,
  signatures: [],
};

/** The same bilan, ended on another day. */
export function sorti(sortieLe: string): Pick<Etat, "serviceFait"> {
  return { serviceFait: { ...BILAN.serviceFait!, sortieLe: jour(sortieLe) } };
}

export function facture(payeeLe: string | null = null): Facture {
  return {
    ...trace("2026-11-17"),
    numero: "2026-031",
    montant: BILAN.devis[0]!.prix,
    lignes: [],
    priseEnChargeDuReste: null,
    payeur: null,
    payeeLe: payeeLe === null ? null : jour(payeeLe),
  };
}
