import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champChoix, champContenu, champJour } from "../champ.ts";
import { syntheseRedigee } from "../faits/conclusion.ts";
import { PARTIES } from "../parties-synthese.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

const relectures = [
  { valeur: "oui", libelle: "Oui, relue : aucun élément strictement personnel" },
  { valeur: "non", libelle: "Non, il en reste à retirer" },
  { valeur: "inconnu", libelle: "Pas encore relue" },
] as const;

export const redigerSynthese = defineActe({
  nom: "redigerSynthese",
  titre: "Rédiger la synthèse",
  chapeau:
    "Trois parties, scellées chacune à part, toutes les trois attendues avant la remise. Chaque envoi est une nouvelle version, que la personne relit.",
  nature: "constat",
  champs: {
    date: champJour({ libelle: "Date de cette version" }),
    circonstances: champContenu({
      libelle: "1. Les circonstances du bilan",
      attendu: true,
      aide: "Pourquoi et dans quel cadre il a été fait.",
    }),
    competences: champContenu({
      libelle: "2. Les compétences et les aptitudes",
      attendu: true,
      aide: "Au regard des perspectives envisagées.",
    }),
    projet: champContenu({
      libelle: "3. Le projet professionnel",
      attendu: true,
      aide: "Et la formation s’il y en a une, avec les principales étapes prévues.",
    }),
    relue: champChoix({
      libelle: "Avez-vous vérifié qu’elle ne dit rien de strictement personnel ?",
      aide: "Ni vie privée, ni santé, ni confidence : cela n’a pas sa place dans la synthèse.",
      options: relectures,
    }),
  },
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au), relue: "inconnu" }),
  decider: (etat, { date, relue, ...textes }) => {
    const parties = PARTIES.map((p) => p.partie).filter((p) => textes[p] !== null);
    return sauf(
      [
        pasAvant(date, etat.entretien?.date, "l’entretien préalable"),
        pasAvant(date, etat.syntheses.at(-1)?.date, "la version précédente"),
        parties.length === 0 && refus("circonstances", "Écrivez au moins une des trois parties."),
      ],
      () => [
        syntheseRedigee.nouveau(date, {
          ...textes,
          parties,
          sansElementPersonnel: relue === "inconnu" ? null : relue === "oui",
        }),
      ],
    );
  },
});
