import { formatJour } from "../../../values/dates-fr.ts";
import { ajouterJours, jour } from "../../../values/jour.ts";
import { formatMontant } from "../../../values/montant.ts";
import { payeElleMeme } from "../../financeurs.ts";
import { valeurOuPremiere } from "../../parameter.ts";
import { premierPaiement } from "../../parameters/premier-paiement.ts";
import { retractationContrat } from "../../parameters/retractation-contrat.ts";
import { defineRule } from "../../rule.ts";
import { conforme, nonConforme, sansObjet } from "../../verdict.ts";
import { enAttente, financementInconnu, signeLe } from "./engagement.ts";
import { PAS_COMMENCE, parLaPersonne, SANS_SUITE, verse } from "./exemples.ts";
import { paiementsDeLaPersonne, paiementTropTot } from "./paiements.ts";

export default defineRule({
  id: "B11",
  statement:
    "La personne qui paie elle-même ne doit rien pendant dix jours, puis 30 % au plus, puis le solde par étapes.",
  gravite: "critique",
  effet: "bloque",
  questions: [],
  sources: [retractationContrat.values[0]!.source, premierPaiement.values[0]!.source],
  inForce: { from: jour("2019-01-01"), until: null, repere: "demande" },
  remede: "ce qui a été reçu trop tôt est rendu, et les paiements suivent le déroulement du bilan.",
  evaluate: (etat) => {
    if (etat.financement === null) return financementInconnu;
    if (!payeElleMeme(etat)) return sansObjet("La personne ne paie pas ce bilan à titre individuel.");
    const signature = etat.contrat === null ? null : signeLe(etat.contrat.signatures, "beneficiaire");
    if (signature === null) {
      return enAttente(etat, "La signature du contrat, qui ouvre le délai de rétractation.", {
        acte: "signerContrat",
      });
    }
    const fin = ajouterJours(signature, valeurOuPremiere(retractationContrat, signature).value);
    const paiements = paiementsDeLaPersonne(etat);
    const premier = paiements[0];
    if (premier !== undefined && premier.date <= fin) {
      return nonConforme(
        `${formatMontant(premier.montant)} reçus le ${formatJour(premier.date)}, avant la fin du délai de rétractation (${formatJour(fin)} inclus).`,
      );
    }
    const retracteLe = etat.contrat?.retracteLe ?? null;
    if (retracteLe !== null && retracteLe <= fin) {
      if (premier !== undefined) {
        return nonConforme(
          `${formatMontant(premier.montant)} reçus le ${formatJour(premier.date)}, alors que la personne s’est rétractée le ${formatJour(retracteLe)} : rien n’est dû.`,
        );
      }
      return etat.seances.some((s) => s.statut === "tenue" && s.date > retracteLe)
        ? nonConforme(`La personne s’est rétractée le ${formatJour(retracteLe)} ; une séance a suivi.`)
        : conforme(
            `La personne s’est rétractée le ${formatJour(retracteLe)}, dans le délai : rien n’est dû.`,
          );
    }
    return (
      paiementTropTot(etat, paiements, valeurOuPremiere(premierPaiement, signature).value) ??
      conforme("Les paiements respectent le délai de rétractation et l’échelonnement.")
    );
  },
  examples: [
    { cas: "aucun paiement", etat: parLaPersonne({}), attendu: "conforme" },
    {
      cas: "30 % le lendemain du délai",
      etat: parLaPersonne({}, [verse("2026-09-20", 474)]),
      attendu: "conforme",
    },
    {
      cas: "un centime de plus",
      etat: parLaPersonne({}, [verse("2026-09-20", 474.01)]),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "payé le dernier jour du délai",
      etat: parLaPersonne({}, [verse("2026-09-19", 100)]),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "30 %, puis la moitié du solde à mi-parcours",
      etat: parLaPersonne({}, [verse("2026-09-20", 474), verse("2026-10-26", 553)]),
      attendu: "conforme",
    },
    {
      cas: "le tout à la deuxième séance",
      etat: parLaPersonne({}, [verse("2026-10-05", 1580)]),
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "le tout à la fin", etat: parLaPersonne({}, [verse("2026-11-16", 1580)]), attendu: "conforme" },
    {
      cas: "rétractée au dixième jour",
      etat: { ...parLaPersonne({ retracteLe: jour("2026-09-19") }), ...PAS_COMMENCE },
      attendu: "conforme",
    },
    {
      cas: "rétractée, et pourtant des séances",
      etat: parLaPersonne({ retracteLe: jour("2026-09-19") }),
      attendu: "non_conforme",
    },
    {
      cas: "rétractée au dixième jour, et pourtant payé le lendemain",
      etat: {
        ...parLaPersonne({ retracteLe: jour("2026-09-19") }, [verse("2026-09-20", 100)]),
        ...PAS_COMMENCE,
      },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "payé sans prix convenu",
      etat: { ...parLaPersonne({}, [verse("2026-09-20", 100)]), devis: [] },
      attendu: "indetermine",
    },
    { cas: "contrat à signer", etat: { ...parLaPersonne(null), ...PAS_COMMENCE }, attendu: "indetermine" },
    { cas: "sans suite", etat: { ...parLaPersonne(null), ...SANS_SUITE }, attendu: "sans_objet" },
    { cas: "payé par le CPF", etat: {}, attendu: "sans_objet" },
  ],
});
