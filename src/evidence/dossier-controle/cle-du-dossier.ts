import { type CleVerification, empreinteCle, formatVkey, parseVkey } from "../cle.ts";
import type { Hasher } from "../hasher.ts";
import { openNote } from "../note.ts";
import type { Passation } from "../passation.ts";
import { PreuveInvalide } from "../preuve-invalide.ts";
import type { Carnet } from "./carnet.ts";
import { CLE, MANIFESTE } from "./entrees.ts";
import { readTexte } from "./fichiers.ts";
import { readPassations } from "./passations.ts";

/** The key that signs a control file, and the hand-overs that lead to it. */
export type CleDuDossier = { readonly cle: CleVerification; readonly passations: readonly Passation[] };

/**
 * The key that the file says it is signed with, or null when it cannot be read. Compared with the expected one when
 * there is one, which may be a key that handed over to it: a forger who signs everything again can only be told by his
 * key.
 */
export function readCle(
  h: Hasher,
  fichiers: ReadonlyMap<string, Uint8Array>,
  attendue: string | undefined,
  carnet: Carnet,
): CleDuDossier | null {
  const cle = carnet.check("cle", "La clé publique est lisible.", () => {
    const texte = readTexte(fichiers, CLE);
    const lue = parseVkey(h, texte.trimEnd());
    if (texte !== `${formatVkey(lue)}\n`) throw new PreuveInvalide("La clé publique est mal écrite.");
    return lue;
  });
  if (cle === null) return null;
  const empreinte = empreinteCle(h, cle);
  carnet.cle = { nom: cle.nom, empreinte };
  const passations = readPassations(h, fichiers, cle, carnet);
  if (passations === null) return null;
  if (attendue === undefined) {
    carnet.remarques.push(
      `Le dossier est signé par la clé « ${cle.nom} », d’empreinte ${empreinte}. Comparez cette empreinte à celle que l’organisme vous a donnée par ailleurs : un faussaire signerait avec une autre clé.`,
    );
  } else {
    const avant = passations.find(({ ancienne }) => isExpected(h, ancienne, attendue));
    if (avant === undefined)
      carnet.check("cle", "La clé est celle que vous attendiez.", () => {
        if (!isExpected(h, cle, attendue))
          throw new PreuveInvalide("Le dossier est signé par une autre clé que celle que vous attendiez.");
      });
    else
      carnet.remarques.push(
        `La clé que vous attendiez a passé la main. Celle qui signe maintenant a pour empreinte ${empreinte} : faites-vous la confirmer par l’organisme.`,
      );
  }
  return { cle, passations };
}

/** Checks that this key signed the manifest. */
export function readManifesteSigne(
  h: Hasher,
  fichiers: ReadonlyMap<string, Uint8Array>,
  cle: CleVerification,
  carnet: Carnet,
): void {
  carnet.check("manifeste", `Le manifeste est signé par « ${cle.nom} ».`, () =>
    openNote(h, readTexte(fichiers, MANIFESTE), [cle]),
  );
}

/** True for what can be compared with a key: a fingerprint of 64 hexadecimal digits, spaced or not, or a vkey. */
export function isCleAttendue(h: Hasher, texte: string): boolean {
  if (EMPREINTE.test(pack(texte))) return true;
  try {
    parseVkey(h, texte.trim());
    return true;
  } catch (error) {
    if (error instanceof PreuveInvalide) return false;
    throw error;
  }
}

const EMPREINTE = /^[0-9a-f]{64}$/;

function isExpected(h: Hasher, cle: CleVerification, attendue: string): boolean {
  const serree = pack(attendue);
  if (EMPREINTE.test(serree)) return serree === pack(empreinteCle(h, cle));
  return attendue.trim() === formatVkey(cle);
}

function pack(texte: string): string {
  return texte.replace(/\s/g, "").toLowerCase();
}
