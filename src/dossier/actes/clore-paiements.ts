import type { Etat } from "../../law/etat.ts";
import { formatJour, formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champJour } from "../champ.ts";
import { paiementsClos } from "../faits/fin.ts";
import { pasAvant, pasFuture, refus, sauf } from "../refus.ts";

const toutPaye = ({ factures }: Etat) => factures.length > 0 && factures.every((f) => f.payeeLe !== null);

/** The last day on which an invoice was made or paid: money was awaited until then. */
const dernierMouvement = ({ factures }: Etat) =>
  factures
    .map((f) => f.payeeLe ?? f.date)
    .toSorted()
    .at(-1);

export const clorePaiements = defineActe({
  nom: "clorePaiements",
  titre: "Noter qu’aucun paiement n’est plus attendu",
  chapeau:
    "Le bilan n’est pas facturé, ou ce qui reste dû ne sera pas payé. Les preuves comptent alors leur durée sans attendre un paiement.",
  nature: "constat",
  champs: { date: champJour({ libelle: "Date" }) },
  obstacle: (etat) =>
    etat.paiementsClos !== null
      ? refus(
          undefined,
          `C’est déjà noté, au ${formatJour(etat.paiementsClos.date)}, et rien n’a été facturé ni payé depuis.`,
          "Cela devient possible quand une facture ou un paiement s’ajoute.",
        )
      : toutPaye(etat)
        ? refus(
            undefined,
            "Toutes les factures sont payées : rien n’est attendu.",
            "Cela devient possible quand une facture attend son paiement.",
          )
        : null,
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (etat, { date }, { au }) =>
    sauf(
      [
        pasFuture(date, au, "date"),
        pasAvant(date, dernierMouvement(etat), "la dernière facture ou son paiement"),
      ],
      () => [paiementsClos.nouveau(date, {})],
    ),
});
