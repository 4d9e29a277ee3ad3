import { type CleVerification, makeCle } from "../../evidence/cle.ts";
import type { Signer } from "../../evidence/note.ts";
import { parsePassation } from "../../evidence/passation.ts";
import { type Tx, transaction } from "../../store/connexion.ts";
import { type CheckpointLu, organismesASigner, signerTete } from "../../store/journal/checkpoints.ts";
import { lireDernierePassation } from "../../store/journal/passations.ts";
import { sequencer, sequencerTout, tenirTete } from "../../store/journal/sequencer.ts";
import type { Maison } from "../maison.ts";

/** A signing key: its public part under the name that checkpoints bear, and the function that signs. */
export interface CleQuiSigne {
  cle: CleVerification;
  signer: Signer;
}

/** The key that signs an organisation's log as this transaction sees it: the one that the last hand-over names. */
export async function cleQuiSigne({ trousseau, hasher }: Maison, tx: Tx): Promise<CleQuiSigne> {
  const { organismeId } = tx;
  const passation = await lireDernierePassation(tx);
  const { publique, signer } =
    passation === undefined
      ? trousseau.signataire(organismeId)
      : trousseau.signataireDe(organismeId, parsePassation(hasher, passation.note).nouvelle.publique);
  return { cle: nommerCle({ hasher }, organismeId, publique), signer };
}

/** The public key under the name that the checkpoints of an organisation bear. */
export function nommerCle(
  { hasher }: Pick<Maison, "hasher">,
  organismeId: string,
  publique: Uint8Array,
): CleVerification {
  return makeCle(hasher, `probant/${organismeId}`, publique);
}

/** Brings one log up to date and signs it: what a control file or a receipt rests on must be signed first. */
export async function signerMaintenant(maison: Maison, tx: Tx): Promise<CheckpointLu> {
  while ((await sequencer(tx)) > 0);
  return await signerLaTete(maison, tx);
}

/** Signs the log as it stands. Its head is held: a hand-over of the key comes before this, or after it. */
export async function signerLaTete(maison: Maison, tx: Tx): Promise<CheckpointLu> {
  await tenirTete(tx);
  const { cle, signer } = await cleQuiSigne(maison, tx);
  return await signerTete(tx, cle, signer);
}

/** Places the heads that wait in every log, and signs the logs that grew. */
export async function tenirLesJournaux(maison: Maison): Promise<void> {
  if ((await sequencerTout(maison.base)) > 0) await signerTousLesJournaux(maison);
}

/** Signs the head of every log that grew since its last checkpoint. */
async function signerTousLesJournaux(maison: Maison): Promise<void> {
  for (const organismeId of await organismesASigner(maison.base)) {
    await transaction(maison.base, organismeId, (tx) => signerLaTete(maison, tx));
  }
}
