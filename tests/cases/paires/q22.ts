import { ajouterJours, jour } from "../../../src/values/jour.ts";
import { apres, chaqueSemaine, seances, TRAME_20H, TRAME_24H } from "../calendrier.ts";
import { fait } from "../dossier.ts";
import { CHERCHEUSE, OUVRIER } from "../gens.ts";
import { ATELIER, HORIZON, LYON, PHARE, RENNES, SAINT_DENIS } from "../organismes.ts";
import { finDe, type Paire } from "../paire.ts";
import { raconter } from "../recit.ts";
import { avec, changer } from "../retouches.ts";

const rennes = raconter({
  reference: "2026-013",
  personne: "T. L., Guichen",
  organisme: HORIZON,
  conseiller: "paul",
  beneficiaire: OUVRIER,
  paiement: "employeur",
  offre: "rennes",
  objectif: "evolution",
  seances: seances(TRAME_20H, { dates: chaqueSemaine("2026-02-17", 9), lieu: RENNES, debut: () => "14:00" }),
  prix: 218_000,
});
const aLEmployeur = { document: "synthese", destinataire: "employeur" };
const communiquee = avec(rennes, fait(apres(finDe(rennes), 1), "document_communique", aLEmployeur));

const lyon = raconter({
  reference: "2024-052",
  personne: "E. B., Saint-Fons",
  organisme: ATELIER,
  conseiller: "ines",
  beneficiaire: OUVRIER,
  paiement: "opco",
  offre: "lyon",
  seances: seances(TRAME_24H, { dates: chaqueSemaine("2024-03-07", 12), lieu: LYON }),
  prix: 248_000,
});

const saintDenis = raconter({
  reference: "2026-016",
  personne: "P. M., Le Port",
  organisme: PHARE,
  conseiller: "lucie",
  beneficiaire: CHERCHEUSE,
  paiement: "france_travail",
  offre: "saint-denis",
  seances: seances(TRAME_20H, { dates: chaqueSemaine("2026-02-24", 9, "reunion"), lieu: SAINT_DENIS }),
  prix: 157_000,
});
const fin = finDe(saintDenis);
const auConseil = { document: "synthese", destinataire: "cep" };
const demandee = avec(
  saintDenis,
  fait(fin, "communication_autorisee", auConseil),
  fait(apres(fin, 4), "document_communique", auConseil),
);

export const q22: Paire[] = [
  {
    nom: "Q22-synthese-envoyee-a-l-employeur",
    histoire: "Ouvrier à Rennes, bilan payé par son employeur en 2026.",
    difference: "La synthèse part chez l’employeur sans l’accord de la personne, ou avec son accord.",
    regles: ["D10", "D11"],
    nonConforme: communiquee,
    conforme: avec(communiquee, fait(finDe(rennes), "communication_autorisee", aLEmployeur)),
    au: ajouterJours(jour(apres(finDe(rennes), 1)), 1),
  },
  {
    nom: "Q22-clause-qui-promet-la-synthese",
    histoire: "Ouvrier à Lyon, bilan payé par un opérateur de compétences en 2024.",
    difference: "La convention promet la synthèse à l’employeur, ou ne la promet à personne d’autre.",
    regles: ["D12"],
    nonConforme: changer(lyon, "convention_transmise", { clauseSynthese: true }),
    conforme: lyon,
  },
  {
    nom: "Q22-accord-retire-avant-l-envoi",
    histoire: "Demandeuse d’emploi à La Réunion ; la synthèse va à son conseil en évolution professionnelle.",
    difference: "La personne retire son accord avant l’envoi, ou le maintient.",
    regles: ["D10"],
    nonConforme: avec(demandee, fait(apres(fin, 2), "communication_revoquee", auConseil)),
    conforme: demandee,
    au: ajouterJours(jour(apres(fin, 4)), 1),
  },
];
