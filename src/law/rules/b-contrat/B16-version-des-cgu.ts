import { formatJour } from "../../../values/dates-fr.ts";
import { jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import type { Commande } from "../../etat.ts";
import { valeurAu } from "../../parameter.ts";
import { versionsCgu } from "../../parameters/versions-cgu.ts";
import { defineRule } from "../../rule.ts";
import { cguEngagements, cguTiennentLieu } from "../../textes/contrat.ts";
import { conforme, indetermine, nonConforme } from "../../verdict.ts";
import { sansCommandeVivante } from "../c-cpf/cpf.ts";
import { financement, PAS_ENGAGE } from "./exemples.ts";

const NUMERO = /\d+/;
const commande = (c: Partial<Commande>) => ({ commande: { ...BILAN.commande!, ...c } });

export default defineRule({
  id: "B16",
  statement: "Le dossier CPF garde la version des conditions générales en vigueur à la commande.",
  gravite: "mineure",
  effet: "trace",
  questions: [],
  sources: [cguTiennentLieu, cguEngagements, ...versionsCgu.values.map((v) => v.source)],
  inForce: { from: jour("2023-12-14"), until: null, repere: "demande" },
  avant: "Les versions antérieures à la V11 du 14 décembre 2023 ne sont pas connues de ce référentiel.",
  reserve: "Les dates des versions viennent de comptes rendus ; une version plus récente peut exister.",
  remede: "la version notée est celle que la personne a acceptée avec sa commande.",
  evaluate: (etat) => {
    const dehors = sansCommandeVivante(etat);
    if (dehors !== null) return dehors;
    const { cgu, demandeLe } = etat.commande!;
    if (cgu === null) {
      return indetermine("La version des conditions générales acceptée avec la commande.", {
        acte: "corrigerFait",
      });
    }
    const attendue = valeurAu(versionsCgu, demandeLe)?.value ?? null;
    const notee = NUMERO.exec(cgu)?.[0] ?? null;
    return attendue === null || notee === String(attendue)
      ? conforme(`Conditions générales ${cgu}, en vigueur à la commande.`)
      : nonConforme(
          `Version notée : ${cgu} ; au ${formatJour(demandeLe)}, la version connue est la V${attendue}.`,
        );
  },
  examples: [
    { cas: "V15 en septembre 2026", etat: {}, attendu: "conforme" },
    { cas: "V14 en septembre 2026", etat: commande({ cgu: "V14" }), attendu: "non_conforme", reserve: true },
    {
      cas: "V14 la veille de la V15",
      etat: commande({ cgu: "V14", demandeLe: jour("2026-05-04") }),
      attendu: "conforme",
    },
    {
      cas: "V15 le jour de son effet",
      etat: commande({ cgu: "version 15", demandeLe: jour("2026-05-05") }),
      attendu: "conforme",
    },
    { cas: "version non notée", etat: commande({ cgu: null }), attendu: "indetermine" },
    { cas: "pas de commande", etat: PAS_ENGAGE, attendu: "indetermine" },
    {
      cas: "payé par l’employeur",
      etat: financement({ financeurs: ["employeur"] }),
      attendu: "sans_objet",
    },
  ],
});
