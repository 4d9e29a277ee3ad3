import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from "node:crypto";
import { ouvrir, sceller } from "../../src/vault/contenu.ts";
import { chronometrer, entrelacer, mediane, rapport, type Serie } from "../entrelacer.ts";
import { conclure, type Ligne, type Resultat } from "../ligne.ts";

/**
 * What a part of a synthesis weighs, and a scan of several pages: there the one buffer that is handed over is a second
 * writing of two megabytes.
 */
const TAILLES = [
  { id: "texte", octets: 3_000, nom: "3 KB", floors: { sceller: 0.7, ouvrir: 0.7 } },
  { id: "fichier", octets: 2_000_000, nom: "2 MB", floors: { sceller: 0.35, ouvrir: 0.7 } },
];

/**
 * Sealing a content as the vault does, bound to its place, and opening it again. The rival runs AES-256-GCM over the same
 * bytes with the same key, with neither a place to authenticate nor one buffer to hand over: what it gives is not joined.
 */
export const scellerUnContenu: Ligne = {
  id: "sceller",
  mesurer: async (echelle) => {
    const resultats: Resultat[] = [];
    for (const taille of TAILLES) {
      // As many bytes a round, whatever the size of one content.
      const [tours, fois] = echelle === "reelle" ? [60, Math.ceil(6_000_000 / taille.octets)] : [2, 2];
      resultats.push(...(await mesurerTaille(taille, tours, fois)));
    }
    return resultats;
  },
};

async function mesurerTaille(
  { id, octets, nom, floors }: (typeof TAILLES)[number],
  tours: number,
  fois: number,
): Promise<Resultat[]> {
  const cle = randomBytes(32);
  const clair = randomBytes(octets);
  const lieu = { organismeId: randomUUID(), dossierId: randomUUID(), contenuId: randomUUID(), version: 1 };
  const scelle = sceller(cle, lieu, clair);
  const nu = chiffrerNu(cle, clair);
  if (!ouvrir(cle, lieu, scelle).equals(clair)) throw new Error("what was sealed opens as something else");
  const chauffe = Math.ceil(tours / 4);
  const dire = (quoi: string, sens: keyof typeof floors, serie: Serie) =>
    conclure({
      id: `${sens}-${id}`,
      what: `${quoi} of ${nom} in the vault, against raw AES-256-GCM of the same bytes (µs; times the speed)`,
      ours: 1000 * mediane(serie.ours),
      rival: 1000 * mediane(serie.rival),
      ratio: 1 / rapport(serie),
      floor: floors[sens],
      aim: 0.9,
    });
  const scellements = await entrelacer(
    { tours, chauffe },
    () => chronometrer(() => sceller(cle, lieu, clair), fois),
    () => chronometrer(() => chiffrerNu(cle, clair), fois),
  );
  const ouvertures = await entrelacer(
    { tours, chauffe },
    () => chronometrer(() => ouvrir(cle, lieu, scelle), fois),
    () => chronometrer(() => dechiffrerNu(cle, nu), fois),
  );
  return [dire("Sealing a content", "sceller", scellements), dire("Opening a content", "ouvrir", ouvertures)];
}

interface Nu {
  nonce: Buffer;
  chiffre: Buffer;
  tag: Buffer;
}

function chiffrerNu(cle: Buffer, clair: Buffer): Nu {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", cle, nonce);
  const chiffre = cipher.update(clair);
  cipher.final();
  return { nonce, chiffre, tag: cipher.getAuthTag() };
}

function dechiffrerNu(cle: Buffer, { nonce, chiffre, tag }: Nu): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", cle, nonce);
  decipher.setAuthTag(tag);
  const clair = decipher.update(chiffre);
  decipher.final();
  return clair;
}
