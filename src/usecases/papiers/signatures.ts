import type { Signataire, Signature as SignatureImprimee } from "../../documents/signature.ts";
import { seanceSignee } from "../../dossier/faits/seances.ts";
import type { Signature } from "../../law/etat.ts";
import type { DossierCharge } from "../charger-dossier.ts";
import { heureDeParis } from "../heure-de-paris.ts";
import { faitsDe } from "./faits.ts";

type Par = "beneficiaire" | "conseiller";
type FaitDeSignature = ReturnType<typeof faitsDe<typeof seanceSignee>>[number];

const MOYENS: Record<FaitDeSignature["donnees"]["moyen"], string> = {
  appareil_du_conseiller: "sur l’appareil du conseiller",
  papier: "sur papier",
  compte: "depuis son compte",
};

/** The signature of a session by one of the two, as the journal holds it; null when it does not. */
export function signatureDeSeance(
  dossier: DossierCharge,
  seance: string,
  par: Par,
): SignatureImprimee | null {
  const fait = faitsDe(dossier, seanceSignee).find(
    (f) => f.donnees.seance === seance && f.donnees.par === par,
  );
  return fait === undefined ? null : imprimer(fait);
}

// The hour of writing is that of the signature only when the person signed on the screen, that very day.
function imprimer(fait: FaitDeSignature): SignatureImprimee {
  const { moyen } = fait.donnees;
  const surEcran = moyen !== "papier" && fait.date === fait.consigneLe;
  return {
    jour: fait.date,
    heure: surEcran ? heureDeParis(fait.consigne) : null,
    moyen: MOYENS[moyen],
  };
}

/** Somebody's signature under a paper, from a fact that gives its day and not its means: the paper says so. */
export function signataireNote(
  signatures: readonly Signature[],
  par: Par,
  { qualite, nom }: { qualite: string; nom: string | null },
): Signataire {
  const signature = signatures.find((s) => s.par === par);
  return {
    qualite,
    nom,
    signature:
      signature === undefined
        ? null
        : { jour: signature.le, heure: null, moyen: "signature notée au dossier, sans son moyen" },
  };
}
