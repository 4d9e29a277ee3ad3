import { formatJour } from "../../../values/dates-fr.ts";
import { jour } from "../../../values/jour.ts";
import { echeanceOuvree } from "../../../values/jours-ouvres.ts";
import { PHASES } from "../../../values/phase.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { parametreInconnu } from "../../calcul/parametre-inconnu.ts";
import { premiereSeance } from "../../calcul/premiere-seance.ts";
import type { Etat } from "../../etat.ts";
import { valeurAu } from "../../parameter.ts";
import { declarationEntree } from "../../parameters/declaration-entree.ts";
import { defineRule } from "../../rule.ts";
import { entreeEnFormation } from "../../textes/edof.ts";
import { conforme, indetermine, nonConforme } from "../../verdict.ts";
import { sansCommandeVivante } from "./cpf.ts";
import { formatEcheance, retard } from "./delai.ts";
import { PAS_COMMENCE, payePar } from "./exemples.ts";

const PREMIERE_ACTIVITE =
  "Une première activité à distance, prouvée, vaut entrée ; vérifiez que la preuve consignée est de cette nature.";

const entree = (e: Partial<NonNullable<Etat["entree"]>>): Partial<Etat> => ({
  entree: { ...BILAN.entree!, ...e },
});

export default defineRule({
  id: "C13",
  statement:
    "L’entrée est déclarée dans EDOF à sa date réelle, en 3 jours ouvrés, avec sa preuve ; elle est irréversible.",
  gravite: "critique",
  effet: "tache",
  questions: [],
  sources: [entreeEnFormation],
  inForce: { from: jour("2019-01-01"), until: null, repere: "demande" },
  remede: "la date déclarée est celle de la première séance, avec l’émargement pour preuve.",
  evaluate: (etat, au) => {
    const dehors = sansCommandeVivante(etat);
    if (dehors !== null) return dehors;
    const { territoire } = etat.organisme;
    const premiere = premiereSeance(etat, "tenue", PHASES)?.date ?? null;
    if (etat.entree === null) {
      if (premiere === null) {
        return indetermine("L’entrée, à déclarer quand la première séance aura eu lieu.", {
          acte: "tenirSeance",
        });
      }
      const delai = valeurAu(declarationEntree, premiere)?.value;
      if (delai === undefined) return parametreInconnu(declarationEntree, premiere);
      const tard = retard(premiere, au, delai, territoire);
      if (tard !== null) {
        return nonConforme(
          `L’entrée du ${formatJour(premiere)} était à déclarer dans EDOF au plus tard le ${formatJour(tard.le)}.`,
          tard.reserve,
        );
      }
      const echeance = echeanceOuvree(premiere, delai, territoire);
      return indetermine(
        `La déclaration d’entrée du ${formatJour(premiere)}, ${formatEcheance(echeance)}. Elle est irréversible.`,
        { echeance: echeance.le, acte: "declarerEntree" },
      );
    }
    const { date, effectiveLe, preuve } = etat.entree;
    if (date < effectiveLe) {
      return nonConforme(
        `L’entrée a été déclarée le ${formatJour(date)}, avant l’entrée réelle du ${formatJour(effectiveLe)}.`,
      );
    }
    if (premiere !== null && effectiveLe > premiere) {
      return nonConforme(
        `Entrée déclarée au ${formatJour(effectiveLe)}, alors que la première séance est du ${formatJour(premiere)}.`,
      );
    }
    if (preuve === null || preuve.trim() === "") {
      return nonConforme(`Aucune preuve n’accompagne l’entrée déclarée au ${formatJour(effectiveLe)}.`);
    }
    if (premiere !== null && effectiveLe < premiere) {
      return nonConforme(
        `Entrée déclarée au ${formatJour(effectiveLe)}, avant la première séance du ${formatJour(premiere)}.`,
        PREMIERE_ACTIVITE,
      );
    }
    const delai = valeurAu(declarationEntree, effectiveLe)?.value;
    if (delai === undefined) return parametreInconnu(declarationEntree, effectiveLe);
    const tard = retard(effectiveLe, date, delai, territoire);
    return tard === null
      ? conforme(`Entrée du ${formatJour(effectiveLe)}, déclarée à temps le ${formatJour(date)}.`)
      : nonConforme(
          `Entrée déclarée le ${formatJour(date)} : elle était à déclarer au plus tard le ${formatJour(tard.le)}.`,
          tard.reserve,
        );
  },
  examples: [
    { cas: "déclarée le lendemain, émargement joint", etat: {}, attendu: "conforme" },
    { cas: "le troisième jour ouvré", etat: entree({ date: jour("2026-10-01") }), attendu: "conforme" },
    {
      cas: "le quatrième jour ouvré",
      etat: entree({ date: jour("2026-10-02") }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "déclarée avant l’entrée réelle",
      etat: entree({ date: jour("2026-09-25") }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "une autre date que celle de la première séance",
      etat: entree({ effectiveLe: jour("2026-09-29") }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "une première activité à distance avant la première séance",
      etat: entree({ effectiveLe: jour("2026-09-25"), preuve: "connexion et questionnaire rendu" }),
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "sans preuve", etat: entree({ preuve: null }), attendu: "non_conforme", reserve: false },
    {
      cas: "première séance tenue, déclaration à faire",
      etat: { entree: null },
      au: "2026-10-01",
      attendu: "indetermine",
    },
    { cas: "délai passé", etat: { entree: null }, au: "2026-10-02", attendu: "non_conforme" },
    { cas: "pas encore commencé", etat: PAS_COMMENCE, attendu: "indetermine" },
    { cas: "bilan payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
  ],
});
