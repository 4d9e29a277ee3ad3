import { enumeration } from "../../law/calcul/phrases.ts";
import { accorder } from "../../values/accorder.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champAttestation, champChoixMultiples, champJour, champTexte } from "../champ.ts";
import { syntheseRemise } from "../faits/conclusion.ts";
import { optionsDocuments } from "../options-fin.ts";
import { partiesAbsentes } from "../parties-synthese.ts";
import { pasAvant, refus, sauf } from "../refus.ts";
import { seancesPrevues } from "../seances-prevues.ts";

export const remettreSynthese = defineActe({
  nom: "remettreSynthese",
  titre: "Remettre la synthèse",
  chapeau:
    "À la personne, au dernier rendez-vous. Le bilan est alors terminé et les documents de travail se détruisent.",
  nature: "decision",
  champs: {
    date: champJour({ libelle: "Date de la remise" }),
    documents: champChoixMultiples({
      libelle: "Ce qui est remis",
      aide: "Ce sont deux documents différents. La personne reçoit les deux.",
      min: 1,
      options: optionsDocuments,
    }),
    nom: champTexte({
      libelle: "Prénom et nom de la personne",
      aide: "À écrire par elle. Le dossier garde qu’elle a signé, pas ce texte.",
    }),
    recu: champAttestation({
      libelle: "J’ai reçu ces documents en main propre ou dans mon espace.",
      aide: "À cocher par la personne : c’est son reçu.",
      vide: "La personne coche la case pour signer son reçu.",
    }),
  },
  obstacle: (etat) => {
    const version = etat.syntheses.at(-1);
    if (version === undefined)
      return refus(
        undefined,
        "La synthèse n’est pas encore écrite.",
        "Cela devient possible quand une version de la synthèse existe.",
      );
    const absentes = partiesAbsentes(version);
    if (absentes.length > 0)
      return refus(
        undefined,
        `La dernière version ne dit pas ${enumeration(absentes)}.`,
        "Cela devient possible quand les trois parties sont écrites.",
      );
    const prevues = seancesPrevues(etat).length;
    return prevues === 0
      ? null
      : refus(
          undefined,
          `Il reste ${accorder(prevues, "séance")} au calendrier.`,
          "Cela devient possible quand chaque séance prévue est notée tenue, absente ou annulée.",
        );
  },
  valeurs: (_, contexte) => ({
    date: formatJourSaisie(contexte.au),
    documents: ["synthese", "resultats_detailles"],
  }),
  decider: (etat, { date, documents }) =>
    sauf([pasAvant(date, etat.syntheses.at(-1)?.date, "la dernière version de la synthèse")], () => [
      syntheseRemise.nouveau(date, { documents, signatures: [{ par: "beneficiaire", le: date }] }),
    ]),
});
