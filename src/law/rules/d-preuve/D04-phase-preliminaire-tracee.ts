import { formatJour } from "../../../values/dates-fr.ts";
import { type Jour, jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { prudentAvantLesReponses } from "../../calcul/avant-les-reponses.ts";
import { sansSuite } from "../../calcul/deroulement.ts";
import { pire } from "../../calcul/pire.ts";
import type { DocumentSuivi, Etat } from "../../etat.ts";
import { estSignee } from "../../heures.ts";
import { defineRule } from "../../rule.ts";
import { code, webinaire } from "../../sources.ts";
import { conforme, indetermine, nonConforme, sansObjet, type Verdict } from "../../verdict.ts";
import { abandon, avecSeance, enCours, trace } from "./exemples.ts";

const FORME =
  "Aucun texte n’exige la signature de ce document par la personne : elle prouve la décision commune.";
const AUTRE_PREUVE =
  "La réponse officielle admet tout élément probant, dont ce questionnaire : une séance signée montre déjà l’analyse du besoin.";
const MODALITE =
  "Un changement ponctuel accepté par la personne peut suffire : aucun texte n’en fixe la forme.";

const QUESTIONNAIRE = "Le questionnaire signé par la personne";

interface Investigation {
  /** The first investigation session held, and the first still planned. */
  tenue: Jour | null;
  prevue: Jour | undefined;
}

function investigation(etat: Etat): Investigation {
  let tenue: Jour | null = null;
  let prevue: Jour | undefined;
  for (const s of etat.seances) {
    if (s.phase !== "investigation") continue;
    if (s.statut === "tenue" && (tenue === null || s.date < tenue)) tenue = s.date;
    if (s.statut === "prevue" && (prevue === undefined || s.date < prevue)) prevue = s.date;
  }
  return { tenue, prevue };
}

function questionnaireSigne(etat: Etat): boolean {
  return etat.questionnaires.some(
    (q) => q.moment === "preliminaire" && q.signatures.some((x) => x.par === "beneficiaire"),
  );
}

/** A session signed by both that analysed the demand or the need: a proof of listening as good as the questionnaire. */
function analyseEnSeance(etat: Etat): boolean {
  return etat.seances.some(
    (s) =>
      s.statut === "tenue" &&
      s.phase === "preliminaire" &&
      estSignee(s) &&
      (s.themes.includes("analyse_demande") || s.themes.includes("analyse_besoin")),
  );
}

/** What the answer to question 3 wants to read in the document. */
function lacune(d: DocumentSuivi): string | null {
  if (d.seances === 0) return "ne dit pas le nombre de séances en face à face";
  if (d.duree === 0) return "ne dit pas la durée des séances";
  if (d.fin < d.debut) return "finit avant d’avoir commencé";
  return d.conjointement ? null : "n’a pas été décidé avec la personne";
}

/** The person agreed to the document and to what changed since. */
function accords(etat: Etat, d: DocumentSuivi): Verdict[] {
  const constats: Verdict[] = [];
  const signe = (x: { par: string }) => x.par === "beneficiaire";
  if (!d.signatures.some(signe)) {
    constats.push(nonConforme("Le document de suivi n’est pas signé par la personne.", FORME));
  }
  const ajustement = etat.ajustements.find((a) => !a.signatures.some(signe));
  if (ajustement !== undefined) {
    const ecart = `La durée changée le ${formatJour(ajustement.date)} n’est pas signée par la personne.`;
    constats.push(nonConforme(ecart, FORME));
  }
  const autre = etat.seances.find(
    (s) => s.statut === "tenue" && d.modalite !== "mixte" && s.modalite !== d.modalite,
  );
  if (autre !== undefined) {
    const tenue = autre.modalite === "distanciel" ? "à distance" : "en présentiel";
    const ecart = `La séance du ${formatJour(autre.date)} a été tenue ${tenue}, ce que le document de suivi ne prévoit pas.`;
    constats.push(nonConforme(ecart, MODALITE));
  }
  return constats;
}

export default defineRule({
  id: "D04",
  statement:
    "La phase préliminaire laisse une preuve de l’analyse du besoin, comme le questionnaire signé, et un document de suivi décidé avec la personne.",
  gravite: "critique",
  effet: "bloque",
  questions: ["Q3"],
  sources: [webinaire(3), code("R6313-4", "LEGIARTI000038014107", "1° c")],
  inForce: { from: jour("2019-01-01"), until: null, repere: "debut" },
  remede:
    "l’analyse du besoin est prouvée, par exemple par le questionnaire signé, et le document de suivi dit séances, durées, calendrier et modalités.",
  evaluate: prudentAvantLesReponses("debut", (etat) => {
    const motif = sansSuite(etat);
    if (motif !== null) return sansObjet(motif);
    const signe = questionnaireSigne(etat);
    const suivi = etat.documentsSuivi.at(-1);
    const manque = suivi === undefined ? null : lacune(suivi);
    if (manque !== null) return nonConforme(`Le document de suivi ${manque}.`);
    if (signe && suivi !== undefined) {
      return pire(
        accords(etat, suivi),
        conforme("Le questionnaire est signé, le document de suivi est complet."),
      );
    }
    const prouve = signe || analyseEnSeance(etat);
    const { tenue, prevue } = investigation(etat);
    if (tenue !== null) {
      const suite = `alors que l’investigation a commencé le ${formatJour(tenue)}.`;
      if (!prouve) {
        return nonConforme(
          `Rien ne prouve l’analyse du besoin, ni questionnaire signé ni séance signée qui en parle, ${suite}`,
        );
      }
      return suivi === undefined
        ? nonConforme(`Le document de suivi manque, ${suite}`)
        : nonConforme(`${QUESTIONNAIRE} manque, ${suite}`, AUTRE_PREUVE);
    }
    if (etat.finAnticipee !== null) return sansObjet("Le bilan s’est arrêté pendant la phase préliminaire.");
    const acte = signe ? "arreterDocumentSuivi" : "remplirQuestionnaire";
    return indetermine(`${signe ? "Le document de suivi" : QUESTIONNAIRE}.`, { echeance: prevue, acte });
  }),
  examples: [
    {
      cas: "document de suivi sans nombre de séances, la veille des réponses officielles",
      etat: {
        entree: null,
        seances: [{ ...BILAN.seances[0]!, date: jour("2023-02-14") }],
        documentsSuivi: [{ ...BILAN.documentsSuivi[0]!, seances: 0 }],
      },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "document de suivi sans nombre de séances, le jour des réponses officielles",
      etat: {
        entree: null,
        seances: [{ ...BILAN.seances[0]!, date: jour("2023-02-15") }],
        documentsSuivi: [{ ...BILAN.documentsSuivi[0]!, seances: 0 }],
      },
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "questionnaire et document signés", etat: {}, attendu: "conforme" },
    {
      cas: "sans questionnaire signé, une séance signée montre l’analyse du besoin",
      etat: { questionnaires: [] },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "ni questionnaire signé, ni séance qui analyse le besoin",
      etat: { questionnaires: [], ...avecSeance(1, { themes: ["format"] }) },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "ni questionnaire signé, ni document de suivi",
      etat: { questionnaires: [], documentsSuivi: [] },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "le questionnaire de l’entretien préalable seul ne suffit pas",
      etat: { questionnaires: [BILAN.questionnaires[0]!] },
      attendu: "non_conforme",
    },
    {
      cas: "investigation commencée sans document de suivi",
      etat: { documentsSuivi: [] },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "modalités décidées sans la personne",
      etat: { documentsSuivi: [{ ...BILAN.documentsSuivi[0]!, conjointement: false }] },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "document de suivi que la personne n’a pas signé",
      etat: { documentsSuivi: [{ ...BILAN.documentsSuivi[0]!, signatures: [] }] },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "durée changée sans l’accord écrit de la personne",
      etat: {
        ajustements: [
          { ...trace("2026-10-26"), duree: BILAN.devis[0]!.duree, motif: "besoin", signatures: [] },
        ],
      },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "séance à distance dans un bilan prévu en présentiel",
      etat: avecSeance(5, { modalite: "distanciel" }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "phase préliminaire en cours",
      etat: { ...enCours(1), questionnaires: [], documentsSuivi: [] },
      au: "2026-09-29",
      attendu: "indetermine",
    },
    {
      cas: "arrêt pendant la phase préliminaire",
      etat: { ...abandon(1), questionnaires: [], documentsSuivi: [] },
      attendu: "sans_objet",
    },
  ],
});
