import { empreinteSerree } from "../../evidence/cle.ts";
import { parsePassation } from "../../evidence/passation.ts";
import { transactionDeLecture } from "../../store/connexion.ts";
import { lirePassations } from "../../store/journal/passations.ts";
import type { Instant } from "../../values/instant.ts";
import { cleQuiSigne } from "../journal/signer-journal.ts";
import type { Auteur, Maison } from "../maison.ts";

/** A key that signs the journal, or did: its fingerprint of 64 hexadecimal digits, and between which moments. */
export interface CleDuJournal {
  empreinte: string;
  /** Null for the first one, which is as old as the organisation. */
  depuis: Instant | null;
  /** Null while it is in use. */
  jusque: Instant | null;
}

/** The signing keys of an organisation, the one in use first. */
export function clesDuJournal(maison: Maison, { organismeId }: Pick<Auteur, "organismeId">) {
  return transactionDeLecture(maison.base, organismeId, async (tx): Promise<CleDuJournal[]> => {
    const { hasher } = maison;
    const enUsage = empreinteSerree(hasher, (await cleQuiSigne(maison, tx)).cle);
    const passations = (await lirePassations(tx)).map(({ note }) => parsePassation(hasher, note));
    const avant = passations.map(({ ancienne, le }, i) => ({
      empreinte: empreinteSerree(hasher, ancienne),
      depuis: passations[i - 1]?.le ?? null,
      jusque: le,
    }));
    const depuis = passations.at(-1)?.le ?? null;
    return [{ empreinte: enUsage, depuis, jusque: null }, ...avant.reverse()];
  });
}
