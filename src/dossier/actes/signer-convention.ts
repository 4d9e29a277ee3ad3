import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champAttestation, champChoix, champJour } from "../champ.ts";
import { conventionSignee } from "../faits/commande.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

const parties = [
  { valeur: "beneficiaire", libelle: "La personne" },
  { valeur: "organisme", libelle: "Notre organisme" },
  { valeur: "employeur", libelle: "L’employeur ou le financeur" },
] as const;

export const signerConvention = defineActe({
  nom: "signerConvention",
  titre: "Noter une signature de la convention",
  chapeau: "Une signature à la fois. Toutes sont nécessaires avant la première séance.",
  nature: "decision",
  champs: {
    date: champJour({ libelle: "Date de la signature" }),
    par: champChoix({ libelle: "Qui a signé", options: parties }),
    atteste: champAttestation({
      libelle: "J’ai la convention signée sous les yeux.",
      aide: "Gardez-la : elle fait partie des preuves.",
    }),
  },
  obstacle: ({ convention }) =>
    convention !== null
      ? null
      : refus(
          undefined,
          "Aucune convention n’a été transmise.",
          "Cela devient possible quand la convention est transmise.",
        ),
  valeurs: (etat, contexte) => ({
    date: formatJourSaisie(contexte.au),
    par: parties.find((p) => !etat.convention?.signatures.some((s) => s.par === p.valeur))?.valeur ?? "",
  }),
  decider: ({ convention }, { date, par }) =>
    sauf(
      [
        convention?.signatures.some((s) => s.par === par) === true &&
          refus("par", "Cette signature est déjà notée."),
        par === "beneficiaire" &&
          pasAvant(date, convention?.transmiseParEmployeurLe, "la transmission par l’employeur"),
      ],
      () => [conventionSignee.nouveau(date, { par })],
    ),
});
