import { accorder } from "../../values/accorder.ts";
import { formatDuree, type Minutes, sommeMinutes } from "../../values/duree.ts";
import { PHASES, type Phase } from "../../values/phase.ts";
import { enBlocs } from "../blocs.ts";
import {
  formatMomentCourt,
  groupesDEmpreinte,
  ligne,
  ligneSi,
  type Moment,
  type Registre,
} from "../champs.ts";
import { type Cadre, type Composition, composer } from "../papier.ts";
import { typographier } from "../typographie.ts";
import { titreDePhase } from "../vocabulaire.ts";

/** Where a fact belongs: before the bilan, in a phase, or after. */
export type Temps = "avant" | Phase | "apres";
export const TEMPS: readonly Temps[] = ["avant", ...PHASES, "apres"];
export const NOM_DU_TEMPS: Record<Temps, string> = {
  avant: "Avant le bilan",
  preliminaire: titreDePhase("preliminaire"),
  investigation: titreDePhase("investigation"),
  conclusion: titreDePhase("conclusion"),
  apres: "Après le bilan",
};

export interface DonneesIndexControle extends Cadre {
  /** As the controller knows the person; null when the file is pseudonymous. */
  readonly beneficiaire: string | null;
  /** SHA-256, in hexadecimal, of the public key that signs the journal: compare it to what the organisation publishes. */
  readonly empreinteDeLaCle: string;
  readonly faits: readonly (Moment & {
    /** Its rank in the dossier, as the list of facts numbers it. */
    readonly n?: number;
    readonly temps: Temps;
    readonly libelle: string;
    readonly position: number | null;
  })[];
  /** Facts that the journal counts and that this file does not show. */
  readonly faitsRetenus: number;
  readonly heures: readonly { readonly phase: Phase; readonly prevu: Minutes; readonly realise: Minutes }[];
  readonly presentes: readonly {
    readonly fichier: string;
    readonly libelle: string;
    readonly sha256: string;
  }[];
  readonly manquantes: readonly { readonly libelle: string; readonly motif: string | null }[];
  /** How to check, step by step. */
  readonly verification: string;
}

/** The readable index of a control file: what is there, what is missing and said so, and how to check it without us. */
export function composerIndexControle(d: DonneesIndexControle): Composition {
  const empreintes = [d.empreinteDeLaCle, ...d.presentes.map((p) => p.sha256)];
  const refus = empreintes.every((e) => /^[0-9a-f]{64}$/.test(e))
    ? []
    : ["Une empreinte de l’index n’est pas une empreinte SHA-256."];
  const corps = {
    resume: [
      ...ligneSi("Bénéficiaire", d.beneficiaire),
      ligne(
        "Pièces",
        `${accorder(d.presentes.length, "présente")}, ${accorder(d.manquantes.length, "manquante")}`,
      ),
      ligne(
        "Faits",
        `${accorder(d.faits.length, "montré")}, ${accorder(d.faitsRetenus, "non montré", "non montrés")}`,
      ),
    ],
    cle: groupesDEmpreinte(d.empreinteDeLaCle),
    manquantes: d.manquantes.map(({ libelle, motif }) => ({
      libelle: typographier(libelle),
      motif: motif === null ? null : typographier(motif),
    })),
    presentes: presentes(d.presentes),
    faits: TEMPS.map((temps) => ({
      titre: NOM_DU_TEMPS[temps],
      registre: registreDesFaits(d.faits.filter((f) => f.temps === temps)),
    })).filter(({ registre }) => registre.lignes.length > 0),
    heures: heures(d.heures),
    verification: enBlocs(d.verification),
    scelle: d.temoin !== null,
  };
  return composer(
    d,
    {
      gabarit: "index-controle/index-controle.typ",
      intitule: "Index du dossier de contrôle",
      sousTitre: `Dossier ${d.reference}`,
      corps,
    },
    refus,
  );
}

function presentes(liste: DonneesIndexControle["presentes"]): Registre {
  return {
    entetes: ["Pièce", "Fichier", "SHA-256, début"],
    lignes: liste.map((p) => [
      typographier(p.libelle),
      p.fichier,
      p.sha256.slice(0, 16).replace(/(.{8})/, "$1 "),
    ]),
    total: null,
  };
}

function registreDesFaits(faits: DonneesIndexControle["faits"]): Registre {
  return {
    entetes: ["Date", "Fait", "Position"],
    lignes: faits.map((f) => [
      formatMomentCourt(f),
      typographier(f.libelle),
      f.position === null ? "en attente" : String(f.position),
    ]),
    total: null,
  };
}

function heures(liste: DonneesIndexControle["heures"]): Registre {
  const somme = (minutes: readonly number[]): string => formatDuree(sommeMinutes(minutes));
  return {
    entetes: ["Phase", "Prévu", "Réalisé et signé"],
    lignes: liste.map((h) => [titreDePhase(h.phase), formatDuree(h.prevu), formatDuree(h.realise)]),
    total: ["Total", somme(liste.map((h) => h.prevu)), somme(liste.map((h) => h.realise))],
  };
}
