/** « 1 séance », « 9 séances », « 0 séance »: French takes the plural from 2 on. */
export function accorder(n: number, singulier: string, pluriel = `${singulier}s`): string {
  return `${n} ${n < 2 ? singulier : pluriel}`;
}
