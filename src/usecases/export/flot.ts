import { transactionDeLecture } from "../../store/connexion.ts";
import { exigerTailles, tablesDeLOrganisme } from "../../store/export/lire-organisme.ts";
import { fermerFlux, type PourQui } from "../../vault/fichier-age.ts";
import { rendreLesDestructionsEffectives } from "../destruction/tourner-les-cles.ts";
import { tenirLesJournaux } from "../journal/signer-journal.ts";
import type { Maison } from "../maison.ts";
import type { FinDExport } from "./format.ts";
import { type Avancer, rassembler } from "./rassembler.ts";
import { zipper } from "./zip-en-flux.ts";

/** What waits to be destroyed is destroyed, and the journal is signed: an export takes neither along half done. */
export async function preparerExport(maison: Maison): Promise<void> {
  await rendreLesDestructionsEffectives(maison);
  await tenirLesJournaux(maison);
}

/**
 * Gives the bytes of an export one piece after the other to `ecrire`, and waits for each. Throws `FichierTropGrand` before
 * the first. The caller holds the lock of the keyring: the wrappings that are read are those that it opens.
 */
export async function flotDExport(
  maison: Maison,
  organismeId: string,
  pour: PourQui,
  avancer: Avancer,
  ecrire: (octets: Uint8Array) => Promise<void>,
): Promise<FinDExport> {
  let fin: FinDExport | undefined;
  await transactionDeLecture(maison.base, organismeId, async (tx) => {
    await exigerTailles(tx, await tablesDeLOrganisme(tx.client));
    const fichiers = rassembler(maison, tx, pour, avancer, (f) => {
      fin = f;
    });
    for await (const octets of fermerFlux(pour, zipper(fichiers))) await ecrire(octets);
  });
  return fin!;
}
