import type { Generated } from "kysely";
import type { Quand } from "./colonnes.ts";

/** The tree of each dossier, and the log of the organisation that holds their heads. */
export interface TablesDuJournal {
  dossier_tete: {
    organisme_id: string;
    dossier_id: string;
    taille: number;
    frontiere: Uint8Array;
    racine: Uint8Array;
  };
  journal_attente: {
    organisme_id: string;
    id: Generated<number>;
    dossier_id: string;
    taille: number;
    feuille: string;
  };
  journal_entree: {
    organisme_id: string;
    position: number;
    feuille: string;
    empreinte: Uint8Array;
    /** Both null when the entry is the hand-over of the signing key. */
    dossier_id: string | null;
    taille: number | null;
  };
  journal_noeud: { organisme_id: string; niveau: number; indice: number; empreinte: Uint8Array };
  journal_tete: { organisme_id: string; taille: number; frontiere: Uint8Array };
  journal_checkpoint: { organisme_id: string; taille: number; texte: string; signe_le: Quand };
  journal_horodatage: {
    organisme_id: string;
    taille: number;
    jeton: Uint8Array;
    autorite: string;
    politique: string;
    numero: string;
    horodate_le: string;
    demande_le: string;
  };
}
