import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champJour, champSelection } from "../champ.ts";
import { orientationDonnee } from "../faits/accueil.ts";
import { pasAvant, sauf } from "../refus.ts";

const services = [
  { valeur: "cep", libelle: "Le conseil en évolution professionnelle (CEP), gratuit" },
  { valeur: "coaching", libelle: "Un coaching" },
  { valeur: "vae", libelle: "La validation des acquis de l’expérience (VAE)" },
  { valeur: "cv_lettre", libelle: "Une aide pour son CV et ses lettres" },
  { valeur: "retraite", libelle: "Une préparation à la retraite" },
  { valeur: "reclassement", libelle: "Un accompagnement au reclassement (outplacement)" },
  { valeur: "formation", libelle: "Une formation" },
  { valeur: "autre", libelle: "Un autre service" },
] as const;

const PROPOSE: Record<string, (typeof services)[number]["valeur"]> = {
  coaching: "coaching",
  developpement_personnel: "coaching",
  cep: "cep",
  vae: "vae",
  cv_lettre: "cv_lettre",
  preparation_retraite: "retraite",
  reclassement: "reclassement",
  formation: "formation",
  evaluation: "autre",
};

export const orienter = defineActe({
  nom: "orienter",
  titre: "Orienter vers un autre service",
  chapeau: "Ce que la personne cherche n’est pas un bilan. Le dossier s’arrête ici, sans frais pour elle.",
  nature: "constat",
  champs: {
    date: champJour({ libelle: "Date" }),
    vers: champSelection({ libelle: "Vers quel service", options: services }),
  },
  valeurs: (etat, contexte) => ({
    date: formatJourSaisie(contexte.au),
    vers: PROPOSE[etat.entretien?.objectif ?? ""] ?? "",
  }),
  decider: (etat, { date, vers }) =>
    sauf(
      [
        pasAvant(date, etat.demande?.date, "la demande"),
        pasAvant(date, etat.entretien?.date, "l’entretien préalable"),
      ],
      () => [orientationDonnee.nouveau(date, { vers })],
    ),
});
