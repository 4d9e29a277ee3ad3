import type { Signataire, Signature as SignatureImprimee } from "../../documents/signature.ts";
import { seanceSignee } from "../../dossier/faits/seances.ts";
import { signatureApposee } from "../../dossier/faits/signature.ts";
import type { Objet } from "../../dossier/signature/objet.ts";
import type { Signataire as Par, Signature } from "../../law/etat.ts";
import { formatJourCourt } from "../../values/dates-fr.ts";
import { formatHeure } from "../../values/heure.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";
import { heureDeParis } from "../heure-de-paris.ts";
import { faitsDe } from "./faits.ts";

type FaitDeSignature = ReturnType<typeof faitsDe<typeof seanceSignee>>[number];
type FaitDApposition = ReturnType<typeof faitsDe<typeof signatureApposee>>[number];

const MOYENS: Record<FaitDeSignature["donnees"]["moyen"], string> = {
  appareil_du_conseiller: "sur l’appareil du conseiller",
  papier: "sur papier",
  compte: "depuis son compte",
};

/** How a signatory on a screen was known, as a paper says it. */
export const MOYENS_A_L_ECRAN: Record<FaitDApposition["donnees"]["moyen"], string> = {
  compte: "depuis son compte",
  lien_et_code: "par un lien personnel et un code",
  code_de_seance: "avec le code montré à la séance",
  appareil_du_conseiller: "sur l’appareil du conseiller",
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
  return fait === undefined ? signatureALEcran(dossier, "seance", seance, par) : imprimer(fait);
}

/** A signature put on a screen under one thing; null when the journal holds none. */
function signatureALEcran(
  dossier: DossierCharge,
  objet: Objet,
  sur: string | null,
  par: Par,
): SignatureImprimee | null {
  const fait = faitsDe(dossier, signatureApposee).find(
    ({ donnees: d }) => d.objet === objet && d.sur === sur && d.par === par,
  );
  if (fait === undefined) return null;
  const { moyen, memeAppareil, differee } = fait.donnees;
  const envoyee =
    differee === null
      ? ""
      : `, signée hors ligne le ${formatJourCourt(differee.jour)} à ${formatHeure(differee.heure)} d’après l’appareil`;
  const dit = memeAppareil && moyen !== "appareil_du_conseiller" ? ", sur l’appareil du conseiller" : "";
  return {
    jour: fait.date,
    heure: heureDeParis(fait.consigne),
    moyen: `${MOYENS_A_L_ECRAN[moyen]}${dit}${envoyee}`,
  };
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

/** What a paper says of its signatories: the thing that they sign, and the signatures that the state knows. */
interface Signe {
  objet: Objet;
  sur: string;
  signatures: readonly Signature[];
}

/** Somebody's signature under a paper; when a fact gives its day and not its means, the paper says so. */
export function signataireNote(
  dossier: DossierCharge,
  { objet, sur, signatures }: Signe,
  par: Par,
  { qualite, nom }: { qualite: string; nom: string | null },
): Signataire {
  const notee = signatures.find((s) => s.par === par);
  return {
    qualite,
    nom,
    signature:
      signatureALEcran(dossier, objet, sur, par) ??
      (notee === undefined
        ? null
        : { jour: notee.le, heure: null, moyen: "signature notée au dossier, sans son moyen" }),
  };
}
