import { type Seance, total } from "./calendrier.ts";
import {
  type Beneficiaire,
  chronologique,
  type Dossier,
  type Fait,
  type Financement,
  type Organisme,
} from "./dossier.ts";
import { accueil } from "./recit/accueil.ts";
import { apresLeBilan } from "./recit/apres.ts";
import { deroulement } from "./recit/deroulement.ts";
import { fin } from "./recit/fin.ts";
import { engagement } from "./recit/vente.ts";

export type Paiement = "cpf" | "employeur" | "opco" | "fonds_propres" | "france_travail" | "faf";

/** Why and how a bilan stopped before its end, after so many sessions. */
export interface Arret {
  apres: number;
  forceMajeure: boolean;
  responsable: "beneficiaire" | "organisme_avec_report" | "organisme_sans_report";
  motif: string;
  preuve: string;
}

/** What one bilan has of its own; the rest of the story follows from it. */
export interface Histoire {
  reference: string;
  /** What the person is called: a pseudonym. */
  personne: string;
  organisme: Organisme;
  conseiller: string;
  beneficiaire: Beneficiaire;
  paiement: Paiement;
  financement?: Partial<Financement>;
  offre: string;
  seances: Seance[];
  objectif?: string;
  /** Cents. */
  prix: number;
  travaux?: string[];
  suivi?: "accepte" | "refuse";
  documents?: number;
  arret?: Arret;
}

/** Everything that follows from the story, computed once. */
export interface Contexte extends Histoire {
  debut: string;
  fin: string;
  faites: Seance[];
  minutes: number;
  modalite: "presentiel" | "distanciel" | "mixte";
  territoire: NonNullable<Organisme["territoire"]>;
}

function contexte(h: Histoire): Contexte {
  const faites = h.seances.slice(0, h.arret?.apres ?? h.seances.length);
  const distances = h.seances.filter((s) => s.modalite === "distanciel").length;
  return {
    ...h,
    debut: h.seances[0]!.date,
    fin: faites.at(-1)!.date,
    faites,
    minutes: total(h.seances),
    modalite: distances === 0 ? "presentiel" : distances === h.seances.length ? "distanciel" : "mixte",
    territoire: h.organisme.territoire ?? "metropole",
  };
}

const PLAN: readonly Paiement[] = ["employeur", "opco"];

function financementDe({ paiement, financement }: Histoire): Financement {
  return {
    financeurs: [paiement],
    employeurPrescripteur: paiement === "employeur",
    plan: PLAN.includes(paiement),
    surTempsDeTravail: PLAN.includes(paiement),
    bilanAnterieur: { declare: "aucun" },
    ...financement,
  };
}

/** A whole bilan, from the first call to the last payment, that no rule finds fault with. */
export function raconter(histoire: Histoire): Dossier {
  const c = contexte(histoire);
  const faits: Fait[] = [...accueil(c), ...engagement(c), ...deroulement(c), ...fin(c), ...apresLeBilan(c)];
  return {
    format: "probant-dossier/1",
    reference: c.reference,
    organisme: c.organisme,
    beneficiaire: { reference: c.personne, ...c.beneficiaire },
    financement: financementDe(c),
    faits: chronologique(faits),
  };
}
