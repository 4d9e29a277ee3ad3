import { accorder } from "../../../values/accorder.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import { type Jour, jour, joursEntre } from "../../../values/jour.ts";
import { type Contenu, finDesContenus } from "../../calcul/conservation.ts";
import { finPrevue, sansSuite } from "../../calcul/deroulement.ts";
import type { Etat } from "../../etat.ts";
import { delaiDestruction } from "../../parameters/delai-destruction.ts";
import { jourDeLaFin } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { conservationUnAn, destructionAuTerme } from "../../textes/conservation.ts";
import { conforme, indetermine, nonConforme, sansObjet, type Verdict } from "../../verdict.ts";
import { abandon, accordDeSuivi, enCours, trace } from "./exemples.ts";

const DELAI = delaiDestruction.values[0]!.value;
const TECHNIQUE =
  "Le texte dit « dès le terme » sans compter de jours : jusqu’à sept jours de retard, nous avertissons seulement.";
const TOUT: readonly Contenu[] = ["synthese", "resultats_detailles", "documents_de_travail"];

const DETRUITS = { ...trace("2026-11-16"), documents: 14, effectiveLe: null };

/** Everything is kept by an agreement: nothing was to be destroyed at the term. */
function toutGarde(etat: Etat): boolean {
  const gardes = finDesContenus(etat).gardes;
  return gardes.length > 0 && TOUT.every((d) => gardes.some((g) => g.documents.includes(d)));
}

function enRetard(retard: number, ecart: string): Verdict {
  return nonConforme(ecart, retard > DELAI ? undefined : TECHNIQUE);
}

function aDetruire(etat: Etat, terme: Jour, au: Jour): Verdict {
  if (toutGarde(etat))
    return sansObjet(
      "Tout est conservé, avec l’accord écrit de la personne ou parce que la synthèse a été communiquée.",
    );
  const retard = joursEntre(terme, au);
  if (retard > 0) {
    const jours = accorder(retard, "jour");
    return enRetard(retard, `Documents à détruire au terme, le ${formatJour(terme)} : ${jours} de retard.`);
  }
  const manque = "La destruction des documents du bilan, le jour du terme.";
  return indetermine(manque, { echeance: terme, acte: "detruireContenus" });
}

/** What is written after the destruction has its term behind it already: it goes on the day it is written. */
function ecritDepuis(depuis: Jour, au: Jour): Verdict {
  const retard = joursEntre(depuis, au);
  const texte = `Un texte a été scellé le ${formatJour(depuis)}, après la destruction`;
  return retard > 0
    ? enRetard(retard, `${texte} : il reste à détruire.`)
    : indetermine(`${texte} : à détruire à son tour.`, { echeance: depuis, acte: "detruireContenus" });
}

export default defineRule({
  id: "D14",
  statement: "Les documents élaborés pour le bilan sont détruits dès son terme.",
  gravite: "critique",
  effet: "tache",
  questions: ["Q16"],
  sources: [destructionAuTerme, conservationUnAn, webinaire(16), delaiDestruction.values[0]!.source],
  inForce: { from: jour("2019-01-01"), until: null, repere: "fin" },
  remede:
    "les documents sont détruits, hors la synthèse communiquée et ceux que la personne a accepté par écrit de voir conserver.",
  evaluate: (etat, au) => {
    const motif = sansSuite(etat);
    if (motif !== null) return sansObjet(motif);
    const terme = jourDeLaFin(etat);
    const { destruction } = etat;
    if (destruction === null && terme !== null) return aDetruire(etat, terme, au);
    if (destruction === null) {
      const manque = "Le terme du bilan, jour où ses documents seront détruits.";
      return indetermine(manque, { echeance: finPrevue(etat), acte: "detruireContenus" });
    }
    const retard = terme === null ? 0 : joursEntre(terme, destruction.date);
    if (retard > 0) {
      return enRetard(
        retard,
        `Les documents ont été détruits le ${formatJour(destruction.date)}, ${accorder(retard, "jour")} après le terme.`,
      );
    }
    if (destruction.ecritDepuis !== null) return ecritDepuis(destruction.ecritDepuis, au);
    const n = accorder(destruction.documents, "document");
    return conforme(`Destruction au ${formatJour(destruction.date)} : ${n}.`);
  },
  examples: [
    { cas: "détruits le jour du terme", etat: {}, attendu: "conforme" },
    {
      cas: "le jour du terme, à faire",
      etat: { destruction: null },
      au: "2026-11-16",
      attendu: "indetermine",
    },
    {
      cas: "le lendemain, en retard",
      etat: { destruction: null },
      au: "2026-11-17",
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "sept jours après",
      etat: { destruction: null },
      au: "2026-11-23",
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "huit jours après",
      etat: { destruction: null },
      au: "2026-11-24",
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "détruits trois jours après le terme",
      etat: { destruction: { ...trace("2026-11-19"), documents: 14, effectiveLe: null, ecritDepuis: null } },
      au: "2027-01-04",
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "détruits un mois après le terme",
      etat: { destruction: { ...trace("2026-12-16"), documents: 14, effectiveLe: null, ecritDepuis: null } },
      au: "2027-01-04",
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "un texte écrit le jour même, après la destruction",
      etat: { destruction: { ...DETRUITS, ecritDepuis: jour("2026-11-20") } },
      au: "2026-11-20",
      attendu: "indetermine",
    },
    {
      cas: "ce texte encore là huit jours après",
      etat: { destruction: { ...DETRUITS, ecritDepuis: jour("2026-11-20") } },
      au: "2026-11-28",
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "bilan en cours", etat: enCours(4), au: "2026-10-20", attendu: "indetermine" },
    { cas: "abandon : le terme vient avec lui", etat: abandon(4), au: "2026-11-24", attendu: "non_conforme" },
    {
      cas: "tout est conservé par accord écrit",
      etat: { destruction: null, conservations: [accordDeSuivi({ documents: [...TOUT] })] },
      attendu: "sans_objet",
    },
    {
      cas: "la synthèse seule est conservée, le reste n’est pas détruit",
      etat: { destruction: null, conservations: [accordDeSuivi()] },
      au: "2026-11-24",
      attendu: "non_conforme",
      reserve: false,
    },
  ],
});
