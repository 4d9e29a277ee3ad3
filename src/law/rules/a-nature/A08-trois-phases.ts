import { jour } from "../../../values/jour.ts";
import { NOM_DE_PHASE, PHASES, type Phase } from "../../../values/phase.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { estClos } from "../../calcul/clos.ts";
import { estPartiel, finPrevue, sansSuite } from "../../calcul/deroulement.ts";
import { enumeration } from "../../calcul/phrases.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { troisPhases } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { abandon, enCours, jamaisCommence } from "../d-preuve/exemples.ts";

const sans = (phase: Phase) => BILAN.seances.filter((s) => s.phase !== phase);

export default defineRule({
  id: "A08",
  statement: "Un bilan complet comprend trois phases : préliminaire, investigation, conclusion.",
  gravite: "critique",
  effet: "bloque",
  questions: ["Q3", "Q17"],
  sources: [troisPhases, webinaire(3)],
  inForce: { from: jour("2019-01-01"), until: null, repere: "debut" },
  remede: "chaque phase a au moins une séance tenue et datée.",
  evaluate: (etat, au) => {
    const arret = sansSuite(etat);
    if (arret !== null) return sansObjet(arret);
    if (estPartiel(etat)) return sansObjet("Le bilan s’est arrêté avant son terme.");
    const tenues = new Set<Phase>();
    for (const s of etat.seances) if (s.statut === "tenue") tenues.add(s.phase);
    const manquantes = PHASES.filter((p) => !tenues.has(p)).map((p) => NOM_DE_PHASE[p]);
    if (manquantes.length === 0) return conforme("Chacune des trois phases a ses séances tenues.");
    if (estClos(etat, au)) {
      return nonConforme(
        `Le bilan est terminé et aucune séance tenue ne relève de : ${enumeration(manquantes)}.`,
      );
    }
    return indetermine(`Une séance tenue pour : ${enumeration(manquantes)}.`, {
      echeance: finPrevue(etat),
      acte: "tenirSeance",
    });
  },
  examples: [
    { cas: "les trois phases tenues", etat: {}, attendu: "conforme" },
    {
      cas: "service fait déclaré sans séance de conclusion",
      etat: { seances: sans("conclusion") },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "service fait déclaré sans séance préliminaire",
      etat: { seances: sans("preliminaire") },
      attendu: "non_conforme",
    },
    {
      cas: "une séance annulée ne fait pas une phase",
      etat: {
        seances: BILAN.seances.map((s) => (s.phase === "conclusion" ? { ...s, statut: "annulee" } : s)),
      },
      attendu: "non_conforme",
    },
    { cas: "en cours d’investigation", etat: enCours(4), au: "2026-10-20", attendu: "indetermine" },
    { cas: "abandon pendant l’investigation", etat: abandon(4), attendu: "sans_objet" },
    { cas: "commande annulée", etat: jamaisCommence, attendu: "sans_objet" },
  ],
});
