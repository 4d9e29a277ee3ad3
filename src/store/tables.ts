import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from "kysely";

/** Columns as the driver gives them: days `AAAA-MM-JJ`, moments UTC ISO texts, bigint as number. */
type Quand = ColumnType<string, string | undefined, string>;
type Json = JSONColumnType<object>;

export interface Tables {
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
  dossier: TableDossier;
  dossier_tete: {
    organisme_id: string;
    dossier_id: string;
    taille: number;
    frontiere: Uint8Array;
    racine: Uint8Array;
  };
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
  /** Written by triggers of `dossier`: its name from each of its words on, without spaces; ordered by bytes. */
  dossier_mot: { organisme_id: string; dossier_id: string; forme: string };
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
  passage: { organisme_id: string; le: string; entier_le: string | null };
  choix_de_duree: {
    organisme_id: string;
    sans_suite: number | null;
    preuves_lues: boolean;
    factures: boolean;
    quand: string;
    utilisateur: string;
  };
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
  message_sortie: {
    organisme_id: string;
    id: string;
    canal: string;
    destinataire: Json;
    modele: string;
    donnees: Json;
    etat: Generated<"a_envoyer" | "en_cours" | "envoye" | "doute" | "echec" | "inutile">;
    cree_le: Quand;
    envoye_le: string | null;
    dossier_id: GeneratedAlways<string | null>;
    a_secret: GeneratedAlways<boolean>;
    prises: Generated<number>;
    essais: Generated<number>;
    envoi_commence: string | null;
    prochain_essai: string | null;
    erreur: string | null;
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
  acces_lu: {
    organisme_id: string;
    dossier_id: string;
    utilisateur_id: string;
    role: "beneficiaire" | "employeur";
    depuis: string;
    fin: string | null;
    nom_donne: string | null;
    courriel: string;
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
  acces_dossier: {
    organisme_id: string;
    dossier_id: string;
    utilisateur_id: string;
    role: "beneficiaire" | "employeur";
    depuis: Quand;
    fin: string | null;
    /** What the organisation calls him, for a door that is not of the person of the dossier. */
    nom_donne: string | null;
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
  membre_lu: {
    organisme_id: string;
    utilisateur_id: string;
    role: string;
    intervenant: string;
    gere: boolean;
    depuis: string | null;
    fin: string | null;
    invite_le: string | null;
    nom: string;
    courriel: string;
    sites: string[] | null;
  };
  site: { organisme_id: string; id: string; nom: string; ferme_le: string | null };
  reglage_acces: { organisme_id: string; delai_second_facteur: number };
  membre_changement: {
    organisme_id: string;
    n: GeneratedAlways<number>;
    quand: Quand;
    utilisateur: string;
    nom: string;
    membre: string;
    quoi: string;
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
  audit: {
    organisme_id: string;
    id: string;
    du: string;
    au: string;
    taille: number;
    graine: string;
    population: string[];
    montre_noms: boolean;
    fin_le: string;
    cree_par: string;
    cree_le: Quand;
    clos_le: string | null;
  };
  audit_dossier: { organisme_id: string; audit_id: string; dossier_id: string; rang: number };
  audit_auditeur: { organisme_id: string; audit_id: string; utilisateur_id: string; nom_donne: string };
  /** View: the auditors of the organisation of the transaction, with the address of their accounts. */
  audit_auditeur_lu: {
    organisme_id: string;
    audit_id: string;
    utilisateur_id: string;
    nom: string;
    courriel: string;
  };
  audit_lecture: {
    organisme_id: string;
    n: GeneratedAlways<number>;
    audit_id: string;
    quand: string;
    utilisateur: string;
    nom: string;
    quoi: string;
    reference: string | null;
  };
  lecture_de_tiers: {
    organisme_id: string;
    n: GeneratedAlways<number>;
    dossier_id: string;
    quand: string;
    role: "employeur" | "destinataire";
    nom: string;
    quoi: string;
  };
  lecture_de_contenu: {
    organisme_id: string;
    dossier_id: string;
    jour: string;
    utilisateur: string;
    nom: string;
    quand: string;
    quoi: string;
  };
  copie_prise: {
    organisme_id: string;
    n: GeneratedAlways<number>;
    dossier_id: string;
    quand: string;
    quoi: "tout" | "synthese";
  };
  communication_lien: {
    organisme_id: string;
    id: string;
    dossier_id: string;
    reference: string;
    empreinte: Uint8Array;
    document: string;
    destinataire: string;
    nom: string;
    courriel: string;
    utilisateur: string;
    intervenant: string;
    envoye_le: string;
    expire_le: string;
    ouvert_le: string | null;
    lectures: Generated<number>;
    ferme_le: string | null;
  };
  acte_recu: { organisme_id: string; cle: string; utilisateur: string; reponse: Json; cree_le: Quand };
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
