import { z } from "zod";
import type { Communication, PartieSynthese, Synthese } from "../../law/etat.ts";
import { estVisee } from "../accord-vise.ts";
import { defineFait } from "../fait.ts";
import { ouNul, sCode, sContenu, sJour, sSignatures, sTexte } from "../schema.ts";

type Textes = Partial<Record<PartieSynthese, { id: string } | null>>;

/** A part whose sealed text is the one of the version before keeps the fact that brought it. */
function textesDesParties(textes: Textes, avant: Synthese | undefined, fait: string): Synthese["textes"] {
  return Object.fromEntries(
    Object.entries(textes).flatMap(([partie, texte]) => {
      if (texte === null) return [];
      const dAvant = avant?.textes[partie as PartieSynthese];
      const depuis = dAvant?.contenu === texte.id ? dAvant.depuis : fait;
      return [[partie, { contenu: texte.id, depuis }]];
    }),
  );
}

export const syntheseRedigee = defineFait({
  type: "synthese_redigee.v1",
  libelle: "Synthèse rédigée",
  schema: z.object({
    parties: z.array(z.enum(["circonstances", "competences", "projet"])),
    sansElementPersonnel: ouNul(z.boolean()),
    /** One sealed text per part, so that the paper prints them under their titles; `contenu` is the whole in one piece. */
    circonstances: ouNul(sContenu),
    competences: ouNul(sContenu),
    projet: ouNul(sContenu),
    contenu: ouNul(sContenu),
  }),
  recit: (d) => `${d.parties.length} partie${d.parties.length > 1 ? "s" : ""} sur 3`,
  evolve: (etat, { parties, sansElementPersonnel, contenu: _contenu, ...textes }, trace) => ({
    syntheses: [
      ...etat.syntheses,
      {
        ...trace,
        parties,
        sansElementPersonnel,
        version: etat.syntheses.length + 1,
        textes: textesDesParties(textes, etat.syntheses.at(-1), trace.fait),
      },
    ],
  }),
});

const sDocument = z.enum(["synthese", "resultats_detailles"]);

/** Detailed results that no test of the dossier holds: what interviews and exercises gave. */
export const resultatsEcrits = defineFait({
  type: "resultats_ecrits.v1",
  libelle: "Résultats détaillés écrits",
  schema: z.object({ intitule: sTexte, resultats: sContenu }),
  recit: (d) => d.intitule,
  evolve: () => ({}),
});

/** A file of detailed results, sealed as content: what a test gave on its own sheet, a drawing, a scanned exercise. */
export const resultatsJoints = defineFait({
  type: "resultats_joints.v1",
  libelle: "Fichier de résultats joint",
  schema: z.object({ intitule: sTexte, format: z.enum(["jpeg", "png", "pdf"]), fichier: sContenu }),
  recit: (d) => d.intitule,
  evolve: () => ({}),
});

export const syntheseRemise = defineFait({
  type: "synthese_remise.v1",
  libelle: "Synthèse et résultats détaillés remis",
  schema: z.object({
    documents: z.array(sDocument).min(1),
    signatures: sSignatures,
    /** What was handed over, text by text: the commitment that the fact of that text names, and nothing of the text. */
    textes: z
      .array(
        z.object({
          document: sDocument,
          fait: z.string().max(64),
          cle: sCode,
          engagement: z.string().max(64),
        }),
      )
      .default([]),
    /** Handed over on paper alone: the dossier holds no text of it, and so no fingerprint. */
    surPapier: z.array(sDocument).default([]),
  }),
  evolve: (_, { documents, signatures }, trace) => ({ remise: { ...trace, documents, signatures } }),
});

export const suiviPropose = defineFait({
  type: "suivi_propose.v1",
  libelle: "Entretien de suivi proposé",
  schema: z.object({ prevuLe: ouNul(sJour), reponse: ouNul(z.enum(["accepte", "refuse"])) }),
  evolve: (_, d, trace) => ({ entretienSuivi: { ...trace, ...d, tenuLe: null } }),
});

export const suiviTenu = defineFait({
  type: "suivi_tenu.v1",
  libelle: "Entretien de suivi tenu",
  schema: z.object({}),
  evolve: (etat, _, trace) => ({
    entretienSuivi: {
      ...(etat.entretienSuivi ?? { ...trace, prevuLe: null, reponse: null }),
      tenuLe: trace.date,
    },
  }),
});

const sDestinataire = z.enum(["cep", "employeur", "opco", "financeur", "cdc", "france_travail", "autre"]);

/** `accord`: the fact of the agreement, where it names somebody; null for all those on that recipient without a name. */
const sSelonLAccord = z.object({
  document: sDocument,
  destinataire: sDestinataire,
  accord: ouNul(z.string().max(64)),
});

/**
 * The person's own request or written agreement: one document, one recipient, revocable (L6313-4 al. 3). `lecteur`: the
 * sealed name of who is meant by « autre »; without it, an agreement names nobody.
 */
export const communicationAutorisee = defineFait({
  type: "communication_autorisee.v1",
  libelle: "Communication autorisée par la personne",
  schema: z.object({ document: sDocument, destinataire: sDestinataire, lecteur: ouNul(sContenu) }),
  evolve: (etat, { lecteur, ...d }, trace) => ({
    communications: [
      ...etat.communications,
      {
        ...trace,
        ...d,
        lecteur: lecteur?.id ?? null,
        accordLe: trace.date,
        revoqueLe: null,
        communiqueLe: null,
      },
    ],
  }),
});

export const communicationRevoquee = defineFait({
  type: "communication_revoquee.v1",
  libelle: "Autorisation retirée par la personne",
  schema: sSelonLAccord,
  evolve: (etat, d, trace) => ({
    communications: etat.communications.map((c) =>
      estVisee(c, d) && c.revoqueLe === null ? { ...c, revoqueLe: trace.date } : c,
    ),
  }),
});

export const documentCommunique = defineFait({
  type: "document_communique.v1",
  libelle: "Document communiqué",
  schema: sSelonLAccord,
  evolve: (etat, { accord, ...d }, trace) => {
    const attend = (c: Communication) => estVisee(c, { accord, ...d }) && c.communiqueLe === null;
    const valable = etat.communications.findIndex((c) => attend(c) && c.revoqueLe === null);
    const ouverte = valable >= 0 ? valable : etat.communications.findIndex(attend);
    if (ouverte >= 0) {
      return {
        communications: etat.communications.map((c, i) =>
          i === ouverte ? { ...c, communiqueLe: trace.date } : c,
        ),
      };
    }
    // No agreement is on record: the fact is kept all the same, and rule D10 says what is wrong.
    return {
      communications: [
        ...etat.communications,
        { ...trace, ...d, lecteur: null, accordLe: null, revoqueLe: null, communiqueLe: trace.date },
      ],
    };
  },
});

export const celluleInformee = defineFait({
  type: "cellule_informee.v1",
  libelle: "Cellule de reclassement informée",
  schema: z.object({ points: z.array(sCode) }),
  evolve: (_, d, trace) => ({ cellule: { ...trace, points: d.points } }),
});

export const prestationConvenue = defineFait({
  type: "prestation_convenue.v1",
  libelle: "Prestation complémentaire convenue",
  schema: z.object({ nature: z.enum(["cv_lettre", "autre"]), financeur: sTexte }),
  evolve: (etat, d, trace) => ({
    prestationsComplementaires: [...etat.prestationsComplementaires, { ...trace, ...d }],
  }),
});
