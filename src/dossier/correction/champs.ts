import type { Champs, Contexte } from "../acte.ts";
import {
  champChoix,
  champChoixMultiples,
  champDuree,
  champHeure,
  champJour,
  champMontant,
  champOuiNon,
  champSelection,
  champTexte,
  champTexteLong,
  facultatif,
} from "../champ.ts";
import { optionsThemes } from "../options-deroulement.ts";
import { corrigeables, optionsFaits } from "./corrigeables.ts";
import { type Donnee, modifiablesDe } from "./modifiables.ts";

const SEANCE = "Pour une séance seulement.";

const DONNEES = {
  jour: champJour({ libelle: "Nouvelle date de la séance", aide: SEANCE }),
  debut: champHeure({ libelle: "Nouvelle heure de début", aide: SEANCE }),
  fin: champHeure({ libelle: "Nouvelle heure de fin", aide: SEANCE }),
  duree: champDuree({ libelle: "Nouvelle durée", aide: "Entretien, séance, ajustement, heures déclarées." }),
  montant: champMontant({ libelle: "Nouveau montant", aide: "Versement, montant annoncé par EDOF." }),
  autreJour: champJour({
    libelle: "Autre date que dit ce fait",
    aide: "Entrée réelle, sortie réelle, début prévu, échéance.",
  }),
  preuve: champTexte({ libelle: "Preuve", aide: "Sa nature seulement, jamais ce qu’elle dit." }),
  forceMajeure: champOuiNon({
    libelle: "C’est un cas de force majeure",
    aide: "Pour la fin anticipée du bilan seulement.",
  }),
};

const themes = champChoixMultiples({ libelle: "Ce que vous avez travaillé", options: optionsThemes });

const quoi = [
  { valeur: "remplacer", libelle: "Il a eu lieu, mais autrement", aide: "Remplissez ce qui change." },
  { valeur: "annuler", libelle: "Il n’a pas eu lieu", aide: "Il ne compte plus. L’original reste lisible." },
] as const;

function champsDesDonnees() {
  const { jour, debut, fin, duree, montant, autreJour, preuve, forceMajeure } = DONNEES;
  return {
    jour: facultatif(jour),
    debut: facultatif(debut),
    fin: facultatif(fin),
    duree: facultatif(duree),
    montant: facultatif(montant),
    autreJour: facultatif(autreJour),
    preuve: facultatif(preuve),
    forceMajeure: facultatif(forceMajeure),
    themes,
  };
}

/** The fields of the pieces that this kind of fact has, under its own words. */
function seulement(type: string, donnees: Champs): Champs {
  const modifiables = modifiablesDe(type);
  return Object.fromEntries(
    Object.entries(donnees).flatMap(([cle, { aide: _aide, ...champ }]) => {
      const modifiable = modifiables[cle as Donnee];
      return modifiable === undefined ? [] : [[cle, { ...champ, libelle: modifiable.libelle }]];
    }),
  );
}

/** All the fields; when the link names a fact, only those that this fact has, and the others read as undefined. */
export function champsCorrection(contexte: Contexte) {
  const cible = corrigeables(contexte.faits).find((f) => f.id === contexte.cible);
  const donnees = champsDesDonnees();
  return {
    fait: champSelection({ libelle: "Quel fait est faux", options: optionsFaits(contexte.faits) }),
    quoi: champChoix({ libelle: "Ce qui est faux", options: quoi }),
    date: facultatif(
      champJour({ libelle: "Nouvelle date du fait", aide: "Laissez vide si la date est juste." }),
    ),
    ...(cible === undefined ? donnees : (seulement(cible.type, donnees) as typeof donnees)),
    motif: champTexteLong({
      libelle: "Pourquoi vous corrigez",
      aide: "Ce motif reste au journal, à côté de l’original.",
    }),
  };
}
