import { accorder } from "../../values/accorder.ts";
import { formatJour } from "../../values/dates-fr.ts";
import { formatDuree, type Minutes, sommeMinutes } from "../../values/duree.ts";
import type { Heure } from "../../values/heure.ts";
import type { Jour } from "../../values/jour.ts";
import type { Modalite, ModaliteDeSeance } from "../../values/modalite.ts";
import { PHASES, type Phase } from "../../values/phase.ts";
import { enBlocs } from "../blocs.ts";
import { formatMomentCourt, ligne, ligneSi, type Registre } from "../champs.ts";
import { type Cadre, type Composition, composer } from "../papier.ts";
import { blocSignature, type Signataire } from "../signature.ts";
import { typographier } from "../typographie.ts";
import { NOM_DE_MODALITE, titreDePhase } from "../vocabulaire.ts";

/** A face-to-face session of the provisional calendar; its day may still be open. */
export interface SeancePrevue {
  readonly jour: Jour | null;
  readonly heure: Heure | null;
  readonly duree: Minutes;
  readonly phase: Phase;
  readonly modalite: ModaliteDeSeance;
  readonly lieu: string | null;
}

export interface DonneesSuivi extends Cadre {
  readonly beneficiaire: string;
  readonly conseiller: string | null;
  readonly modalite: Modalite;
  /** The day both decided the modalities (R6313-4 1° c); null when nothing says that they did. */
  readonly decideEnsembleLe: Jour | null;
  /** How the bilan goes, in the words agreed. */
  readonly modalites: string | null;
  readonly seances: readonly SeancePrevue[];
  /** What was decided, when not every session has its day yet; the totals of `seances` otherwise. */
  readonly arrete?: {
    readonly seances: number;
    readonly duree: Minutes;
    readonly phases: Readonly<Record<Phase, Minutes>>;
  };
  /** What the calendar and what was decided do not say alike, one sentence each. */
  readonly ecarts?: readonly string[];
  readonly travailPersonnel: Minutes | null;
  /** The first version and each avenant. */
  readonly versions: readonly {
    readonly version: number;
    readonly date: Jour;
    readonly motif: string | null;
  }[];
  readonly signataires: readonly Signataire[];
}

/** The document de suivi: number and length of the face-to-face sessions, provisional calendar, modalities decided together. */
export function composerSuivi(d: DonneesSuivi): Composition {
  const version = Math.max(0, ...d.versions.map((v) => v.version));
  const total = d.arrete ?? totaux(d.seances);
  const refus = [
    ...(total.seances === 0 ? ["Le document de suivi ne prévoit aucune séance."] : []),
    ...(d.versions.length === 0 ? ["Le document de suivi n’a pas de numéro de version."] : []),
  ];
  const corps = {
    parties: [
      ligne("Bénéficiaire", d.beneficiaire),
      ligne("Conseiller", d.conseiller),
      ligne("Séances en face-à-face", accorder(total.seances, "séance")),
      ligne("Durée totale", formatDuree(total.duree)),
      ...ligneSi(
        "Travail personnel",
        d.travailPersonnel === null ? null : `${formatDuree(d.travailPersonnel)} environ, hors séances`,
      ),
    ],
    phases: parPhase(d.seances, total),
    ecarts: (d.ecarts ?? []).map(typographier),
    calendrier: d.seances.length === 0 ? null : calendrier(d.seances),
    modalite: [
      ligne("Modalité", NOM_DE_MODALITE[d.modalite]),
      ligne("Décidée ensemble le", d.decideEnsembleLe === null ? null : formatJour(d.decideEnsembleLe)),
    ],
    modalites: d.modalites === null ? null : enBlocs(d.modalites),
    versions: versions(d.versions),
    signatures: d.signataires.map(blocSignature),
  };
  return composer(
    d,
    {
      gabarit: "suivi/suivi.typ",
      intitule: "Document de suivi",
      sousTitre: `Bilan de compétences, version ${version}`,
      corps,
    },
    refus,
  );
}

type Totaux = NonNullable<DonneesSuivi["arrete"]>;

function totaux(seances: readonly SeancePrevue[]): Totaux {
  const duree = (phase: Phase): Minutes =>
    sommeMinutes(seances.filter((s) => s.phase === phase).map((s) => s.duree));
  return {
    seances: seances.length,
    duree: sommeMinutes(seances.map((s) => s.duree)),
    phases: {
      preliminaire: duree("preliminaire"),
      investigation: duree("investigation"),
      conclusion: duree("conclusion"),
    },
  };
}

function parPhase(seances: readonly SeancePrevue[], total: Totaux): Registre {
  const nombre = (phase: Phase): number => seances.filter((s) => s.phase === phase).length;
  return {
    entetes: ["Phase", total.seances === seances.length ? "Séances" : "Séances datées", "Durée"],
    lignes: PHASES.map((phase) => [
      titreDePhase(phase),
      String(nombre(phase)),
      formatDuree(total.phases[phase]),
    ]),
    total: ["Total", String(seances.length), formatDuree(total.duree)],
  };
}

function calendrier(seances: readonly SeancePrevue[]): Registre {
  return {
    entetes: ["N°", "Date prévue", "Durée", "Phase", "Modalité et lieu"],
    lignes: seances.map((s, i) => [
      String(i + 1),
      s.jour === null ? "à fixer" : formatMomentCourt({ jour: s.jour, heure: s.heure }),
      formatDuree(s.duree),
      titreDePhase(s.phase),
      [NOM_DE_MODALITE[s.modalite], s.lieu].filter((t) => t !== null).join(", "),
    ]),
    total: null,
  };
}

function versions(liste: DonneesSuivi["versions"]): Registre {
  return {
    entetes: ["Version", "Date", "Ce qui change"],
    lignes: liste.map((v) => [
      String(v.version),
      formatJour(v.date),
      v.motif === null ? (v.version === 1 ? "Première version" : null) : typographier(v.motif),
    ]),
    total: null,
  };
}
