import type { Fait, FaitNouveau } from "../src/dossier/fait.ts";
import { FORMAT } from "../src/dossier/fichier.ts";
import { BILAN } from "../src/law/bilan-exemple.ts";
import { ajouterJours, jour } from "../src/values/jour.ts";

const PHASES = { preliminaire: 210, investigation: 720, conclusion: 270 };
const DEUX = (le: string) => [
  { par: "beneficiaire", le },
  { par: "conseiller", le },
];
const PREMIERE = jour("2026-09-21");
/** Minutes of each session, its phase and what it dealt with. */
const SEANCES = [
  [120, "preliminaire", ["analyse_demande", "analyse_besoin", "format"]],
  [90, "preliminaire", ["modalites"]],
  [120, "investigation", ["parcours", "competences"]],
  [120, "investigation", ["competences", "motivations"]],
  [120, "investigation", ["interets", "marche_emploi"]],
  [120, "investigation", ["enquete_metier"]],
  [120, "investigation", ["projet"]],
  [120, "investigation", ["projet", "alternatives"]],
  [150, "conclusion", ["resultats_detailles", "conditions_moyens"]],
  [120, "conclusion", ["etapes", "suivi", "synthese"]],
] as const;

function fait(type: string, date: string, donnees: object = {}): Omit<Fait, "id" | "consigneLe"> {
  return { type, date: jour(date), donnees };
}

function uneSeance(rang: number): FaitNouveau[] {
  const [duree, phase, themes] = SEANCES[rang]!;
  const date = ajouterJours(PREMIERE, 6 * rang);
  const fin = `${9 + Math.floor(duree / 60)}:${String(duree % 60).padStart(2, "0")}`.padStart(5, "0");
  const plan = {
    seance: `s${rang + 1}`,
    date,
    debut: "09:00",
    fin,
    phase,
    modalite: "presentiel",
    lieu: "12 rue du Vau Saint-Germain, Rennes",
    intervenant: "nadia",
  };
  const signer = (par: string) =>
    fait("seance_signee.v1", date, { seance: plan.seance, par, moyen: "appareil_du_conseiller" });
  return [
    fait("seance_planifiee.v1", "2026-09-14", plan),
    fait("seance_tenue.v1", date, { ...plan, fait: duree, themes }),
    signer("beneficiaire"),
    signer("conseiller"),
  ];
}

/** Sixty-odd facts of one fictitious bilan paid by the CPF, in the order in which they happened. */
export function faitsDUnBilan(): FaitNouveau[] {
  const remise = ajouterJours(PREMIERE, 54);
  return [
    fait("demande_recue.v1", "2026-08-31", { origine: "beneficiaire" }),
    fait("questionnaire_rempli.v1", "2026-09-03", { moment: "entretien", rubriques: ["parcours", "projet"] }),
    fait("entretien_prealable_tenu.v1", "2026-09-03", {
      duree: 60,
      intervenant: "nadia",
      modalite: "presentiel",
      gratuit: true,
      objectif: "evolution",
      francaisVerifie: true,
      volontariatVerifie: true,
      disponibiliteVerifiee: true,
      conseillerPresente: true,
      faisable: true,
    }),
    fait("information_remise.v1", "2026-09-03", {
      points: ["objectifs", "methodes", "tarif", "reglement"],
      signatures: DEUX("2026-09-03"),
    }),
    fait("consentement_recueilli.v1", "2026-09-03", { signatures: DEUX("2026-09-03") }),
    fait("financement_arrete.v1", "2026-09-03", {
      financeurs: ["cpf"],
      bilanAnterieur: { declare: "aucun" },
    }),
    fait("devis_emis.v1", "2026-09-04", {
      offre: "bilan-presentiel",
      duree: 1200,
      phases: PHASES,
      travailPersonnel: 480,
      prix: 180_000,
      modalite: "presentiel",
      prixSelon: "besoin",
      cpf: {
        solde: 250_000,
        droits: 160_000,
        abondements: 0,
        participation: 10_320,
        exoneration: null,
        resteACharge: 9_680,
      },
      mentionNda: true,
    }),
    fait("devis_accepte.v1", "2026-09-05", { version: 1 }),
    fait("commande_passee.v1", "2026-09-05", { debutPrevu: PREMIERE }),
    fait("commande_repondue.v1", "2026-09-06", { debutPrevu: PREMIERE }),
    fait("commande_acceptee.v1", "2026-09-07"),
    fait("document_suivi_arrete.v1", "2026-09-14", {
      seances: SEANCES.length,
      duree: 1200,
      phases: PHASES,
      debut: PREMIERE,
      fin: remise,
      modalite: "presentiel",
      conjointement: true,
      disponibiliteVerifiee: true,
      signatures: DEUX("2026-09-14"),
    }),
    ...SEANCES.flatMap((_, rang) => uneSeance(rang)),
    fait("entree_declaree.v1", PREMIERE, {
      effectiveLe: PREMIERE,
      preuve: "émargement de la première séance",
    }),
    fait("travail_personnel_verse.v1", "2026-10-10", { nature: "carte des compétences" }),
    fait("test_utilise.v1", "2026-10-12", {
      instrument: "inventaire d’intérêts",
      reserve: "aucune",
      intervenant: "nadia",
      consentement: true,
    }),
    fait("travail_personnel_verse.v1", "2026-10-20", { nature: "deux enquêtes métier" }),
    fait("projet_elabore.v1", "2026-11-08", { pertinenceVerifiee: true, alternatives: 2, formation: true }),
    fait("synthese_redigee.v1", "2026-11-13", {
      parties: ["circonstances", "competences", "projet"],
      sansElementPersonnel: true,
    }),
    fait("synthese_remise.v1", remise, {
      documents: ["synthese", "resultats_detailles"],
      signatures: DEUX(remise),
    }),
    fait("suivi_propose.v1", remise, { prevuLe: ajouterJours(remise, 182), reponse: "accepte" }),
    fait("certificat_emis.v1", remise, { minutes: 1200 }),
    fait("service_fait_declare.v1", ajouterJours(remise, 1), {
      sortieLe: remise,
      motif: "integralite",
      tauxDeclare: 10_000,
      minutesDeclarees: 1200,
      titulaireInforme: true,
    }),
    fait("contenus_detruits.v1", ajouterJours(remise, 1), { documents: 14 }),
  ];
}

/** The same as a dossier file, `probant-dossier/1`, written as JSON. */
export function fichierDUnBilan(): string {
  return JSON.stringify({
    format: FORMAT,
    reference: "D-2026-0001",
    organisme: BILAN.organisme,
    beneficiaire: { ...BILAN.beneficiaire, prenom: "Camille", nom: "Moreau" },
    faits: faitsDUnBilan().map((f, i) => ({ id: `f${i + 1}`, ...f, consigneLe: f.date })),
  });
}
