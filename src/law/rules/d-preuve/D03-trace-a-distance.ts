import { formatJour } from "../../../values/dates-fr.ts";
import { jour } from "../../../values/jour.ts";
import { sansSuite } from "../../calcul/deroulement.ts";
import { defineRule } from "../../rule.ts";
import { officielle, secondaire } from "../../sources.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { avecSeance, enCours } from "./exemples.ts";

export default defineRule({
  id: "D03",
  statement:
    "Chaque séance à distance laisse au moins une trace objective : connexion, signature horodatée, travail.",
  gravite: "majeure",
  effet: "alerte",
  questions: ["Q2", "Q17"],
  sources: [
    secondaire(
      "Conditions d’utilisation de Mon Compte Formation, version 12, art. 7.3 (suivi à distance)",
      "2026-11-23",
      "https://via-competences.fr/actualites/moncompteformation-parution-de-la-nouvelle-version-des-cgu",
    ),
    officielle(
      "Référentiel national qualité, indicateur 19, décret n° 2026-728 du 1er août 2026 (audits depuis le 1er novembre 2026)",
      "2026-11-23",
    ),
  ],
  inForce: { from: jour("2019-01-01"), until: null, repere: "debut" },
  reserve: "Aucun texte lu ne fixe la forme de la preuve d’une séance à distance : la règle suit l’usage.",
  remede: "chaque séance à distance a au moins une trace versée au dossier.",
  evaluate: (etat, au) => {
    const motif = sansSuite(etat);
    if (motif !== null) return sansObjet(motif);
    let aDistance = 0;
    let aTenir = false;
    for (const s of etat.seances) {
      if (s.modalite !== "distanciel") continue;
      if (s.statut === "prevue") aTenir = true;
      if (s.statut !== "tenue") continue;
      aDistance += 1;
      if (s.traces.length > 0) continue;
      const seance = `la séance à distance du ${formatJour(s.date)}`;
      if (au > s.date) return nonConforme(`Aucune trace ne montre ${seance}.`);
      return indetermine(`Une trace de ${seance}.`, { echeance: s.date, acte: "verserTrace" });
    }
    if (aDistance > 0) return conforme(`Séances à distance, avec leur trace : ${aDistance}.`);
    return aTenir
      ? indetermine("La première séance à distance.", { acte: "tenirSeance" })
      : sansObjet("Aucune séance à distance.");
  },
  examples: [
    { cas: "tout en présentiel", etat: {}, attendu: "sans_objet" },
    {
      cas: "à distance avec le relevé de connexion",
      etat: avecSeance(4, { modalite: "distanciel", traces: ["connexion"] }),
      attendu: "conforme",
    },
    {
      cas: "à distance sans trace",
      etat: avecSeance(4, { modalite: "distanciel" }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "le jour même",
      etat: avecSeance(9, { modalite: "distanciel" }),
      au: "2026-11-16",
      attendu: "indetermine",
    },
    {
      cas: "le lendemain",
      etat: avecSeance(9, { modalite: "distanciel" }),
      au: "2026-11-17",
      attendu: "non_conforme",
    },
    {
      cas: "prévue à distance, pas encore tenue",
      etat: { seances: enCours(3).seances!.map((s, i) => (i === 3 ? { ...s, modalite: "distanciel" } : s)) },
      au: "2026-10-13",
      attendu: "indetermine",
    },
  ],
});
