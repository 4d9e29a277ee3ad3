import { transaction } from "../../store/connexion.ts";
import { clesDesSecrets } from "../../store/messages/outbox.ts";
import type { Maison } from "../maison.ts";
import { organismes } from "../organisme/les-organismes.ts";

/**
 * Turns the outer keys that wrap no key of a dossier. Those of seals close what lies in their folder anew, and the old ones
 * go. Messages are sealed under a new one: an older one goes when no secret waits under it any more, at a later turn, since
 * a message may be being written. Backups to come open with a new one; those that were made keep theirs. The caller holds
 * the lock of the keyring.
 */
export async function tournerLesAutres(maison: Maison): Promise<void> {
  const { trousseau, sceaux } = maison;
  // More than one: a turn was interrupted after it had made the new one, and goes on from there.
  if (trousseau.externesDe("sceau").length < 2) await trousseau.ajouterExterne("sceau");
  await sceaux.refermer();
  await trousseau.detruireExternes(trousseau.externesDe("sceau").slice(0, -1), maison.horloge());

  const attendues = new Set<string>();
  const anciennes = trousseau.externesDe("message").slice(0, -1);
  for (const organismeId of await organismes(maison)) {
    for (const cle of await transaction(maison.base, organismeId, clesDesSecrets)) attendues.add(cle);
  }
  await trousseau.ajouterExterne("message");
  await trousseau.detruireExternes(
    anciennes.filter((id) => !attendues.has(id)),
    maison.horloge(),
  );
  await trousseau.ajouterExterne("sauvegarde");
}
