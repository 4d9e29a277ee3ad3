import { hex } from "../../evidence/bytes.ts";
import { transactionDeLecture } from "../../store/connexion.ts";
import { listerPapiersScelles } from "../../store/dossier/papiers-scelles.ts";
import type { Instant } from "../../values/instant.ts";
import type { Auteur, Maison } from "../maison.ts";

/** The last copy of a paper that left sealed. Fingerprints are SHA-256, 64 hexadecimal digits. */
export interface DernierExemplaire {
  scellePar: string;
  scelleLe: Instant;
  /** Of the file as it left. */
  empreinte: string;
  /** Of the certificate of its seal. */
  certificat: string;
  horodateLe: Instant | null;
  autorite: string | null;
  /** Why it has no time-stamp although an authority was asked. */
  sansHorodatage: string | null;
}

/** The last sealed copy of each paper of a dossier, by name of paper. */
export async function derniersExemplaires(
  maison: Maison,
  auteur: Auteur,
  dossierId: string,
): Promise<ReadonlyMap<string, DernierExemplaire>> {
  const lus = await transactionDeLecture(maison.base, auteur, (tx) => listerPapiersScelles(tx, dossierId));
  const derniers = new Map<string, DernierExemplaire>();
  for (const { papier, empreinte, certificat, ...lu } of lus) {
    if (derniers.has(papier)) continue;
    derniers.set(papier, {
      ...lu,
      scelleLe: lu.scelleLe as Instant,
      horodateLe: lu.horodateLe as Instant | null,
      empreinte: hex(empreinte),
      certificat: hex(certificat),
    });
  }
  return derniers;
}
