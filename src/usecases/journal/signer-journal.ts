import { type CleVerification, makeCle } from "../../evidence/cle.ts";
import type { Signer } from "../../evidence/note.ts";
import { type Tx, transaction } from "../../store/connexion.ts";
import { type CheckpointLu, organismesASigner, signerTete } from "../../store/journal/checkpoints.ts";
import { sequencer, sequencerTout } from "../../store/journal/sequencer.ts";
import type { Maison } from "../maison.ts";

/** The organisation's signing key: its public part under the name that checkpoints bear, and the function that signs. */
export function signataireDe(maison: Maison, organismeId: string): { cle: CleVerification; signer: Signer } {
  const { publique, signer } = maison.trousseau.signataire(organismeId);
  return { cle: makeCle(maison.hasher, `probant/${organismeId}`, publique), signer };
}

/** Brings one log up to date and signs it: what a control file or a receipt rests on must be signed first. */
export async function signerMaintenant(maison: Maison, tx: Tx): Promise<CheckpointLu> {
  while ((await sequencer(tx)) > 0);
  const { cle, signer } = signataireDe(maison, tx.organismeId);
  return await signerTete(tx, cle, signer);
}

/** Places the heads that wait in every log, and signs the logs that grew. */
export async function tenirLesJournaux(maison: Maison): Promise<void> {
  if ((await sequencerTout(maison.base)) > 0) await signerTousLesJournaux(maison);
}

/** Signs the head of every log that grew since its last checkpoint. */
async function signerTousLesJournaux(maison: Maison): Promise<void> {
  for (const organismeId of await organismesASigner(maison.base)) {
    await transaction(maison.base, organismeId, (tx) => {
      const { cle, signer } = signataireDe(maison, organismeId);
      return signerTete(tx, cle, signer);
    });
  }
}
