import { z } from "zod";
import { formatDuree } from "../../values/duree.ts";
import { defineFait } from "../fait.ts";
import { ouNul, sCode, sContenu, sMinutes, sModalite, sSignatures, sTexte } from "../schema.ts";

const OBJECTIFS = [
  "evolution",
  "mobilite",
  "reconversion",
  "recherche_emploi",
  "adaptation",
  "coaching",
  "cep",
  "vae",
  "cv_lettre",
  "preparation_retraite",
  "reclassement",
  "evaluation",
  "developpement_personnel",
  "formation",
] as const;

export const demandeRecue = defineFait({
  type: "demande_recue.v1",
  libelle: "Demande reçue",
  schema: z.object({
    origine: z.enum(["beneficiaire", "employeur", "cep", "reclassement", "prescripteur", "demarchage"]),
    avantage: ouNul(sTexte),
    donneesDemandees: z.array(sCode).default(["identite", "parcours"]),
  }),
  evolve: (_, d, trace) => ({ demande: { ...trace, ...d } }),
});

export const entretienPrealableTenu = defineFait({
  type: "entretien_prealable_tenu.v1",
  libelle: "Entretien préalable tenu",
  schema: z.object({
    duree: sMinutes,
    intervenant: sTexte,
    modalite: sModalite,
    gratuit: z.boolean(),
    objectif: z.enum(OBJECTIFS),
    francaisVerifie: z.boolean(),
    volontariatVerifie: z.boolean(),
    disponibiliteVerifiee: z.boolean(),
    conseillerPresente: z.boolean(),
    faisable: z.boolean(),
    notes: ouNul(sContenu),
  }),
  recit: (d) => `${formatDuree(d.duree)}, ${d.gratuit ? "gratuit" : "payant"}`,
  evolve: (_, { notes: _notes, ...d }, trace) => ({ entretien: { ...trace, ...d } }),
});

export const orientationDonnee = defineFait({
  type: "orientation_donnee.v1",
  libelle: "Personne orientée vers un autre service",
  schema: z.object({
    vers: z.enum(["coaching", "cep", "vae", "cv_lettre", "retraite", "reclassement", "formation", "autre"]),
  }),
  evolve: (_, d, trace) => ({ orientation: { ...trace, vers: d.vers } }),
});

export const informationRemise = defineFait({
  type: "information_remise.v1",
  libelle: "Information précontractuelle remise",
  schema: z.object({ points: z.array(sCode), signatures: sSignatures }),
  recit: (d) => `${d.points.length} points remis`,
  evolve: (_, d, trace) => ({ information: { ...trace, ...d } }),
});

export const consentementRecueilli = defineFait({
  type: "consentement_recueilli.v1",
  libelle: "Consentement recueilli",
  schema: z.object({
    signatures: sSignatures,
    /** Agreement of the guardian of a minor; null when nothing was said of it. */
    accordTuteur: ouNul(z.boolean()),
    /** The counsellor attests a paper that she signed after having said no; null when she had not. */
    apresRefus: ouNul(z.literal(true)),
  }),
  evolve: (etat, d, trace) => ({
    consentement: { ...trace, apresRefus: d.apresRefus === true },
    ...(d.accordTuteur === null
      ? {}
      : { beneficiaire: { ...etat.beneficiaire, accordTuteur: d.accordTuteur } }),
  }),
});

/** No reason is asked and none is kept: a refusal is no fault (L6313-4 al. 2). */
export const refusNote = defineFait({
  type: "refus_note.v1",
  libelle: "La personne ne donne pas suite",
  schema: z.object({}),
  evolve: (_, _d, trace) => ({ refus: trace }),
});

export const volontariatConfirme = defineFait({
  type: "volontariat_confirme.v1",
  libelle: "Volontariat confirmé par la personne",
  schema: z.object({
    canal: z.enum(["direct", "employeur"]),
    /** The counsellor attests a paper that she signed after having said no; null when she had not. */
    apresRefus: ouNul(z.literal(true)),
  }),
  evolve: (_, d, trace) => ({
    volontariat: { ...trace, canal: d.canal, apresRefus: d.apresRefus === true },
  }),
});
