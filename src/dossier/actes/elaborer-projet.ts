import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champContenu, champJour, champNombre, champOuiNon } from "../champ.ts";
import { projetElabore } from "../faits/deroulement.ts";
import { pasAvant, sauf } from "../refus.ts";

export const elaborerProjet = defineActe({
  nom: "elaborerProjet",
  titre: "Noter le projet",
  chapeau: "Le projet de la personne, vérifié, ou au moins une autre piste. À faire avant la conclusion.",
  nature: "constat",
  champs: {
    date: champJour({ libelle: "Date" }),
    pertinenceVerifiee: champOuiNon({
      libelle: "Sa pertinence a été vérifiée",
      aide: "Par une enquête, le marché de l’emploi, une rencontre avec un professionnel.",
    }),
    alternatives: champNombre({ libelle: "Nombre d’autres pistes", min: 0, max: 20 }),
    formation: champOuiNon({ libelle: "Le projet demande une formation" }),
    contenu: champContenu({
      libelle: "Le projet et les autres pistes",
      aide: "Ce texte est scellé. Vous seul et la personne pourrez le lire.",
    }),
  },
  valeurs: (etat, contexte) => ({
    date: formatJourSaisie(contexte.au),
    alternatives: String(etat.projet?.alternatives ?? 0),
  }),
  decider: (etat, { date, ...donnees }) =>
    sauf([pasAvant(date, etat.entretien?.date, "l’entretien préalable")], () => [
      projetElabore.nouveau(date, donnees),
    ]),
});
