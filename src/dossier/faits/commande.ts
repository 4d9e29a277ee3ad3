import { z } from "zod";
import { formatMontant } from "../../values/montant.ts";
import { defineFait } from "../fait.ts";
import { ouNul, sCentimes, sCode, sJour, sSignatures, sTexte } from "../schema.ts";

export const commandePassee = defineFait({
  type: "commande_passee.v1",
  libelle: "Commande passée par la personne",
  schema: z.object({
    debutPrevu: ouNul(sJour),
    conditionsAdmission: z.boolean().default(false),
    cgu: ouNul(sTexte),
  }),
  evolve: (_, d, trace) => ({
    commande: { ...d, demandeLe: trace.date, reponduLe: null, accepteLe: null, annulation: null },
  }),
});

export const commandeRepondue = defineFait({
  type: "commande_repondue.v1",
  libelle: "Proposition envoyée en réponse à la commande",
  schema: z.object({ debutPrevu: ouNul(sJour) }),
  evolve: (etat, d, trace) => ({
    commande: etat.commande && {
      ...etat.commande,
      reponduLe: trace.date,
      debutPrevu: d.debutPrevu ?? etat.commande.debutPrevu,
    },
  }),
});

export const commandeAcceptee = defineFait({
  type: "commande_acceptee.v1",
  libelle: "Commande acceptée",
  schema: z.object({}),
  evolve: (etat, _, trace) => ({ commande: etat.commande && { ...etat.commande, accepteLe: trace.date } }),
});

export const commandeAnnulee = defineFait({
  type: "commande_annulee.v1",
  libelle: "Commande annulée",
  schema: z.object({ par: z.enum(["titulaire", "organisme"]), motif: sTexte }),
  evolve: (etat, d, trace) => ({
    commande: etat.commande && { ...etat.commande, annulation: { le: trace.date, ...d } },
  }),
});

export const conventionTransmise = defineFait({
  type: "convention_transmise.v1",
  libelle: "Convention transmise à la personne",
  schema: z.object({
    forme: z.enum(["tripartite", "bilaterale"]),
    /** The employer's own transmission starts the 10 days; null when the organisation sends it (no employer). */
    transmiseParEmployeurLe: ouNul(sJour),
    mentions: z.array(sCode),
    mentionNda: z.boolean(),
    clauseSynthese: z.boolean().default(false),
    entreprise: ouNul(sTexte),
    debut: ouNul(sJour),
    fin: ouNul(sJour),
    tauxDistance: ouNul(z.int().min(0).max(100)),
    reglement: ouNul(sTexte),
  }),
  evolve: (_, d, trace) => ({ convention: { ...d, fait: trace.fait, signatures: [] } }),
});

export const conventionSignee = defineFait({
  type: "convention_signee.v1",
  libelle: "Convention signée",
  schema: z.object({ par: z.enum(["beneficiaire", "organisme", "employeur"]) }),
  recit: (d) =>
    `par ${{ beneficiaire: "la personne", organisme: "l’organisme", employeur: "l’employeur" }[d.par]}`,
  evolve: (etat, d, trace) => ({
    convention: etat.convention && {
      ...etat.convention,
      signatures: [...etat.convention.signatures, { par: d.par, le: trace.date }],
    },
  }),
});

/** The contract as the person reads it before signing it on a screen. */
export const contratPropose = defineFait({
  type: "contrat_propose.v1",
  libelle: "Contrat proposé à la personne",
  schema: z.object({
    mentions: z.array(sCode),
    mentionNda: z.boolean(),
    prerequis: ouNul(sTexte),
    reglement: ouNul(sTexte),
    arret: ouNul(sTexte),
  }),
  evolve: (_, d, trace) => ({ contratPropose: { ...trace, ...d } }),
});

export const contratSigne = defineFait({
  type: "contrat_signe.v1",
  libelle: "Contrat signé avec la personne",
  schema: z.object({ mentions: z.array(sCode), mentionNda: z.boolean(), signatures: sSignatures }),
  evolve: (_, d) => ({ contrat: { ...d, retracteLe: null } }),
});

export const contratRetracte = defineFait({
  type: "contrat_retracte.v1",
  libelle: "La personne s’est rétractée",
  schema: z.object({}),
  evolve: (etat, _, trace) => ({ contrat: etat.contrat && { ...etat.contrat, retracteLe: trace.date } }),
});

export const versementRecu = defineFait({
  type: "versement_recu.v1",
  libelle: "Versement reçu",
  schema: z.object({
    montant: sCentimes,
    par: z.enum(["beneficiaire", "employeur", "opco", "cdc", "autre"]),
  }),
  recit: (d) => formatMontant(d.montant),
  evolve: (etat, d, trace) => ({ versements: [...etat.versements, { ...trace, ...d }] }),
});

export const absenceDemandee = defineFait({
  type: "absence_demandee.v1",
  libelle: "Demande d’absence faite à l’employeur",
  schema: z.object({ debut: sJour }),
  evolve: (_, d, trace) => ({ demandeAbsence: { ...trace, debut: d.debut } }),
});

export const entreeDeclaree = defineFait({
  type: "entree_declaree.v1",
  libelle: "Entrée déclarée dans EDOF",
  schema: z.object({ effectiveLe: sJour, preuve: ouNul(sTexte) }),
  evolve: (_, d, trace) => ({ entree: { ...trace, ...d } }),
});
