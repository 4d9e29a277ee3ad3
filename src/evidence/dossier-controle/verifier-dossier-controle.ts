import type { Hasher } from "../hasher.ts";
import { parseNote } from "../note.ts";
import { PreuveInvalide } from "../preuve-invalide.ts";
import { Carnet } from "./carnet.ts";
import { readCle, readManifesteSigne } from "./cle-du-dossier.ts";
import { checkPreuves } from "./controle-preuves.ts";
import { MANIFESTE } from "./entrees.ts";
import { type Archive, ecartsAuManifeste, openArchive, readTexte, seemsDossierControle } from "./fichiers.ts";
import { type Manifeste, parseManifeste } from "./manifeste.ts";
import type { Rapport } from "./rapport.ts";

/** `cle`: the key that the organisation is known by, as vkey text or as its fingerprint of 64 hexadecimal digits. */
export type Attendu = { readonly cle?: string };

/** Checks the bytes of a control file. Never throws: whatever they are, the report says it in French sentences. */
export function verifierDossierControle(bytes: Uint8Array, h: Hasher, attendu: Attendu = {}): Rapport {
  const carnet = new Carnet();
  try {
    return verify(bytes, h, attendu, carnet);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    carnet.refuse("archive", `Le contrôle n’a pas pu aller à son terme : ${detail}`);
    return carnet.close();
  }
}

function verify(bytes: Uint8Array, h: Hasher, attendu: Attendu, carnet: Carnet): Rapport {
  const archive = open(bytes);
  if (archive instanceof PreuveInvalide) {
    carnet.refuse("archive", archive.message);
    return carnet.close(seemsDossierControle(bytes) ? undefined : "illisible");
  }
  const { fichiers } = archive;
  if (!fichiers.has(MANIFESTE) && !seemsDossierControle(bytes)) {
    carnet.refuse("archive", "Cette archive n’est pas un dossier de contrôle : elle n’a pas de manifeste.");
    return carnet.close("illisible");
  }
  checkArchive(archive, carnet);
  const manifeste = readManifeste(fichiers, carnet);
  if (manifeste === null) return carnet.close();
  carnet.dossier = manifeste.dossierId;
  carnet.faits = manifeste.faits;
  const ecarts = ecartsAuManifeste(h, fichiers, manifeste);
  for (const ecart of ecarts) carnet.refuse("fichiers", ecart);
  // Bytes already known to be altered need no signature to condemn them.
  if (!archive.canonique) return carnet.close();
  if (ecarts.length === 0) {
    const nombre = manifeste.empreintes.size;
    carnet.check("fichiers", `Les ${nombre} fichiers sont ceux du manifeste, aucun ne manque.`, () => nombre);
  }
  const cle = readCle(h, fichiers, attendu.cle, carnet);
  if (cle === null) return carnet.close();
  readManifesteSigne(h, fichiers, cle.cle, carnet);
  if (ecarts.length === 0) checkPreuves(h, fichiers, manifeste, cle, carnet);
  return carnet.close();
}

function open(bytes: Uint8Array): Archive | PreuveInvalide {
  try {
    return openArchive(bytes);
  } catch (error) {
    if (error instanceof PreuveInvalide) return error;
    throw error;
  }
}

function checkArchive({ canonique }: Archive, carnet: Carnet): void {
  carnet.check("archive", "L’archive est écrite sous la seule forme permise.", () => {
    if (!canonique)
      throw new PreuveInvalide("Au moins un octet de l’archive a changé depuis sa fabrication.");
  });
}

function readManifeste(fichiers: Archive["fichiers"], carnet: Carnet): Manifeste | null {
  return carnet.check("manifeste", "Le manifeste est lisible.", () => {
    const { texte, signatures } = parseNote(readTexte(fichiers, MANIFESTE));
    if (signatures.length !== 1) throw new PreuveInvalide("Le manifeste doit porter une seule signature.");
    return parseManifeste(texte);
  });
}
