import { hex, utf8 } from "../../src/evidence/bytes.ts";
import { FAITS, MANIFESTE } from "../../src/evidence/dossier-controle/entrees.ts";
import { formatFaits } from "../../src/evidence/dossier-controle/faits.ts";
import { formatManifeste, parseManifeste } from "../../src/evidence/dossier-controle/manifeste.ts";
import type { FaitControle } from "../../src/evidence/dossier-controle.ts";
import { assembler } from "../../src/evidence/dossier-controle.ts";
import { parseNote, signNote } from "../../src/evidence/note.ts";
import { ecrireZip, lireZip } from "../../src/evidence/zip-canonique.ts";
import { hasherNode as h } from "../../src/verifier/hasher-node.ts";
import { CLE, compositionExemple, SIGNER } from "./exemple.ts";

/** The sample control file, whole and as the contents of its files. */
export const BYTES = assembler(h, compositionExemple());
export const CONTENUS: Contenus = new Map(lireZip(BYTES).map(({ nom, contenu }) => [nom, contenu]));
export const MANIFESTE_SIGNE = parseManifeste(
  parseNote(new TextDecoder().decode(CONTENUS.get(MANIFESTE))).texte,
);

export type Contenus = ReadonlyMap<string, Uint8Array>;

/** An archive of these files, nothing signed again. */
export function zip(contenus: Contenus): Uint8Array {
  return ecrireZip([...contenus].map(([nom, contenu]) => ({ nom, contenu })));
}

/** What the organisation itself could make, key in hand: the manifest written and signed again over these files. */
export function reseal(
  contenus: Contenus,
  signataire = { cle: CLE, signer: SIGNER },
  faits?: readonly FaitControle[],
): Uint8Array {
  const autres = [...contenus].filter(([nom]) => nom !== MANIFESTE);
  const montres = faits?.filter((f) => "texte" in f).length ?? 0;
  const compte = faits && { total: faits.length, montres, retenus: faits.length - montres };
  const texte = formatManifeste({
    ...MANIFESTE_SIGNE,
    faits: compte ?? MANIFESTE_SIGNE.faits,
    empreintes: new Map(autres.map(([nom, contenu]) => [nom, hex(h.sha256(contenu))])),
  });
  return zip(new Map([...autres, [MANIFESTE, utf8(signNote(texte, [signataire]))]]));
}

/** The sample with other facts, and other files if need be, sealed again with the true key. */
export function withFaits(faits: readonly FaitControle[], autres: [string, Uint8Array][] = []): Uint8Array {
  return reseal(new Map([...CONTENUS, [FAITS, utf8(formatFaits(faits))], ...autres]), undefined, faits);
}

/** The same facts, ranked 1, 2, 3… */
export function renumber(faits: readonly FaitControle[]): FaitControle[] {
  return faits.map((fait, i) => ({ ...fait, n: i + 1 }));
}
