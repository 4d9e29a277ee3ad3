import { apres, chaqueSemaine, seances, TRAME_16H, TRAME_20H } from "../calendrier.ts";
import { OUVRIER, SALARIEE } from "../gens.ts";
import { HORIZON, PHARE, RENNES, SAINT_DENIS } from "../organismes.ts";
import type { Paire } from "../paire.ts";
import { type Histoire, raconter } from "../recit.ts";

/** Two sessions a day, in the morning and in the afternoon. */
const deuxParJour = (jours: readonly string[]): string[] => jours.flatMap((j) => [j, j]);
const matinEtApresMidi = (i: number): string => (i % 2 === 0 ? "09:00" : "13:30");

const ramasse = (dates: string[]) =>
  raconter({
    reference: "2025-047",
    personne: "G. N., Sainte-Marie",
    organisme: PHARE,
    conseiller: "lucie",
    beneficiaire: OUVRIER,
    paiement: "opco",
    offre: "saint-denis",
    seances: seances(TRAME_16H, { dates, lieu: SAINT_DENIS, debut: matinEtApresMidi }),
    prix: 150_000,
  });

/** One session a week, the last two put off by `semaines`. */
function etire(semaines: number) {
  const prevues = chaqueSemaine("2026-01-13", 9);
  const histoire: Histoire = {
    reference: "2026-002",
    personne: "V. C., Betton",
    organisme: HORIZON,
    conseiller: "nadia",
    beneficiaire: SALARIEE,
    paiement: "cpf",
    offre: "rennes",
    seances: seances(TRAME_20H, { dates: prevues, lieu: RENNES }).map((s, i) =>
      i < 7 || semaines === 0 ? s : { ...s, initiale: s.date, date: apres(s.date, 5 * semaines) },
    ),
    prix: 172_000,
  };
  return raconter(histoire);
}

export const q05: Paire[] = [
  {
    nom: "Q05-quatre-journees-de-suite",
    histoire: "Ouvrier à La Réunion, bilan payé par un opérateur de compétences en 2025, 16 heures.",
    difference:
      "Les séances tiennent en quatre journées qui se suivent, ou en quatre journées sur quatre semaines.",
    regles: ["A06"],
    nonConforme: ramasse(deuxParJour(["2025-10-06", "2025-10-07", "2025-10-08", "2025-10-09"])),
    conforme: ramasse(deuxParJour(["2025-10-06", "2025-10-13", "2025-10-20", "2025-10-27"])),
  },
  {
    nom: "Q05-quatre-mois-de-plus",
    histoire: "Salariée à Rennes, CPF demandé avant les règles de février 2026.",
    difference:
      "Les deux dernières séances sont repoussées de quatre mois sans raison, ou tenues à leur date.",
    regles: ["A07"],
    nonConforme: etire(17),
    conforme: etire(0),
  },
];
