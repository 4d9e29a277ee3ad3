import { formatJour } from "../../../values/dates-fr.ts";
import { jour } from "../../../values/jour.ts";
import { finDesPreuvesCpf } from "../../calcul/conservation.ts";
import { finPrevue, sansSuite } from "../../calcul/deroulement.ts";
import { jourDeLaFin } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { lecture, webinaire } from "../../sources.ts";
import { preuvesQuatreAns } from "../../textes/conservation.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { enCours, payePar, sorti, trace } from "./exemples.ts";

/** The day of the only wording of the general conditions that was read. */
const PREMIERE_LECTURE = jour("2023-02-15");
const AVANT =
  "Les conditions générales en vigueur avant le 15 février 2023 n’ont pas été lues : nous leur prêtons la même durée.";

export default defineRule({
  id: "D16",
  statement:
    "Les preuves d’un bilan payé par le CPF sont gardées, intactes, quatre ans à compter de son exécution.",
  gravite: "critique",
  effet: "tache",
  questions: ["Q17", "Q19"],
  sources: [
    preuvesQuatreAns,
    webinaire(19),
    lecture("Séparation des preuves, gardées, et des contenus, détruits au terme (R6313-7)"),
  ],
  inForce: { from: jour("2019-01-01"), until: null, repere: "fin" },
  remede: "les preuves restent jusqu’au dernier jour des quatre ans.",
  evaluate: (etat) => {
    const motif = sansSuite(etat);
    if (motif !== null) return sansObjet(motif);
    if (etat.financement === null) return indetermine("Qui finance le bilan.");
    if (!etat.financement.financeurs.includes("cpf")) return sansObjet("Le CPF ne finance pas ce bilan.");
    const fin = finDesPreuvesCpf(etat);
    const effacees = etat.destructionPreuves?.date ?? null;
    if (fin === null) {
      return effacees === null
        ? indetermine("Le terme du bilan : les quatre ans partent de ce jour.", { echeance: finPrevue(etat) })
        : nonConforme(`Les preuves ont été supprimées le ${formatJour(effacees)}, avant le terme du bilan.`);
    }
    if (effacees === null || effacees > fin)
      return conforme(`Les preuves sont dues jusqu’au ${formatJour(fin)}.`);
    const ecart = `Les preuves ont été supprimées le ${formatJour(effacees)} ; elles étaient dues jusqu’au ${formatJour(fin)} inclus.`;
    return nonConforme(ecart, jourDeLaFin(etat)! < PREMIERE_LECTURE ? AVANT : undefined);
  },
  examples: [
    { cas: "terme passé, preuves gardées", etat: {}, attendu: "conforme" },
    {
      cas: "supprimées le dernier jour des quatre ans",
      etat: { destructionPreuves: trace("2030-11-16") },
      au: "2030-12-01",
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "supprimées le lendemain",
      etat: { destructionPreuves: trace("2030-11-17") },
      au: "2030-12-01",
      attendu: "conforme",
    },
    {
      cas: "terme d’avant les conditions lues",
      etat: { ...sorti("2023-02-14"), destructionPreuves: trace("2024-01-10") },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "terme du jour de cette lecture",
      etat: { ...sorti("2023-02-15"), destructionPreuves: trace("2024-01-10") },
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "bilan en cours", etat: enCours(4), au: "2026-10-20", attendu: "indetermine" },
    { cas: "payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
  ],
});
