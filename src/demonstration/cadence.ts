const ENTIER = new Intl.NumberFormat("fr-FR");
const PAUSE_MS = 2_000;

/**
 * Says how far a long work is and how fast it went since its start, every two seconds and at its end. `maintenant`
 * gives milliseconds.
 */
export function suivreLaCadence(
  total: number,
  maintenant: () => number,
  dire: (phrase: string) => void,
): (faits: number) => void {
  const debut = maintenant();
  let dite = debut;
  return (faits) => {
    const la = maintenant();
    if (faits < total && la - dite < PAUSE_MS) return;
    dite = la;
    const parSeconde = Math.round((faits * 1_000) / Math.max(1, la - debut));
    dire(
      `${ENTIER.format(faits)} dossiers écrits sur ${ENTIER.format(total)}, ${ENTIER.format(parSeconde)} par seconde.`,
    );
  };
}
