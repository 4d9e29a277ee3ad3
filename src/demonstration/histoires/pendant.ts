import { formatJourSaisie } from "../../values/dates-fr.ts";
import type { Jour } from "../../values/jour.ts";
import { ajouterMinutes } from "../horaires.ts";
import { jourOuvre, type Pas, pas } from "../pas.ts";
import type { PlanDeSeance } from "./plan.ts";

const SIGNE = { atteste: "oui", moyen: "appareil_du_conseiller" };

/** A session noted and signed by both the same day. */
function seance(
  d0: Jour,
  rang: number,
  s: PlanDeSeance,
  notes: string,
  signataires = ["beneficiaire", "conseiller"],
): Pas[] {
  const le = jourOuvre(d0, s.apres);
  const fin = ajouterMinutes(s.debut, s.minutes);
  const id = `s${rang}`;
  return [
    pas(
      le,
      "tenirSeance",
      {
        seance: id,
        date: formatJourSaisie(le),
        debut: s.debut,
        fin,
        phase: s.phase,
        themes: s.themes,
        notes,
      },
      "16:45",
    ),
    ...signataires.map((par) => pas(le, "signerSeance", { seance: id, par, ...SIGNE }, "16:50")),
  ];
}

const NOTES = [
  "Elle cherche du sens et craint de repartir de zéro.",
  "Nous choisissons des séances en présence, le matin.",
  "Douze ans de comptabilité, à l’aise avec les équipes.",
  "Ce qui la tient : expliquer, transmettre.",
  "Deux enquêtes métier rapportées, une surprise.",
  "Le projet se précise : la gestion de la paie, puis le conseil.",
  "Une autre piste reste ouverte : former des adultes.",
  "Elle relit ses résultats et les reformule.",
  "Les étapes sont datées jusqu’en juin.",
];

/** The whole way through the three phases, session by session, to the plan's last. */
export function parcours(d0: Jour, plan: readonly PlanDeSeance[]): Pas[] {
  return plan.flatMap((s, i) => [...seance(d0, i + 1, s, NOTES[i] ?? ""), ...autour(d0, i)]);
}

/** What goes with a session: entry, second questionnaire, document de suivi, personal work, project, draft. */
function autour(d0: Jour, i: number): Pas[] {
  const le = (n: number) => jourOuvre(d0, n);
  switch (i) {
    case 0:
      return [
        pas(le(0), "remplirQuestionnaire", {
          moment: "preliminaire",
          rubriques: ["parcours", "motivations", "attentes", "contraintes"],
          reponses: "Depuis septembre, je sais que je veux rester près des chiffres.",
          signe: "oui",
          compare: "oui",
        }),
        pas(le(1), "declarerEntree", { preuve: "signatures de la séance 1" }, "08:55"),
      ];
    case 1:
      return [
        pas(le(7), "arreterDocumentSuivi", {
          conjointement: "oui",
          disponibiliteVerifiee: "oui",
          signataires: ["beneficiaire", "conseiller"],
        }),
      ];
    case 4:
      return [
        pas(le(30), "verserTravail", {
          nature: "enquête auprès d’une professionnelle de la paie",
          contenu: "Elle m’a montré une fin de mois.",
        }),
      ];
    case 6:
      return [
        pas(le(38), "elaborerProjet", {
          pertinenceVerifiee: "oui",
          alternatives: "1",
          formation: "oui",
          contenu: "Gestionnaire de paie en cabinet, puis conseil.",
        }),
      ];
    default:
      return [];
  }
}
