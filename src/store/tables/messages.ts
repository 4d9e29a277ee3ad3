import type { Generated, GeneratedAlways } from "kysely";
import type { Json, Quand } from "./colonnes.ts";

/** What waits to leave. */
export interface TablesDesMessages {
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
}
