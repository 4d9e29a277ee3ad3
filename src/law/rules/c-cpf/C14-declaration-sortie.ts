import { formatJour } from "../../../values/dates-fr.ts";
import { type Jour, jour } from "../../../values/jour.ts";
import { echeanceOuvree } from "../../../values/jours-ouvres.ts";
import { derniereSeanceTenue, finPrevue } from "../../calcul/deroulement.ts";
import { parametreInconnu } from "../../calcul/parametre-inconnu.ts";
import type { Etat } from "../../etat.ts";
import { valeurAu } from "../../parameter.ts";
import { declarationSortie } from "../../parameters/declaration-sortie.ts";
import { defineRule } from "../../rule.ts";
import { lecture } from "../../sources.ts";
import { serviceFaitEdof } from "../../textes/edof.ts";
import { conforme, indetermine, nonConforme } from "../../verdict.ts";
import { sansCommandeVivante } from "./cpf.ts";
import { formatEcheance, retard } from "./delai.ts";
import { arrete, PAS_COMMENCE, payePar, serviceFait } from "./exemples.ts";

const DATE_EFFECTIVE =
  "La date de sortie réelle est, d’après notre lecture, celle du dernier rendez-vous ou de l’arrêt consigné.";

/** The last day on which the dossier says that something of the course happened. */
function dernierJour(etat: Etat): Jour | null {
  const jours = [derniereSeanceTenue(etat), etat.remise?.date ?? null, etat.finAnticipee?.date ?? null];
  return jours.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);
}

export default defineRule({
  id: "C14",
  statement:
    "La sortie et le service fait sont déclarés ensemble dans EDOF, à la date réelle, en 3 jours ouvrés.",
  gravite: "majeure",
  effet: "tache",
  questions: ["Q9"],
  sources: [
    serviceFaitEdof,
    lecture("La sortie réelle est le dernier rendez-vous, ou le jour de l’arrêt consigné"),
  ],
  inForce: { from: jour("2019-01-01"), until: null, repere: "fin" },
  remede: "la sortie et le service fait portent la date réelle et sont déclarés dans les trois jours ouvrés.",
  evaluate: (etat, au) => {
    const dehors = sansCommandeVivante(etat);
    if (dehors !== null) return dehors;
    const { territoire } = etat.organisme;
    const sortie = etat.serviceFait;
    if (sortie === null) {
      const fin = etat.finAnticipee?.date ?? etat.remise?.date ?? null;
      if (fin === null) {
        return indetermine("La fin du bilan, puis le service fait.", {
          echeance: finPrevue(etat),
          acte: "remettreSynthese",
        });
      }
      const delai = valeurAu(declarationSortie, fin)?.value;
      if (delai === undefined) return parametreInconnu(declarationSortie, fin);
      const tard = retard(fin, au, delai, territoire);
      if (tard !== null) {
        return nonConforme(
          `La sortie du ${formatJour(fin)} et le service fait étaient à déclarer au plus tard le ${formatJour(tard.le)}.`,
          tard.reserve,
        );
      }
      const echeance = echeanceOuvree(fin, delai, territoire);
      return indetermine(`La sortie du ${formatJour(fin)} et le service fait, ${formatEcheance(echeance)}.`, {
        echeance: echeance.le,
        acte: "declarerServiceFait",
      });
    }
    const { date, sortieLe } = sortie;
    if (date < sortieLe) {
      return nonConforme(
        `Sortie déclarée le ${formatJour(date)}, avant la sortie réelle du ${formatJour(sortieLe)}.`,
      );
    }
    const derniere = derniereSeanceTenue(etat);
    if (derniere !== null && derniere > sortieLe) {
      return nonConforme(
        `Une séance a eu lieu le ${formatJour(derniere)}, après la sortie déclarée au ${formatJour(sortieLe)}.`,
      );
    }
    const delai = valeurAu(declarationSortie, sortieLe)?.value;
    if (delai === undefined) return parametreInconnu(declarationSortie, sortieLe);
    const tard = retard(sortieLe, date, delai, territoire);
    if (tard !== null) {
      return nonConforme(
        `Sortie déclarée le ${formatJour(date)} : elle était à déclarer au plus tard le ${formatJour(tard.le)}.`,
        tard.reserve,
      );
    }
    const dernier = dernierJour(etat);
    if (dernier !== null && dernier < sortieLe) {
      return nonConforme(
        `Sortie déclarée au ${formatJour(sortieLe)}, alors que rien n’a eu lieu après le ${formatJour(dernier)}.`,
        DATE_EFFECTIVE,
      );
    }
    return conforme(`Sortie du ${formatJour(sortieLe)}, déclarée à temps avec le service fait.`);
  },
  examples: [
    { cas: "déclarée le lendemain", etat: {}, attendu: "conforme" },
    { cas: "le troisième jour ouvré", etat: serviceFait({ date: jour("2026-11-19") }), attendu: "conforme" },
    {
      cas: "le quatrième jour ouvré",
      etat: serviceFait({ date: jour("2026-11-20") }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "déclarée avant la sortie",
      etat: serviceFait({ date: jour("2026-11-13") }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "une séance après la sortie déclarée",
      etat: serviceFait({ sortieLe: jour("2026-11-13"), date: jour("2026-11-16") }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "sortie plus tardive que le dernier rendez-vous",
      etat: serviceFait({ sortieLe: jour("2026-11-17") }),
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "fini, à déclarer", etat: { serviceFait: null }, au: "2026-11-19", attendu: "indetermine" },
    { cas: "fini, délai passé", etat: { serviceFait: null }, au: "2026-11-20", attendu: "non_conforme" },
    { cas: "abandon à déclarer", etat: arrete({}), au: "2026-10-23", attendu: "indetermine" },
    { cas: "abandon non déclaré", etat: arrete({}), au: "2026-10-26", attendu: "non_conforme" },
    { cas: "pas encore fini", etat: PAS_COMMENCE, attendu: "indetermine" },
    { cas: "bilan payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
  ],
});
