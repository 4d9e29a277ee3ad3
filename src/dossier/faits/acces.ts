import { z } from "zod";
import { defineFait } from "../fait.ts";

const QUI = { beneficiaire: "à la personne", employeur: "à l’employeur" } as const;
const sQui = z.object({ role: z.enum(["beneficiaire", "employeur"]) });

/** Somebody got a door of his own to this dossier: who can see it is part of its history. */
export const espaceOuvert = defineFait({
  type: "espace_ouvert.v1",
  libelle: "Espace ouvert",
  schema: sQui,
  recit: (d) => QUI[d.role],
  evolve: () => ({}),
});

export const espaceFerme = defineFait({
  type: "espace_ferme.v1",
  libelle: "Espace fermé",
  schema: sQui,
  recit: (d) => QUI[d.role],
  evolve: () => ({}),
});

const NOMS_DES_CHAMPS = {
  prenom: "le prénom",
  nom: "le nom",
  courriel: "l’adresse électronique",
  telephone: "le téléphone",
  discretion: "la discrétion",
} as const;
export const CHAMPS_DE_L_IDENTITE = Object.keys(NOMS_DES_CHAMPS) as (keyof typeof NOMS_DES_CHAMPS)[];

/** Which parts of the identity were corrected; what they say lies outside the journal. */
export const identiteCorrigee = defineFait({
  type: "identite_corrigee.v1",
  libelle: "Identité corrigée",
  schema: z.object({
    champs: z.array(z.enum(["prenom", "nom", "courriel", "telephone", "discretion"])).min(1),
  }),
  recit: (d) => d.champs.map((c) => NOMS_DES_CHAMPS[c]).join(", "),
  evolve: () => ({}),
});
