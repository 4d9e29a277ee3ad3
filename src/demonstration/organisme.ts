import type { Organisme } from "../law/etat.ts";
import { tousLesCodes } from "../law/listes/mention.ts";
import { MENTIONS_OFFRE_2026 } from "../law/listes/mentions-offre.ts";
import { heures } from "../values/duree.ts";
import { jour } from "../values/jour.ts";
import { euros } from "../values/montant.ts";

const MENTIONS = tousLesCodes(MENTIONS_OFFRE_2026);

/** The fictitious organisation of the demonstration: three counsellors in Rennes, one of them a psychologist. */
export const CENTRE_HORIZON: Organisme = {
  raisonSociale: "Centre Horizon",
  siret: "99900010200007",
  nda: "53350987635",
  territoire: "metropole",
  regimeTva: "attestation",
  certificats: [
    { numero: "B-2022-087", du: jour("2022-03-10"), au: jour("2025-03-09"), categories: ["bilan"] },
    { numero: "B-2025-114", du: jour("2025-03-10"), au: jour("2028-03-09"), categories: ["bilan"] },
  ],
  intervenants: [
    {
      id: "nadia",
      nom: "Nadia Benali",
      competences: [{ domaine: "orientation", preuve: "diplôme universitaire et curriculum vitæ" }],
      titrePsychologue: null,
      habilitations: ["Inventaire d’intérêts professionnels"],
      secretSigneLe: jour("2019-01-08"),
      partiLe: null,
    },
    {
      id: "yves",
      nom: "Yves Kerbrat",
      competences: [{ domaine: "psychologie_du_travail", preuve: "titre de psychologue et curriculum vitæ" }],
      titrePsychologue: { preuve: "inscription au répertoire des psychologues" },
      habilitations: ["Inventaire d’intérêts professionnels", "Questionnaire de personnalité"],
      secretSigneLe: jour("2020-09-01"),
      partiLe: null,
    },
  ],
  offres: [
    {
      id: "rennes",
      origine: null,
      intitule: "Bilan de compétences à Rennes",
      texte:
        "Trois phases, des entretiens individuels avec la même personne du début à la fin, une synthèse remise à la dernière séance.",
      publieeLe: jour("2026-11-02"),
      retireeLe: null,
      modalite: "presentiel",
      lieux: ["12 rue du Vau Saint-Germain, 35000 Rennes"],
      outils: [],
      reseau: null,
      materiel: null,
      dureeMinutes: heures(24),
      travailPersonnelMinutes: heures(8),
      prix: euros(1800),
      mentions: MENTIONS,
      justification: null,
      cpf: true,
    },
    {
      id: "distance",
      origine: null,
      intitule: "Bilan de compétences à distance",
      texte:
        "Trois phases en visioconférence, pour les personnes éloignées de Rennes ou qui se déplacent difficilement.",
      publieeLe: jour("2026-11-02"),
      retireeLe: null,
      modalite: "distanciel",
      lieux: [],
      outils: ["Visioconférence dans le navigateur"],
      reseau: "4 Mbit/s au moins",
      materiel: "Ordinateur avec caméra et micro",
      dureeMinutes: heures(24),
      travailPersonnelMinutes: heures(8),
      prix: euros(1800),
      mentions: MENTIONS,
      justification: "Une modalité à distance, avec ses outils, pour les personnes hors de Rennes.",
      cpf: true,
    },
  ],
  autresActivites: false,
  equipeBilanIdentifiee: true,
  indicateurs: [
    {
      nom: "Satisfaction à la fin du bilan",
      valeur: "94 %",
      methode: "questionnaire remis à la dernière séance",
      population: 61,
      periode: "2025",
    },
  ],
  grilleTarifaire: true,
  groupe: [],
  adresse: "12 rue du Vau Saint-Germain\n35000 Rennes",
  telephone: "02 99 00 00 00",
  courriel: "bonjour@horizon.example",
  regionPrefet: "Bretagne",
  representant: { nom: "Nadia Benali", qualite: "gérante" },
  logo: null,
  couleur: null,
};

/** Of the fictitious organisation only: nothing real is behind it. */
export const PHRASE_DE_PASSE = "quatre mots pour visiter";

/** The accounts that `npm run demo` prints, of this fictitious organisation only; Nadia, its manager, manages it here too. */
export const COMPTES = [
  { nom: "Nadia Benali", courriel: "nadia@horizon.example", intervenant: "nadia", gere: true },
  { nom: "Yves Kerbrat", courriel: "yves@horizon.example", intervenant: "yves", gere: false },
] as const;
