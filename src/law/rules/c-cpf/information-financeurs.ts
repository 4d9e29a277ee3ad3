import { formatJour } from "../../../values/dates-fr.ts";
import { sansSuite } from "../../calcul/deroulement.ts";
import type { Etat, Financeur } from "../../etat.ts";
import { jourDeLaFin, jourDuDebut } from "../../reference-day.ts";
import { conforme, indetermine, nonConforme, sansObjet, type Verdict } from "../../verdict.ts";

/** Who pays without being one of the financing bodies: nobody else is to be told. */
const SANS_ORGANISME: ReadonlySet<Financeur> = new Set(["fonds_propres", "employeur", "conge_reclassement"]);

type Evenement = Etat["financeursInformes"][number]["evenement"];

/** Whether each body was told: EDOF does it for the CPF, a trace does it for the others. */
function informe(etat: Etat, declareDansEdof: boolean, ...evenements: Evenement[]): boolean {
  const payeurs = etat.financement?.financeurs ?? [];
  const autres = payeurs.some((f) => f !== "cpf" && !SANS_ORGANISME.has(f));
  if (payeurs.includes("cpf") && !declareDansEdof) return false;
  return !autres || etat.financeursInformes.some((i) => evenements.includes(i.evenement));
}

/** The financing bodies know the start, an interruption and the end (L6353-10). */
export function jugerInformation(etat: Etat): Verdict {
  const arret = sansSuite(etat);
  if (arret !== null) return sansObjet(arret);
  if (etat.financement === null) return indetermine("Qui finance le bilan.", { acte: "arreterFinancement" });
  const { financeurs } = etat.financement;
  if (financeurs.every((f) => SANS_ORGANISME.has(f))) {
    return sansObjet("Le bilan est payé par la personne ou l’employeur : aucun organisme n’est à informer.");
  }
  const debut = jourDuDebut(etat);
  const fin = jourDeLaFin(etat);
  const acteDuDebut =
    financeurs.includes("cpf") && etat.entree === null ? "declarerEntree" : "informerFinanceur";
  if (debut === null) return indetermine("Le début du bilan, à faire connaître au financeur.");
  if (!informe(etat, etat.entree !== null, "debut")) {
    return fin === null
      ? indetermine(`L’information du financeur : le bilan a commencé le ${formatJour(debut)}.`, {
          acte: acteDuDebut,
        })
      : nonConforme(
          `Le bilan a commencé le ${formatJour(debut)} et s’est achevé le ${formatJour(fin)} sans que le financeur ait su son début.`,
        );
  }
  if (fin === null) return conforme(`Le financeur sait que le bilan a commencé le ${formatJour(debut)}.`);
  const finConnue =
    etat.finAnticipee === null
      ? informe(etat, etat.serviceFait !== null, "fin")
      : informe(etat, etat.serviceFait !== null, "interruption", "fin");
  if (finConnue) return conforme(`Le financeur connaît le début et la fin, le ${formatJour(fin)}.`);
  const acte =
    financeurs.includes("cpf") && etat.serviceFait === null ? "declarerServiceFait" : "informerFinanceur";
  return etat.factures.length > 0
    ? nonConforme(`Une facture est émise, et le financeur n’a pas su la fin du ${formatJour(fin)}.`)
    : indetermine(`L’information du financeur : le bilan s’est achevé le ${formatJour(fin)}.`, { acte });
}
