import { jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { MENTIONS_AJOUTEES_2026, MENTIONS_OFFRE } from "../../listes/mentions-offre.ts";
import { defineRule } from "../../rule.ts";
import { DEBUT_REFERENTIEL_2026, referentielQualite2026 } from "../../textes/contrat.ts";
import { devis, offre } from "./exemples.ts";
import { fichePublique } from "./fiche-publique.ts";

const sans = (code: string) =>
  offre({ mentions: BILAN.organisme.offres[0]!.mentions.filter((m) => m !== code) });
const demandeLe = (date: string) => ({ commande: { ...BILAN.commande!, demandeLe: jour(date) } });

export default defineRule({
  id: "B01",
  statement:
    "La fiche publique dit objectifs, durée, accès, tarif, contact, méthodes, évaluation, handicap, reconnaissance, modalités pédagogiques et financement.",
  gravite: "majeure",
  effet: "bloque",
  questions: [],
  sources: [referentielQualite2026],
  inForce: { from: DEBUT_REFERENTIEL_2026, until: null, repere: "demande" },
  remede:
    "la fiche publique de l’offre porte chacune de ces mentions, y compris celles que le référentiel de 2026 ajoute.",
  evaluate: (etat, au) => fichePublique(etat, au, MENTIONS_OFFRE, MENTIONS_AJOUTEES_2026),
  examples: [
    { cas: "toutes les mentions", etat: demandeLe("2026-11-02"), attendu: "conforme" },
    {
      cas: "sans les modalités de financement",
      etat: { ...demandeLe("2026-11-01"), ...sans("financement") },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "sans le type de reconnaissance",
      etat: { ...demandeLe("2026-11-01"), ...sans("reconnaissance") },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "sans les modalités pédagogiques",
      etat: { ...demandeLe("2026-11-01"), ...sans("modalites_pedagogiques") },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "la fiche d’avant le 1er novembre 2026, restée telle quelle",
      etat: { ...demandeLe("2026-11-02"), ...offre({ mentions: MENTIONS_OFFRE.map((m) => m.code) }) },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "sans délai d’accès, que les deux versions demandent",
      etat: { ...demandeLe("2026-11-01"), ...sans("delai_acces") },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "devis sans offre publiée",
      etat: { ...demandeLe("2026-11-02"), ...devis({ offre: null }) },
      attendu: "indetermine",
    },
  ],
});
