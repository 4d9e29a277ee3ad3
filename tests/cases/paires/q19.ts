import { ajouterJours, jour } from "../../../src/values/jour.ts";
import { chaqueSemaine, seances, TRAME_20H } from "../calendrier.ts";
import { fait } from "../dossier.ts";
import { SALARIEE } from "../gens.ts";
import { HORIZON, RENNES } from "../organismes.ts";
import type { Paire } from "../paire.ts";
import { raconter } from "../recit.ts";
import { avec } from "../retouches.ts";

const controle = avec(
  raconter({
    reference: "2025-061",
    personne: "K. J., Combourg",
    organisme: HORIZON,
    conseiller: "nadia",
    beneficiaire: SALARIEE,
    paiement: "cpf",
    offre: "rennes",
    seances: seances(TRAME_20H, { dates: chaqueSemaine("2025-04-10", 9), lieu: RENNES }),
    prix: 188_000,
  }),
  fait("2026-02-10", "controle_ouvert", {
    organe: "cdc",
    echeance: "2026-03-10",
    pieces: [
      "emargements",
      "document_de_suivi",
      "questionnaire_preliminaire",
      "preuve_de_remise_de_la_synthese",
    ],
  }),
);
const effacees = "2026-02-20";

export const q19: Paire[] = [
  {
    nom: "Q19-preuves-supprimees-pendant-le-controle",
    histoire: "Salariée à Rennes, CPF de 2025 ; la Caisse des Dépôts ouvre un contrôle en février 2026.",
    difference: "Les preuves demandées sont supprimées dix jours après la lettre, ou envoyées dans le délai.",
    regles: ["D16"],
    nonConforme: avec(controle, fait(effacees, "preuves_detruites")),
    conforme: avec(
      controle,
      fait("2026-03-03", "controle_repondu", { preuve: "lettre recommandée et son avis de réception" }),
      fait("2026-06-18", "controle_clos"),
    ),
    au: ajouterJours(jour(effacees), 1),
  },
];
