import { apres, chaqueSemaine, seances, TRAME_16H, TRAME_20H } from "../calendrier.ts";
import { type Dossier, fait } from "../dossier.ts";
import { OUVRIER, SALARIEE } from "../gens.ts";
import { ATELIER, HORIZON, LYON, RENNES } from "../organismes.ts";
import type { Paire } from "../paire.ts";
import { raconter } from "../recit.ts";
import { avec } from "../retouches.ts";

const prevues = chaqueSemaine("2026-01-08", 9);
const mutee = raconter({
  reference: "2026-001",
  personne: "I. Z., Rennes puis Brest",
  organisme: HORIZON,
  conseiller: "nadia",
  beneficiaire: SALARIEE,
  paiement: "cpf",
  offre: "rennes",
  seances: seances(TRAME_20H, { dates: prevues, lieu: RENNES }).map((s, i) =>
    i < 6 ? s : { ...s, initiale: s.date, date: apres(s.date, 35) },
  ),
  prix: 178_000,
});

function malade(preuve: string | null): Dossier {
  const dates = chaqueSemaine("2024-10-03", 8);
  const d = raconter({
    reference: "2024-070",
    personne: "A. G., Givors",
    organisme: ATELIER,
    conseiller: "paul",
    beneficiaire: OUVRIER,
    paiement: "cpf",
    offre: "lyon",
    seances: seances(TRAME_16H, { dates, lieu: LYON }).map((s, i) =>
      i < 4 ? s : { ...s, initiale: s.date, date: apres(s.date, 20) },
    ),
    prix: 190_000,
  });
  return avec(d, fait(apres(dates[4]!, -2), "evenement_survenu", { nature: "maladie", preuve }));
}

export const q10: Paire[] = [
  {
    nom: "Q10-sept-semaines-de-plus-sans-raison",
    histoire: "Salariée à Rennes, mutée pendant son bilan, CPF de janvier 2026.",
    difference:
      "Trois séances sont repoussées de sept semaines sans explication, ou avec la mutation et sa preuve.",
    regles: ["A07"],
    nonConforme: mutee,
    conforme: avec(
      mutee,
      fait(apres(prevues[6]!, -3), "evenement_survenu", {
        nature: "mutation",
        preuve: "avenant au contrat de travail",
      }),
    ),
  },
  {
    nom: "Q10-maladie-sans-justificatif",
    histoire: "Ouvrier malade pendant son bilan, CPF de 2024.",
    difference:
      "La maladie est notée sans justificatif, ou avec la nature du justificatif, jamais son contenu.",
    regles: ["A07"],
    nonConforme: malade(null),
    conforme: malade("arrêt de travail"),
  },
];
