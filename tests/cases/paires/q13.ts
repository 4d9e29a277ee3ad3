import { chaqueSemaine, seances, TRAME_20H, TRAME_24H } from "../calendrier.ts";
import { AGENTE, SALARIEE } from "../gens.ts";
import { ATELIER, HORIZON, LYON, RENNES } from "../organismes.ts";
import type { Paire } from "../paire.ts";
import { raconter } from "../recit.ts";
import { changer } from "../retouches.ts";

const agente = raconter({
  reference: "2025-058",
  personne: "M.-L. P., Bruz",
  organisme: HORIZON,
  conseiller: "paul",
  beneficiaire: AGENTE,
  paiement: "employeur",
  financement: { surTempsDeTravail: false },
  offre: "rennes",
  objectif: "mobilite",
  seances: seances(TRAME_24H, { dates: chaqueSemaine("2025-03-04", 12), lieu: RENNES, debut: () => "17:30" }),
  prix: 240_000,
});

const lyon = raconter({
  reference: "2026-031",
  personne: "W. E., Écully",
  organisme: ATELIER,
  conseiller: "ines",
  beneficiaire: SALARIEE,
  paiement: "cpf",
  offre: "lyon",
  seances: seances(TRAME_20H, {
    dates: chaqueSemaine("2026-04-21", 9),
    lieu: LYON,
    modalite: (i) => (i === 4 ? "distanciel" : "presentiel"),
  }),
  prix: 174_000,
});

export const q13: Paire[] = [
  {
    nom: "Q13-synthese-sans-projet",
    histoire: "Agente territoriale, bilan payé par la mairie, convention à trois.",
    difference: "La synthèse tait le projet et ses étapes, ou dit les trois parties.",
    regles: ["D07"],
    nonConforme: changer(agente, "synthese_redigee", { parties: ["circonstances", "competences"] }),
    conforme: agente,
  },
  {
    nom: "Q13-element-personnel-dans-la-synthese",
    histoire: "Salariée à Lyon, CPF de 2026.",
    difference: "La relecture trouve dans la synthèse un élément strictement personnel, ou n’en trouve pas.",
    regles: ["D08"],
    nonConforme: changer(lyon, "synthese_redigee", { sansElementPersonnel: false }),
    conforme: lyon,
  },
];
