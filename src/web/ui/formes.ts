const deuxDecimales = (n: number): string => String(Math.round(n * 100) / 100);

/** Closed path of a seal's toothed edge: `dents` teeth between two radii, first tooth at the top. */
export function bordDuSceau(cx: number, cy: number, dents: number, rDehors: number, rDedans: number): string {
  const points: string[] = [];
  for (let i = 0; i < dents * 2; i += 1) {
    const r = i % 2 === 0 ? rDehors : rDedans;
    const angle = (Math.PI * i) / dents;
    points.push(`${deuxDecimales(cx + r * Math.sin(angle))} ${deuxDecimales(cy - r * Math.cos(angle))}`);
  }
  return `M${points.join("L")}Z`;
}

/** Path of a full circle, to be cut out of another one (`fill-rule="evenodd"`). */
export function cercle(cx: number, cy: number, r: number): string {
  return `M${deuxDecimales(cx - r)} ${cy}a${r} ${r} 0 1 0 ${deuxDecimales(2 * r)} 0a${r} ${r} 0 1 0 ${deuxDecimales(-2 * r)} 0Z`;
}

/** Path of the tick drawn in a seal of radius about 11, centre 12, 12. */
export const COCHE = "M6.5 13.1 8.1 11.5 10.6 13.9 15.9 7.9 17.7 9.5 10.8 17.3Z";

/** Angles, in degrees, of the guilloche's ellipses: two families turned through the half circle. */
export const GUILLOCHE: readonly { readonly ry: number; readonly angle: number }[] = [
  ...Array.from({ length: 24 }, (_, i) => ({ ry: 62, angle: i * 7.5 })),
  ...Array.from({ length: 8 }, (_, i) => ({ ry: 110, angle: 3.75 + i * 22.5 })),
];
