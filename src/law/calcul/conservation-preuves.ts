import { ajouterAnnees, anneeDe, type Jour, jour } from "../../values/jour.ts";
import type { Etat, Gel } from "../etat.ts";
import { valeurOuPremiere } from "../parameter.ts";
import { conservationPiecesPayees } from "../parameters/conservation-pieces-payees.ts";
import { conservationPreuvesCpf } from "../parameters/conservation-preuves-cpf.ts";
import { jourDeLaFin } from "../reference-day.ts";
import { lecture, type Source } from "../sources.ts";
import { certificatOfficiel, finDeReprise, gelDesPreuves, preuvesQuatreAns } from "../textes/conservation.ts";

/** One reason to keep the proofs, and its last day; null while the day that starts or ends it is unknown. */
export interface Horloge {
  raison: string;
  le: Jour | null;
  source: Source;
}

export interface FinDesPreuves {
  /** Last day on which the proofs must be kept; null while one of the clocks cannot be read. */
  le: Jour | null;
  horloges: Horloge[];
}

/** Whether a text that we read gives the end of these proofs; our reading of the State's control is none. */
export function diteParUnTexte({ horloges }: Pick<FinDesPreuves, "horloges">): boolean {
  return horloges.some((h) => h.source === preuvesQuatreAns || h.source === certificatOfficiel);
}

const CONTROLE = lecture("Contrôle ouvert : les preuves restent jusqu’à sa clôture");

function finDeLAnnee(annee: number): Jour {
  return jour(`${String(annee).padStart(4, "0")}-12-31`);
}

/** The certificate's undertaking binds when one is signed, or is owed to the payer. */
export function certificatAttendu(etat: Etat): boolean {
  if (etat.certificat !== null) return true;
  return etat.financement?.financeurs.some((f) => f === "opco" || f === "employeur") ?? false;
}

/** Day of the last payment; null while none came, or while an invoice waits for its own. */
function dernierPaiement(etat: Etat): Jour | null {
  let dernier: Jour | null = null;
  for (const f of etat.factures) {
    if (f.payeeLe === null) return null;
    if (dernier === null || f.payeeLe > dernier) dernier = f.payeeLe;
  }
  return dernier;
}

/** 31 December of the third year after that of the last payment; null while that day is unknown. */
export function finDesPiecesPayees(etat: Etat): Jour | null {
  const paiement = dernierPaiement(etat);
  if (paiement === null) return null;
  return finDeLAnnee(anneeDe(paiement) + valeurOuPremiere(conservationPiecesPayees, paiement).value);
}

/** Four years after the term (CGU 7-3); null while the term is unknown. */
export function finDesPreuvesCpf(etat: Etat): Jour | null {
  const terme = jourDeLaFin(etat);
  return terme === null ? null : ajouterAnnees(terme, valeurOuPremiere(conservationPreuvesCpf, terme).value);
}

/**
 * Until when the proof file is kept: the latest of its clocks (CGU 7-3 for the CPF, the certificate's undertaking, an
 * open control, a hold). The State's own control horizon is our reading: alone where neither of the first two runs, and a
 * floor where the last payment came before the year of the term. Four years of the CPF always reach beyond it.
 */
export function finDesPreuves(etat: Etat): FinDesPreuves {
  const horloges: Horloge[] = [];
  const parCpf = etat.financement?.financeurs.includes("cpf") === true;
  if (parCpf) {
    horloges.push({
      raison: "Quatre ans à compter de l’exécution du bilan (conditions générales de Mon Compte Formation).",
      le: finDesPreuvesCpf(etat),
      source: conservationPreuvesCpf.values[0]!.source,
    });
  }
  if (certificatAttendu(etat)) {
    horloges.push({
      raison: "Trois ans à partir de la fin de l’année du dernier paiement (certificat de réalisation).",
      le: finDesPiecesPayees(etat),
      source: conservationPiecesPayees.values[0]!.source,
    });
  }
  if (!parCpf) {
    const terme = jourDeLaFin(etat);
    horloges.push({
      raison: "Jusqu’à la fin de la troisième année suivant l’exercice (contrôle de l’État).",
      le: terme === null ? null : finDeLAnnee(anneeDe(terme) + 3),
      source: finDeReprise,
    });
  }
  for (const c of etat.controles) {
    horloges.push({ raison: "Jusqu’à la clôture du contrôle.", le: c.closLe, source: CONTROLE });
  }
  for (const g of etat.gels) {
    horloges.push({ raison: RAISONS_DE_GEL[g.motif], le: finDuGel(g), source: gelDesPreuves });
  }
  return { le: laPlusTardive(horloges), horloges };
}

/** Last day of a hold: the one on which it was lifted, or the one that it was given as its last. */
export function finDuGel({ jusquAu, leveLe }: Gel): Jour {
  return leveLe !== null && leveLe < jusquAu ? leveLe : jusquAu;
}

const RAISONS_DE_GEL: Readonly<Record<Gel["motif"], string>> = {
  controle: "Preuves gelées pour un contrôle.",
  litige: "Preuves gelées pour un litige.",
  reclamation: "Preuves gelées pour une réclamation.",
  audit: "Preuves gelées pour un audit.",
};

function laPlusTardive(horloges: readonly Horloge[]): Jour | null {
  let fin: Jour | null = null;
  for (const h of horloges) {
    if (h.le === null) return null;
    if (fin === null || h.le > fin) fin = h.le;
  }
  return fin;
}
