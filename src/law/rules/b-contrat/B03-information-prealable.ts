import { formatJour } from "../../../values/dates-fr.ts";
import { jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { enumeration } from "../../calcul/phrases.ts";
import { payeElleMeme } from "../../financeurs.ts";
import { manquantes } from "../../listes/mention.ts";
import { POINTS_INFORMATION, POINTS_PAYEUR, POINTS_RAPPEL } from "../../listes/points-information.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { bonneFoiEtDestinataire, informationAvantInscription } from "../../textes/contrat.ts";
import { conforme, nonConforme } from "../../verdict.ts";
import { enAttente, jourDInscription, signeLe } from "./engagement.ts";
import { information, PAS_ENGAGE, parLaPersonne, SANS_SUITE, sansPoints, signe } from "./exemples.ts";

const RAPPEL = "Rappeler ces deux points avant l’inscription est notre lecture de l’article L6313-4.";
const SIGNATURE = "Aucun texte n’exige cette signature ; sans elle, la remise se prouve mal.";

export default defineRule({
  id: "B03",
  statement: "Avant de s’inscrire, la personne a à sa disposition l’information prévue par la loi.",
  gravite: "majeure",
  effet: "bloque",
  questions: ["Q4"],
  sources: [informationAvantInscription, bonneFoiEtDestinataire, webinaire(4)],
  inForce: { from: jour("2019-01-01"), until: null, repere: "demande" },
  remede:
    "l’information complète est à la disposition de la personne avant l’inscription, et elle en signe la réception.",
  evaluate: (etat) => {
    const { information: remise } = etat;
    const inscriptionLe = jourDInscription(etat);
    if (remise === null) {
      return inscriptionLe === null
        ? enAttente(etat, "L’information à remettre avant l’inscription.", { acte: "informer" })
        : nonConforme(
            `La personne s’est engagée le ${formatJour(inscriptionLe)} sans qu’une remise de l’information prévue par la loi soit notée.`,
          );
    }
    if (inscriptionLe !== null && remise.date > inscriptionLe) {
      return nonConforme(
        `L’information du ${formatJour(remise.date)} vient après l’inscription du ${formatJour(inscriptionLe)}.`,
      );
    }
    const absents = manquantes(POINTS_INFORMATION, remise.points);
    if (payeElleMeme(etat)) absents.push(...manquantes(POINTS_PAYEUR, remise.points));
    if (absents.length > 0) {
      return inscriptionLe === null
        ? enAttente(etat, `Dans l’information remise : ${enumeration(absents)}.`, { acte: "informer" })
        : nonConforme(`L’information remise ne comprend pas ${enumeration(absents)}.`);
    }
    const rappels = manquantes(POINTS_RAPPEL, remise.points);
    if (rappels.length > 0) {
      return nonConforme(`L’information remise ne rappelle pas ${enumeration(rappels)}.`, RAPPEL);
    }
    return signeLe(remise.signatures, "beneficiaire") === null
      ? nonConforme("La personne n’a pas signé la réception de l’information.", SIGNATURE)
      : conforme("L’information complète a été remise avant l’inscription.");
  },
  examples: [
    { cas: "remise le jour de l’entretien préalable", etat: {}, attendu: "conforme" },
    {
      cas: "remise le jour de l’inscription",
      etat: information({ date: jour("2026-09-14") }),
      attendu: "conforme",
    },
    {
      cas: "remise le lendemain",
      etat: information({ date: jour("2026-09-15") }),
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "jamais remise", etat: { information: null }, attendu: "non_conforme", reserve: false },
    {
      cas: "sans le règlement intérieur",
      etat: sansPoints("reglement_interieur"),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "la même, avant toute inscription",
      etat: { ...PAS_ENGAGE, ...sansPoints("reglement_interieur") },
      attendu: "indetermine",
    },
    {
      cas: "sans rappel de la bonne foi",
      etat: sansPoints("bonne_foi"),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "réception non signée",
      etat: information({ signatures: [] }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "la personne paie, sans les tarifs",
      etat: parLaPersonne({}),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "la personne paie, avec les tarifs et les conditions d’arrêt",
      etat: {
        ...parLaPersonne({}),
        ...information({ points: [...BILAN.information!.points, "tarif", "reglement", "abandon"] }),
      },
      attendu: "conforme",
    },
    {
      cas: "contrat signé avant l’information",
      etat: { ...parLaPersonne({ signatures: signe("2026-09-02", "beneficiaire") }) },
      attendu: "non_conforme",
    },
    { cas: "premier contact", etat: { ...PAS_ENGAGE, devis: [], information: null }, attendu: "indetermine" },
    { cas: "sans suite", etat: { ...SANS_SUITE, information: null }, attendu: "sans_objet" },
  ],
});
