import type { z } from "zod";
import { accesAuditeur } from "./acces-auditeur.ts";
import { attestationDeDestruction } from "./attestation-de-destruction.ts";
import { convocation } from "./convocation.ts";
import { copieAvantDestruction } from "./copie-avant-destruction.ts";
import { demandeDeSignature } from "./demande-de-signature.ts";
import { documentCommunique } from "./document-communique.ts";
import { espaceEmployeur } from "./espace-employeur.ts";
import { invitation } from "./invitation.ts";
import { lienDeConnexion } from "./lien-de-connexion.ts";
import type { MessageEcrit } from "./modele.ts";
import { motDePasseChange } from "./mot-de-passe-change.ts";
import { nouvelleDuDossier } from "./nouvelle-du-dossier.ts";
import { recuDeSignature } from "./recu-de-signature.ts";
import { seanceDeplacee } from "./seance-deplacee.ts";
import { votreEspace } from "./votre-espace.ts";

/** Every message that Probant writes, by its name. */
export const MODELES = {
  invitation,
  "votre-espace": votreEspace,
  "lien-de-connexion": lienDeConnexion,
  "demande-de-signature": demandeDeSignature,
  "recu-de-signature": recuDeSignature,
  convocation,
  "seance-deplacee": seanceDeplacee,
  "mot-de-passe-change": motDePasseChange,
  "espace-employeur": espaceEmployeur,
  "acces-auditeur": accesAuditeur,
  "document-communique": documentCommunique,
  "copie-avant-destruction": copieAvantDestruction,
  "attestation-de-destruction": attestationDeDestruction,
  "nouvelle-du-dossier": nouvelleDuDossier,
} as const;

export type NomDeModele = keyof typeof MODELES;
/** What that model must be told. */
export type DonneesDe<N extends NomDeModele> = z.infer<(typeof MODELES)[N]["schema"]>;

const estConnu = (nom: string): nom is NomDeModele => Object.hasOwn(MODELES, nom);

/** What the page of messages calls it. */
export function titreDuModele(nom: string): string {
  return estConnu(nom) ? MODELES[nom].titre : nom;
}

/** Writes a message from what the outbox keeps of it; null for an unknown model or data that are not its own. */
export function ecrireDuModele(nom: string, donnees: unknown, lien: string): MessageEcrit | null {
  return estConnu(nom) ? MODELES[nom].ecrire(donnees, lien) : null;
}
