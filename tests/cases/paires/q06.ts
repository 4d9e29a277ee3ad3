import { chaqueSemaine, type Etape, seances, TRAME_24H } from "../calendrier.ts";
import { type Dossier, fait } from "../dossier.ts";
import { SALARIEE } from "../gens.ts";
import { CABINET, PARIS } from "../organismes.ts";
import type { Paire } from "../paire.ts";
import { raconter } from "../recit.ts";
import { avec } from "../retouches.ts";

const dates = chaqueSemaine("2025-02-06", 13);
/** The thirteenth session that the person asked for: it brings the course to 26 hours. */
const deuxHeuresDePlus: Etape[] = [
  ...TRAME_24H.slice(0, 10),
  { phase: "investigation", minutes: 120, themes: ["alternatives"] },
  ...TRAME_24H.slice(10),
];

function ajuste(trame: readonly Etape[], minutes: number): Dossier {
  const d = raconter({
    reference: "2025-009",
    personne: "L. W., Montreuil",
    organisme: CABINET,
    conseiller: "claire",
    beneficiaire: SALARIEE,
    paiement: "fonds_propres",
    offre: "paris",
    seances: seances(trame, { dates: dates.slice(0, trame.length), lieu: PARIS, debut: () => "18:00" }),
    prix: 230_000,
  });
  return avec(
    d,
    fait(dates[7]!, "duree_ajustee", {
      duree: minutes,
      motif: "une seconde piste de métier est apparue pendant les enquêtes",
      signatures: [
        { par: "beneficiaire", le: dates[7] },
        { par: "conseiller", le: dates[7] },
      ],
    }),
  );
}

export const q06: Paire[] = [
  {
    nom: "Q06-ajustement-a-vingt-six-heures",
    histoire: "Salariée à Paris qui paie elle-même, hors de tout argent public.",
    difference: "La durée est ajustée en cours de route à 26 heures, ou à 24 heures, le plafond de la loi.",
    regles: ["A04", "C09"],
    nonConforme: ajuste(deuxHeuresDePlus, 1560),
    conforme: ajuste(TRAME_24H, 1440),
  },
];
