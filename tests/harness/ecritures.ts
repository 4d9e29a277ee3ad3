import { createPrivateKey, createPublicKey, randomUUID, sign } from "node:crypto";
import { makeCle } from "../../src/evidence/cle.ts";
import { engagementDuFait, selDuFait } from "../../src/evidence/engagement.ts";
import { texteDuFait } from "../../src/evidence/texte-fait.ts";
import { type Base, type Tx, transaction } from "../../src/store/connexion.ts";
import { creerDossier, lireDossier, prochaineReference } from "../../src/store/dossier/dossiers.ts";
import type { ResumeDossier } from "../../src/store/dossier/resume.ts";
import { ajouterFaits, type FaitAEcrire, TETE_VIDE } from "../../src/store/journal/journal.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";

/** The proof key of every dossier in store tests. */
export const CLE_PREUVE = new Uint8Array(32).fill(7);

// RFC 8410: the constant head of an Ed25519 private key in PKCS#8 form.
const PKCS8 = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.alloc(32, 3)]);
const PRIVEE = createPrivateKey({ key: PKCS8, format: "der", type: "pkcs8" });
const PUBLIQUE = createPublicKey(PRIVEE).export({ format: "der", type: "spki" }).subarray(-32);

/** The key that signs the journals of store tests. */
export const CLE_JOURNAL = makeCle(hasherNode, "journal.exemple.invalid", new Uint8Array(PUBLIQUE));
export const signerDeTest = (message: Uint8Array): Uint8Array => sign(null, message, PRIVEE);

export function resumeFictif(changements: Partial<ResumeDossier> = {}): ResumeDossier {
  return {
    beneficiaire: { nom: "Éléonore Fictive" },
    nomAffiche: "Éléonore Fictive",
    conseiller: "conseiller-1",
    etape: "demande",
    phase: null,
    minutesSignees: 0,
    minutesPrevues: 1_440,
    prochaineEcheance: "2026-12-01",
    prochainActe: "tenirEntretienPrealable",
    alertes: 0,
    debut: null,
    fin: null,
    financement: "cpf",
    suspens: [],
    aReponduLe: null,
    attendReponseLe: null,
    aSignerLe: null,
    ...changements,
  };
}

/** The n-th fact of a dossier; the store does not read what it says. */
export function faitFictif(dossierId: string, n: number, note = "note"): FaitAEcrire {
  const [id, type, jour] = [randomUUID(), "demande_recue.v1", "2026-11-24"];
  const texte = texteDuFait(dossierId, n, { id, type, date: jour, consigneLe: jour, donnees: { note } });
  const sel = selDuFait(hasherNode, CLE_PREUVE, dossierId, n);
  const engagement = engagementDuFait(hasherNode, sel, texte);
  return { id, type, jour, texte, engagement };
}

/** Makes a dossier with its first `nombre` facts inside the given transaction; gives its id. */
export async function ecrireDossier(
  tx: Tx,
  nombre = 1,
  changements: Partial<ResumeDossier> = {},
): Promise<string> {
  const id = randomUUID();
  const resume = resumeFictif(changements);
  await creerDossier(tx, { id, reference: await prochaineReference(tx, 2026), resume });
  const faits = Array.from({ length: nombre }, (_, i) => faitFictif(id, i + 1));
  if (nombre > 0) await ajouterFaits(tx, { dossierId: id, attendu: TETE_VIDE, faits, resume });
  return id;
}

/** Adds one fact to a dossier as a use case does: read, then write against what was read. */
export function ajouterUnFait(base: Base, organismeId: string, dossierId: string, note?: string) {
  return transaction(base, organismeId, async (tx) => {
    const dossier = await lireDossier(tx, { id: dossierId });
    if (dossier === undefined) throw new Error(`no dossier ${dossierId}`);
    const fait = faitFictif(dossierId, dossier.tete.taille + 1, note);
    return ajouterFaits(tx, { dossierId, attendu: dossier.tete, faits: [fait], resume: resumeFictif() });
  });
}
