import { retractationContrat } from "../../law/parameters/retractation-contrat.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champJour } from "../champ.ts";
import { derniereValeur } from "../delais.ts";
import { contratRetracte } from "../faits/commande.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

export const retracterContrat = defineActe({
  nom: "retracterContrat",
  titre: "Noter la rétractation",
  chapeau: `La personne renonce au contrat, sans motif à donner. Dans les ${derniereValeur(retractationContrat)} jours de la signature, par lettre recommandée avec avis de réception, rien n’est dû.`,
  nature: "constat",
  champs: { date: champJour({ libelle: "Date de la lettre de la personne" }) },
  obstacle: ({ contrat }) =>
    contrat !== null
      ? null
      : refus(undefined, "Aucun contrat n’est noté.", "Cela devient possible quand un contrat est signé."),
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: ({ contrat }, { date }) =>
    sauf(
      [pasAvant(date, contrat?.signatures.find((s) => s.par === "beneficiaire")?.le, "la signature")],
      () => [contratRetracte.nouveau(date, {})],
    ),
});
