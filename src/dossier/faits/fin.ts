import { z } from "zod";
import type { Etat } from "../../law/etat.ts";
import { jourDeLaFin } from "../../law/reference-day.ts";
import { formatDuree } from "../../values/duree.ts";
import { formatMontant } from "../../values/montant.ts";
import { defineFait } from "../fait.ts";
import { NOMS_DES_PAYEURS } from "../options-financement.ts";
import { ouNul, sCentimes, sJour, sMinutes, sTexte } from "../schema.ts";
import { FINANCEURS } from "./financement.ts";

/** Whether the term is there: from then on an agreement alone keeps anything. */
const estGarde = (etat: Etat) => jourDeLaFin(etat) !== null;

const rienDepuis = (d: NonNullable<Etat["destruction"]>) => ({ ...d, effectiveLe: null, ecritDepuis: null });

export const bilanInterrompu = defineFait({
  type: "bilan_interrompu.v1",
  libelle: "Bilan terminé avant son terme",
  schema: z.object({
    forceMajeure: ouNul(z.boolean()),
    responsable: z.enum(["beneficiaire", "organisme_avec_report", "organisme_sans_report"]),
    motif: sTexte,
    preuve: ouNul(sTexte),
  }),
  evolve: (_, d, trace) => ({ finAnticipee: { ...trace, ...d } }),
});

export const serviceFaitDeclare = defineFait({
  type: "service_fait_declare.v1",
  libelle: "Sortie et service fait déclarés",
  schema: z.object({
    sortieLe: sJour,
    motif: z.enum([
      "integralite",
      "force_majeure",
      "abandon_stagiaire",
      "interruption_avec_report",
      "interruption_sans_report",
    ]),
    /** Per ten thousand: 87,5 % is 8 750. */
    tauxDeclare: z.int().min(0).max(10_000),
    minutesDeclarees: sMinutes,
    explication: ouNul(sTexte),
    titulaireInforme: z.boolean(),
    montantSimule: ouNul(sCentimes),
  }),
  recit: (d) =>
    `${formatDuree(d.minutesDeclarees)}, taux de ${(d.tauxDeclare / 100).toLocaleString("fr-FR")} %`,
  evolve: (_, d, trace) => ({ serviceFait: { ...trace, ...d, valideLe: null } }),
});

export const serviceFaitValide = defineFait({
  type: "service_fait_valide.v1",
  libelle: "Service fait validé",
  schema: z.object({}),
  evolve: (etat, _, trace) => ({
    serviceFait: etat.serviceFait && { ...etat.serviceFait, valideLe: trace.date },
  }),
});

export const factureEmise = defineFait({
  type: "facture_emise.v1",
  libelle: "Facture émise",
  schema: z.object({
    numero: sTexte,
    lignes: z
      .array(
        z.object({
          nature: z.enum([
            "accompagnement",
            "travail_personnel",
            "entretien_prealable",
            "elearning",
            "prestation_complementaire",
          ]),
          minutes: sMinutes,
          montant: sCentimes,
        }),
      )
      .min(1),
    priseEnChargeDuReste: ouNul(sCentimes),
    payeur: ouNul(z.enum(FINANCEURS)),
  }),
  recit: (d) => {
    const montant = formatMontant(d.lignes.reduce((total, l) => total + l.montant, 0));
    return d.payeur === null ? montant : `${montant}, à payer par ${NOMS_DES_PAYEURS[d.payeur]}`;
  },
  evolve: (etat, d, trace) => ({
    factures: [
      ...etat.factures,
      {
        ...trace,
        ...d,
        montant: d.lignes.reduce<number>(
          (total, l) => total + l.montant,
          0,
        ) as (typeof d.lignes)[0]["montant"],
        payeeLe: null,
      },
    ],
    paiementsClos: null,
  }),
});

export const facturePayee = defineFait({
  type: "facture_payee.v1",
  libelle: "Facture payée",
  schema: z.object({ numero: sTexte }),
  evolve: (etat, d, trace) => ({
    factures: etat.factures.map((f) => (f.numero === d.numero ? { ...f, payeeLe: trace.date } : f)),
    paiementsClos: null,
  }),
});

export const paiementsClos = defineFait({
  type: "paiements_clos.v1",
  libelle: "Aucun paiement n’est plus attendu",
  schema: z.object({}),
  evolve: (_, _d, trace) => ({ paiementsClos: trace }),
});

export const certificatEmis = defineFait({
  type: "certificat_emis.v1",
  libelle: "Certificat de réalisation émis",
  schema: z.object({ minutes: sMinutes }),
  recit: (d) => formatDuree(d.minutes),
  evolve: (_, d, trace) => ({ certificat: { ...trace, minutes: d.minutes } }),
});

export const financeurInforme = defineFait({
  type: "financeur_informe.v1",
  libelle: "Financeur informé",
  schema: z.object({ evenement: z.enum(["debut", "interruption", "fin"]) }),
  evolve: (etat, d, trace) => ({
    financeursInformes: [...etat.financeursInformes, { ...trace, evenement: d.evenement }],
  }),
});

export const conservationAutorisee = defineFait({
  type: "conservation_autorisee.v1",
  libelle: "Conservation autorisée par écrit",
  schema: z.object({
    base: z.enum(["communication_l6313_4", "accord_suivi"]),
    documents: z.array(z.enum(["synthese", "resultats_detailles", "documents_de_travail"])).min(1),
    signeLe: ouNul(sJour),
    jusquAu: sJour,
  }),
  evolve: (etat, d, trace) => ({
    conservations: [...etat.conservations, { ...trace, ...d, retireLe: null, detruitLe: null }],
  }),
});

export const conservationRetiree = defineFait({
  type: "conservation_retiree.v1",
  libelle: "Autorisation de conserver retirée",
  schema: z.object({}),
  // After the term, what was kept goes in the same act, on the day it is written down; before, nothing is kept yet.
  evolve: (etat, _, trace) => ({
    conservations: etat.conservations.map((c) =>
      c.retireLe !== null || c.detruitLe !== null
        ? c
        : { ...c, retireLe: trace.date, detruitLe: estGarde(etat) ? trace.consigneLe : null },
    ),
    ...(etat.destruction === null ? {} : { destruction: rienDepuis(etat.destruction) }),
  }),
});

export const contenusDetruits = defineFait({
  type: "contenus_detruits.v1",
  libelle: "Documents de travail détruits",
  schema: z.object({ documents: z.int().min(0) }),
  recit: (d) => `${d.documents} documents`,
  evolve: (etat, d, trace) => ({
    // A second time takes what was written since: the day of the first is the one that the law asks about.
    destruction: {
      ...(etat.destruction ?? trace),
      documents: (etat.destruction?.documents ?? 0) + d.documents,
      effectiveLe: null,
      ecritDepuis: null,
    },
    // What was withdrawn before the term goes with the rest.
    conservations: etat.conservations.map((c) =>
      c.retireLe !== null && c.detruitLe === null ? { ...c, detruitLe: trace.date } : c,
    ),
  }),
});

/** Written by the application once the outer key of what was destroyed is gone: no copy opens any more. */
export const clesDetruites = defineFait({
  type: "cles_detruites.v1",
  libelle: "Clé des contenus détruite, dans toutes les copies",
  schema: z.object({}),
  evolve: (etat, _, trace) => ({
    destruction: etat.destruction && { ...etat.destruction, effectiveLe: trace.date },
  }),
});

/** Takes what only these agreements kept, each named by its fact; what another one still keeps stays. */
export const contenusConservesDetruits = defineFait({
  type: "contenus_conserves_detruits.v2",
  libelle: "Documents conservés détruits à leur tour",
  schema: z.object({ accords: z.array(z.string().min(1).max(64)).min(1) }),
  evolve: (etat, { accords }, trace) => ({
    conservations: etat.conservations.map((c) =>
      accords.includes(c.fait) && c.detruitLe === null ? { ...c, detruitLe: trace.date } : c,
    ),
    ...(etat.destruction === null ? {} : { destruction: rienDepuis(etat.destruction) }),
  }),
});

/** As it was written before it named its agreements: it takes all that was kept. */
export const tousContenusConservesDetruits = defineFait({
  type: "contenus_conserves_detruits.v1",
  libelle: "Tous les documents conservés détruits à leur tour",
  schema: z.object({}),
  evolve: (etat, _, trace) => ({
    conservations: etat.conservations.map((c) =>
      c.detruitLe === null ? { ...c, detruitLe: trace.date } : c,
    ),
    ...(etat.destruction === null ? {} : { destruction: rienDepuis(etat.destruction) }),
  }),
});

export const preuvesDetruites = defineFait({
  type: "preuves_detruites.v1",
  libelle: "Dossier de preuve supprimé à son terme",
  schema: z.object({}),
  evolve: (_, _d, trace) => ({ destructionPreuves: trace }),
});
