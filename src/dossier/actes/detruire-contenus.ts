import { accordsEchus } from "../../law/calcul/conservation-contenus.ts";
import type { Etat } from "../../law/etat.ts";
import { jourDuDebut } from "../../law/reference-day.ts";
import { formatJour, formatJourSaisie } from "../../values/dates-fr.ts";
import type { Jour } from "../../values/jour.ts";
import { type Contexte, defineActe } from "../acte.ts";
import { champAttestation, champJour, champNombre, facultatif } from "../champ.ts";
import { contenusNommes } from "../contenus-nommes.ts";
import type { FaitNouveau } from "../fait.ts";
import { contenusConservesDetruits, contenusDetruits } from "../faits/fin.ts";
import { pasAvant, refus, sauf } from "../refus.ts";

const gardes = (etat: Etat) => etat.conservations.filter((c) => c.detruitLe === null);

/**
 * What a destruction takes on that state. The first: all that no agreement keeps. After it: what an agreement that came to
 * its end kept alone, what was written since, or else all that is left.
 */
export function destructionDue(etat: Etat, date: Jour, documents: number): FaitNouveau {
  const echus = accordsEchus(etat, date);
  const premiere = etat.destruction === null;
  if (premiere || (etat.destruction?.ecritDepuis != null && echus.length === 0)) {
    return contenusDetruits.nouveau(date, { documents });
  }
  const accords = (echus.length > 0 ? echus : gardes(etat)).map((c) => c.fait);
  return contenusConservesDetruits.nouveau(date, { accords });
}

/** Texts lie here: they go on the day of the act, whatever day is typed. */
const aDesTextes = ({ faits }: Contexte) => faits.some((f) => contenusNommes(f.donnees).length > 0);

const AUJOURDHUI =
  "Les textes de ce dossier sont détruits aujourd’hui, et pas avant : indiquez la date d’aujourd’hui.";
const NOMBRE =
  "Indiquez combien de documents papier ou de fichiers à vous ont été détruits, 0 s’il n’y en a pas.";

export const detruireContenus = defineActe({
  nom: "detruireContenus",
  titre: "Détruire les contenus du bilan",
  chapeau:
    "Les textes et les fichiers scellés de ce dossier sont détruits tout de suite, et leur clé en quelques minutes. Personne ne pourra revenir en arrière.",
  nature: "constat",
  irreversible: true,
  champs: {
    date: champJour({
      libelle: "Date de la destruction",
      aide: "Aujourd’hui pour ce qui est dans Probant. Pour vos papiers : le jour où vous les avez détruits.",
    }),
    documents: facultatif(
      champNombre({
        libelle: "Vos papiers et vos fichiers détruits, hors de Probant",
        aide: "Combien : cahiers, tests sur papier, fichiers sur votre ordinateur. 0 s’il n’y en a pas. Laissez vide pour ce qu’un accord gardait.",
        min: 0,
        max: 10_000,
      }),
    ),
    atteste: champAttestation({
      libelle: "J’atteste que mes propres documents sont détruits, copies comprises.",
      aide: "Gardez les preuves : devis, signatures de présence, reçu de la synthèse.",
    }),
  },
  obstacle: (etat) =>
    etat.destruction === null || etat.destruction.ecritDepuis !== null || gardes(etat).length > 0
      ? null
      : refus(
          undefined,
          `La destruction du ${formatJour(etat.destruction.date)} est déjà notée, et rien n’a été écrit depuis.`,
          "Cela devient possible quand un nouveau texte est scellé au dossier.",
        ),
  valeurs: (_, contexte) => ({ date: formatJourSaisie(contexte.au) }),
  decider: (etat, { date, documents }, contexte) => {
    const premiere = etat.destruction === null;
    return sauf(
      [
        pasAvant(
          date,
          etat.destruction?.date ?? jourDuDebut(etat),
          premiere ? "le début du bilan" : "la première destruction",
        ),
        date < contexte.au && aDesTextes(contexte) && refus("date", AUJOURDHUI),
        premiere && documents === null && refus("documents", NOMBRE),
      ],
      () => [destructionDue(etat, date, documents ?? 0)],
    );
  },
});
