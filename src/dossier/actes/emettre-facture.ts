import { baseFacture } from "../../law/calcul/base-facture.ts";
import type { Etat } from "../../law/etat.ts";
import { jourDeLaFin } from "../../law/reference-day.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { formatDuree } from "../../values/duree.ts";
import { formatMontant } from "../../values/montant.ts";
import { defineActe } from "../acte.ts";
import { champDuree, champJour, champMontant, champSelection, champTexte, facultatif } from "../champ.ts";
import { factureEmise } from "../faits/fin.ts";
import { optionsAutreLigne } from "../options-fin.ts";
import { optionsFinanceurs, payeursPossibles } from "../options-financement.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

/** How the proposed amount was found: question 7, pro rata of the time really spent face to face. */
function calcul(etat: Etat): string {
  const base = baseFacture(etat);
  if (base === null) return "Aucun devis ne donne de prix : le montant ne se calcule pas.";
  return `${formatDuree(base.signees)} signées des deux sur ${formatDuree(base.prevues)} prévues, pour un prix de ${formatMontant(base.prix)} : ${formatMontant(base.montantSigne)}.`;
}

export const emettreFacture = defineActe({
  nom: "emettreFacture",
  titre: "Émettre la facture",
  chapeau:
    "Elle suit le temps passé en face à face et signé des deux, et ne dépasse jamais le prix du devis.",
  nature: "decision",
  champs: (etat) => ({
    date: champJour({ libelle: "Date de la facture" }),
    numero: champTexte({ libelle: "Numéro de la facture" }),
    payeur: champSelection({
      libelle: "À qui elle est adressée",
      aide: "L’employeur ne voit que les siennes.",
      options: optionsFinanceurs.filter((o) => payeursPossibles(etat.financement).includes(o.valeur)),
    }),
    minutes: champDuree({ libelle: "Heures d’accompagnement" }),
    montant: champMontant({ libelle: "Montant de l’accompagnement", aide: calcul(etat) }),
    autreNature: facultatif(
      champSelection({
        libelle: "Autre chose, sur une ligne à part",
        aide: "Le CPF ne paie que les heures d’accompagnement.",
        options: optionsAutreLigne,
      }),
    ),
    autreDuree: facultatif(champDuree({ libelle: "Sa durée" })),
    autreMontant: facultatif(champMontant({ libelle: "Son montant" })),
    priseEnChargeDuReste: facultatif(
      champMontant({
        libelle: "Part de la personne prise à votre charge",
        aide: "Laissez vide. Sous CPF, les conditions générales l’interdisent, d’après ce que nous en savons.",
      }),
    ),
  }),
  valeurs: (etat, contexte) => {
    const base = baseFacture(etat);
    return {
      date: formatJourSaisie(contexte.au),
      payeur: etat.financement?.financeurs[0] ?? "",
      minutes: base === null ? "" : formatDuree(base.signees),
      montant: base === null ? "" : formatMontant(base.montantSigne),
    };
  },
  decider: (etat, s) =>
    sauf(
      [
        pasAvant(s.date, jourDeLaFin(etat), "la fin du bilan"),
        etat.factures.some((f) => f.numero === s.numero) &&
          refus("numero", "Une autre facture porte déjà ce numéro."),
        s.autreNature === null &&
          (s.autreMontant ?? s.autreDuree) !== null &&
          refus("autreNature", "Dites ce que cette ligne fait payer."),
        s.autreNature !== null && s.autreMontant === null && refus("autreMontant", "Indiquez son montant."),
      ],
      () => [
        factureEmise.nouveau(s.date, {
          numero: s.numero,
          payeur: s.payeur,
          priseEnChargeDuReste: s.priseEnChargeDuReste,
          lignes: [
            { nature: "accompagnement", minutes: s.minutes, montant: s.montant },
            ...(s.autreNature === null
              ? []
              : [{ nature: s.autreNature, minutes: s.autreDuree ?? 0, montant: s.autreMontant ?? 0 }]),
          ],
        }),
      ],
    ),
});
