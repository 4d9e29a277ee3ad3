import { accorder } from "../../values/accorder.ts";
import { formatJour } from "../../values/dates-fr.ts";
import { formatDuree, type Minutes, sommeMinutes } from "../../values/duree.ts";
import { MENTIONS_TVA } from "../../values/mention-tva.ts";
import type { Modalite } from "../../values/modalite.ts";
import { type Centimes, centimes, formatMontant, prorata } from "../../values/montant.ts";
import { PHASES, type Phase } from "../../values/phase.ts";
import { enBlocs } from "../blocs.ts";
import { formatMoment, formatMomentCourt, ligne, ligneSi, type Moment, type Registre } from "../champs.ts";
import { type Cadre, type Composition, composer } from "../papier.ts";
import { blocSignature, type Signataire } from "../signature.ts";
import { typographier } from "../typographie.ts";
import { NOM_DE_MODALITE, titreDePhase } from "../vocabulaire.ts";

/** VAT of the provider: exempt by attestation, franchise en base, or taxed at a rate in hundredths of a per cent, null when not told. */
export type RegimeTva =
  | { readonly regime: "attestation" }
  | { readonly regime: "franchise" }
  | { readonly regime: "assujetti"; readonly taux: number | null };

/** Who pays which part of the price. */
export interface Part {
  readonly source: "droits" | "participation" | "abondement" | "employeur" | "opco" | "autre";
  /** Who brings it: « France Travail », « Région Bretagne ». */
  readonly payeur: string | null;
  readonly montant: Centimes;
}

export interface DonneesDevis extends Cadre {
  readonly version: number;
  readonly beneficiaire: {
    readonly nom: string;
    readonly adresse: readonly string[];
    readonly courriel: string | null;
  };
  readonly conseiller: string | null;
  /** `gratuit`: as it was noted, for the paper says it only then. */
  readonly entretienPrealable: (Moment & { readonly duree: Minutes; readonly gratuit: boolean }) | null;
  readonly offre: string;
  /** What the person wants from the bilan, in her own words. */
  readonly objectif: string | null;
  readonly phases: readonly { readonly phase: Phase; readonly duree: Minutes }[];
  /** Work between sessions: shown apart, never priced. */
  readonly travailPersonnel: Minutes | null;
  readonly modalite: Modalite;
  readonly lieux: readonly string[];
  readonly outils: readonly string[];
  readonly calendrier: readonly (Moment & { readonly duree: Minutes; readonly phase: Phase })[];
  /** All taxes included. */
  readonly prix: Centimes;
  readonly tva: RegimeTva;
  readonly parts: readonly Part[];
  /** The compulsory share that the person pays herself, inside the rest and not among `parts`. */
  readonly participationComprise?: Centimes;
  readonly validite: Moment["jour"] | null;
  readonly signataires: readonly Signataire[];
}

const SOURCES: Record<Part["source"], string> = {
  droits: "Droits inscrits sur le compte personnel de formation",
  participation: "Participation obligatoire au compte personnel de formation",
  abondement: "Abondement",
  employeur: "Employeur",
  opco: "Opérateur de compétences",
  autre: "Autre financement",
};

/** The personal devis, before any order: what is proposed, for how long, at what price, and who pays what. */
export function composerDevis(d: DonneesDevis): Composition {
  const paye = d.parts.reduce((somme, part) => somme + part.montant, 0);
  const refus = [
    ...(d.prix < 0 ? ["Le prix du devis ne peut pas être négatif."] : []),
    ...(d.prix >= 0 && paye > d.prix
      ? [`Les financements (${formatMontant(paye)}) dépassent le prix du devis (${formatMontant(d.prix)}).`]
      : []),
    ...(d.phases.length === 0 ? ["Le devis ne dit aucune durée d’accompagnement."] : []),
  ];
  const corps = {
    parties: parties(d),
    objectif: d.objectif === null ? null : enBlocs(d.objectif),
    durees: durees(d),
    travailPersonnel:
      d.travailPersonnel === null
        ? null
        : `Travail personnel entre les séances\u00a0: ${formatDuree(d.travailPersonnel)} environ, non facturées et non comptées dans la durée d’accompagnement.`,
    deroulement: [
      ligne("Modalité", NOM_DE_MODALITE[d.modalite]),
      ...ligneSi("Lieu", d.lieux.join("\n")),
      ...ligneSi("Outils", d.outils.join("\n")),
    ],
    calendrier: d.calendrier.length === 0 ? null : calendrier(d),
    prix: prix(d),
    parts: parts(d, d.prix - paye),
    mentionTva: MENTIONS_TVA[d.tva.regime],
    entretienGratuit: d.entretienPrealable?.gratuit ?? false,
    validite: d.validite === null ? null : `Devis valable jusqu’au ${formatJour(d.validite)}.`,
    signatures: d.signataires.map(blocSignature),
  };
  return composer(
    d,
    {
      gabarit: "devis/devis.typ",
      intitule: "Devis",
      sousTitre: `${typographier(d.offre)}, version ${d.version}`,
      corps,
    },
    refus,
  );
}

function parties({ beneficiaire, conseiller, entretienPrealable }: DonneesDevis) {
  const entretien =
    entretienPrealable === null
      ? null
      : `${formatMoment(entretienPrealable)}, ${formatDuree(entretienPrealable.duree)}`;
  return [
    ligne("Bénéficiaire", beneficiaire.nom),
    ...ligneSi("Adresse", beneficiaire.adresse.join("\n")),
    ...ligneSi("Courriel", beneficiaire.courriel),
    ligne("Conseiller", conseiller),
    ligne("Entretien préalable", entretien),
  ];
}

function durees({ phases }: DonneesDevis): Registre {
  const par = (phase: Phase): number =>
    sommeMinutes(phases.filter((p) => p.phase === phase).map((p) => p.duree));
  return {
    entetes: ["Phase", "Accompagnement"],
    lignes: PHASES.map((phase) => [titreDePhase(phase), formatDuree(par(phase))]),
    total: ["Durée totale d’accompagnement", formatDuree(sommeMinutes(phases.map((p) => p.duree)))],
  };
}

function calendrier({ calendrier: rendezVous }: DonneesDevis): Registre {
  return {
    entetes: ["Date proposée", "Phase", "Durée"],
    lignes: rendezVous.map((r) => [formatMomentCourt(r), titreDePhase(r.phase), formatDuree(r.duree)]),
    total: [
      accorder(rendezVous.length, "rendez-vous", "rendez-vous"),
      "",
      formatDuree(sommeMinutes(rendezVous.map((r) => r.duree))),
    ],
  };
}

function prix({ prix: ttc, tva }: DonneesDevis): Registre {
  const total = ["Prix total", formatMontant(ttc)];
  if (tva.regime !== "assujetti" || tva.taux === null)
    return {
      entetes: ["Prestation", "Montant"],
      lignes: [["Bilan de compétences", formatMontant(ttc)]],
      total,
    };
  const ht = prorata(ttc, 10_000, 10_000 + tva.taux);
  const taux = (tva.taux / 100).toLocaleString("fr-FR", { maximumFractionDigits: 2 });
  return {
    entetes: ["Prestation", "Montant"],
    lignes: [
      ["Bilan de compétences, hors taxe", formatMontant(ht)],
      [`TVA à ${taux}\u00a0%`, formatMontant(ttc - ht)],
    ],
    total: ["Prix total, toutes taxes comprises", formatMontant(ttc)],
  };
}

function parts({ parts: liste, participationComprise = centimes(0) }: DonneesDevis, reste: number): Registre {
  const dont =
    participationComprise === 0
      ? ""
      : `, participation obligatoire de ${formatMontant(participationComprise)} comprise`;
  return {
    entetes: ["Payé par", "Montant"],
    lignes: liste.map(({ source, payeur, montant }) => [
      payeur === null ? SOURCES[source] : `${SOURCES[source]}\u00a0: ${payeur}`,
      formatMontant(montant),
    ]),
    total: [`Reste à payer par le bénéficiaire${dont}`, formatMontant(reste)],
  };
}
