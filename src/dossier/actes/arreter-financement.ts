import type { Etat } from "../../law/etat.ts";
import { intervalleBilansCpf } from "../../law/parameters/intervalle-bilans-cpf.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { bilanAnterieurSaisi, valeursAnterieur } from "../bilan-anterieur.ts";
import {
  champCase,
  champChoix,
  champChoixMultiples,
  champJour,
  champSelection,
  champTexteLong,
  facultatif,
} from "../champ.ts";
import { derniereValeur } from "../delais.ts";
import { financementArrete } from "../faits/financement.ts";
import { optionsOuiNonPasEncore, troisEtats } from "../options-deroulement.ts";
import { optionsFinanceurs } from "../options-financement.ts";
import { pasAvant, sauf } from "../refus.ts";

const anterieurs = [
  { valeur: "aucun", libelle: "Non, aucun" },
  { valeur: "oui", libelle: "Oui" },
  { valeur: "inconnu", libelle: "Pas encore demandé" },
] as const;

function valeursDe({ financement: f }: Etat) {
  if (f === null) return { anterieur: "inconnu", surTempsDeTravail: "inconnu" };
  return {
    principal: f.financeurs[0]!,
    autres: f.financeurs.slice(1),
    employeurPrescripteur: f.employeurPrescripteur ? "oui" : "",
    plan: f.plan ? "oui" : "",
    surTempsDeTravail: f.surTempsDeTravail === null ? "inconnu" : f.surTempsDeTravail ? "oui" : "non",
    ...valeursAnterieur(f.bilanAnterieur),
  };
}

export const arreterFinancement = defineActe({
  nom: "arreterFinancement",
  titre: "Arrêter le financement",
  chapeau: "Qui paie décide des règles qui s’appliquent. La réponse remplace la précédente.",
  nature: "decision",
  champs: {
    date: champJour({ libelle: "Date" }),
    principal: champSelection({ libelle: "Qui paie la plus grande part", options: optionsFinanceurs }),
    autres: champChoixMultiples({ libelle: "Qui d’autre paie une part", options: optionsFinanceurs }),
    employeurPrescripteur: champCase({
      libelle: "L’employeur demande ce bilan",
      aide: "Même s’il ne le paie pas.",
    }),
    plan: champCase({
      libelle: "Le bilan entre dans le plan de développement des compétences de l’employeur",
      aide: "Une convention à trois est alors nécessaire.",
    }),
    surTempsDeTravail: champChoix({
      libelle: "Le bilan a lieu sur le temps de travail",
      options: optionsOuiNonPasEncore,
    }),
    anterieur: champChoix({
      libelle: "La personne a déjà eu un bilan de compétences",
      aide: `Demandez-le-lui. Le CPF n’en paie pas si un financeur public ou mutualisé en a payé un depuis moins de ${derniereValeur(intervalleBilansCpf)} ans.`,
      options: anterieurs,
    }),
    anterieurFinanceur: facultatif(
      champSelection({ libelle: "Si oui, qui l’a payé", options: optionsFinanceurs }),
    ),
    anterieurFinanceLe: facultatif(
      champJour({
        libelle: "Si oui, date de son financement",
        aide: "Le jour de la commande ou de l’accord. C’est de lui que part ce délai.",
      }),
    ),
    anterieurTermineLe: facultatif(champJour({ libelle: "Si oui, date de sa fin" })),
    anterieurJustification: facultatif(
      champTexteLong({ libelle: "Si oui, pourquoi en refaire un", aide: "La raison que donne la personne." }),
    ),
  },
  valeurs: (etat, contexte) => ({ date: formatJourSaisie(contexte.au), ...valeursDe(etat) }),
  decider: (etat, s, contexte) => {
    const anterieur = bilanAnterieurSaisi(s, contexte.au);
    return sauf([pasAvant(s.date, etat.demande?.date, "la demande"), ...anterieur.refus], () => [
      financementArrete.nouveau(s.date, {
        financeurs: [s.principal, ...s.autres.filter((f) => f !== s.principal)],
        employeurPrescripteur: s.employeurPrescripteur,
        plan: s.plan,
        surTempsDeTravail: troisEtats(s.surTempsDeTravail),
        bilanAnterieur: anterieur.lu,
      }),
    ]);
  },
});
