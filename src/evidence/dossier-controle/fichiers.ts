import { hex, parseUtf8, sameBytes } from "../bytes.ts";
import type { EntreeZip } from "../entree-zip.ts";
import type { Hasher } from "../hasher.ts";
import { PreuveInvalide } from "../preuve-invalide.ts";
import { ecrireZip } from "../zip-canonique.ts";
import { parcourirZip } from "../zip-parcours.ts";
import { MANIFESTE } from "./entrees.ts";
import type { Manifeste } from "./manifeste.ts";

/** The files of a control file, and whether its bytes are the only ones that these files can give. */
export type Archive = { readonly fichiers: ReadonlyMap<string, Uint8Array>; readonly canonique: boolean };

/** Opens the archive, damaged or not; throws PreuveInvalide when its structure cannot be followed. */
export function openArchive(bytes: Uint8Array): Archive {
  const entrees = parcourirZip(bytes);
  return {
    fichiers: new Map(entrees.map(({ nom, contenu }) => [nom, contenu])),
    canonique: isCanonique(entrees, bytes),
  };
}

/** The UTF-8 text of one file of the archive; throws PreuveInvalide when it is missing or not a text. */
export function readTexte(fichiers: ReadonlyMap<string, Uint8Array>, nom: string): string {
  const contenu = fichiers.get(nom);
  if (contenu === undefined) throw new PreuveInvalide(`Le fichier « ${nom} » manque.`);
  return parseUtf8(contenu, `Le fichier « ${nom} »`);
}

/** One French sentence per file that is missing, added or changed with regard to the manifest. */
export function ecartsAuManifeste(
  h: Hasher,
  fichiers: ReadonlyMap<string, Uint8Array>,
  manifeste: Manifeste,
): string[] {
  const ecarts: string[] = [];
  for (const [nom, empreinte] of manifeste.empreintes) {
    const contenu = fichiers.get(nom);
    if (contenu === undefined) ecarts.push(`Le fichier « ${nom} » manque.`);
    else if (hex(h.sha256(contenu)) !== empreinte) ecarts.push(`Le fichier « ${nom} » a été modifié.`);
  }
  for (const nom of fichiers.keys()) {
    if (nom !== MANIFESTE && !manifeste.empreintes.has(nom))
      ecarts.push("Un fichier que le manifeste ne nomme pas a été ajouté.");
  }
  return ecarts;
}

/** True when bytes that cannot be opened still bear a mark of a control file: damaged, not foreign. */
export function seemsDossierControle(bytes: Uint8Array): boolean {
  // Read as Latin-1 in slices: a search in text is the fastest that a pure room has.
  const marque = /probant-manifeste\/1|manifeste\.txt|probant-tete\/1|preuves\/journal\.tlog-proof/;
  const latin1 = new TextDecoder("latin1");
  for (let at = 0; at < bytes.length; at += 65_536) {
    if (marque.test(latin1.decode(bytes.subarray(at, at + 65_600)))) return true;
  }
  return false;
}

function isCanonique(entrees: readonly EntreeZip[], bytes: Uint8Array): boolean {
  try {
    return sameBytes(ecrireZip(entrees), bytes);
  } catch (error) {
    // A name that no archive of ours can hold: the archive is another one.
    if (error instanceof PreuveInvalide) return false;
    throw error;
  }
}
