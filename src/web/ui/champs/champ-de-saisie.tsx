import type { Champ } from "./champ.ts";
import { ChampCase, ChampChoix, ChampChoixMultiples, ChampSelection } from "./choix.tsx";
import { ChampContenu, ChampTexteLong } from "./texte-long.tsx";
import { ChampDuree, ChampHeure, ChampJour, ChampMontant, ChampNombre, ChampTexte } from "./une-ligne.tsx";

/** The field that a description asks for. */
export function ChampDeSaisie({ champ }: { champ: Champ }) {
  switch (champ.genre) {
    case "texte":
      return <ChampTexte {...champ} />;
    case "texteLong":
      return <ChampTexteLong {...champ} />;
    case "contenu":
      return <ChampContenu {...champ} />;
    case "jour":
      return <ChampJour {...champ} />;
    case "heure":
      return <ChampHeure {...champ} />;
    case "duree":
      return <ChampDuree {...champ} />;
    case "montant":
      return <ChampMontant {...champ} />;
    case "nombre":
      return <ChampNombre {...champ} />;
    case "choix":
      return <ChampChoix {...champ} />;
    case "choixMultiples":
      return <ChampChoixMultiples {...champ} />;
    case "selection":
      return <ChampSelection {...champ} />;
    case "case":
      return <ChampCase {...champ} />;
  }
}
