import { z } from "zod";
import { formatDuree } from "../../values/duree.ts";
import { defineFait } from "../fait.ts";
import {
  ouNul,
  sCode,
  sContenu,
  sJour,
  sMinutes,
  sModalite,
  sPhases,
  sSignatures,
  sTexte,
} from "../schema.ts";

/** The cover is a proof; the answers are a content, named by their commitment. */
export const questionnaireRempli = defineFait({
  type: "questionnaire_rempli.v1",
  libelle: "Questionnaire rempli",
  schema: z.object({
    moment: z.enum(["entretien", "preliminaire"]),
    rubriques: z.array(sCode),
    signatures: sSignatures,
    compare: z.boolean().default(false),
    reponses: ouNul(sContenu),
  }),
  recit: (d) => (d.moment === "entretien" ? "à l’entretien préalable" : "repris en phase préliminaire"),
  evolve: (etat, { reponses: _reponses, ...d }, trace) => ({
    questionnaires: [...etat.questionnaires, { ...trace, ...d }],
  }),
});

export const documentSuiviArrete = defineFait({
  type: "document_suivi_arrete.v1",
  libelle: "Document de suivi décidé à deux",
  schema: z.object({
    seances: z.int().min(1).max(200),
    duree: sMinutes,
    phases: sPhases,
    debut: sJour,
    fin: sJour,
    modalite: sModalite,
    conjointement: z.boolean(),
    disponibiliteVerifiee: z.boolean(),
    signatures: sSignatures,
  }),
  recit: (d) => `${d.seances} séances, ${formatDuree(d.duree)}`,
  evolve: (etat, d, trace) => ({
    documentsSuivi: [...etat.documentsSuivi, { ...trace, ...d, version: etat.documentsSuivi.length + 1 }],
  }),
});

export const dureeAjustee = defineFait({
  type: "duree_ajustee.v1",
  libelle: "Durée ajustée avec la personne",
  schema: z.object({ duree: sMinutes, motif: sTexte, signatures: sSignatures }),
  recit: (d) => formatDuree(d.duree),
  evolve: (etat, d, trace) => ({ ajustements: [...etat.ajustements, { ...trace, ...d }] }),
});

export const evenementSurvenu = defineFait({
  type: "evenement_survenu.v1",
  libelle: "Événement inattendu noté",
  schema: z.object({
    nature: z.enum([
      "maladie",
      "mutation",
      "accident",
      "deuil",
      "naissance",
      "licenciement",
      "convenance",
      "pmsmp",
      "rencontre_metier",
      "autre",
    ]),
    /** Kind of paper held (« arrêt de travail »), never what it says. */
    preuve: ouNul(sTexte),
    jusquAu: ouNul(sJour),
  }),
  evolve: (etat, d, trace) => ({ etalements: [...etat.etalements, { ...trace, ...d }] }),
});

export const travailPersonnelVerse = defineFait({
  type: "travail_personnel_verse.v1",
  libelle: "Travail personnel versé",
  schema: z.object({ nature: sTexte, contenu: ouNul(sContenu) }),
  recit: (d) => d.nature,
  evolve: (etat, d, trace) => ({ travaux: [...etat.travaux, { ...trace, nature: d.nature }] }),
});

export const testUtilise = defineFait({
  type: "test_utilise.v1",
  libelle: "Test utilisé",
  schema: z.object({
    instrument: sTexte,
    reserve: ouNul(z.enum(["psychologue", "habilite", "aucune"])),
    intervenant: sTexte,
    consentement: z.boolean(),
    resultats: ouNul(sContenu),
  }),
  recit: (d) => d.instrument,
  evolve: (etat, { resultats: _resultats, ...d }, trace) => ({ tests: [...etat.tests, { ...trace, ...d }] }),
});

export const projetElabore = defineFait({
  type: "projet_elabore.v1",
  libelle: "Projet élaboré",
  schema: z.object({
    pertinenceVerifiee: z.boolean(),
    alternatives: z.int().min(0).max(20),
    formation: z.boolean(),
    contenu: ouNul(sContenu),
  }),
  evolve: (_, { contenu: _contenu, ...d }, trace) => ({ projet: { ...trace, ...d } }),
});
