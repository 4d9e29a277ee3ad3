import { estEngage } from "../../dossier/etape.ts";
import { PHASES_NUMEROTEES } from "../../dossier/options.ts";
import type { Etat, Seance } from "../../law/etat.ts";
import { minutesFaites } from "../../law/heures.ts";
import { formatJourCourt } from "../../values/dates-fr.ts";
import { formatDuree } from "../../values/duree.ts";
import { PHASES } from "../../values/phase.ts";
import type { Etape } from "../ui/phases.tsx";

function etendue(seances: readonly Seance[]): string[] {
  if (seances.length === 0) return [];
  const dates = seances.map((s) => s.date).sort();
  const [premier, dernier] = [dates[0]!, dates.at(-1)!];
  const jours =
    premier === dernier
      ? formatJourCourt(premier)
      : `${formatJourCourt(premier)} au ${formatJourCourt(dernier)}`;
  const faites = minutesFaites(seances);
  return [faites === 0 ? "prévue" : `${formatDuree(faites)} faites`, jours];
}

/** Before, the three legal phases, after: what is done, where the dossier stands, what comes. */
export function etapesDuDossier(etat: Etat): Etape[] {
  const fini = etat.remise !== null || etat.finAnticipee !== null;
  const courante = fini
    ? -1
    : PHASES.findLastIndex((p) => etat.seances.some((s) => s.phase === p && s.statut === "tenue"));
  const commence = courante >= 0 || fini;
  const engage = estEngage(etat);
  const phases = PHASES.map((p, i): Etape => {
    const siennes = etat.seances.filter(
      (s) => s.phase === p && (s.statut === "tenue" || s.statut === "prevue"),
    );
    const aVecu = siennes.some((s) => s.statut === "tenue");
    const position = fini
      ? aVecu
        ? "faite"
        : "avenir"
      : i < courante
        ? "faite"
        : i === courante
          ? "courante"
          : "avenir";
    return { titre: PHASES_NUMEROTEES[p], etat: position, lignes: etendue(siennes) };
  });
  return [
    {
      titre: "Avant",
      etat: commence || engage ? "faite" : "courante",
      lignes: [
        etat.entretien === null
          ? "Entretien, devis, commande"
          : `Entretien le ${formatJourCourt(etat.entretien.date)}`,
      ],
    },
    ...phases,
    {
      titre: "Après",
      etat: fini ? (etat.serviceFait !== null && etat.destruction !== null ? "faite" : "courante") : "avenir",
      lignes: ["Sortie, destruction, suivi"],
    },
  ];
}
