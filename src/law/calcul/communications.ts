import { formatJour } from "../../values/dates-fr.ts";
import type { Communication } from "../etat.ts";
import { indetermine, nonConforme, type Verdict } from "../verdict.ts";

const DESTINATAIRES: Record<Communication["destinataire"], string> = {
  cep: "l’opérateur du conseil en évolution professionnelle",
  employeur: "l’employeur",
  opco: "l’opérateur de compétences",
  financeur: "le financeur",
  cdc: "la Caisse des Dépôts",
  france_travail: "France Travail",
  autre: "un autre destinataire",
};
const DOCUMENTS: Record<Communication["document"], { nom: string; parti: string }> = {
  synthese: { nom: "la synthèse", parti: "La synthèse est allée" },
  resultats_detailles: { nom: "les résultats détaillés", parti: "Les résultats détaillés sont allés" },
};

const MEME_JOUR =
  "L’accord a été retiré le jour même : le dossier ne dit pas lequel des deux est venu en premier.";

const SANS_NOM =
  "L’article demande l’accord de la personne sans dire sa forme : qu’il nomme le destinataire est notre lecture.";

/** « à l’employeur », « au financeur ». */
function vers(c: Communication): string {
  const nom = DESTINATAIRES[c.destinataire];
  return nom.startsWith("le ") ? `au ${nom.slice(3)}` : `à ${nom}`;
}

/**
 * What is wrong with one communication, null when nothing is: the person asked for it, or agreed, before it was made
 * (L6313-4 al. 3). A planned one that still waits for her agreement is indetermine.
 */
export function jugerAccord(c: Communication): Verdict | null {
  if (c.communiqueLe === null) {
    if (c.accordLe !== null && c.destinataire === "autre" && c.lecteur === null) {
      return indetermine(`Le nom de la personne à qui ${DOCUMENTS[c.document].nom} peut aller.`, {
        acte: "autoriserCommunication",
      });
    }
    if (c.accordLe !== null) return null;
    return indetermine(`L’accord de la personne pour communiquer ${DOCUMENTS[c.document].nom} ${vers(c)}.`, {
      acte: "autoriserCommunication",
    });
  }
  const fait = `${DOCUMENTS[c.document].parti} ${vers(c)} le ${formatJour(c.communiqueLe)}`;
  if (c.accordLe === null) return nonConforme(`${fait}, sans que la personne l’ait demandé ni accepté.`);
  if (c.accordLe > c.communiqueLe) {
    return nonConforme(`${fait}, avant l’accord du ${formatJour(c.accordLe)}.`);
  }
  if (c.revoqueLe === null || c.revoqueLe > c.communiqueLe) {
    return c.destinataire === "autre" && c.lecteur === null
      ? nonConforme(`${fait}, par un accord qui ne nomme personne.`, SANS_NOM)
      : null;
  }
  return c.revoqueLe < c.communiqueLe
    ? nonConforme(`${fait}, après le retrait de l’accord du ${formatJour(c.revoqueLe)}.`)
    : nonConforme(`${fait}, le jour où l’accord a été retiré.`, MEME_JOUR);
}
