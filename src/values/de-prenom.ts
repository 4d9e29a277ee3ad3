/** « d’Inès », « d’Yves », but « de Camille » and « de Yanis »: a y before a vowel is heard as a consonant. */
export function dePrenom(prenom: string): string {
  const sElide = /^(?:[aàâäeéèêëiîïoôuùûhœæ]|y(?![aàâäeéèêëiîïoôuù]))/i.test(prenom);
  return sElide ? `d’${prenom}` : `de ${prenom}`;
}
