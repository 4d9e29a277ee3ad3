import { Frontier } from "../../evidence/merkle.ts";
import { type Passation, signPassation } from "../../evidence/passation.ts";
import { siSeul, transaction } from "../../store/connexion.ts";
import { lireDernierePassation } from "../../store/journal/passations.ts";
import { inscrirePassation, tenirTete } from "../../store/journal/sequencer.ts";
import { VERROUS } from "../../store/verrous.ts";
import { cleQuiSigne, nommerCle, signerLaTete, signerMaintenant } from "../journal/signer-journal.ts";
import type { Maison } from "../maison.ts";
import { clesDuJournal } from "./cles-du-journal.ts";

/**
 * Gives an organisation a new signing key. The old one signs the log a last time, both sign the hand-over, which is
 * written in the log, the new one signs from there, and the old one is destroyed. Safe to interrupt at any step and to
 * run again: a hand-over that was begun is ended, and no second one is made. `empreinte`: the key to replace, so that the
 * same request sent twice turns once; the one in use unless said. False when another process is at the keyring.
 */
export async function tournerSignature(
  maison: Maison,
  organismeId: string,
  empreinte?: string,
): Promise<boolean> {
  const fait = await siSeul(maison.base, VERROUS.trousseau, async () => {
    const commencee = maison.trousseau.passationEnCours(organismeId);
    await acheverPassation(maison, organismeId);
    const [enUsage] = await clesDuJournal(maison, { organismeId });
    if (commencee || (empreinte !== undefined && enUsage?.empreinte !== empreinte)) return true;
    await maison.trousseau.preparerSignataire(organismeId);
    await acheverPassation(maison, organismeId);
    return true;
  });
  return fait ?? false;
}

/** Ends the hand-overs that were interrupted; the caller holds the lock of the keyring. */
export async function acheverPassation(maison: Maison, organismeId: string): Promise<void> {
  const { trousseau } = maison;
  if (!trousseau.passationEnCours(organismeId)) return;
  const note = await inscrireLaPassation(maison, organismeId);
  await trousseau.passerLaMain(organismeId, note);
}

/** Writes the hand-over and what both keys sign around it in one transaction; gives the one that is there already. */
function inscrireLaPassation(maison: Maison, organismeId: string): Promise<string> {
  const { trousseau, base, hasher } = maison;
  return transaction(base, organismeId, async (tx) => {
    const suivante = await trousseau.preparerSignataire(organismeId);
    const nouvelle = nommerCle(maison, organismeId, suivante.publique);
    await tenirTete(tx);
    const ancienne = await cleQuiSigne(maison, tx);
    if (ancienne.cle.idHex === nouvelle.idHex) return (await lireDernierePassation(tx))!.note;
    await signerMaintenant(maison, tx);
    const { taille, frontiere } = await tenirTete(tx);
    const passation: Passation = {
      taille,
      racine: Frontier.fromBytes(hasher, taille, frontiere).root(),
      ancienne: ancienne.cle,
      nouvelle,
      le: maison.horloge(),
    };
    const note = signPassation(hasher, passation, { ancien: ancienne.signer, nouveau: suivante.signer });
    await inscrirePassation(tx, note);
    await signerLaTete(maison, tx);
    return note;
  });
}
