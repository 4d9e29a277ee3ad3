import { jour } from "../../values/jour.ts";
import { cadreExemple } from "../exemple-cadre.ts";
import type { DonneesResultats } from "./donnees.ts";

export const exempleResultats: DonneesResultats = {
  ...cadreExemple,
  beneficiaire: "Camille Moreau",
  conseiller: "Nadia Benali",
  instruments: [
    {
      nomme: "Questionnaire d'intérêts professionnels",
      le: jour("2026-10-12"),
      par: "Nadia Benali",
      resultats:
        "Deux familles d'intérêts dominent :\n- l'ordre et la méthode ;\n- l'aide aux personnes.\n\nL'intérêt pour le commerce est faible : Camille le confirme.",
    },
    {
      nomme: "Mise en situation : contrôle de bulletins",
      le: jour("2026-10-26"),
      par: "Nadia Benali",
      resultats: "Onze écarts trouvés sur douze, en quarante minutes.",
    },
  ],
};
