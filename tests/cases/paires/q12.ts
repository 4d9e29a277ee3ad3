import { apres, chaqueSemaine, seances, TRAME_20H } from "../calendrier.ts";
import { fait } from "../dossier.ts";
import { SALARIEE } from "../gens.ts";
import { HORIZON, RENNES } from "../organismes.ts";
import { finDe, type Paire } from "../paire.ts";
import { raconter } from "../recit.ts";
import { avec, changer, laSeance } from "../retouches.ts";

const rennes = raconter({
  reference: "2026-025",
  personne: "U. D., Bain",
  organisme: HORIZON,
  conseiller: "nadia",
  beneficiaire: SALARIEE,
  paiement: "cpf",
  offre: "rennes",
  objectif: "recherche_emploi",
  seances: seances(TRAME_20H, { dates: chaqueSemaine("2026-03-11", 9), lieu: RENNES }),
  prix: 164_000,
});

export const q12: Paire[] = [
  {
    nom: "Q12-une-seance-pour-le-cv",
    histoire: "Salariée qui cherchera un emploi, CPF de 2026.",
    difference: "La septième séance sert à écrire le CV, ou cette aide est convenue à part, après le bilan.",
    regles: ["A19"],
    nonConforme: changer(rennes, "seance_tenue", { themes: ["cv_lettre"] }, laSeance("s7")),
    conforme: avec(
      rennes,
      fait(apres(finDe(rennes), 2), "prestation_convenue", {
        nature: "cv_lettre",
        financeur: "la personne",
      }),
    ),
  },
];
