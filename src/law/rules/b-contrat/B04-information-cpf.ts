import { formatJour } from "../../../values/dates-fr.ts";
import { jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { devisDeReference } from "../../calcul/devis-de-reference.ts";
import { enumeration } from "../../calcul/phrases.ts";
import { manquantes } from "../../listes/mention.ts";
import { POINTS_CPF, POINTS_DISTANCE } from "../../listes/points-information.ts";
import { jourDeLaDemande } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { informationCep, informationCguV11 } from "../../textes/contrat.ts";
import { conforme, nonConforme } from "../../verdict.ts";
import { horsCpf } from "../c-cpf/cpf.ts";
import { enAttente } from "./engagement.ts";
import { devis, financement, information, PAS_ENGAGE, SANS_SUITE, sansPoints } from "./exemples.ts";

/** D6323-6 al. 2 speaks of the CEP from this day; nothing that was read did before. */
const DEBUT_CEP = jour("2026-02-26");

const demandeLe = (date: string) => ({ commande: { ...BILAN.commande!, demandeLe: jour(date) } });
const avantFevrier = { ...sansPoints("cep_gratuit").information!, date: jour("2026-02-02") };

export default defineRule({
  id: "B04",
  statement:
    "Avant la commande CPF, la personne connaît le volume de travail personnel, le matériel utile et, depuis février 2026, le CEP gratuit.",
  gravite: "mineure",
  effet: "alerte",
  questions: [],
  sources: [informationCguV11, informationCep],
  inForce: { from: jour("2023-12-14"), until: null, repere: "demande" },
  avant: "Les conditions générales lues ne le demandent que depuis le 14 décembre 2023.",
  reserve:
    "Le contenu des CGU vient d’un compte rendu ; pour le CEP, la loi charge Mon Compte Formation d’en informer.",
  remede: "l’information remise avant la commande dit ces points.",
  evaluate: (etat, au) => {
    const dehors = horsCpf(etat);
    if (dehors !== null) return dehors;
    const { information: remise, commande } = etat;
    if (remise === null) {
      return commande === null
        ? enAttente(etat, "L’information à remettre avant la commande.", { acte: "informer" })
        : nonConforme(
            `La commande du ${formatJour(commande.demandeLe)} a été passée sans l’information propre au CPF.`,
          );
    }
    if (commande !== null && remise.date > commande.demandeLe) {
      return nonConforme(
        `L’information du ${formatJour(remise.date)} vient après la commande du ${formatJour(commande.demandeLe)}.`,
      );
    }
    const demande = jourDeLaDemande(etat) ?? au;
    const points = demande < DEBUT_CEP ? POINTS_CPF.filter((p) => p.code !== "cep_gratuit") : POINTS_CPF;
    const absents = manquantes(points, remise.points);
    const modalite = devisDeReference(etat)?.modalite ?? "presentiel";
    if (modalite !== "presentiel") absents.push(...manquantes(POINTS_DISTANCE, remise.points));
    if (absents.length === 0) return conforme("L’information propre au CPF a été remise avant la commande.");
    return commande === null
      ? enAttente(etat, `Dans l’information remise : ${enumeration(absents)}.`, { acte: "informer" })
      : nonConforme(`L’information remise ne comprend pas ${enumeration(absents)}.`);
  },
  examples: [
    { cas: "tous les points", etat: {}, attendu: "conforme" },
    {
      cas: "en présence, sans le matériel",
      etat: sansPoints("materiel", "distance"),
      attendu: "conforme",
    },
    {
      cas: "à distance, sans le matériel",
      etat: { ...sansPoints("materiel"), ...devis({ modalite: "distanciel" }) },
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "sans le CEP", etat: sansPoints("cep_gratuit"), attendu: "non_conforme", reserve: true },
    {
      cas: "sans le CEP, demande du 26 février 2026",
      etat: { ...demandeLe("2026-02-26"), information: avantFevrier },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "sans le CEP, demande de la veille",
      etat: { ...demandeLe("2026-02-25"), information: avantFevrier },
      attendu: "conforme",
    },
    {
      cas: "remise le jour de la commande",
      etat: information({ date: jour("2026-09-10") }),
      attendu: "conforme",
    },
    {
      cas: "remise le lendemain",
      etat: information({ date: jour("2026-09-11") }),
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "commande sans information", etat: { information: null }, attendu: "non_conforme", reserve: true },
    { cas: "pas encore de commande", etat: { ...PAS_ENGAGE, information: null }, attendu: "indetermine" },
    { cas: "sans suite", etat: { ...SANS_SUITE, information: null }, attendu: "sans_objet" },
    {
      cas: "la personne paie elle-même",
      etat: financement({ financeurs: ["fonds_propres"] }),
      attendu: "sans_objet",
    },
  ],
});
