import { enumeration } from "../../law/calcul/phrases.ts";
import { accorder } from "../../values/accorder.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { type Contexte, defineActe } from "../acte.ts";
import { champCase, champChoix, champChoixMultiples, champJour, champTexte, facultatif } from "../champ.ts";
import { faitsEffectifs } from "../evolve.ts";
import { syntheseRemise } from "../faits/conclusion.ts";
import { testUtilise } from "../faits/deroulement.ts";
import { optionsDocuments } from "../options-fin.ts";
import { partiesAbsentes } from "../parties-synthese.ts";
import { pasAvant, refus, sauf } from "../refus.ts";
import { seancesPrevues } from "../seances-prevues.ts";

const optionsSignature = [
  { valeur: "ici", libelle: "Elle le signe ici, maintenant" },
  {
    valeur: "espace",
    libelle: "Elle le signera dans son espace",
    aide: "Rien n’est noté comme signé d’ici là : son reçu l’y attend.",
  },
] as const;

/** Whether the detailed results of a test are written in this dossier. */
const resultatsGardes = ({ faits }: Contexte): boolean =>
  faitsEffectifs(faits).some(
    (f) => f.type === testUtilise.type && (f.donnees as { resultats?: unknown }).resultats != null,
  );

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
      aide: "Ce sont deux documents différents. La personne reçoit les deux. Cochez seulement ce que vous remettez vraiment, ici ou sur papier.",
      min: 1,
      options: optionsDocuments,
    }),
    signature: champChoix({ libelle: "Son reçu", options: optionsSignature }),
    nom: facultatif(
      champTexte({
        libelle: "Prénom et nom de la personne, si elle signe ici",
        aide: "À écrire par elle, comme dans le dossier. Le dossier garde qu’elle a signé, pas ce texte.",
      }),
    ),
    recu: champCase({
      libelle: "J’ai reçu ces documents en main propre ou dans mon espace.",
      aide: "À cocher par la personne : c’est son reçu.",
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
    // Results that nobody wrote here are ticked by who hands them over on paper, never beforehand.
    documents: ["synthese", ...(resultatsGardes(contexte) ? ["resultats_detailles"] : [])],
    signature: "ici",
  }),
  decider: (etat, { date, documents, signature, nom, recu }) => {
    const ici = signature === "ici";
    return sauf(
      [
        pasAvant(date, etat.syntheses.at(-1)?.date, "la dernière version de la synthèse"),
        ici && nom === null && refus("nom", "La personne écrit son prénom et son nom pour signer son reçu."),
        ici && !recu && refus("recu", "La personne coche la case pour signer son reçu."),
      ],
      () => [
        syntheseRemise.nouveau(date, {
          documents,
          signatures: ici ? [{ par: "beneficiaire", le: date }] : [],
        }),
      ],
    );
  },
  signe: (_, { signature, nom }) => (signature === "ici" ? { nom: nom ?? "", par: "beneficiaire" } : null),
});
