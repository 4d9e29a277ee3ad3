import { aSonTour, transaction, transactionDeLecture } from "../../store/connexion.ts";
import { lirePassations } from "../../store/journal/passations.ts";
import { inscrirePassation } from "../../store/journal/sequencer.ts";
import { VERROUS } from "../../store/verrous.ts";
import { ErreurTrousseau } from "../../vault/erreur-trousseau.ts";
import { signerLaTete } from "../journal/signer-journal.ts";
import type { Maison } from "../maison.ts";
import { organismes } from "../organisme/les-organismes.ts";
import { acheverPassation } from "./tourner-signature.ts";

/**
 * Brings logs and keyring to the same signing keys, before anything is signed: a hand-over that was interrupted is ended,
 * and a log put back from before one has it written at its end. Throws `ErreurTrousseau` for a keyring that is older than
 * the log: the key that signs today is not in it.
 */
export async function reprendreLesPassations(maison: Maison): Promise<void> {
  for (const organismeId of await organismes(maison)) {
    if ((await manquantes(maison, organismeId))?.length === 0) continue;
    await aSonTour(maison.base, VERROUS.trousseau, async () => {
      await acheverPassation(maison, organismeId);
      const notes = await manquantes(maison, organismeId);
      if (notes === null) throw tropAncien();
      if (notes.length > 0) await inscrireANouveau(maison, organismeId, notes);
    });
  }
}

/** What the keyring knows and the log does not; null when the log knows more, or something else. */
async function manquantes(maison: Maison, organismeId: string): Promise<readonly string[] | null> {
  const inscrites = await transactionDeLecture(maison.base, organismeId, lirePassations);
  const { trousseau } = maison;
  const gardees = trousseau.passations(organismeId);
  if (trousseau.passationEnCours(organismeId)) return null;
  return inscrites.every(({ note }, i) => note === gardees[i]) ? gardees.slice(inscrites.length) : null;
}

function inscrireANouveau(maison: Maison, organismeId: string, notes: readonly string[]) {
  return transaction(maison.base, organismeId, async (tx) => {
    for (const note of notes) await inscrirePassation(tx, note);
    await signerLaTete(maison, tx);
  });
}

const tropAncien = () =>
  new ErreurTrousseau(
    "Le trousseau est plus ancien que ces données : il n’a pas la clé qui signe aujourd’hui le journal. Rien n’a été modifié. " +
      "Remettez en place sa dernière copie.",
  );
