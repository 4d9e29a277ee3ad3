import { formatJour } from "../../../values/dates-fr.ts";
import { jour } from "../../../values/jour.ts";
import { finDesPreuves } from "../../calcul/conservation.ts";
import type { Controle } from "../../etat.ts";
import { defineRule } from "../../rule.ts";
import { code, lecture } from "../../sources.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { sorti, trace } from "./exemples.ts";

const ORGANES: Record<Controle["organe"], string> = {
  cdc: "de la Caisse des Dépôts",
  drieets: "des services de l’État",
  opco: "de l’opérateur de compétences",
  certificateur: "du certificateur",
};

const controle = (changement: Partial<Controle> = {}): Controle => ({
  ...trace("2027-01-11"),
  organe: "cdc",
  recuLe: jour("2027-01-11"),
  echeance: jour("2027-02-11"),
  pieces: ["émargements"],
  reponduLe: null,
  closLe: null,
  ...changement,
});

export default defineRule({
  id: "D17",
  statement: "Aucune preuve n’est supprimée pendant qu’un contrôle est ouvert.",
  gravite: "majeure",
  effet: "alerte",
  questions: ["Q19"],
  sources: [
    lecture("Les preuves attendues dans une procédure contradictoire restent jusqu’à sa clôture"),
    code("R6323-39", "LEGIARTI000050924152", "IV, par analogie"),
  ],
  inForce: { from: jour("2019-01-01"), until: null, repere: "jour" },
  reserve: "Aucun texte lu ne suspend la suppression des preuves pendant un contrôle : c’est notre lecture.",
  remede: "les preuves restent jusqu’à la clôture du contrôle.",
  evaluate: (etat, au) => {
    if (etat.controles.length === 0) return sansObjet("Aucun contrôle n’a été ouvert.");
    const effacees = etat.destructionPreuves?.date ?? null;
    for (const c of etat.controles) {
      if (effacees === null || effacees < c.recuLe || (c.closLe !== null && effacees > c.closLe)) continue;
      const ouvert = `pendant le contrôle ${ORGANES[c.organe]} reçu le ${formatJour(c.recuLe)}`;
      return nonConforme(`Les preuves ont été supprimées le ${formatJour(effacees)}, ${ouvert}.`);
    }
    const ouvert = etat.controles.find((c) => c.closLe === null);
    if (ouvert === undefined || effacees !== null)
      return conforme("Rien n’a été supprimé pendant un contrôle.");
    const sansLui = finDesPreuves({ ...etat, controles: [] }).le;
    return sansLui !== null && sansLui < au
      ? indetermine("La clôture du contrôle : d’ici là les preuves restent, même leur durée passée.", {
          acte: "cloreControle",
        })
      : conforme(`Le contrôle ${ORGANES[ouvert.organe]} est ouvert : les preuves restent.`);
  },
  examples: [
    { cas: "aucun contrôle", etat: {}, attendu: "sans_objet" },
    { cas: "contrôle ouvert, rien n’est supprimé", etat: { controles: [controle()] }, attendu: "conforme" },
    {
      cas: "preuves supprimées pendant le contrôle",
      etat: { controles: [controle()], destructionPreuves: trace("2027-01-20") },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "supprimées le jour de la clôture",
      etat: {
        controles: [controle({ closLe: jour("2027-04-01") })],
        destructionPreuves: trace("2027-04-01"),
      },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "supprimées le lendemain de la clôture",
      etat: {
        controles: [controle({ closLe: jour("2027-04-01") })],
        destructionPreuves: trace("2027-04-02"),
      },
      attendu: "conforme",
    },
    {
      cas: "durée passée, contrôle encore ouvert",
      etat: { ...sorti("2023-03-31"), controles: [controle()] },
      au: "2027-04-01",
      attendu: "indetermine",
    },
  ],
});
