import { ACCUEIL, BILAN_CPF, CONCLUSION, INVESTIGATION, PRELIMINAIRE, VENTE_EMPLOYEUR } from "../recits.ts";
import type { Cas } from "./cas.ts";
import { APPELE, EN_COURS, GARDE, GEL, LETTRE, PREMIERES, RECLASSEMENT, TERME } from "./histoires.ts";

/** What follows. */
export const suites: Record<string, Cas> = {
  informerCellule: {
    avant: [
      ...ACCUEIL,
      RECLASSEMENT,
      ...VENTE_EMPLOYEUR.slice(1),
      ...PRELIMINAIRE,
      ...INVESTIGATION,
      ...CONCLUSION,
    ],
    au: "2026-11-16",
    reponses: {},
    refus: [
      {
        avant: TERME,
        reponses: {},
        champ: null,
        phrase: "Ce bilan n’a pas lieu en congé de reclassement : aucune cellule n’est à informer.",
      },
    ],
  },
  informerFinanceur: {
    avant: PREMIERES,
    au: "2026-10-06",
    reponses: {},
    refus: [
      {
        reponses: { date: "27/09/2026" },
        champ: "date",
        phrase: "Cette date vient avant le début du bilan, qui est du 28 septembre 2026.",
      },
    ],
  },
  autoriserConservation: {
    avant: TERME,
    au: "2026-11-16",
    reponses: {},
    refus: [
      {
        reponses: { signeLe: "" },
        champ: "signeLe",
        phrase: "Indiquez quand la personne a signé son accord.",
      },
      {
        reponses: { jusquAu: "15/11/2026" },
        champ: "jusquAu",
        phrase: "Cette date vient avant cet accord, qui est du 16 novembre 2026.",
      },
      {
        reponses: { jusquAu: "17/11/2029" },
        champ: "jusquAu",
        phrase: "La loi donne 3 ans au plus après le terme : jusqu’au 16 novembre 2029.",
      },
      {
        reponses: { base: "communication_l6313_4", documents: ["synthese", "documents_de_travail"] },
        champ: "documents",
        phrase: "Sans accord écrit pour un suivi, seule la synthèse communiquée peut être gardée.",
      },
      { reponses: { signeLe: "17/11/2026" }, champ: "signeLe", phrase: "Cette date est dans le futur." },
    ],
  },
  retirerConservation: {
    avant: [...TERME, GARDE],
    au: "2026-11-17",
    reponses: {},
    refus: [
      {
        reponses: { date: "15/11/2026" },
        champ: "date",
        phrase: "Cette date vient avant l’accord, qui est du 16 novembre 2026.",
      },
      {
        avant: TERME,
        reponses: {},
        champ: null,
        phrase: "Rien n’est conservé avec l’accord de la personne.",
      },
    ],
  },
  detruireContenus: {
    avant: [...EN_COURS, ...CONCLUSION.slice(0, -1)],
    au: "2026-11-16",
    reponses: { documents: "14", atteste: "oui" },
    refus: [
      {
        reponses: { atteste: "oui" },
        champ: "documents",
        phrase:
          "Indiquez combien de documents papier ou de fichiers à vous ont été détruits, 0 s’il n’y en a pas.",
      },
      {
        avant: TERME,
        reponses: {},
        champ: null,
        phrase: "La destruction du 16 novembre 2026 est déjà notée, et rien n’a été écrit depuis.",
      },
    ],
  },
  convenirPrestation: {
    avant: BILAN_CPF,
    au: "2026-11-18",
    reponses: { nature: "cv_lettre" },
    refus: [
      {
        reponses: { nature: "cv_lettre", financeur: "cpf" },
        champ: null,
        phrase: "L’aide au CV convenue à part est mise au compte du CPF, qui ne paie que le bilan.",
      },
    ],
  },
  ouvrirControle: {
    avant: BILAN_CPF,
    au: "2026-11-20",
    reponses: LETTRE[2]!,
    refus: [
      {
        reponses: { organe: "cdc", echeance: "19/11/2026" },
        champ: "echeance",
        phrase: "Cette date vient avant la lettre, qui est du 20 novembre 2026.",
      },
    ],
  },
  repondreControle: {
    avant: [...BILAN_CPF, LETTRE],
    au: "2026-11-27",
    reponses: {},
    refus: [
      {
        reponses: { date: "19/11/2026" },
        champ: "date",
        phrase: "Cette date vient avant la lettre de contrôle, qui est du 20 novembre 2026.",
      },
      { avant: BILAN_CPF, reponses: {}, champ: null, phrase: "Aucun contrôle n’est ouvert." },
      {
        avant: [...BILAN_CPF, LETTRE, ["2026-11-27", "repondreControle"]],
        reponses: {},
        champ: null,
        phrase: "La réponse du 27 novembre 2026 est déjà notée.",
      },
    ],
  },
  cloreControle: {
    avant: [...BILAN_CPF, LETTRE, ["2026-11-27", "repondreControle"]],
    au: "2026-12-20",
    reponses: {},
    refus: [
      {
        reponses: { date: "26/11/2026" },
        champ: "date",
        phrase: "Cette date vient avant le dernier échange de ce contrôle, qui est du 27 novembre 2026.",
      },
      { avant: BILAN_CPF, reponses: {}, champ: null, phrase: "Aucun contrôle n’est ouvert." },
    ],
  },
  gelerPreuves: {
    avant: BILAN_CPF,
    au: "2026-11-20",
    reponses: { motif: "litige", jusquAu: "20/11/2027" },
    refus: [
      {
        reponses: { motif: "litige", jusquAu: "21/11/2027" },
        champ: "jusquAu",
        phrase: "Un gel dure un an au plus : jusqu’au 20 novembre 2027, puis un autre.",
      },
      {
        reponses: { motif: "litige", jusquAu: "19/11/2026" },
        champ: "jusquAu",
        phrase: "Cette date vient avant le gel, qui est du 20 novembre 2026.",
      },
    ],
  },
  leverGel: {
    avant: [...BILAN_CPF, GEL],
    au: "2026-12-20",
    reponses: {},
    refus: [
      {
        reponses: { date: "19/11/2026" },
        champ: "date",
        phrase: "Cette date vient avant le gel, qui est du 20 novembre 2026.",
      },
      { avant: BILAN_CPF, reponses: {}, champ: null, phrase: "Aucun gel n’est en cours." },
      {
        // Two holds: which one is not guessed.
        avant: [...BILAN_CPF, GEL, ["2026-11-21", "gelerPreuves", { motif: "audit", jusquAu: "20/05/2027" }]],
        reponses: {},
        champ: "gel",
        phrase: "Choisissez « Le gel à lever ».",
      },
    ],
  },
  corrigerFait: {
    avant: APPELE,
    au: "2026-09-02",
    reponses: { fait: "f1", date: "31/08/2026", motif: "erreur de date" },
    refus: [
      {
        reponses: { fait: "f1", motif: "rien" },
        champ: "quoi",
        phrase: "Rien ne change : indiquez la nouvelle date ou la donnée à remplacer.",
      },
      {
        reponses: { fait: "f1", date: "03/09/2026", motif: "futur" },
        champ: "date",
        phrase: "Cette date est dans le futur.",
      },
      {
        reponses: { fait: "f1", quoi: "annuler", date: "31/08/2026", motif: "les deux" },
        champ: "quoi",
        phrase: "Vous donnez de nouvelles valeurs : choisissez « Il a eu lieu, mais autrement ».",
      },
      {
        reponses: { fait: "f1", montant: "12", motif: "montant" },
        champ: "montant",
        phrase: "Le fait « Demande reçue » n’a rien de tel à changer.",
      },
      {
        avant: [],
        reponses: {},
        champ: null,
        phrase: "Aucun fait de ce dossier ne peut être corrigé.",
      },
    ],
  },
};
