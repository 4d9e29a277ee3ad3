import type { Generated, GeneratedAlways } from "kysely";
import type { Json, Quand } from "./colonnes.ts";

/** What is kept of the organisation itself: what it says, who belongs to it, what it chose, what was answered once. */
export interface TablesDeLOrganisme {
  organisme: { id: string; donnees: Json; version: Generated<number>; cree_le: Quand };
  organisme_changement: {
    organisme_id: string;
    version: number;
    quand: Quand;
    utilisateur: string;
    nom: string;
    quoi: string;
    avant: Json;
    apres: Json;
  };
  compteur_reference: { organisme_id: string; annee: number; dernier: number };
  site: { organisme_id: string; id: string; nom: string; ferme_le: string | null };
  membre: {
    organisme_id: string;
    utilisateur_id: string;
    role: string;
    intervenant: string;
    gere: boolean;
    depuis: string | null;
    fin: string | null;
    invite_le: string | null;
    nom_invite: string | null;
    invitation: Uint8Array | null;
    sites: string[] | null;
  };
  /** View: the members of the organisation of the transaction, with their names and addresses. */
  membre_lu: Omit<TablesDeLOrganisme["membre"], "nom_invite" | "invitation"> & {
    nom: string;
    courriel: string;
  };
  membre_changement: {
    organisme_id: string;
    n: GeneratedAlways<number>;
    quand: Quand;
    utilisateur: string;
    nom: string;
    membre: string;
    quoi: string;
  };
  reglage_acces: { organisme_id: string; delai_second_facteur: number };
  passage: { organisme_id: string; le: string; entier_le: string | null };
  choix_de_duree: {
    organisme_id: string;
    sans_suite: number | null;
    preuves_lues: boolean;
    factures: boolean;
    quand: string;
    utilisateur: string;
  };
  acte_recu: { organisme_id: string; cle: string; utilisateur: string; reponse: Json; cree_le: Quand };
}
