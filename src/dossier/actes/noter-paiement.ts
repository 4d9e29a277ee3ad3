import type { Etat } from "../../law/etat.ts";
import { formatJourCourt, formatJourSaisie } from "../../values/dates-fr.ts";
import { formatMontant } from "../../values/montant.ts";
import { defineActe } from "../acte.ts";
import { champJour, champSelection } from "../champ.ts";
import { facturePayee } from "../faits/fin.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

const impayees = (etat: Etat) => etat.factures.filter((f) => f.payeeLe === null);

export const noterPaiement = defineActe({
  nom: "noterPaiement",
  titre: "Noter le paiement d’une facture",
  chapeau: "Le jour où la facture est entièrement payée.",
  nature: "constat",
  champs: (etat) => ({
    date: champJour({ libelle: "Date du paiement" }),
    numero: champSelection({
      libelle: "Quelle facture",
      options: impayees(etat).map((f) => ({
        valeur: f.numero,
        libelle: `${f.numero} du ${formatJourCourt(f.date)}, ${formatMontant(f.montant)}`,
      })),
    }),
  }),
  obstacle: (etat) =>
    impayees(etat).length > 0
      ? null
      : refus(
          undefined,
          "Aucune facture n’attend de paiement.",
          "Cela devient possible quand une facture est émise.",
        ),
  valeurs: (etat, contexte) => ({
    date: formatJourSaisie(contexte.au),
    numero: impayees(etat)[0]?.numero ?? "",
  }),
  decider: (etat, { date, numero }) =>
    sauf([pasAvant(date, etat.factures.find((f) => f.numero === numero)?.date, "la facture")], () => [
      facturePayee.nouveau(date, { numero }),
    ]),
});
