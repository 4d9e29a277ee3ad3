import type { Generated, GeneratedAlways } from "kysely";
import type { Quand } from "./colonnes.ts";

/** Who else than a member sees a dossier, and what was read of it: the person, the employer, an auditor, the recipient of a document. */
export interface TablesDesAcces {
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
    accord: string | null;
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
}
