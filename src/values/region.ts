/** « de Bretagne », « d’Île-de-France », « du Grand Est », « des Hauts-de-France ». */
export function deLaRegion(region: string): string {
  const nom = region.trim().replace(/'/g, "’");
  if (/^(grand|centre)/i.test(nom)) return `du ${nom}`;
  if (/^(hauts|pays)/i.test(nom)) return `des ${nom}`;
  return /^[aeiouyàâéèêîïôû]/i.test(nom) ? `d’${nom}` : `de ${nom}`;
}
