import { formatDuree, heures, minutes } from "../../../values/duree.ts";
import { jour } from "../../../values/jour.ts";
import { valeurAu } from "../../parameter.ts";
import { ecartDureeOffres } from "../../parameters/ecart-duree-offres.ts";
import { defineRule } from "../../rule.ts";
import { doublonsEdof } from "../../textes/edof.ts";
import { conforme, nonConforme, sansObjet } from "../../verdict.ts";
import { horsCpf } from "./cpf.ts";
import { offres, payePar } from "./exemples.ts";
import { catalogueInconnu, offresSemblables } from "./offres-semblables.ts";

const AVANT = "Avant le 7 avril 2022, aucun rejet des offres en doublon n’a été rapporté.";

export default defineRule({
  id: "C23",
  statement:
    "EDOF rejetterait deux offres de même modalité et de même lieu dont les durées diffèrent de moins de 10 heures.",
  gravite: "majeure",
  effet: "alerte",
  questions: ["Q7"],
  sources: [doublonsEdof],
  inForce: { from: jour("2022-04-07"), until: null, repere: "jour" },
  avant: AVANT,
  reserve: "Ce rejet par EDOF est rapporté par une seule source secondaire ; son texte n’a pas été lu.",
  remede: "une seule offre, dont la durée s’adapte, remplace les offres semblables.",
  evaluate: (etat, au) => {
    const inconnu = horsCpf(etat) ?? catalogueInconnu(etat);
    if (inconnu !== null) return inconnu;
    const ecart = valeurAu(ecartDureeOffres, au)?.value;
    if (ecart === undefined) return sansObjet(AVANT);
    for (const groupe of offresSemblables(etat)) {
      for (let i = 1; i < groupe.length; i += 1) {
        const [courte, longue] = [groupe[i - 1]!, groupe[i]!];
        if (longue.dureeMinutes - courte.dureeMinutes < ecart) {
          return nonConforme(
            `« ${courte.intitule} » (${formatDuree(courte.dureeMinutes)}) et « ${longue.intitule} » (${formatDuree(longue.dureeMinutes)}) feraient doublon dans EDOF.`,
          );
        }
      }
    }
    return conforme("Aucune offre n’en double une autre.");
  },
  examples: [
    { cas: "une seule offre", etat: {}, attendu: "conforme" },
    {
      cas: "24 h et 18 h au même lieu",
      etat: offres({ dureeMinutes: heures(24) }, { dureeMinutes: heures(18) }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "24 h et 14 h : dix heures d’écart",
      etat: offres({ dureeMinutes: heures(24) }, { dureeMinutes: heures(14) }),
      attendu: "conforme",
    },
    {
      cas: "une minute de moins que dix heures d’écart",
      etat: offres({ dureeMinutes: heures(24) }, { dureeMinutes: minutes(14 * 60 + 1) }),
      attendu: "non_conforme",
    },
    {
      cas: "24 h et 18 h en deux lieux",
      etat: offres(
        { dureeMinutes: heures(24) },
        { dureeMinutes: heures(18), lieux: ["3 quai du Port, 35400 Saint-Malo"] },
      ),
      attendu: "conforme",
    },
    {
      cas: "une offre hors CPF ne compte pas",
      etat: offres({ dureeMinutes: heures(24) }, { dureeMinutes: heures(18), cpf: false }),
      attendu: "conforme",
    },
    { cas: "catalogue inconnu", etat: offres(), attendu: "indetermine" },
    { cas: "bilan payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
  ],
});
