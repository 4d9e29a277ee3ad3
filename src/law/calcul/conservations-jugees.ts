import { formatJour } from "../../values/dates-fr.ts";
import { type Jour, jour } from "../../values/jour.ts";
import type { Conservation, Etat } from "../etat.ts";
import { jourDeLaFin } from "../reference-day.ts";
import { conforme, indetermine, nonConforme, sansObjet, type Verdict } from "../verdict.ts";
import { finDeLaGarde, limiteDeConservation } from "./conservation-contenus.ts";
import { finPrevue } from "./deroulement.ts";
import { pire } from "./pire.ts";

const CHANGEMENT = jour("2023-12-31");
const TRANSITION =
  "La durée est passée d’un an à trois le 31 décembre 2023 : aucun texte lu ne règle un accord qui courait ce jour-là.";
const LECTURE_ETROITE =
  "Le texte peut se lire aussi comme permettant de garder toute synthèse : nous retenons la lecture la plus étroite.";
const APRES_LE_TERME =
  "Le texte exige un accord écrit sans dire quand il est signé ; la destruction étant due au terme, nous l’attendons avant.";
const RETRAIT =
  "Aucun texte lu ne règle le retrait de l’accord : nous lisons que la conservation cesse ce jour-là.";

/** An agreement under the one-year rule that was still running when three years came. */
export function traverseLeChangement(terme: Jour): boolean {
  return terme < CHANGEMENT && limiteDeConservation(terme).le >= CHANGEMENT;
}

function base(c: Conservation, etat: Etat, terme: Jour, au: Jour): Verdict | null {
  if (c.base === "communication_l6313_4") {
    if (c.documents.some((d) => d !== "synthese")) {
      return nonConforme(
        "Sans accord écrit pour un suivi, seule une synthèse communiquée peut être conservée.",
      );
    }
    const communiquee = etat.communications.some((x) => x.document === "synthese" && x.communiqueLe !== null);
    return communiquee
      ? null
      : nonConforme("La synthèse est conservée comme communiquée, et ne l’a pas été.", LECTURE_ETROITE);
  }
  if (c.signeLe === null) {
    return au > terme
      ? nonConforme("Des documents sont conservés sans accord écrit de la personne.")
      : indetermine("L’accord écrit de la personne pour conserver des documents.", {
          echeance: terme,
          acte: "autoriserConservation",
        });
  }
  if (c.signeLe <= terme) return null;
  return nonConforme(
    `L’accord n’a été signé que le ${formatJour(c.signeLe)}, après le terme.`,
    APRES_LE_TERME,
  );
}

function duree(c: Conservation, terme: Jour): Verdict | null {
  const { le, annees } = limiteDeConservation(terme);
  if (c.jusquAu <= le) return null;
  const limite = annees === 1 ? "plus d’un an" : `plus de ${annees} ans`;
  return nonConforme(
    `La conservation est convenue jusqu’au ${formatJour(c.jusquAu)}, ${limite} après le terme du ${formatJour(terme)}.`,
    traverseLeChangement(terme) ? TRANSITION : undefined,
  );
}

function fin(c: Conservation, terme: Jour, au: Jour): Verdict {
  // Withdrawn before the term, it kept nothing: what it would have kept goes with the rest.
  const garde = finDeLaGarde(c, terme);
  const le = garde < terme ? terme : garde;
  const reserve = c.retireLe === le ? RETRAIT : traverseLeChangement(terme) ? TRANSITION : undefined;
  const dus = `Les documents conservés devaient être détruits le ${formatJour(le)}`;
  if (c.detruitLe !== null) {
    return c.detruitLe > le
      ? nonConforme(`${dus} et ne l’ont été que le ${formatJour(c.detruitLe)}.`, reserve)
      : conforme(`Ce qui était conservé a été détruit le ${formatJour(c.detruitLe)}.`);
  }
  const suite = { echeance: le, acte: "detruireContenus" };
  if (au > le) return nonConforme(`${dus}.`, reserve, suite);
  if (au < le) return conforme(`La conservation court jusqu’au ${formatJour(le)}.`);
  return indetermine("La destruction de ce qui était conservé.", suite);
}

function jugerUne(c: Conservation, etat: Etat, au: Jour): Verdict[] {
  const terme = jourDeLaFin(etat);
  if (terme === null) {
    if (c.base === "communication_l6313_4" || c.signeLe !== null) {
      return [conforme(`La conservation est convenue jusqu’au ${formatJour(c.jusquAu)}.`)];
    }
    const suite = { echeance: finPrevue(etat), acte: "autoriserConservation" };
    return [indetermine("L’accord écrit de la personne pour conserver des documents.", suite)];
  }
  const verdicts = [base(c, etat, terme, au), duree(c, terme), fin(c, terme, au)];
  return verdicts.filter((v) => v !== null);
}

/** All that the organisation keeps after the term, held against R6313-7 al. 2 in the version of the term's day. */
export function jugerConservations(etat: Etat, au: Jour): Verdict {
  const rien = sansObjet("Rien n’est conservé après le terme.");
  if (etat.conservations.length === 0) return rien;
  return pire(
    etat.conservations.flatMap((c) => jugerUne(c, etat, au)),
    rien,
  );
}
