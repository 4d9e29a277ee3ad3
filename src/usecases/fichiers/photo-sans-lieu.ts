import { concat } from "../../evidence/bytes.ts";

/** Segments that a picture needs to be shown right: JFIF, colour profile, Adobe's colour transform. */
const UTILES = new Set([0xe0, 0xe2, 0xee]);
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
const ORIENTATION = 0x0112;

/**
 * A JPEG without what the telephone wrote beside the picture: place, device, moment, thumbnail. The way up is kept.
 * Picture data are copied as they are. Gives null for bytes that are no whole JPEG.
 */
export function photoSansLieu(octets: Uint8Array): Uint8Array | null {
  const gardes: Uint8Array[] = [octets.slice(0, 2)];
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  let i = 2;
  while (i + 4 <= octets.length) {
    const marque = octets[i + 1]!;
    if (octets[i] !== 0xff) return null;
    // The picture itself begins, and goes on to its end mark: nothing else is kept behind it.
    if (marque === 0xda) {
      const fin = finDeLImage(octets, i);
      return fin === null ? null : concat([...gardes, octets.slice(i, fin)]);
    }
    const fin = i + 2 + vue.getUint16(i + 2);
    if (fin > octets.length) return null;
    const segment = octets.slice(i, fin);
    if (marque === 0xe1) {
      const sens = orientation(segment);
      if (sens !== null) gardes.push(exifDOrientation(sens));
    } else if (!estAnnexe(marque) || UTILES.has(marque)) gardes.push(segment);
    i = fin;
  }
  return null;
}

// Inside picture data, FF is followed by 0 or by a restart mark: FF D9 is the end, and nothing but it.
function finDeLImage(octets: Uint8Array, debut: number): number | null {
  for (let i = debut; i + 1 < octets.length; i += 1) {
    if (octets[i] === 0xff && octets[i + 1] === 0xd9) return i + 2;
  }
  return null;
}

const estAnnexe = (marque: number) => (marque >= 0xe0 && marque <= 0xef) || marque === 0xfe;

/** The way up that an EXIF segment gives, 1 to 8; null when it gives none. */
function orientation(segment: Uint8Array): number | null {
  if (!EXIF.every((o, i) => segment[4 + i] === o) || segment.length < 26) return null;
  const tiff = new DataView(segment.buffer, segment.byteOffset + 10, segment.byteLength - 10);
  const petit = tiff.getUint16(0) === 0x4949;
  const debut = tiff.getUint32(4, petit);
  if (debut + 2 > tiff.byteLength) return null;
  const nombre = tiff.getUint16(debut, petit);
  for (let n = 0; n < nombre; n += 1) {
    const entree = debut + 2 + 12 * n;
    if (entree + 12 > tiff.byteLength) return null;
    if (tiff.getUint16(entree, petit) !== ORIENTATION) continue;
    const sens = tiff.getUint16(entree + 8, petit);
    return sens >= 1 && sens <= 8 ? sens : null;
  }
  return null;
}

/** An EXIF segment that says the way up and nothing else. */
function exifDOrientation(sens: number): Uint8Array {
  const tiff = [
    0x4d,
    0x4d,
    0,
    0x2a,
    0,
    0,
    0,
    8,
    0,
    1,
    0x01,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    sens,
    0,
    0,
    0,
    0,
    0,
    0,
  ];
  const longueur = 2 + EXIF.length + tiff.length;
  return Uint8Array.from([0xff, 0xe1, longueur >> 8, longueur & 0xff, ...EXIF, ...tiff]);
}
