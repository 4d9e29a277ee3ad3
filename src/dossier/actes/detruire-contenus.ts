import type { Etat } from "../../law/etat.ts";
import { jourDuDebut } from "../../law/reference-day.ts";
import { formatJour, formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champAttestation, champJour, champNombre, facultatif } from "../champ.ts";
import { contenusConservesDetruits, contenusDetruits } from "../faits/fin.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

const gardes = (etat: Etat) => etat.conservations.some((c) => c.detruitLe === null);

const NOMBRE = "Indiquez combien de documents ont été détruits.";

export const detruireContenus = defineActe({
  nom: "detruireContenus",
  titre: "Noter la destruction des documents de travail",
  chapeau:
    "Vos papiers et vos fichiers : notes, réponses, tests. Ce constat n’efface pas les textes saisis dans ce dossier.",
  nature: "constat",
  champs: {
    date: champJour({ libelle: "Date de la destruction", aide: "La loi la veut dès le terme du bilan." }),
    documents: facultatif(
      champNombre({
        libelle: "Nombre de documents détruits",
        aide: "Laissez vide pour ceux que la personne avait accepté de laisser en garde.",
        min: 0,
        max: 10_000,
      }),
    ),
    atteste: champAttestation({
      libelle: "J’atteste que ces documents sont détruits, copies comprises.",
      aide: "Gardez les preuves : devis, signatures de présence, reçu de la synthèse.",
    }),
  },
  obstacle: (etat) =>
    etat.destruction === null || gardes(etat)
      ? null
      : refus(undefined, `La destruction du ${formatJour(etat.destruction.date)} est déjà notée.`),
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (etat, { date, documents }) => {
    const premiere = etat.destruction === null;
    return sauf(
      [
        pasAvant(
          date,
          etat.destruction?.date ?? jourDuDebut(etat),
          premiere ? "le début du bilan" : "la première destruction",
        ),
        premiere && documents === null && refus("documents", NOMBRE),
      ],
      () =>
        premiere
          ? [contenusDetruits.nouveau(date, { documents: documents ?? 0 })]
          : [contenusConservesDetruits.nouveau(date, {})],
    );
  },
});
