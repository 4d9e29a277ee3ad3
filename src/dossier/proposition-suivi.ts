import { devisDeReference } from "../law/calcul/devis-de-reference.ts";
import type { Etat, Seance } from "../law/etat.ts";
import { dureePrevue } from "../law/heures.ts";
import { formatJourSaisie } from "../values/dates-fr.ts";
import { formatDuree } from "../values/duree.ts";
import type { Jour } from "../values/jour.ts";
import { repartirPhases } from "./phases.ts";

function parDate(etat: Etat): Seance[] {
  return etat.seances
    .filter((s) => s.statut === "prevue" || s.statut === "tenue")
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

const saisie = (j: Jour | null | undefined) => (j == null ? "" : formatJourSaisie(j));

/** The form of a document de suivi: the last one or the devis, the length agreed since, and the sessions planned. */
export function valeursDuDocumentSuivi(etat: Etat): Record<string, string> {
  const seances = parDate(etat);
  const dernier = etat.documentsSuivi.at(-1);
  const modele = dernier ?? devisDeReference(etat);
  const jours = {
    debut: saisie(seances[0]?.date ?? dernier?.debut ?? etat.commande?.debutPrevu),
    fin: saisie(seances.length > 1 ? seances.at(-1)!.date : dernier?.fin),
    seances: seances.length > 1 ? String(seances.length) : String(dernier?.seances ?? ""),
  };
  const duree = dureePrevue(etat);
  if (modele === null || duree === null) return jours;
  const phases = repartirPhases(duree, modele.phases);
  return {
    ...jours,
    duree: formatDuree(duree),
    preliminaire: formatDuree(phases.preliminaire),
    investigation: formatDuree(phases.investigation),
    conclusion: formatDuree(phases.conclusion),
    modalite: modele.modalite,
  };
}
