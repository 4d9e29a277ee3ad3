import type { Etat, Seance } from "../../law/etat.ts";
import { estSignee } from "../../law/heures.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { defineActe } from "../acte.ts";
import { champAttestation, champChoix, champJour, champSelection, champTexte } from "../champ.ts";
import { seanceSignee } from "../faits/seances.ts";
import { optionsSeances } from "../options.ts";
import { optionsMoyenSignature } from "../options-deroulement.ts";
import { pasAvant, refus, sauf } from "../refus.ts";
import { pasAvantSaFin, seanceDe } from "../seances.ts";

const parties = [
  { valeur: "beneficiaire", libelle: "La personne" },
  { valeur: "conseiller", libelle: "Son conseiller" },
] as const;

const estASigner = (s: Seance) => s.statut === "tenue" && !estSignee(s);
const visee = (etat: Etat, cible: string | undefined) =>
  etat.seances.find((s) => estASigner(s) && s.id === cible) ?? etat.seances.find(estASigner);

export const signerSeance = defineActe({
  nom: "signerSeance",
  titre: "Signer une séance",
  chapeau:
    "Une signature à la fois, après la séance. Les heures signées des deux sont celles qui se facturent.",
  nature: "decision",
  champs: (etat) => ({
    seance: champSelection({ libelle: "Quelle séance", options: optionsSeances(etat, estASigner) }),
    date: champJour({ libelle: "Date de la signature" }),
    par: champChoix({ libelle: "Qui signe", options: parties }),
    moyen: champChoix({ libelle: "De quelle façon", options: optionsMoyenSignature }),
    nom: champTexte({
      libelle: "Prénom et nom de qui signe",
      aide: "À écrire par la personne qui signe, comme dans le dossier. Le dossier garde qui a signé, pas ce texte.",
    }),
    atteste: champAttestation({
      libelle: "J’atteste que cette séance a eu lieu, aux heures indiquées.",
      vide: "Cochez la case pour signer. Si ce n’est pas exact, corrigez d’abord la séance.",
    }),
  }),
  obstacle: (etat) =>
    etat.seances.some(estASigner)
      ? null
      : refus(
          undefined,
          "Aucune séance n’attend de signature.",
          "Cela devient possible quand une séance a été tenue.",
        ),
  valeurs: (etat, contexte) => {
    const s = visee(etat, contexte.cible);
    const signee = (par: "beneficiaire" | "conseiller") => s?.signatures.some((x) => x.par === par) === true;
    return {
      seance: s?.id ?? "",
      date: formatJourSaisie(contexte.au),
      par: signee("beneficiaire") ? "conseiller" : "beneficiaire",
      moyen: "appareil_du_conseiller",
    };
  },
  decider: (etat, { seance, date, par, moyen }, contexte) => {
    const s = seanceDe(etat, seance);
    return sauf(
      [
        pasAvant(date, s.date, "la séance"),
        pasAvantSaFin(s, contexte, "signez-la", "date"),
        s.signatures.some((x) => x.par === par) && refus("par", "Cette séance porte déjà cette signature."),
      ],
      () => [seanceSignee.nouveau(date, { seance, par, moyen })],
    );
  },
  // The counsellor who held it is the one whose signature it asks for.
  signe: (etat, { seance, par, nom }) => ({ nom, par, intervenant: seanceDe(etat, seance).intervenant }),
});
