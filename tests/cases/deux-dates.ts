import { ajouterJours, parseJour } from "../../src/values/jour.ts";
import { apres, chaqueSemaine, seances, TRAME_20H } from "./calendrier.ts";
import { type Dossier, fait } from "./dossier.ts";
import { SALARIEE } from "./gens.ts";
import { HORIZON, RENNES } from "./organismes.ts";
import { finDe } from "./paire.ts";
import { raconter } from "./recit.ts";
import { avec, changer, dater, jourDe } from "./retouches.ts";

/** Weeks, so that a Tuesday stays a Tuesday: the request of 1 September 2026 becomes that of 28 February 2023. */
const ECART = -7 * 182;

/** The same value, every day in it `n` days later. */
function decaler<T>(valeur: T, n: number): T {
  return JSON.parse(JSON.stringify(valeur), (_cle, v: unknown) => {
    const lu = typeof v === "string" ? parseJour(v) : null;
    return lu === null ? v : ajouterJours(lu, n);
  }) as T;
}

/**
 * A second bilan two years after the first, 1 900 € of rights, two hours of personal work on the invoice, and the
 * synthesis kept for three years by a written agreement: what the law allowed of it depends on its year.
 */
function deNovembre2026(): Dossier {
  const d = raconter({
    reference: "2026-064",
    personne: "M. G., Rennes",
    organisme: HORIZON,
    conseiller: "nadia",
    beneficiaire: SALARIEE,
    paiement: "cpf",
    financement: { bilanAnterieur: { declare: "oui", financeur: "cpf", financeLe: "2024-09-10" } },
    offre: "rennes",
    seances: seances(TRAME_20H, { dates: chaqueSemaine("2026-09-10", 9), lieu: RENNES }),
    prix: 190_000,
  });
  const fin = finDe(d);
  const facture = changer(changer(d, "devis_emis", { cpf: SANS_PARTICIPATION }), "facture_emise", {
    lignes: [
      { nature: "accompagnement", minutes: 1200, montant: 172_000 },
      { nature: "travail_personnel", minutes: 120, montant: 18_000 },
    ],
  });
  return avec(
    dater(facture, "facture_payee", apres(jourDe(d, "facture_emise"), 6)),
    fait(fin, "conservation_autorisee", {
      base: "accord_suivi",
      documents: ["synthese"],
      signeLe: fin,
      jusquAu: jourDe(d, "suivi_propose").replace(/^\d{4}/, (annee) => String(Number(annee) + 3)),
    }),
  );
}

/** Nobody paid a participation in 2023, so the same devis asks for none in 2026. */
const SANS_PARTICIPATION = {
  droits: 190_000,
  abondements: 0,
  participation: 0,
  exoneration: null,
  resteACharge: 0,
};

export const novembre2026 = deNovembre2026();

function deMars2023(): Dossier {
  const numero = { numero: "2023-064" };
  const d = { ...decaler(novembre2026, ECART), organisme: HORIZON, reference: "2023-064" };
  // The numbers of the general conditions before December 2023 are not known.
  const sansVersion = changer(d, "commande_passee", { cgu: null });
  return changer(changer(sansVersion, "facture_emise", numero), "facture_payee", numero);
}

export const mars2023 = deMars2023();
