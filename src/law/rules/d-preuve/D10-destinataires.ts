import { jour } from "../../../values/jour.ts";
import { jugerAccord } from "../../calcul/communications.ts";
import { pire } from "../../calcul/pire.ts";
import { defineRule } from "../../rule.ts";
import { destinataireDesResultats } from "../../textes/secret.ts";
import { conforme, type Verdict } from "../../verdict.ts";
import { communication } from "./exemples.ts";

export default defineRule({
  id: "D10",
  statement:
    "La synthèse ne va au conseil en évolution professionnelle qu’à la demande de la personne, à tout autre qu’avec son accord.",
  gravite: "critique",
  effet: "bloque",
  questions: ["Q22"],
  sources: [destinataireDesResultats],
  inForce: { from: jour("2019-01-01"), until: null, repere: "jour" },
  remede:
    "la personne a demandé ou accepté chaque communication, document par document, avant qu’elle soit faite.",
  evaluate: (etat) => {
    const constats: Verdict[] = [];
    for (const c of etat.communications) {
      const v = jugerAccord(c);
      if (v !== null) constats.push(v);
    }
    return pire(
      constats,
      conforme(
        etat.communications.length === 0
          ? "Aucun document n’a été communiqué à un autre que la personne."
          : "Chaque communication a été demandée ou acceptée par la personne.",
      ),
    );
  },
  examples: [
    { cas: "rien n’est communiqué", etat: {}, attendu: "conforme" },
    { cas: "au CEP, à la demande de la personne", etat: communication({}), attendu: "conforme" },
    {
      cas: "le jour même de l’accord",
      etat: communication({ accordLe: jour("2026-11-17"), communiqueLe: jour("2026-11-17") }),
      attendu: "conforme",
    },
    {
      cas: "la veille de l’accord",
      etat: communication({ accordLe: jour("2026-11-18"), communiqueLe: jour("2026-11-17") }),
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "sans demande", etat: communication({ accordLe: null }), attendu: "non_conforme", reserve: false },
    {
      cas: "après le retrait de l’accord",
      etat: communication({ revoqueLe: jour("2026-11-16"), communiqueLe: jour("2026-11-17") }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "le jour du retrait",
      etat: communication({ revoqueLe: jour("2026-11-17"), communiqueLe: jour("2026-11-17") }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "retrait après la communication",
      etat: communication({ revoqueLe: jour("2026-11-18"), communiqueLe: jour("2026-11-17") }),
      attendu: "conforme",
    },
    {
      cas: "à une autre personne, que l’accord ne nomme pas",
      etat: communication({ destinataire: "autre" }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "la même, que l’accord nomme",
      etat: communication({ destinataire: "autre", lecteur: "texte-1" }),
      attendu: "conforme",
    },
    {
      cas: "à une autre personne, pas encore nommée, rien n’est parti",
      etat: communication({ destinataire: "autre", communiqueLe: null }),
      attendu: "indetermine",
    },
    {
      cas: "envisagée, l’accord manque",
      etat: communication({ accordLe: null, communiqueLe: null }),
      attendu: "indetermine",
    },
  ],
});
