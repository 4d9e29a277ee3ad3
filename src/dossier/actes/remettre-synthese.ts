import { enumeration } from "../../law/calcul/phrases.ts";
import type { Etat } from "../../law/etat.ts";
import { accorder } from "../../values/accorder.ts";
import { formatJour, formatJourSaisie } from "../../values/dates-fr.ts";
import { type Contexte, defineActe } from "../acte.ts";
import {
  type Champ,
  champCase,
  champChoix,
  champChoixMultiples,
  champJour,
  champTexte,
  facultatif,
  saufQuand,
} from "../champ.ts";
import { textesDuDocument } from "../documents-remis.ts";
import { syntheseRemise } from "../faits/conclusion.ts";
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

/** One way at a time: what she writes and ticks here is not asked when she signs in her own space. */
const saufDansSonEspace = <V>(c: Champ<V>) => saufQuand("signature", "espace", c);

const resultatsEcrits = ({ faits }: Contexte) => textesDuDocument("resultats_detailles", faits).length;

/** Each document to tick, with what this dossier holds of it. */
function optionsAvecCeQuiExiste(etat: Etat, contexte: Contexte) {
  const version = etat.syntheses.at(-1);
  const ecrits = resultatsEcrits(contexte);
  const aides = {
    synthese:
      version === undefined
        ? "Pas encore écrite."
        : `Version ${version.version}, du ${formatJour(version.date)}.`,
    resultats_detailles:
      ecrits === 0
        ? "Rien n’est écrit dans ce dossier. Écrivez-les d’abord, ou dites plus bas que vous les remettez sur papier."
        : `${accorder(ecrits, "texte")} dans ce dossier.`,
  };
  return optionsDocuments.map((o) => ({ ...o, aide: aides[o.valeur] }));
}

export const remettreSynthese = defineActe({
  nom: "remettreSynthese",
  titre: "Remettre la synthèse",
  chapeau:
    "À la personne, au dernier rendez-vous. Le bilan est alors terminé et les documents de travail se détruisent.",
  nature: "decision",
  champs: (etat, contexte) => ({
    date: champJour({ libelle: "Date de la remise" }),
    documents: champChoixMultiples({
      libelle: "Ce qui est remis",
      aide: "Ce sont deux documents différents. La personne reçoit les deux. Cochez seulement ce que vous remettez vraiment.",
      min: 1,
      options: optionsAvecCeQuiExiste(etat, contexte),
    }),
    surPapier: champCase({
      libelle: "Les résultats détaillés sont remis sur papier seulement.",
      aide: "Le reçu le dira, et ne portera pas leur empreinte.",
    }),
    signature: champChoix({ libelle: "Son reçu", options: optionsSignature }),
    nom: saufDansSonEspace(
      facultatif(
        champTexte({
          libelle: "Prénom et nom de la personne, si elle signe ici",
          aide: "À écrire par elle, comme dans le dossier. Le dossier garde qu’elle a signé, pas ce texte.",
        }),
      ),
    ),
    recu: saufDansSonEspace(
      champCase({
        libelle: "J’ai reçu ces documents en main propre ou dans mon espace.",
        aide: "À cocher par la personne : c’est son reçu.",
      }),
    ),
  }),
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
    documents: ["synthese", ...(resultatsEcrits(contexte) > 0 ? ["resultats_detailles"] : [])],
    signature: "ici",
  }),
  decider: (etat, { date, documents, surPapier, signature, nom, recu }, contexte) => {
    const papier = surPapier && documents.includes("resultats_detailles");
    const manquent = documents.includes("resultats_detailles") && !papier && resultatsEcrits(contexte) === 0;
    const enTexte = documents.filter((d) => !(papier && d === "resultats_detailles"));
    const ici = signature === "ici";
    return sauf(
      [
        pasAvant(date, etat.syntheses.at(-1)?.date, "la dernière version de la synthèse"),
        manquent &&
          refus(
            "documents",
            "Les résultats détaillés ne sont pas écrits dans ce dossier.",
            "Cela devient possible quand ils sont écrits (« Écrire les résultats détaillés »), ou quand vous dites qu’ils sont remis sur papier.",
          ),
        ici && nom === null && refus("nom", "La personne écrit son prénom et son nom pour signer son reçu."),
        ici && !recu && refus("recu", "La personne coche la case pour signer son reçu."),
      ],
      () => [
        syntheseRemise.nouveau(date, {
          documents,
          signatures: ici ? [{ par: "beneficiaire", le: date }] : [],
          textes: enTexte.flatMap((d) => textesDuDocument(d, contexte.faits)),
          surPapier: papier ? ["resultats_detailles"] : [],
        }),
      ],
    );
  },
  signe: (_, { signature, nom }) => (signature === "ici" ? { nom: nom ?? "", par: "beneficiaire" } : null),
});
