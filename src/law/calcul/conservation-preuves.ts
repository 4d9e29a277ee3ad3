import { accorder } from "../../values/accorder.ts";
import { ajouterAnnees, anneeDe, type Jour, jour } from "../../values/jour.ts";
import type { Etat, Gel } from "../etat.ts";
import { valeurOuPremiere } from "../parameter.ts";
import { conservationPiecesPayees } from "../parameters/conservation-pieces-payees.ts";
import { conservationPreuvesCpf } from "../parameters/conservation-preuves-cpf.ts";
import { delaiDeReprise } from "../parameters/delai-de-reprise.ts";
import { jourDeLaFin, jourDuDebut } from "../reference-day.ts";
import { lecture, type Source } from "../sources.ts";
import { certificatOfficiel, gelDesPreuves, preuvesQuatreAns } from "../textes/conservation.ts";
import { jourDeLArret } from "./deroulement.ts";

/** One reason to keep the proofs, and its last day; null while the day that starts or ends it is unknown. */
export interface Horloge {
  raison: string;
  le: Jour | null;
  source: Source;
  /** What somebody can still say for that day to be known; null where it is known, or comes from elsewhere. */
  manque: string | null;
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

/** Day of the last payment; null while none came, or while an invoice waits for its own that is still expected. */
function dernierPaiement(etat: Etat): Jour | null {
  let dernier: Jour | null = null;
  for (const f of etat.factures) {
    if (f.payeeLe === null && etat.paiementsClos !== null) continue;
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

/** Why the day of the last payment is unknown, and what would tell it; null once nothing is awaited any more. */
function paiementInconnu(etat: Etat): string | null {
  if (etat.paiementsClos !== null || finDesPiecesPayees(etat) !== null) return null;
  const dit = etat.factures.length === 0 ? "aucune facture n’est notée" : "une facture n’est pas payée";
  return `Le jour du dernier paiement n’est pas connu : ${dit}. Notez le paiement, ou qu’aucun n’est plus attendu.`;
}

/** The end of the execution, from which the proofs count: the term, or the last session of a bilan called off late. */
function finDeLExecution(etat: Etat): Jour | null {
  return jourDeLaFin(etat) ?? (jourDuDebut(etat) === null ? null : jourDeLArret(etat));
}

/** Whether it was called off before anything was executed: neither four years nor a certificate start from it. */
function jamaisExecute(etat: Etat): boolean {
  return finDeLExecution(etat) === null && jourDeLArret(etat) !== null;
}

/** Four years after the execution (CGU 7-3); null while its end is unknown. */
export function finDesPreuvesCpf(etat: Etat): Jour | null {
  const terme = finDeLExecution(etat);
  return terme === null ? null : ajouterAnnees(terme, valeurOuPremiere(conservationPreuvesCpf, terme).value);
}

const ans = (n: number) => accorder(n, "an");

/** Without a term or the day it was called off, no clock starts: the last values are those that would count. */
const valeur = (parametre: typeof delaiDeReprise, depuis: Jour | null) =>
  depuis === null ? parametre.values.at(-1)! : valeurOuPremiere(parametre, depuis);

/** The State's own control horizon, our reading: from the year of the term, or of the day it was called off. */
function controleDeLEtat(etat: Etat): Horloge {
  const depuis = jourDeLaFin(etat) ?? jourDeLArret(etat);
  const { value, source } = valeur(delaiDeReprise, depuis);
  const arret = jamaisExecute(etat) ? " Aucun texte lu ne parle d’un bilan qui n’a pas eu lieu." : "";
  return {
    raison: `${ans(value)} à partir de la fin de l’année, pour le contrôle de l’État : c’est notre lecture.${arret}`,
    le: depuis === null ? null : finDeLAnnee(anneeDe(depuis) + value),
    source,
    manque: null,
  };
}

/**
 * Until when the proof file is kept: the latest of its clocks (CGU 7-3 for the CPF, the certificate's undertaking, an
 * open control, a hold). The State's own control horizon is our reading: alone where neither of the first two runs, and a
 * floor where the last payment came before the year of the term. Four years of the CPF always reach beyond it.
 */
export function finDesPreuves(etat: Etat): FinDesPreuves {
  const horloges: Horloge[] = [];
  const jamais = jamaisExecute(etat);
  const parCpf = !jamais && etat.financement?.financeurs.includes("cpf") === true;
  if (parCpf) {
    const { value, source } = valeur(conservationPreuvesCpf, finDeLExecution(etat));
    horloges.push({
      raison: `${ans(value)} à compter de l’exécution du bilan (conditions générales de Mon Compte Formation).`,
      le: finDesPreuvesCpf(etat),
      source,
      manque: null,
    });
  }
  const paiement = finDesPiecesPayees(etat);
  const manque = paiementInconnu(etat);
  // Nothing was ever paid, and nothing is awaited: there is no last payment for the undertaking to count from.
  if (!jamais && certificatAttendu(etat) && (paiement !== null || manque !== null)) {
    const { value, source } = valeur(conservationPiecesPayees, dernierPaiement(etat));
    horloges.push({
      raison: `${ans(value)} à partir de la fin de l’année du dernier paiement (certificat de réalisation).`,
      le: paiement,
      source,
      manque,
    });
  }
  if (!parCpf) horloges.push(controleDeLEtat(etat));
  for (const c of etat.controles) {
    horloges.push({
      raison: "Jusqu’à la clôture du contrôle.",
      le: c.closLe,
      source: CONTROLE,
      manque: null,
    });
  }
  for (const g of etat.gels) {
    horloges.push({ raison: RAISONS_DE_GEL[g.motif], le: finDuGel(g), source: gelDesPreuves, manque: null });
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
