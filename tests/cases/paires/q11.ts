import { apres, chaqueSemaine, seances, TRAME_20H } from "../calendrier.ts";
import { type Dossier, fait } from "../dossier.ts";
import { OUVRIER, SALARIEE } from "../gens.ts";
import { ATELIER, HORIZON, LYON, RENNES } from "../organismes.ts";
import { finDe, type Paire } from "../paire.ts";
import { raconter } from "../recit.ts";
import { avec, changer } from "../retouches.ts";

const rennes = raconter({
  reference: "2026-040",
  personne: "Z. M., Janzé",
  organisme: HORIZON,
  conseiller: "paul",
  beneficiaire: OUVRIER,
  paiement: "cpf",
  offre: "rennes",
  seances: seances(TRAME_20H, { dates: chaqueSemaine("2026-05-19", 9), lieu: RENNES, debut: () => "17:00" }),
  prix: 159_000,
});

/** Nine sessions with a month between the fifth and the sixth, for a holiday. */
function avecUnMoisDePause(finAnnoncee: "oubliee" | "prevue"): Dossier {
  const dates = chaqueSemaine("2026-02-10", 9);
  const d = raconter({
    reference: "2026-011",
    personne: "E. R., Bron",
    organisme: ATELIER,
    conseiller: "ines",
    beneficiaire: SALARIEE,
    paiement: "cpf",
    offre: "lyon",
    seances: seances(TRAME_20H, { dates, lieu: LYON }).map((s, i) =>
      i < 5 ? s : { ...s, initiale: s.date, date: apres(s.date, 20) },
    ),
    prix: 173_000,
  });
  const note = avec(d, fait(apres(dates[5]!, -2), "evenement_survenu", { nature: "convenance" }));
  return finAnnoncee === "oubliee" ? note : changer(note, "document_suivi_arrete", { fin: finDe(d) });
}

export const q11: Paire[] = [
  {
    nom: "Q11-disponibilite-jamais-verifiee",
    histoire: "Ouvrier aux horaires décalés, CPF de 2026.",
    difference:
      "La disponibilité n’est pas vérifiée en phase préliminaire, ou elle l’est avec le calendrier.",
    regles: ["A18"],
    nonConforme: changer(rennes, "document_suivi_arrete", { disponibiliteVerifiee: false }),
    conforme: rennes,
  },
  {
    nom: "Q11-absence-previsible-oubliee",
    histoire: "Salariée absente un mois pour ses congés, CPF de 2026.",
    difference:
      "Le mois d’absence allonge le calendrier décidé, ou le calendrier le prévoyait dès le départ.",
    regles: ["A07"],
    nonConforme: avecUnMoisDePause("oubliee"),
    conforme: avecUnMoisDePause("prevue"),
  },
];
