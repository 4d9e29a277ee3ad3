import { apres, chaqueSemaine, seances, TRAME_16H, TRAME_20H } from "../calendrier.ts";
import { fait } from "../dossier.ts";
import { CHERCHEUSE, SALARIEE } from "../gens.ts";
import { ATELIER, LYON, PHARE, SAINT_DENIS } from "../organismes.ts";
import type { Paire } from "../paire.ts";
import { raconter } from "../recit.ts";
import { avec, chez } from "../retouches.ts";

const saintDenis = raconter({
  reference: "2026-012",
  personne: "M. H., Saint-Denis",
  organisme: PHARE,
  conseiller: "lucie",
  beneficiaire: CHERCHEUSE,
  paiement: "france_travail",
  offre: "saint-denis",
  seances: seances(TRAME_16H, { dates: chaqueSemaine("2026-03-10", 8, "reunion"), lieu: SAINT_DENIS }),
  prix: 140_000,
});
const lucie = PHARE.intervenants![0]!;

const jours = chaqueSemaine("2026-03-05", 9);
const lyon = (intervenant: string) =>
  avec(
    raconter({
      reference: "2026-027",
      personne: "J. B., Villeurbanne",
      organisme: ATELIER,
      conseiller: "paul",
      beneficiaire: SALARIEE,
      paiement: "cpf",
      offre: "lyon",
      seances: seances(TRAME_20H, {
        dates: jours,
        lieu: LYON,
        modalite: (i) => (i % 3 === 1 ? "distanciel" : "presentiel"),
      }),
      prix: 170_000,
    }),
    fait(apres(jours[3]!, 2), "test_utilise", {
      instrument: "Inventaire de personnalité IP-9",
      reserve: "psychologue",
      intervenant,
      consentement: true,
    }),
  );

export const q01: Paire[] = [
  {
    nom: "Q01-competences-sans-preuve",
    histoire: "Demandeuse d’emploi à La Réunion, bilan payé par France Travail.",
    difference:
      "La compétence en orientation de la seule conseillère n’est pas au dossier ; aucun diplôme n’est exigé.",
    regles: ["A22"],
    nonConforme: chez(saintDenis, { intervenants: [{ ...lucie, competences: [] }] }),
    conforme: saintDenis,
  },
  {
    nom: "Q01-test-reserve-aux-psychologues",
    histoire: "Salariée à Lyon, CPF de 2026, séances en présence et à distance.",
    difference:
      "Un test réservé aux psychologues est utilisé par un conseiller sans ce titre, ou par la psychologue.",
    regles: ["A23"],
    nonConforme: lyon("paul"),
    conforme: lyon("ines"),
  },
];
