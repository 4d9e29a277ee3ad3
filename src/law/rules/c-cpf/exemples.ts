import { heures } from "../../../values/duree.ts";
import { jour } from "../../../values/jour.ts";
import { euros } from "../../../values/montant.ts";
import { BILAN } from "../../bilan-exemple.ts";
import type {
  Commande,
  Devis,
  Etat,
  Facture,
  FinAnticipee,
  Financeur,
  Offre,
  ServiceFait,
} from "../../etat.ts";

/** Changes laid over the example bilan, as the examples of the CPF rules need them. */
type Changement = Partial<Etat>;
type CpfDuDevis = NonNullable<Devis["cpf"]>;

export const payePar = (...financeurs: Financeur[]): Changement => ({
  financement: { ...BILAN.financement!, financeurs },
});

export const bilanAnterieur = (
  declare: { financeur: Financeur; financeLe?: string; termineLe?: string; justification?: string } | null,
): Changement => ({
  financement: {
    ...BILAN.financement!,
    bilanAnterieur: declare && {
      declare: "oui",
      financeur: declare.financeur,
      financeLe: declare.financeLe === undefined ? null : jour(declare.financeLe),
      termineLe: declare.termineLe === undefined ? null : jour(declare.termineLe),
      justification: declare.justification ?? null,
    },
  },
});

export const commande = (c: Partial<Commande>): Changement => ({ commande: { ...BILAN.commande!, ...c } });

export const devis = (d: Partial<Devis>, cpf: Partial<CpfDuDevis> = {}): Changement => {
  const modele = BILAN.devis[0]!;
  return { devis: [{ ...modele, ...d, cpf: { ...modele.cpf!, ...cpf } }] };
};

export const serviceFait = (s: Partial<ServiceFait>): Changement => ({
  serviceFait: { ...BILAN.serviceFait!, ...s },
});

/** A compliant invoice of the whole example bilan: 20 h at 1 580 €. */
export const FACTURE: Facture = {
  date: jour("2026-11-24"),
  consigneLe: jour("2026-11-24"),
  fait: "f40",
  numero: "2026-118",
  montant: euros(1580),
  lignes: [{ nature: "accompagnement", minutes: heures(20), montant: euros(1580) }],
  priseEnChargeDuReste: null,
  payeur: null,
  payeeLe: null,
};

export const facture = (f: Partial<Facture>): Changement => ({ factures: [{ ...FACTURE, ...f }] });

/** The bilan stopped after the session of 19 October: 8 h 30 of 20 h, no synthesis. */
export const arrete = (fin: Partial<FinAnticipee>): Changement => ({
  seances: BILAN.seances.slice(0, 4),
  syntheses: [],
  remise: null,
  serviceFait: null,
  finAnticipee: {
    date: jour("2026-10-20"),
    consigneLe: jour("2026-10-20"),
    fait: "f41",
    forceMajeure: false,
    responsable: "beneficiaire",
    motif: "nouvel emploi",
    preuve: "courriel de la personne",
    ...fin,
  },
});

/** The seventh session of the example was not held: 18 h of the 20 h agreed. */
export const RACCOURCI: Changement = { seances: BILAN.seances.filter((s) => s.id !== "s7") };

/** The same, with the shorter length decided and signed with the person. */
export const REDUIT: Changement = {
  ...RACCOURCI,
  ajustements: [
    {
      date: jour("2026-11-02"),
      consigneLe: jour("2026-11-02"),
      fait: "f42",
      duree: heures(18),
      motif: "projet clarifié plus tôt que prévu",
      signatures: BILAN.documentsSuivi[0]!.signatures,
    },
  ],
};

/** Nothing of the course began: the order is placed, no session held. */
export const PAS_COMMENCE: Changement = {
  seances: [],
  entree: null,
  remise: null,
  syntheses: [],
  serviceFait: null,
};

export const offres = (...liste: Partial<Offre>[]): Changement => ({
  organisme: {
    ...BILAN.organisme,
    offres: liste.map((o, i) => ({ ...BILAN.organisme.offres[0]!, id: `offre-${i + 1}`, ...o })),
  },
});
