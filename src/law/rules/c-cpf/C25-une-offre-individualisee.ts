import { formatDuree, heures } from "../../../values/duree.ts";
import { enumeration } from "../../calcul/phrases.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { AVANT_LES_REPONSES, REPONSES_OFFICIELLES } from "../../textes/nature.ts";
import { conforme, nonConforme } from "../../verdict.ts";
import { horsCpf } from "./cpf.ts";
import { offres, payePar } from "./exemples.ts";
import { catalogueInconnu, offresSemblables, sansJustification } from "./offres-semblables.ts";

const durees = (...h: number[]) => offres(...h.map((n) => ({ dureeMinutes: heures(n) })));

export default defineRule({
  id: "C25",
  statement:
    "Une seule offre individualisée, adaptée avec la personne, remplace les offres qui ne diffèrent que par leurs heures.",
  gravite: "mineure",
  effet: "alerte",
  questions: ["Q7", "Q8"],
  sources: [webinaire(7), webinaire(8)],
  inForce: { from: REPONSES_OFFICIELLES, until: null, repere: "jour" },
  avant: AVANT_LES_REPONSES,
  remede:
    "une seule offre de 24 h au plus s’adapte à chaque personne, ou chaque offre dit la modalité particulière qui la justifie.",
  evaluate: (etat) => {
    const inconnu = horsCpf(etat) ?? catalogueInconnu(etat);
    if (inconnu !== null) return inconnu;
    for (const groupe of offresSemblables(etat)) {
      const distinctes = new Set(sansJustification(groupe).map((o) => o.dureeMinutes));
      if (distinctes.size > 1) {
        return nonConforme(
          `Des offres de même modalité et de même lieu ne diffèrent que par leur durée : ${enumeration([...distinctes].map(formatDuree))}.`,
        );
      }
    }
    return conforme("Aucune offre ne diffère d’une autre par ses seules heures.");
  },
  examples: [
    { cas: "une seule offre de 24 h", etat: {}, attendu: "conforme" },
    { cas: "24 h, 18 h et 13 h", etat: durees(24, 18, 13), attendu: "non_conforme", reserve: false },
    {
      cas: "24 h et 13 h : l’écart ne change rien",
      etat: durees(24, 13),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "une seconde offre, plus courte, que justifie sa modalité particulière",
      etat: offres({}, { dureeMinutes: heures(18), justification: "séances du soir en langue des signes" }),
      attendu: "conforme",
    },
    {
      cas: "deux offres à distance de 24 h et 18 h",
      etat: offres(
        { modalite: "distanciel", lieux: [] },
        { modalite: "distanciel", lieux: [], dureeMinutes: heures(18) },
      ),
      attendu: "non_conforme",
    },
    {
      cas: "deux lieux et deux durées",
      etat: offres({}, { dureeMinutes: heures(18), lieux: ["3 quai du Port, 35400 Saint-Malo"] }),
      attendu: "conforme",
    },
    { cas: "catalogue inconnu", etat: offres(), attendu: "indetermine" },
    { cas: "bilan payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
  ],
});
