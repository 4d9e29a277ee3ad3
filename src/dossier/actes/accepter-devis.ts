import type { Etat } from "../../law/etat.ts";
import { formatJourCourt, formatJourSaisie } from "../../values/dates-fr.ts";
import { formatDuree } from "../../values/duree.ts";
import { formatMontant } from "../../values/montant.ts";
import { defineActe } from "../acte.ts";
import { champJour, champSelection } from "../champ.ts";
import { devisAccepte } from "../faits/financement.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

const enAttente = (etat: Etat) => etat.devis.filter((d) => d.accepteLe === null);

export const accepterDevis = defineActe({
  nom: "accepterDevis",
  titre: "Noter l’accord sur le devis",
  chapeau: "La personne accepte un devis. C’est celui qui compte ensuite pour le prix.",
  nature: "decision",
  champs: (etat) => ({
    date: champJour({ libelle: "Date de l’accord" }),
    version: champSelection({
      libelle: "Quel devis",
      options: enAttente(etat).map((d) => ({
        valeur: String(d.version),
        libelle: `Devis ${d.version} du ${formatJourCourt(d.date)} : ${formatDuree(d.duree)}, ${formatMontant(d.prix)}`,
      })),
    }),
  }),
  obstacle: (etat) =>
    enAttente(etat).length > 0
      ? null
      : refus(
          undefined,
          "Aucun devis n’attend d’accord.",
          "Cela devient possible quand un devis a été remis à la personne.",
        ),
  valeurs: (etat, contexte) => ({
    date: formatJourSaisie(contexte.au),
    version: String(enAttente(etat).at(-1)?.version ?? ""),
  }),
  decider: (etat, { date, version }) =>
    sauf([pasAvant(date, etat.devis.find((d) => String(d.version) === version)?.date, "le devis")], () => [
      devisAccepte.nouveau(date, { version: Number(version) }),
    ]),
});
