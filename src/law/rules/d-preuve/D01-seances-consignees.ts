import { accorder } from "../../../values/accorder.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import { minutes } from "../../../values/duree.ts";
import { type Jour, jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { prudentAvantLesReponses } from "../../calcul/avant-les-reponses.ts";
import { sansSuite } from "../../calcul/deroulement.ts";
import type { Seance } from "../../etat.ts";
import { defineRule } from "../../rule.ts";
import { secondaire, webinaire } from "../../sources.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { avecSeance, enCours, jamaisCommence } from "./exemples.ts";

const USAGE =
  "Aucun texte ne fixe la liste des mentions d’une séance ni le jour où la noter : c’est l’usage des contrôles.";

/** What an ordinary record of the session lacks; null when it is whole. */
function lacune(s: Seance): string | null {
  if (s.lieu === "") return "sans lieu ni lien de connexion";
  if (s.themes.length === 0) return "sans thème";
  if (s.intervenant === "") return "sans le nom du conseiller";
  if (s.noteeLe === null) return "sans la date à laquelle elle a été consignée";
  return s.noteeLe > s.date ? `consignée le ${formatJour(s.noteeLe)} seulement` : null;
}

export default defineRule({
  id: "D01",
  statement:
    "Chaque séance est consignée le jour même : date, heures, durée, phase, thème, conseiller, lieu.",
  gravite: "majeure",
  effet: "tache",
  questions: ["Q3", "Q17"],
  sources: [
    webinaire(17),
    webinaire(3),
    secondaire(
      "Centre Inffo, mentions d’un émargement, 26 avril 2023",
      "2026-11-23",
      "https://www.centre-inffo.fr/helpie_faq/toggle-title-15",
    ),
  ],
  inForce: { from: jour("2019-01-01"), until: null, repere: "debut" },
  remede: "chaque séance tenue a sa durée, son lieu, son thème et son conseiller, notés le jour même.",
  evaluate: prudentAvantLesReponses("debut", (etat, au) => {
    const motif = sansSuite(etat);
    if (motif !== null) return sansObjet(motif);
    let incomplete: string | null = null;
    let aNoter: Jour | null = null;
    let tenues = 0;
    for (const s of etat.seances) {
      if (s.statut === "prevue" && s.date <= au && (aNoter === null || s.date < aNoter)) aNoter = s.date;
      if (s.statut !== "tenue") continue;
      tenues += 1;
      if (s.fait === 0)
        return nonConforme(`La séance du ${formatJour(s.date)} est notée tenue, mais sans durée.`);
      if (incomplete !== null) continue;
      const manque = lacune(s);
      if (manque !== null) incomplete = `La séance du ${formatJour(s.date)} est ${manque}.`;
    }
    if (incomplete !== null) return nonConforme(incomplete, USAGE);
    if (aNoter !== null) {
      const manque = `Ce qui s’est passé à la séance prévue le ${formatJour(aNoter)}.`;
      return indetermine(manque, { echeance: aNoter, acte: "tenirSeance" });
    }
    if (tenues === 0) return indetermine("La première séance.", { acte: "planifierSeance" });
    return conforme(`${accorder(tenues, "séance")} : durées, lieux, thèmes et conseillers sont au dossier.`);
  }),
  examples: [
    {
      cas: "séance tenue sans durée, la veille des réponses officielles",
      etat: { entree: null, seances: [{ ...BILAN.seances[0]!, date: jour("2023-02-14"), fait: minutes(0) }] },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "séance tenue sans durée, le jour des réponses officielles",
      etat: { entree: null, seances: [{ ...BILAN.seances[0]!, date: jour("2023-02-15"), fait: minutes(0) }] },
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "neuf séances notées le jour même", etat: {}, attendu: "conforme" },
    {
      cas: "une séance tenue sans durée",
      etat: avecSeance(3, { fait: 0 as Seance["fait"] }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "notée le lendemain",
      etat: avecSeance(3, { noteeLe: jour("2026-10-13") }),
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "sans thème", etat: avecSeance(2, { themes: [] }), attendu: "non_conforme", reserve: true },
    { cas: "séance du jour, pas encore notée", etat: enCours(2), au: "2026-10-12", attendu: "indetermine" },
    { cas: "veille de la séance suivante", etat: enCours(2), au: "2026-10-11", attendu: "conforme" },
    { cas: "aucune séance encore", etat: { ...enCours(0), seances: [] }, attendu: "indetermine" },
    { cas: "commande annulée avant le début", etat: jamaisCommence, attendu: "sans_objet" },
  ],
});
