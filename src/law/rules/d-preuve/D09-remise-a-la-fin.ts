import { formatJour } from "../../../values/dates-fr.ts";
import { type Jour, jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { derniereSeanceTenue, estPartiel, finPrevue, sansSuite } from "../../calcul/deroulement.ts";
import type { Etat, Remise } from "../../etat.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { destructionAuTerme } from "../../textes/conservation.ts";
import { REPONSES_OFFICIELLES } from "../../textes/nature.ts";
import { destinataireDesResultats } from "../../textes/secret.ts";
import { conforme, indetermine, nonConforme, sansObjet, type Verdict } from "../../verdict.ts";
import { abandon, enCours, trace } from "./exemples.ts";

const RECU = "Aucun texte n’exige un reçu signé : il prouve la remise, que le contrôle demande.";
const RENDEZ_VOUS =
  "La réponse officielle veut la remise « à la toute fin de l’accompagnement » ; que ce soit au dernier rendez-vous même est notre lecture.";
const DEDUITE =
  "Que la remise précède la fin est déduit de R6313-7 par la réponse officielle du 15 février 2023, après ce bilan.";
const INTERROMPU = "Les textes lus ne disent pas ce qui est remis quand le bilan s’arrête avant son terme.";

function apresCoup(remise: Remise, sortie: Jour | null, derniere: Jour | null): Verdict | null {
  const le = formatJour(remise.date);
  if (sortie !== null && remise.date > sortie) {
    return nonConforme(
      `Les documents ont été remis le ${le}, après la sortie du ${formatJour(sortie)}.`,
      sortie < REPONSES_OFFICIELLES ? DEDUITE : undefined,
    );
  }
  if (derniere !== null && remise.date > derniere) {
    return nonConforme(
      `Les documents ont été remis le ${le}, après le dernier rendez-vous du ${formatJour(derniere)}.`,
      RENDEZ_VOUS,
    );
  }
  return null;
}

function absence(etat: Etat, au: Jour): Verdict {
  if (estPartiel(etat)) {
    return etat.syntheses.length === 0
      ? sansObjet("Le bilan n’a pas été suivi jusqu’à son terme.")
      : nonConforme("La synthèse écrite n’a pas été remise à la personne.", INTERROMPU);
  }
  const sortie = etat.serviceFait?.sortieLe ?? null;
  if (sortie !== null && sortie < au) {
    return nonConforme(`Le bilan s’est terminé le ${formatJour(sortie)} sans remise de la synthèse.`);
  }
  const manque = "La remise de la synthèse et des résultats détaillés à la personne, au dernier rendez-vous.";
  return indetermine(manque, { echeance: sortie ?? finPrevue(etat), acte: "remettreSynthese" });
}

export default defineRule({
  id: "D09",
  statement:
    "La synthèse et les résultats détaillés sont remis à la personne à la toute fin de l’accompagnement, avant la sortie.",
  gravite: "critique",
  effet: "bloque",
  questions: ["Q16"],
  sources: [webinaire(16), destinataireDesResultats, destructionAuTerme],
  inForce: { from: jour("2019-01-01"), until: null, repere: "fin" },
  remede: "la personne a reçu les deux documents au plus tard le dernier jour, contre un reçu signé.",
  evaluate: (etat, au) => {
    const motif = sansSuite(etat);
    if (motif !== null) return sansObjet(motif);
    const remise = etat.remise;
    if (remise === null) return absence(etat, au);
    if (!remise.documents.includes("synthese"))
      return nonConforme("La synthèse n’est pas parmi les documents remis.");
    if (!remise.documents.includes("resultats_detailles")) {
      return nonConforme("Les résultats détaillés ne sont pas parmi les documents remis.");
    }
    const tard = apresCoup(remise, etat.serviceFait?.sortieLe ?? null, derniereSeanceTenue(etat));
    if (tard !== null) return tard;
    const recu = remise.signatures.find((x) => x.par === "beneficiaire");
    if (recu === undefined)
      return nonConforme("Le reçu de la synthèse n’est pas signé par la personne.", RECU);
    if (recu.le > remise.date) {
      return nonConforme(`Le reçu n’a été signé que le ${formatJour(recu.le)}, après la remise.`, RECU);
    }
    return conforme(`Les deux documents ont été remis le ${formatJour(remise.date)}, contre un reçu signé.`);
  },
  examples: [
    {
      cas: "remis après une sortie de la veille des réponses officielles",
      etat: {
        seances: [],
        serviceFait: { ...BILAN.serviceFait!, sortieLe: jour("2023-02-14") },
        remise: { ...BILAN.remise!, date: jour("2023-02-17") },
      },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "remis après une sortie du jour des réponses officielles",
      etat: {
        seances: [],
        serviceFait: { ...BILAN.serviceFait!, sortieLe: jour("2023-02-15") },
        remise: { ...BILAN.remise!, date: jour("2023-02-17") },
      },
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "remis le dernier jour", etat: {}, attendu: "conforme" },
    {
      cas: "remis le lendemain de la sortie",
      etat: { remise: { ...BILAN.remise!, ...trace("2026-11-17") } },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "remis après le dernier rendez-vous, avant la sortie déclarée",
      etat: {
        remise: { ...BILAN.remise!, ...trace("2026-11-18") },
        serviceFait: { ...BILAN.serviceFait!, sortieLe: jour("2026-11-20") },
      },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "la synthèse sans les résultats détaillés",
      etat: { remise: { ...BILAN.remise!, documents: ["synthese"] } },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "sans reçu signé",
      etat: { remise: { ...BILAN.remise!, signatures: [] } },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "sortie déclarée, rien n’est remis",
      etat: { remise: null },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "le dernier jour, pas encore remis",
      etat: { remise: null },
      au: "2026-11-16",
      attendu: "indetermine",
    },
    { cas: "bilan en cours", etat: enCours(8), au: "2026-11-10", attendu: "indetermine" },
    { cas: "abandon avant la synthèse", etat: abandon(4), attendu: "sans_objet" },
    {
      cas: "abandon, la synthèse écrite n’est pas remise",
      etat: { ...abandon(8), syntheses: BILAN.syntheses },
      attendu: "non_conforme",
      reserve: true,
    },
  ],
});
