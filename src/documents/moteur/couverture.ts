/** Answers whether some font holds a glyph for a code point. */
export type Couverture = (point: number) => boolean;

/** Reads which code points the given TrueType or OpenType fonts can draw, from their `cmap` tables (formats 4 and 12). */
export function lireCouverture(polices: readonly Uint8Array[]): Couverture {
  const bits = new Uint8Array(0x110000 / 8);
  const noter = (point: number): void => {
    bits[point >> 3]! |= 1 << (point & 7);
  };
  for (const octets of polices)
    lireCmap(new DataView(octets.buffer, octets.byteOffset, octets.length), noter);
  return (point) => (bits[point >> 3]! & (1 << (point & 7))) !== 0;
}

function lireCmap(police: DataView, noter: (point: number) => void): void {
  const cmap = positionDeTable(police, 0x636d6170);
  for (let i = 0; i < police.getUint16(cmap + 2); i += 1) {
    const sous = cmap + police.getUint32(cmap + 8 + 8 * i);
    const format = police.getUint16(sous);
    if (format === 4) lireFormat4(police, sous, noter);
    else if (format === 12) lireFormat12(police, sous, noter);
  }
}

function positionDeTable(police: DataView, nom: number): number {
  for (let i = 0; i < police.getUint16(4); i += 1) {
    if (police.getUint32(12 + 16 * i) === nom) return police.getUint32(20 + 16 * i);
  }
  throw new RangeError("font without cmap table");
}

function lireFormat4(police: DataView, debut: number, noter: (point: number) => void): void {
  const tailleDesSegments = police.getUint16(debut + 6);
  for (let s = 0; s < tailleDesSegments; s += 2) {
    const fin = police.getUint16(debut + 14 + s);
    const premier = police.getUint16(debut + 16 + tailleDesSegments + s);
    const decalage = police.getUint16(debut + 16 + 2 * tailleDesSegments + s);
    const adresse = debut + 16 + 3 * tailleDesSegments + s;
    const saut = police.getUint16(adresse);
    for (let point = premier; point <= fin && point < 0xffff; point += 1) {
      const brut = saut === 0 ? point : police.getUint16(adresse + saut + 2 * (point - premier));
      const glyphe = saut !== 0 && brut === 0 ? 0 : (brut + decalage) & 0xffff;
      if (glyphe !== 0) noter(point);
    }
  }
}

function lireFormat12(police: DataView, debut: number, noter: (point: number) => void): void {
  for (let g = 0; g < police.getUint32(debut + 12); g += 1) {
    const groupe = debut + 16 + 12 * g;
    for (let point = police.getUint32(groupe); point <= police.getUint32(groupe + 4); point += 1)
      noter(point);
  }
}
