import type { Organisme } from "../../law/etat.ts";
import type { Source } from "../../law/sources.ts";

/** One line of a paper on data: what is known of it, or null when the organisation is to write it. */
export interface LigneDeDroit {
  cle: string;
  valeur: string | null;
}

/** A paper that the law asks of an organisation, written from the tables that the program itself obeys. */
export interface DocumentDeDroit {
  titre: string;
  /** What it is for, in one sentence. */
  chapeau: string;
  sources: readonly Source[];
  parties: readonly { titre: string; lignes: readonly LigneDeDroit[] }[];
}

/** What such a paper is written from. */
export interface MatiereDeDroit {
  organisme: Organisme;
  /** Each role and what it sees of a dossier. */
  roles: readonly { qui: string; voit: string }[];
  /** The fields of a person's identity. */
  identite: readonly string[];
}

/** A line that the program fills; an empty value waits for the organisation. */
export const dire = (cle: string, valeur: string | null): LigneDeDroit => ({ cle, valeur: valeur || null });
/** A line that only the organisation can write. */
export const aCompleter = (cle: string): LigneDeDroit => ({ cle, valeur: null });

/** How many lines wait for the organisation. */
export const restentAEcrire = ({ parties }: DocumentDeDroit): number =>
  parties.flatMap((p) => p.lignes).filter((l) => l.valeur === null).length;
