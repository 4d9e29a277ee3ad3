import { z } from "zod";
import type { Couleur } from "../values/contraste.ts";
import { parseSiren, parseSiret } from "../values/siret.ts";
import { ouNul, sCentimes, sCode, sJour, sMinutes, sModalite, sTexte } from "./schema.ts";

const sSiret = z
  .string()
  .refine((t) => parseSiret(t) !== null, { error: "Ce SIRET n’est pas valide : vérifiez ses 14 chiffres." });
const sSiren = z
  .string()
  .refine((t) => parseSiren(t) !== null, { error: "Ce SIREN n’est pas valide : vérifiez ses 9 chiffres." });

export const TERRITOIRES = [
  "metropole",
  "alsace-moselle",
  "guadeloupe",
  "martinique",
  "guyane",
  "reunion",
  "mayotte",
  "saint-martin",
  "saint-barthelemy",
] as const;

const sCertificat = z.object({
  numero: sTexte,
  du: sJour,
  au: sJour,
  categories: z.array(z.enum(["formation", "bilan", "vae", "apprentissage"])),
});

const sIntervenant = z.object({
  id: sTexte,
  nom: sTexte,
  competences: z
    .array(
      z.object({
        domaine: z.enum(["psychologie_du_travail", "orientation", "ressources_humaines"]),
        preuve: sTexte,
      }),
    )
    .default([]),
  titrePsychologue: ouNul(z.object({ preuve: sTexte })),
  habilitations: z.array(sTexte).default([]),
  secretSigneLe: ouNul(sJour),
  partiLe: ouNul(sJour),
});

const sOffre = z.object({
  id: sTexte,
  origine: ouNul(sTexte),
  intitule: sTexte,
  texte: sTexte,
  publieeLe: sJour,
  retireeLe: ouNul(sJour),
  modalite: sModalite,
  lieux: z.array(sTexte).default([]),
  outils: z.array(sTexte).default([]),
  reseau: ouNul(sTexte),
  materiel: ouNul(sTexte),
  dureeMinutes: sMinutes,
  travailPersonnelMinutes: ouNul(sMinutes),
  prix: sCentimes,
  mentions: z.array(sCode),
  justification: ouNul(sTexte),
  cpf: z.boolean(),
});

const sCouleur = z
  .string()
  .regex(/^#[0-9a-f]{6}$/, { error: "Une couleur s’écrit avec « # » et 6 chiffres de 0 à f : #1d5c3a." })
  .transform((t) => t as Couleur);

// 64 KB once decoded: the organisation is read with every page.
const LOGO_MAX = 87_384;

export const sOrganisme = z.object({
  raisonSociale: sTexte,
  siret: sSiret,
  nda: ouNul(z.string().regex(/^\d{11}$/, { error: "Le numéro de déclaration d’activité a 11 chiffres." })),
  territoire: z.enum(TERRITOIRES).default("metropole"),
  regimeTva: z.enum(["attestation", "franchise", "assujetti"]),
  certificats: z.array(sCertificat).default([]),
  intervenants: z.array(sIntervenant).default([]),
  offres: z.array(sOffre).default([]),
  autresActivites: ouNul(z.boolean()),
  equipeBilanIdentifiee: ouNul(z.boolean()),
  indicateurs: z
    .array(
      z.object({
        nom: sTexte,
        valeur: sTexte,
        methode: ouNul(sTexte),
        population: ouNul(z.int().min(0)),
        periode: ouNul(sTexte),
      }),
    )
    .default([]),
  grilleTarifaire: ouNul(z.boolean()),
  groupe: z.array(sSiren).default([]),
  adresse: ouNul(sTexte),
  telephone: ouNul(sTexte),
  courriel: ouNul(sTexte),
  regionPrefet: ouNul(sTexte),
  representant: ouNul(z.object({ nom: sTexte, qualite: sTexte })),
  logo: ouNul(
    z.object({
      format: z.enum(["png", "svg"]),
      base64: z
        .string()
        .max(LOGO_MAX, { error: "Ce logo est trop lourd : 64 Ko au plus." })
        .regex(/^[A-Za-z0-9+/]+={0,2}$/, { error: "Le logo doit être écrit en base64." }),
      alternative: sTexte,
    }),
  ),
  couleur: ouNul(sCouleur),
});

export const sBeneficiaire = z.object({
  statut: z.enum([
    "salarie",
    "demandeur_emploi",
    "independant",
    "agent_public",
    "retraite",
    "etudiant",
    "autre",
  ]),
  employeurSiren: ouNul(sSiren),
  fonctionPublique: ouNul(z.enum(["etat", "territoriale", "hospitaliere"])),
  mineur: z.boolean().default(false),
  accordTuteur: z.boolean().default(false),
});
