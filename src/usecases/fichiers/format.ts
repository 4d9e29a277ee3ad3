/** What a file is by its bytes, whatever its name says. */
export type Format = "pdf" | "jpeg" | "png";

export const TYPES_MEDIA: Record<Format, string> = {
  pdf: "application/pdf",
  jpeg: "image/jpeg",
  png: "image/png",
};

/** 20 000 by 20 000 points: more than any telephone takes, less than what fills a memory once opened. */
const COTE_MAX = 20_000;

const commence = (octets: Uint8Array, ...debut: number[]) => debut.every((o, i) => octets[i] === o);

/** What the first bytes say that a file is, whatever its name; null for anything that we do not take. */
export function formatDe(octets: Uint8Array): Format | null {
  if (commence(octets, 0x25, 0x50, 0x44, 0x46, 0x2d)) return "pdf";
  if (commence(octets, 0xff, 0xd8, 0xff)) return "jpeg";
  if (commence(octets, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "png";
  return null;
}

/** Width and height that an image announces, in points; null when it announces none. Nothing is decoded. */
export function dimensions(octets: Uint8Array, format: "jpeg" | "png"): [number, number] | null {
  const vue = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  if (format === "png") return octets.length < 24 ? null : [vue.getUint32(16), vue.getUint32(20)];
  let i = 2;
  while (i + 9 < octets.length && octets[i] === 0xff) {
    const marque = octets[i + 1]!;
    // SOF0 to SOF15, but for the three codes of that range that are tables.
    if (marque >= 0xc0 && marque <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marque)) {
      return [vue.getUint16(i + 7), vue.getUint16(i + 5)];
    }
    i += 2 + vue.getUint16(i + 2);
  }
  return null;
}

/** Whether an image of these sides, in points, is more than a reader's machine can be asked to decode. */
export function estDemesuree([largeur, hauteur]: [number, number]): boolean {
  return largeur > COTE_MAX || hauteur > COTE_MAX || largeur * hauteur > 200_000_000;
}
