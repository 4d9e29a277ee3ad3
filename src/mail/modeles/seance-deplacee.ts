import { rendre } from "../blocs.ts";
import { blocDuRendezVous } from "./convocation.ts";
import {
  definirModele,
  expediteurDe,
  prenomDe,
  quand,
  sCadre,
  signatureDe,
  sRendezVous,
  sujetDe,
} from "./modele.ts";

const schema = sCadre.extend({
  ancien: sRendezVous.pick({ jour: true, debut: true }),
  rendezVous: sRendezVous,
});

/** An appointment moved. */
export const seanceDeplacee = definirModele({
  nom: "seance-deplacee",
  titre: "Rendez-vous déplacé",
  schema,
  expediteur: expediteurDe,
  rendre: (donnees) => {
    const { discretion, conseiller, ancien, rendezVous } = donnees;
    const avec = discretion ? prenomDe(conseiller) : conseiller;
    return rendre(sujetDe(donnees, `Rendez-vous déplacé au ${quand(rendezVous.jour, rendezVous.debut)}`), [
      { phrase: "Bonjour," },
      {
        phrase: `Votre rendez-vous du ${quand(ancien.jour, ancien.debut)} avec ${avec} est déplacé. Voici le nouveau\u00a0:`,
      },
      blocDuRendezVous(rendezVous),
      { phrase: "Si ce moment ne vous convient pas, répondez à ce message." },
      signatureDe(donnees),
    ]);
  },
});
