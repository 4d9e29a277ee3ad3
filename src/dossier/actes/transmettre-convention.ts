import { planOuReclassement } from "../../law/financeurs.ts";
import { MENTIONS_FINANCEE_2025, MENTIONS_TRIPARTITE } from "../../law/listes/mentions-convention.ts";
import { acceptationConvention } from "../../law/parameters/acceptation-convention.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champCase, champChoix, champChoixMultiples, champJour, facultatif } from "../champ.ts";
import { derniereValeur } from "../delais.ts";
import { conventionTransmise } from "../faits/commande.ts";
import { optionsMentions } from "../options-fin.ts";
import { pasAvant, pasFuture, sauf } from "../refus.ts";

const formes = [
  { valeur: "tripartite", libelle: "À trois : employeur, personne et organisme" },
  { valeur: "bilaterale", libelle: "À deux : l’organisme et qui achète" },
] as const;

export const transmettreConvention = defineActe({
  nom: "transmettreConvention",
  titre: "Transmettre la convention",
  chapeau: "Le projet de convention est envoyé. Un nouvel envoi efface les signatures déjà notées.",
  nature: "decision",
  champs: ({ information }) => ({
    date: champJour({
      libelle: "Date de l’envoi",
      aide:
        information === null
          ? "L’information de la personne n’est pas notée. Notez-la d’abord : sans elle, la personne ne pourra pas signer."
          : undefined,
    }),
    forme: champChoix({
      libelle: "Forme",
      aide: "Au plan de l’employeur ou en congé de reclassement, il faut une convention à trois.",
      options: formes,
    }),
    transmiseParEmployeurLe: facultatif(
      champJour({
        libelle: "Jour où l’employeur l’a transmise à son salarié",
        aide: `Le salarié a ${derniereValeur(acceptationConvention)} jours pour signer. Son silence vaut refus.`,
      }),
    ),
    mentions: champChoixMultiples({
      libelle: "Ce que la convention dit",
      aide: "Cochez seulement ce qui est écrit.",
      min: 1,
      options: optionsMentions(MENTIONS_TRIPARTITE, MENTIONS_FINANCEE_2025),
    }),
    mentionNda: champCase({ libelle: "Elle porte le numéro de déclaration d’activité" }),
    clauseSynthese: champCase({
      libelle: "Elle prévoit de remettre la synthèse à un autre que la personne",
      aide: "La loi l’interdit sans l’accord de la personne : cette convention serait refusée.",
    }),
  }),
  valeurs: (etat, contexte) => ({
    date: formatJourSaisie(contexte.au),
    forme: etat.convention?.forme ?? (planOuReclassement(etat) ? "tripartite" : "bilaterale"),
    mentions: etat.convention?.mentions ?? [],
    mentionNda: etat.organisme.nda === null ? "" : "oui",
  }),
  decider: (etat, { date, ...donnees }, contexte) =>
    sauf(
      [
        pasAvant(date, etat.demande?.date, "la demande"),
        pasFuture(donnees.transmiseParEmployeurLe, contexte.au, "transmiseParEmployeurLe"),
      ],
      () => [conventionTransmise.nouveau(date, donnees)],
    ),
});
