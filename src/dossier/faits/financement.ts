import { z } from "zod";
import { formatDuree } from "../../values/duree.ts";
import { formatMontant } from "../../values/montant.ts";
import { defineFait } from "../fait.ts";
import { ouNul, sCentimes, sJour, sMinutes, sModalite, sPhases, sTexte } from "../schema.ts";

export const FINANCEURS = [
  "cpf",
  "employeur",
  "opco",
  "fonds_propres",
  "france_travail",
  "faf",
  "region",
  "etat",
  "agefiph",
  "transitions_pro",
  "conge_reclassement",
] as const;

/** What the person declares of an earlier bilan; null while the question was not asked. */
const sBilanAnterieur = z.discriminatedUnion("declare", [
  z.object({ declare: z.literal("aucun") }),
  z.object({
    declare: z.literal("oui"),
    financeur: z.enum(FINANCEURS),
    financeLe: ouNul(sJour),
    termineLe: ouNul(sJour),
    justification: ouNul(sTexte),
  }),
]);

export const sFinancement = z.object({
  financeurs: z.array(z.enum(FINANCEURS)).min(1),
  employeurPrescripteur: z.boolean().default(false),
  plan: z.boolean().default(false),
  surTempsDeTravail: ouNul(z.boolean()),
  bilanAnterieur: ouNul(sBilanAnterieur),
});

export const financementArrete = defineFait({
  type: "financement_arrete.v1",
  libelle: "Financement arrêté",
  schema: sFinancement,
  evolve: (_, d) => ({ financement: d }),
});

export const repetitionJustifiee = defineFait({
  type: "repetition_justifiee.v1",
  libelle: "Nouveau bilan justifié par la personne",
  schema: z.object({ motif: sTexte }),
  evolve: (_, d, trace) => ({ justificationRepetition: { ...trace, motif: d.motif } }),
});

export const devisEmis = defineFait({
  type: "devis_emis.v1",
  libelle: "Devis personnalisé remis",
  schema: z.object({
    offre: ouNul(sTexte),
    duree: sMinutes,
    phases: sPhases,
    travailPersonnel: sMinutes,
    prix: sCentimes,
    modalite: sModalite,
    prixSelon: z.enum(["grille", "besoin", "solde"]),
    cpf: ouNul(
      z.object({
        solde: ouNul(sCentimes),
        droits: sCentimes,
        abondements: sCentimes,
        participation: sCentimes,
        exoneration: ouNul(z.enum(["demandeur_emploi", "abondement_employeur", "c2p", "at_mp"])),
        resteACharge: sCentimes,
      }),
    ),
    mentionNda: z.boolean(),
  }),
  recit: (d) => `${formatDuree(d.duree)}, ${formatMontant(d.prix)}`,
  evolve: (etat, d, trace) => ({
    devis: [...etat.devis, { ...trace, ...d, version: etat.devis.length + 1, accepteLe: null }],
  }),
});

export const devisAccepte = defineFait({
  type: "devis_accepte.v1",
  libelle: "Devis accepté",
  schema: z.object({ version: z.int().min(1) }),
  evolve: (etat, d, trace) => ({
    devis: etat.devis.map((x) => (x.version === d.version ? { ...x, accepteLe: trace.date } : x)),
  }),
});
