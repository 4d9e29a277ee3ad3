import { formatJourCourt } from "../../values/dates-fr.ts";
import { formatDuree, type Minutes, sommeMinutes } from "../../values/duree.ts";
import { formatHeure, type Heure, minutesDeLHeure } from "../../values/heure.ts";
import type { Jour } from "../../values/jour.ts";
import type { ModaliteDeSeance } from "../../values/modalite.ts";
import type { Phase } from "../../values/phase.ts";
import { formatMoment, formatMomentCourt, ligne, ligneSi } from "../champs.ts";
import { type Cadre, type Composition, composer } from "../papier.ts";
import type { Signature } from "../signature.ts";
import { typographier } from "../typographie.ts";
import { NOM_DE_MODALITE, titreDePhase } from "../vocabulaire.ts";

interface Place {
  readonly jour: Jour;
  readonly debut: Heure;
  readonly fin: Heure;
  readonly phase: Phase;
  readonly modalite: ModaliteDeSeance;
  readonly lieu: string | null;
  readonly conseiller: string | null;
}

/** A session of the sheet: held (with its signatures, given or not), or not held and why. */
export type LigneEmargement = Place &
  (
    | {
        readonly statut: "tenue";
        /** Minutes really spent face to face. */
        readonly duree: Minutes;
        readonly signatures: {
          readonly beneficiaire: Signature | null;
          readonly conseiller: Signature | null;
        };
      }
    | { readonly statut: "annulee" | "absence"; readonly motif: string | null }
  );

export interface DonneesEmargement extends Cadre {
  readonly beneficiaire: string;
  readonly employeur: string | null;
  readonly seances: readonly LigneEmargement[];
  /** Empty lines to print and sign by hand: 0 for a sheet of the journal. */
  readonly lignesVierges: number;
}

const SANS_SEANCE = { annulee: "Annulée", absence: "Absence du bénéficiaire" };

/** The attendance sheet. Only what the journal holds is shown as signed; the rest is left to sign, or said not held. */
export function composerEmargement(d: DonneesEmargement): Composition {
  const tenues = d.seances.filter((s) => s.statut === "tenue");
  const signees = tenues.filter(
    (s) => s.signatures.beneficiaire !== null && s.signatures.conseiller !== null,
  );
  const total = (liste: typeof tenues): string => formatDuree(sommeMinutes(liste.map((s) => s.duree)));
  const vierge = d.seances.length === 0;
  const corps = {
    parties: [ligne("Bénéficiaire", d.beneficiaire), ...ligneSi("Employeur", d.employeur)],
    seances: d.seances.map(imprimer),
    vierges: d.lignesVierges,
    totaux: vierge
      ? null
      : [
          ligne("Durée des séances tenues", total(tenues)),
          ligne("Dont signées par les deux", `${total(signees)}, ${signees.length} sur ${tenues.length}`),
        ],
  };
  return composer(
    d,
    {
      gabarit: "emargement/emargement.typ",
      intitule: "Feuille d’émargement",
      sousTitre: vierge
        ? "Bilan de compétences, feuille à signer à la main"
        : "Bilan de compétences, séances en face-à-face",
      corps,
    },
    refuser(d),
  );
}

function refuser({ seances, lignesVierges }: DonneesEmargement): string[] {
  if (seances.length === 0 && lignesVierges <= 0)
    return ["La feuille n’a aucune séance et aucune ligne à signer."];
  return seances.flatMap((s) => {
    const ecart = minutesDeLHeure(s.fin) - minutesDeLHeure(s.debut);
    const quand = `La séance du ${formatMoment({ jour: s.jour, heure: s.debut })}`;
    if (ecart <= 0) return [`${quand} finit avant d’avoir commencé.`];
    if (s.statut === "tenue" && s.duree > ecart) {
      return [`${quand} compte ${formatDuree(s.duree)}, plus que le temps entre son début et sa fin.`];
    }
    return [];
  });
}

function imprimer(s: LigneEmargement) {
  const place = {
    jour: formatJourCourt(s.jour),
    horaire: `${formatHeure(s.debut)} – ${formatHeure(s.fin)}`,
    phase: titreDePhase(s.phase),
    lieu: [NOM_DE_MODALITE[s.modalite], s.lieu].filter((t) => t !== null).join(", "),
    conseiller: s.conseiller,
  };
  if (s.statut !== "tenue") {
    const motif = s.motif === null ? null : typographier(s.motif);
    return { ...place, duree: null, nonTenue: { quoi: SANS_SEANCE[s.statut], motif }, signatures: null };
  }
  const { beneficiaire, conseiller } = s.signatures;
  return {
    ...place,
    duree: formatDuree(s.duree),
    nonTenue: null,
    signatures: [cellule(beneficiaire), cellule(conseiller)],
  };
}

function cellule(signature: Signature | null) {
  return signature === null ? null : { quand: formatMomentCourt(signature), moyen: signature.moyen };
}
