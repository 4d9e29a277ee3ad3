import { apres, chaqueSemaine, seances, TRAME_20H } from "../calendrier.ts";
import { type Dossier, fait } from "../dossier.ts";
import { CHERCHEUSE, SALARIEE } from "../gens.ts";
import { HORIZON, offre, RENNES } from "../organismes.ts";
import type { Paire } from "../paire.ts";
import { raconter } from "../recit.ts";
import { avec, changer, jourDe, proposant } from "../retouches.ts";

const rennes = raconter({
  reference: "2026-029",
  personne: "O. K., Chantepie",
  organisme: HORIZON,
  conseiller: "nadia",
  beneficiaire: SALARIEE,
  paiement: "cpf",
  offre: "rennes",
  seances: seances(TRAME_20H, { dates: chaqueSemaine("2026-03-17", 9), lieu: RENNES }),
  prix: 168_000,
});
const deNHeures = (heures: number) =>
  offre({
    id: `rennes-${heures}`,
    intitule: `Bilan de compétences à Rennes, ${heures} heures`,
    lieux: ["12 rue du Vau Saint-Germain, 35000 Rennes"],
    dureeMinutes: heures * 60,
    prix: heures * 7_500,
  });

/** Twenty hours agreed; the project was clear two hours earlier, which both wrote down and signed. */
function raccourci(facture: number): Dossier {
  const dates = chaqueSemaine("2026-02-26", 9);
  const dixHuit = TRAME_20H.filter((_, i) => i !== 6);
  const d = raconter({
    reference: "2026-017",
    personne: "N. A., Redon",
    organisme: HORIZON,
    conseiller: "paul",
    beneficiaire: CHERCHEUSE,
    paiement: "cpf",
    offre: "rennes",
    seances: seances(dixHuit, { dates, lieu: RENNES }),
    prix: 180_000,
  });
  const prevu = { duree: 1200, phases: { preliminaire: 210, investigation: 720, conclusion: 270 } };
  const cpf = {
    droits: 160_000,
    abondements: 0,
    participation: 0,
    exoneration: "demandeur_emploi",
    resteACharge: 20_000,
  };
  const ajuste = avec(
    changer(changer(d, "devis_emis", { ...prevu, prix: 180_000, cpf }), "document_suivi_arrete", {
      ...prevu,
      seances: 9,
    }),
    fait(dates[5]!, "duree_ajustee", {
      duree: 1080,
      motif: "le projet est clair après la sixième séance",
      signatures: [
        { par: "beneficiaire", le: dates[5] },
        { par: "conseiller", le: dates[5] },
      ],
    }),
  );
  const lignes = [{ nature: "accompagnement", minutes: 1080, montant: facture }];
  return changer(changer(ajuste, "service_fait_declare", { montantSimule: 162_000 }), "facture_emise", {
    lignes,
  });
}
const auProrata = raccourci(162_000);

export const q07: Paire[] = [
  {
    nom: "Q07-trois-offres-24-18-13",
    histoire: "Salariée à Rennes, CPF de 2026.",
    difference: "Le centre publie trois offres de 24, 18 et 13 heures, ou une seule, adaptée à chacun.",
    regles: ["C25"],
    nonConforme: proposant(rennes, deNHeures(18), deNHeures(13)),
    conforme: rennes,
  },
  {
    nom: "Q07-facture-au-forfait",
    histoire: "Demandeuse d’emploi, bilan prévu de 20 heures et complet en 18, durée réduite signée.",
    difference: "La facture demande le prix entier, ou le prorata du temps passé en face à face.",
    regles: ["C16"],
    nonConforme: raccourci(180_000),
    conforme: auProrata,
    au: apres(jourDe(auProrata, "facture_emise"), 1),
  },
];
