import type { Etat, Phase, Theme } from "../law/etat.ts";
import type { Contexte, Repli, Saisis } from "./acte.ts";
import {
  champChoix,
  champChoixMultiples,
  champContenu,
  champDuree,
  champHeure,
  champJour,
  champOuiNon,
  champSelection,
  champTexte,
  facultatif,
} from "./champ.ts";
import { optionsIntervenants, optionsPhase, optionsSeances, optionsTenue } from "./options.ts";
import { optionsThemes } from "./options-deroulement.ts";
import { estPrevue, seanceVisee } from "./seances-prevues.ts";

/** The choice of a session that nobody had planned. */
export const NON_PREVUE = "non_prevue";

/** What each phase is for (R6313-4): a session of it is most often about these. */
const THEMES_DE_LA_PHASE: Readonly<Record<Phase, readonly Theme[]>> = {
  preliminaire: ["analyse_demande", "analyse_besoin", "format", "modalites"],
  investigation: [
    "parcours",
    "competences",
    "motivations",
    "interets",
    "marche_emploi",
    "enquete_metier",
    "projet",
    "alternatives",
  ],
  conclusion: ["resultats_detailles", "conditions_moyens", "etapes", "suivi", "synthese"],
};

/** The themes of that phase, then the others. */
const themesDAbord = (phase: Phase) =>
  optionsThemes.map((o) => ({ ...o, autre: !THEMES_DE_LA_PHASE[phase].includes(o.valeur) }));

/** What a planned session tells already: read in one line, and opened by whoever has something to change. */
const DEJA_DIT = ["date", "debut", "fin", "fait", "phase", "modalite", "lieu", "intervenant", "individuelle"];
const RAREMENT = ["fait", "intervenant", "individuelle"];

/** What is folded away: all that its planning said, or what a session that nobody planned rarely needs. */
export function repliDeLaSeance(valeurs: Saisis): Repli {
  const dit = (nom: string) => String(valeurs[nom] ?? "");
  return valeurs.seance === NON_PREVUE
    ? { resume: "Le temps passé, avec qui, et seule ou non", champs: RAREMENT }
    : {
        resume: `Le ${dit("date")}, ${dit("debut")} à ${dit("fin")}, ${dit("lieu")}. Changer`,
        champs: DEJA_DIT,
      };
}

/** The questions on a session that took place, on the one that the address names or the next. */
export function champsSeanceTenue(etat: Etat, contexte: Contexte) {
  const phase = seanceVisee(etat, contexte)?.phase ?? etat.seances.at(-1)?.phase ?? "preliminaire";
  return {
    seance: champSelection({
      libelle: "Quelle séance",
      options: [
        ...optionsSeances(etat, estPrevue),
        { valeur: NON_PREVUE, libelle: "Une séance qui n’était pas prévue" },
      ],
    }),
    date: champJour({ libelle: "Date" }),
    debut: champHeure({ libelle: "Début" }),
    fin: champHeure({ libelle: "Fin" }),
    fait: facultatif(
      champDuree({
        libelle: "Temps passé ensemble",
        aide: "Sans les pauses. Laissez vide si toute la séance a été passée ensemble.",
      }),
    ),
    phase: champChoix({ libelle: "Phase", options: optionsPhase }),
    modalite: champChoix({ libelle: "Comment", options: optionsTenue }),
    lieu: champTexte({ libelle: "Lieu ou lien de connexion" }),
    intervenant: champSelection({ libelle: "Avec qui", options: optionsIntervenants(etat) }),
    individuelle: champOuiNon({
      libelle: "La personne était seule avec vous",
      aide: "Un temps collectif est possible, mais la conclusion est toujours individuelle.",
    }),
    themes: champChoixMultiples({
      libelle: "Ce que vous avez travaillé",
      min: 1,
      vide: "Cochez au moins un thème.",
      options: themesDAbord(phase),
    }),
    notes: champContenu({
      libelle: "Vos notes",
      aide: "Elles sont scellées. Vous seul et la personne pourrez les lire.",
    }),
  };
}
