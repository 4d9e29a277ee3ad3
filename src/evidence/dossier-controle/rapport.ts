import type { CompteFaits } from "./manifeste.ts";

/** What was looked at. */
export type Point =
  | "archive"
  | "fichiers"
  | "cle"
  | "manifeste"
  | "faits"
  | "tete"
  | "checkpoint"
  | "inscription";

/** One thing looked at, and the sentence that says what was found. */
export type Constat = { readonly point: Point; readonly ok: boolean; readonly phrase: string };

/**
 * What checking a control file found. `altere` as soon as one constat is not ok; `illisible` when the bytes are not a
 * control file at all. `remarques` say what the checks cannot: they change no verdict.
 */
export type Rapport = {
  readonly verdict: "intact" | "altere" | "illisible";
  readonly constats: readonly Constat[];
  readonly remarques: readonly string[];
  readonly dossier: string | null;
  readonly faits: CompteFaits | null;
  readonly cle: { readonly nom: string; readonly empreinte: string } | null;
  /** The keys that signed before, the oldest first: fingerprints, the moment, and the place of the hand-over in the log. */
  readonly passations: readonly {
    readonly ancienne: string;
    readonly nouvelle: string;
    readonly le: string;
    readonly place: number | null;
  }[];
  readonly checkpoint: { readonly origine: string; readonly taille: number; readonly racine: string } | null;
};
