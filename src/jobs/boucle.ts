export interface Tache {
  arreter: () => Promise<void>;
}

/**
 * Runs a turn, waits, and again, until it is stopped. A turn that fails is told and tried again: what it works on
 * waits in the database.
 */
export function enBoucle(pauseMs: number, tour: () => Promise<void>, enEchec: () => void): Tache {
  let arret = false;
  let reveil: (() => void) | undefined;
  const pause = () =>
    new Promise<void>((resolve) => {
      const minuterie = setTimeout(resolve, pauseMs);
      reveil = () => {
        clearTimeout(minuterie);
        resolve();
      };
    });
  const tourner = async () => {
    while (!arret) {
      await tour().catch(enEchec);
      if (!arret) await pause();
    }
  };
  const fini = tourner();
  return {
    arreter: async () => {
      arret = true;
      reveil?.();
      await fini;
    },
  };
}
