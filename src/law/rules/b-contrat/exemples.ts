import { jour } from "../../../values/jour.ts";
import { euros } from "../../../values/montant.ts";
import { BILAN } from "../../bilan-exemple.ts";
import type {
  Beneficiaire,
  Contrat,
  Convention,
  Demande,
  Devis,
  Etat,
  Financement,
  Financeur,
  Information,
  Offre,
  Organisme,
  Signataire,
  Signature,
  Trace,
  Versement,
} from "../../etat.ts";

/** Changes laid over the example bilan, as the examples of the contract rules need them. */
type Changement = Partial<Etat>;

export const trace = (date: string): Trace => ({ date: jour(date), consigneLe: jour(date), fait: "f80" });
export const signe = (date: string, ...par: Signataire[]): Signature[] =>
  par.map((p) => ({ par: p, le: jour(date) }));

export const organisme = (o: Partial<Organisme>): Changement => ({ organisme: { ...BILAN.organisme, ...o } });
export const offre = (o: Partial<Offre>): Changement =>
  organisme({ offres: [{ ...BILAN.organisme.offres[0]!, ...o }] });
export const financement = (f: Partial<Financement>): Changement => ({
  financement: { ...BILAN.financement!, ...f },
});

export const demande = (d: Partial<Demande>): Changement => ({ demande: { ...BILAN.demande!, ...d } });
export const devis = (d: Partial<Devis>): Changement => ({ devis: [{ ...BILAN.devis[0]!, ...d }] });
export const information = (i: Partial<Information>): Changement => ({
  information: { ...BILAN.information!, ...i },
});
export const sansPoints = (...codes: string[]): Changement =>
  information({ points: BILAN.information!.points.filter((p) => !codes.includes(p)) });

/** The same bilan, nothing of it begun. */
export const PAS_COMMENCE: Changement = {
  seances: [],
  entree: null,
  documentsSuivi: [],
  syntheses: [],
  remise: null,
  serviceFait: null,
};
/** Nor anything ordered. */
export const PAS_ENGAGE: Changement = { ...PAS_COMMENCE, commande: null, contrat: null, convention: null };
/** The person gave up before anything was signed. */
export const SANS_SUITE: Changement = { ...PAS_ENGAGE, devis: [], refus: trace("2026-09-08") };

const hors = (...financeurs: Financeur[]): Changement => ({
  ...financement({ financeurs }),
  commande: null,
  entree: null,
});

export const CONTRAT: Contrat = {
  mentions: ["programme", "prerequis", "conditions", "references", "paiement"],
  mentionNda: true,
  signatures: signe("2026-09-09", "beneficiaire", "organisme"),
  retracteLe: null,
};
/** The person pays for herself; contract of 9 September, first session on the 28th. */
export const parLaPersonne = (c: Partial<Contrat> | null, versements: Versement[] = []): Changement => ({
  ...hors("fonds_propres"),
  contrat: c === null ? null : { ...CONTRAT, ...c },
  versements,
});
export const verse = (date: string, montant: number): Versement => ({
  ...trace(date),
  montant: euros(montant),
  par: "beneficiaire",
});

export const CONVENTION: Convention = {
  fait: "f40",
  forme: "tripartite",
  transmiseParEmployeurLe: jour("2026-09-07"),
  entreprise: "Ateliers Fictifs",
  debut: jour("2026-09-28"),
  fin: jour("2026-11-16"),
  tauxDistance: null,
  reglement: "En une fois, à la fin du bilan.",
  mentions: [
    "intitule",
    "objectif",
    "contenu",
    "moyens",
    "duree",
    "periode",
    "deroulement",
    "suivi",
    "sanction",
    "taux_distance",
    "remise_resultats",
    "prix",
    "reglement",
  ],
  mentionNda: true,
  clauseSynthese: false,
  signatures: signe("2026-09-15", "beneficiaire", "organisme", "employeur"),
};
const convenue = (c: Partial<Convention> | null) => ({
  convention: c === null ? null : { ...CONVENTION, ...c },
});
/** An OPCO pays outside the employer's plan. */
export const parOpco = (c: Partial<Convention> | null): Changement => ({ ...hors("opco"), ...convenue(c) });
/** The employer's plan: draft handed on 7 September, signed by the three on the 15th, first session on the 28th. */
export const auPlan = (c: Partial<Convention> | null): Changement => ({
  ...hors("employeur"),
  financement: { ...BILAN.financement!, financeurs: ["employeur"], plan: true },
  ...convenue(c),
});

/** A public agent; `conge` when the bilan takes place on duty time. */
export const agent = (
  conge = false,
  fonctionPublique: Beneficiaire["fonctionPublique"] = "territoriale",
): Changement => ({
  beneficiaire: { ...BILAN.beneficiaire, statut: "agent_public", fonctionPublique },
  ...financement({ financeurs: ["employeur"], surTempsDeTravail: conge }),
});
/** The same, with an earlier bilan that the administration paid on that day. */
export const anterieur = (financeLe: string): Changement =>
  financement({
    financeurs: ["employeur"],
    bilanAnterieur: {
      declare: "oui",
      financeur: "employeur",
      financeLe: jour(financeLe),
      termineLe: null,
      justification: null,
    },
  });
/** On working time: asked on `date` for `debut`, with a calendar that ends on `fin` when it is given. */
export const absence = (date: string, debut: string, fin?: string): Changement => ({
  ...financement({ surTempsDeTravail: true }),
  demandeAbsence: { ...trace(date), debut: jour(debut) },
  ...(fin === undefined ? {} : { documentsSuivi: [{ ...BILAN.documentsSuivi[0]!, fin: jour(fin) }] }),
});
