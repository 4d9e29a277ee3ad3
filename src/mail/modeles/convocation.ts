import { formatDuree, type Minutes } from "../../values/duree.ts";
import { type Bloc, rendre } from "../blocs.ts";
import {
  definirModele,
  expediteurDe,
  prenomDe,
  quand,
  type RendezVous,
  sCadre,
  signatureDe,
  sRendezVous,
  sujetDe,
} from "./modele.ts";

const schema = sCadre.extend({ rendezVous: sRendezVous });

/** The next appointment. */
export const convocation = definirModele({
  nom: "convocation",
  titre: "Convocation",
  schema,
  expediteur: expediteurDe,
  rendre: (donnees) => {
    const { discretion, conseiller, rendezVous } = donnees;
    const { jour, debut } = rendezVous;
    const avec = discretion ? prenomDe(conseiller) : conseiller;
    return rendre(sujetDe(donnees, `Votre rendez-vous du ${quand(jour, debut)}`), [
      { phrase: "Bonjour," },
      { phrase: `Votre prochain rendez-vous avec ${avec}\u00a0:` },
      blocDuRendezVous(rendezVous),
      { phrase: "Si vous ne pouvez pas venir, répondez à ce message." },
      signatureDe(donnees),
    ]);
  },
});

/** Day, hour, length and place, one line each. */
export function blocDuRendezVous({ jour, debut, dureeMinutes, ou }: RendezVous): Bloc {
  return {
    lignes: [
      ["Quand", quand(jour, debut)],
      ["Durée", formatDuree(dureeMinutes as Minutes)],
      ["Où", ou],
    ],
  };
}
