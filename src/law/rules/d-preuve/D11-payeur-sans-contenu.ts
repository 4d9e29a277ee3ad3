import { jour } from "../../../values/jour.ts";
import { jugerAccord } from "../../calcul/communications.ts";
import { pire } from "../../calcul/pire.ts";
import type { Communication } from "../../etat.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { destinataireDesResultats } from "../../textes/secret.ts";
import { conforme, type Verdict } from "../../verdict.ts";
import { communication } from "./exemples.ts";

const PAYEURS: readonly Communication["destinataire"][] = [
  "employeur",
  "opco",
  "financeur",
  "cdc",
  "france_travail",
];
const CONTROLE =
  "Un contrôle peut demander des pièces : faites relire par un juriste avant de montrer un contenu sans accord.";

export default defineRule({
  id: "D11",
  statement:
    "L’employeur et les financeurs n’ont accès à aucun contenu du bilan sans l’accord de la personne.",
  gravite: "critique",
  effet: "bloque",
  questions: ["Q22"],
  sources: [webinaire(22), destinataireDesResultats],
  inForce: { from: jour("2019-01-01"), until: null, repere: "jour" },
  remede:
    "celui qui paie ne reçoit que la présence, le certificat et la facture, ou ce que la personne accepte de montrer.",
  evaluate: (etat) => {
    const constats: Verdict[] = [];
    let accordees = 0;
    for (const c of etat.communications) {
      if (!PAYEURS.includes(c.destinataire)) continue;
      const v = jugerAccord(c);
      if (v === null) accordees += 1;
      else if (v.verdict === "non_conforme" && c.destinataire === "cdc")
        constats.push({ ...v, reserve: CONTROLE });
      else constats.push(v);
    }
    return pire(
      constats,
      conforme(
        accordees === 0
          ? "Ni l’employeur ni un financeur n’a reçu de contenu."
          : "Ce qui est allé à l’employeur ou à un financeur a l’accord de la personne.",
      ),
    );
  },
  examples: [
    { cas: "rien n’est communiqué", etat: {}, attendu: "conforme" },
    {
      cas: "l’employeur qui paie reçoit la synthèse sans accord",
      etat: communication({ destinataire: "employeur", accordLe: null }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "l’employeur reçoit la synthèse avec l’accord de la personne",
      etat: communication({ destinataire: "employeur" }),
      attendu: "conforme",
    },
    {
      cas: "l’OPCO reçoit les résultats détaillés après le retrait de l’accord",
      etat: communication({
        destinataire: "opco",
        document: "resultats_detailles",
        revoqueLe: jour("2026-11-16"),
      }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "la Caisse des Dépôts, sans accord",
      etat: communication({ destinataire: "cdc", accordLe: null }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "l’employeur la demande, la personne n’a pas répondu",
      etat: communication({ destinataire: "employeur", accordLe: null, communiqueLe: null }),
      attendu: "indetermine",
    },
    {
      cas: "au conseil en évolution professionnelle, qui ne paie pas",
      etat: communication({}),
      attendu: "conforme",
    },
  ],
});
