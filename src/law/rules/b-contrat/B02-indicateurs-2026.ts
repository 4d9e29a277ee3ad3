import { jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { defineRule } from "../../rule.ts";
import { DEBUT_REFERENTIEL_2026, referentielQualite2026 } from "../../textes/contrat.ts";
import { nonConforme } from "../../verdict.ts";
import { organisme } from "./exemples.ts";
import { TENU_A_L_AUDIT } from "./fiche-publique.ts";
import { indicateursPublies, sansContexte } from "./indicateurs.ts";

const publie = BILAN.organisme.indicateurs[0]!;

export default defineRule({
  id: "B02",
  statement: "Des indicateurs de résultats sont publiés, chacun avec la façon dont il est calculé.",
  gravite: "majeure",
  effet: "tache",
  questions: [],
  sources: [referentielQualite2026],
  inForce: { from: DEBUT_REFERENTIEL_2026, until: null, repere: "demande" },
  remede: "chaque résultat publié dit sa méthode de calcul, sa période et combien de personnes il compte.",
  evaluate: (etat, au) =>
    indicateursPublies(etat, au, (i) =>
      i.methode === null
        ? nonConforme(
            `L’indicateur « ${i.nom} » est publié sans dire comment il est calculé, ni sur quel dispositif existant il repose.`,
            TENU_A_L_AUDIT,
          )
        : sansContexte(i),
    ),
  examples: [
    { cas: "un taux, sa méthode, sa période, son effectif", etat: {}, attendu: "conforme" },
    {
      cas: "un taux sans méthode",
      etat: organisme({ indicateurs: [{ ...publie, methode: null }] }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "rien de publié, un an après la première certification",
      etat: organisme({ indicateurs: [] }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "un taux sans période",
      etat: organisme({ indicateurs: [{ ...publie, periode: null }] }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "première année de certification",
      etat: organisme({
        indicateurs: [],
        certificats: [{ ...BILAN.organisme.certificats[0]!, du: jour("2026-06-01") }],
      }),
      attendu: "indetermine",
    },
  ],
});
