import { formatJour, formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champChoix, champChoixMultiples, champJour, champTexte, facultatif } from "../champ.ts";
import { demandeRecue } from "../faits/accueil.ts";
import { refus } from "../refus.ts";

const origines = [
  { valeur: "beneficiaire", libelle: "La personne elle-même" },
  { valeur: "employeur", libelle: "Son employeur" },
  { valeur: "cep", libelle: "Un conseiller en évolution professionnelle (CEP)" },
  { valeur: "reclassement", libelle: "Une cellule de reclassement" },
  { valeur: "prescripteur", libelle: "Un autre prescripteur" },
  {
    valeur: "demarchage",
    libelle: "Un démarchage de notre part, par téléphone, message, courriel ou réseau social",
    aide: "Démarcher ainsi les titulaires d’un compte formation est interdit.",
  },
] as const;

const donnees = [
  { valeur: "identite", libelle: "Son identité et comment la joindre" },
  { valeur: "parcours", libelle: "Son parcours professionnel" },
  {
    valeur: "solde_cpf",
    libelle: "Le solde de son compte formation",
    aide: "La loi l’interdit à qui démarche.",
  },
  {
    valeur: "identifiants_cpf",
    libelle: "Ses identifiants de compte formation",
    aide: "Ne les demandez jamais.",
  },
  { valeur: "sante", libelle: "Sa santé" },
] as const;

export const noterDemande = defineActe({
  nom: "noterDemande",
  titre: "Noter la demande",
  chapeau: "Le premier appel : qui demande, et ce qui a été demandé à la personne.",
  nature: "constat",
  champs: {
    date: champJour({ libelle: "Date de la demande" }),
    origine: champChoix({ libelle: "Qui est à l’origine de la demande", options: origines }),
    donneesDemandees: champChoixMultiples({
      libelle: "Ce que nous avons demandé à la personne",
      options: donnees,
    }),
    avantage: facultatif(
      champTexte({
        libelle: "Cadeau, remise ou récompense promis",
        aide: "À laisser vide. Sous CPF, la loi interdit tout avantage en échange d’une inscription.",
      }),
    ),
  },
  obstacle: ({ demande }) =>
    demande === null
      ? null
      : refus(
          undefined,
          `La demande du ${formatJour(demande.date)} est déjà notée.`,
          "Si elle est fausse, corrigez ce fait : l’original reste lisible.",
        ),
  // Who called and what was asked are facts: nobody has stated them yet.
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (_, { date, ...donnees }) => [demandeRecue.nouveau(date, donnees)],
});
