import type { ColumnType, Generated } from "kysely";
import type { Json, Quand } from "./colonnes.ts";

/** What is kept of one bilan: its row, its facts, its contents and pieces, what is announced of it and what went. */
export interface TablesDuDossier {
  dossier: TableDossier;
  fait: {
    organisme_id: string;
    dossier_id: string;
    n: number;
    id: string;
    type: string;
    jour: string;
    texte: string;
    engagement: Uint8Array;
    consigne_le: Quand;
  };
  /** Written by triggers of `dossier`: its name from each of its words on, without spaces; ordered by bytes. */
  dossier_mot: { organisme_id: string; dossier_id: string; forme: string };
  contenu: {
    organisme_id: string;
    dossier_id: string;
    id: string;
    version: number;
    nature: string;
    scelle: Uint8Array;
    engagement: Uint8Array;
    /** The salt of its commitment, sealed; null while it follows from the content key. */
    sel_scelle: ColumnType<Uint8Array | null, Uint8Array | undefined, Uint8Array>;
    cree_le: Quand;
  };
  brouillon: {
    organisme_id: string;
    dossier_id: string;
    moment: string;
    question: string;
    version: number;
    scelle: Uint8Array;
    modifie_le: string;
    redaction: string | null;
    a_part: boolean;
    fini: Generated<boolean>;
  };
  piece: {
    organisme_id: string;
    dossier_id: string;
    id: string;
    nature: string;
    classe: "contenu" | "preuve";
    nom: string;
    type_media: string;
    taille: number;
    empreinte: Uint8Array;
    octets: Uint8Array;
    cree_le: Quand;
  };
  fichier_ecarte: {
    organisme_id: string;
    dossier_id: string;
    id: string;
    quand: Quand;
    utilisateur: string;
    motif: string;
    taille: number;
    empreinte: Uint8Array;
    scelle: Uint8Array;
  };
  papier_scelle: {
    organisme_id: string;
    dossier_id: string;
    papier: string;
    avant: Uint8Array;
    piece_id: string;
    scelle_par: string;
    certificat: Uint8Array;
    scelle_le: string;
    horodate_le: string | null;
    autorite: string | null;
    sans_horodatage: string | null;
  };
  seance: {
    organisme_id: string;
    dossier_id: string;
    seance: string;
    jour: string;
    debut: string;
    fin: string;
    statut: string;
    intervenant: string;
    lieu: string;
    individuelle: boolean;
  };
  identite_changement: {
    organisme_id: string;
    dossier_id: string;
    n: number;
    quand: string;
    utilisateur: string;
    nom: string;
    avant: Json;
    apres: Json;
  };
  preparation: {
    organisme_id: string;
    id: string;
    reference: string;
    nature: Generated<"controle" | "tout">;
    taire: number[];
    etat: Generated<"en_cours" | "prete" | "echouee">;
    fait: Generated<number>;
    total: Generated<number>;
    quoi: string;
    piece: string | null;
    phrase: string | null;
    scelle: Uint8Array | null;
    maj_le: Quand;
  };
  cle_dossier: {
    organisme_id: string;
    dossier_id: string;
    classe: "contenu" | "preuve";
    cle_externe: string;
    enveloppe: Uint8Array;
  };
  destruction: {
    organisme_id: string;
    dossier_id: string;
    n: number;
    cle_externe: string;
    demandee_le: string;
    effective_le: string | null;
    ligne: number | null;
  };
  annonce: { organisme_id: string; dossier_id: string; classe: string; du: string; annoncee_le: string };
  effacement: {
    organisme_id: string;
    dossier_id: string;
    classe: "preuves" | "preuves_lues" | "sans_suite";
    n: number;
    sel: Uint8Array;
    le: string;
    ligne: number | null;
  };
  facture_gardee: {
    organisme_id: string;
    dossier_id: string;
    numero: string;
    emise_le: string;
    payee_le: string | null;
    montant: number;
    payeur: string | null;
  };
}

export interface TableDossier {
  organisme_id: string;
  id: string;
  reference: string;
  beneficiaire: Json;
  nom_affiche: string;
  /** As `normaliserRecherche` writes it. */
  nom_recherche: string;
  conseiller: string;
  etape: string;
  phase: string | null;
  minutes_signees: number;
  minutes_prevues: number;
  /** 'infinity' when there is none, so that pages can go on from it. */
  prochaine_echeance: string;
  prochain_acte: string | null;
  alertes: number;
  debut: string | null;
  fin: string | null;
  financement: string;
  /** What is left open: kinds, sides and days. */
  suspens: Json;
  /** Since when the oldest thing of each side waits. */
  a_repondu: string | null;
  attend_reponse: string | null;
  a_signer: string | null;
  maj_le: Quand;
  n: number;
  /** Where the organisation holds it, when it says. */
  site: ColumnType<string | null, string | null | undefined, string | null>;
  /** Day on which its proofs went; such a row is seen only by whoever asks for it. */
  efface_le: ColumnType<string | null, undefined, string | null>;
}
