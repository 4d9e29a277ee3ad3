import { formatJour } from "../../../values/dates-fr.ts";
import { type Jour, jour } from "../../../values/jour.ts";
import { PHASES } from "../../../values/phase.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { sansSuite } from "../../calcul/deroulement.ts";
import { nonDeLaPersonne } from "../../calcul/non-de-la-personne.ts";
import { premiereSeance } from "../../calcul/premiere-seance.ts";
import type { Avis, Etat } from "../../etat.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { consentementDeLaPersonne, objetDuBilan } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { enCours, jamaisCommence, trace } from "../d-preuve/exemples.ts";

const RESERVE_TRAVAILLEUR =
  "L’article parle de « travailleurs » sans les définir : une personne retraitée ou étudiante peut aussi travailler.";

const MEME_JOUR =
  "Le consentement et le refus sont du même jour : le dossier ne dit pas lequel des deux est venu en dernier.";

/** Her word in her own space, yes or no by the list that holds it. */
const saParole = (le: string): Avis => ({
  ...trace(le),
  objet: "consentement",
  sur: null,
  par: "beneficiaire",
});

/** A refusal stands until a later consent. */
function refusEnCours(etat: Etat): Jour | null {
  if (etat.refus === null) return null;
  return etat.consentement !== null && etat.consentement.date > etat.refus.date ? null : etat.refus.date;
}

function seanceApres(etat: Etat, refus: Jour): Jour | null {
  const suivante = etat.seances.find((s) => s.statut === "tenue" && s.date > refus);
  return suivante?.date ?? null;
}

export default defineRule({
  id: "A02",
  statement: "Le bilan n’est fait qu’avec le consentement du travailleur ; son refus n’est pas une faute.",
  gravite: "critique",
  effet: "bloque",
  questions: ["Q3"],
  sources: [consentementDeLaPersonne, objetDuBilan, webinaire(3)],
  inForce: { from: jour("2019-01-01"), until: null, repere: "debut" },
  remede: "le consentement de la personne est noté au plus tard le jour de la première séance.",
  evaluate: (etat) => {
    const arret = sansSuite(etat);
    if (arret !== null) return sansObjet(arret);
    const refus = refusEnCours(etat);
    if (refus !== null) {
      const suite = seanceApres(etat, refus);
      return suite === null
        ? sansObjet("La personne a mis fin au bilan ; aucun motif ne lui est demandé.")
        : nonConforme(
            `La personne a refusé le ${formatJour(refus)}, et une séance a eu lieu le ${formatJour(suite)}.`,
            etat.consentement?.date === refus ? MEME_JOUR : undefined,
          );
    }
    const premiere = premiereSeance(etat, "tenue", PHASES);
    const non = nonDeLaPersonne(etat, "consentement");
    if (non !== null) {
      const dit = `La personne a dit le ${formatJour(non)} qu’elle ne consent pas`;
      return premiere === null
        ? indetermine(
            `L’accord de la personne\u00a0: elle a dit le ${formatJour(non)} qu’elle ne consent pas.`,
          )
        : nonConforme(`${dit}, et une séance a eu lieu le ${formatJour(premiere.date)}.`);
    }
    if (etat.consentement === null) {
      if (premiere !== null) {
        return nonConforme(
          `La première séance a eu lieu le ${formatJour(premiere.date)} sans consentement noté.`,
        );
      }
      const echeance = premiereSeance(etat, "prevue", PHASES)?.date;
      return indetermine("Le consentement de la personne, avant la première séance.", {
        echeance,
        acte: "recueillirConsentement",
      });
    }
    if (premiere !== null && etat.consentement.date > premiere.date) {
      return nonConforme(
        `Le consentement date du ${formatJour(etat.consentement.date)}, après la première séance du ${formatJour(premiere.date)}.`,
      );
    }
    const { statut } = etat.beneficiaire;
    if (statut === "retraite" || statut === "etudiant") {
      const qui = statut === "retraite" ? "retraitée" : "étudiante";
      return nonConforme(
        `La personne est ${qui} : le bilan est ouvert aux travailleurs.`,
        RESERVE_TRAVAILLEUR,
      );
    }
    return conforme("Le consentement a été donné avant la première séance.");
  },
  examples: [
    { cas: "consentement trois semaines avant", etat: {}, attendu: "conforme" },
    {
      cas: "le jour même de la première séance",
      etat: { consentement: trace("2026-09-28") },
      attendu: "conforme",
    },
    {
      cas: "le lendemain",
      etat: { consentement: trace("2026-09-29") },
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "jamais noté, bilan fait", etat: { consentement: null }, attendu: "non_conforme" },
    {
      cas: "une séance après le refus",
      etat: { refus: trace("2026-10-20") },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "refus et consentement du même jour, des séances ensuite",
      etat: { refus: trace("2026-09-07") },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "refus en cours de bilan, plus de séance ensuite",
      etat: { ...enCours(4), refus: trace("2026-10-20") },
      au: "2026-10-21",
      attendu: "sans_objet",
    },
    {
      cas: "refus, puis consentement nouveau",
      etat: { refus: trace("2026-09-02") },
      attendu: "conforme",
    },
    {
      cas: "une personne retraitée",
      etat: { beneficiaire: { ...BILAN.beneficiaire, statut: "retraite" } },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "première séance prévue, consentement à recueillir",
      etat: { ...enCours(0), consentement: null, entree: null },
      au: "2026-09-20",
      attendu: "indetermine",
    },
    {
      cas: "elle a dit non dans son espace, un consentement noté avant, des séances",
      etat: { desaccords: [saParole("2026-09-08")] },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "elle a dit non, un consentement noté ensuite sans rien d’elle",
      etat: { ...enCours(0), entree: null, desaccords: [saParole("2026-09-02")] },
      au: "2026-09-20",
      attendu: "indetermine",
    },
    {
      cas: "elle a dit non, puis a signé elle-même",
      etat: { desaccords: [saParole("2026-09-02")], signaturesApposees: [saParole("2026-09-07")] },
      attendu: "conforme",
    },
    {
      cas: "elle a dit non, puis un écrit d’elle attesté",
      etat: {
        desaccords: [saParole("2026-09-02")],
        consentement: { ...trace("2026-09-07"), apresRefus: true },
      },
      attendu: "conforme",
    },
    { cas: "commande annulée", etat: jamaisCommence, attendu: "sans_objet" },
  ],
});
