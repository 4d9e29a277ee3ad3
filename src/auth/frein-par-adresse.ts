import { prefixeDe } from "./prefixe-adresse.ts";

/** Mistakes that cost nothing; each one after them doubles the wait, up to a quarter of an hour. */
const SANS_ATTENTE = 2;
const PREMIERE_ATTENTE_MS = 5_000;
const ATTENTE_MAX_MS = 900_000;
/** After a silence of an hour an address begins again. */
const OUBLI_MS = 3_600_000;
/** Networks remembered: beyond, the one that has been silent for longest is forgotten. */
const RESEAUX_MAX = 10_000;

/** Counts mistakes by network, in memory: nobody waits for what somebody else got wrong. */
export interface FreinParAdresse {
  /** Milliseconds that this address has still to wait; 0 when it may try. */
  attente: (adresse: string) => number;
  /** Counts a try as a mistake, before it is made: one that is cut off is one. */
  compter: (adresse: string) => void;
}

/** `maintenant`: milliseconds that only go forward. */
export function freinParAdresse(maintenant: () => number): FreinParAdresse {
  const reseaux = new Map<string, { fautes: number; derniere: number }>();
  const vu = (adresse: string) => {
    const connu = reseaux.get(prefixeDe(adresse));
    return connu === undefined || maintenant() - connu.derniere > OUBLI_MS ? undefined : connu;
  };
  return {
    attente: (adresse) => {
      const connu = vu(adresse);
      if (connu === undefined || connu.fautes <= SANS_ATTENTE) return 0;
      const duree = Math.min(PREMIERE_ATTENTE_MS * 2 ** (connu.fautes - SANS_ATTENTE - 1), ATTENTE_MAX_MS);
      return Math.max(0, connu.derniere + duree - maintenant());
    },
    compter: (adresse) => {
      const fautes = (vu(adresse)?.fautes ?? 0) + 1;
      const cle = prefixeDe(adresse);
      // Written again at the end: the first one is the one that has been silent for longest.
      reseaux.delete(cle);
      reseaux.set(cle, { fautes, derniere: maintenant() });
      if (reseaux.size > RESEAUX_MAX) reseaux.delete(reseaux.keys().next().value!);
    },
  };
}
