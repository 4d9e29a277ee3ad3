import type { Etat, Seance } from "../law/etat.ts";
import { formatJourLong } from "../values/dates-fr.ts";
import { formatHeure, type Heure } from "../values/heure.ts";
import type { Refus } from "./acte.ts";
import { type Champ, champChoixMultiples } from "./champ.ts";
import { seChevauchent } from "./seances.ts";

/** A session that the same intervenant has in another dossier that day. `reference` is null where the reader may not see it. */
export interface Ailleurs {
  reference: string | null;
  debut: Heure;
  fin: Heure;
  statut: "prevue" | "tenue";
  individuelle: boolean;
}

/** The box that keeps planned hours although the intervenant is expected elsewhere; its value says what was seen. */
export const MEMES_HEURES = "memesHeures";

/** Shown only when these hours are refused without it: they are changed, or it is ticked. */
export const champMemesHeures = (marque: string): Champ<unknown> =>
  champChoixMultiples({
    libelle: "Les mêmes heures, dans deux dossiers",
    min: 1,
    options: [{ valeur: marque, libelle: "J’ai vu, je garde ces heures" }],
  });

const compte = (s: Seance) => s.statut === "prevue" || s.statut === "tenue";
const CE_QUI_SITUE = ["date", "debut", "fin", "intervenant", "statut", "individuelle"] as const;

/** The sessions that these facts put, or put elsewhere in time: theirs are the hours to compare. */
export function seancesPosees(avant: Pick<Etat, "seances">, apres: Pick<Etat, "seances">): Seance[] {
  return apres.seances.filter((s) => {
    const connue = avant.seances.find((x) => x.id === s.id);
    return compte(s) && (connue === undefined || CE_QUI_SITUE.some((cle) => connue[cle] !== s[cle]));
  });
}

/**
 * What to answer to a session at hours where its intervenant has others elsewhere; null when nothing is against it.
 * Held: refused, as nobody is with two persons at once, unless both sessions were collective. Planned: it may be the
 * other dossier that is wrong, so it is only held up until somebody says that he saw it (`vu`).
 */
export function refusDesMemesHeures(
  s: Seance,
  nom: string,
  ailleurs: readonly Ailleurs[],
  vu: readonly string[],
): Refus | null {
  const autres = ailleurs.filter((a) => seChevauchent(a, s));
  if (s.statut === "tenue") {
    const autre = autres.find((a) => a.statut === "tenue" && (a.individuelle || s.individuelle));
    return autre === undefined ? null : dejaTenue(s, nom, autre);
  }
  if (autres.length === 0) return null;
  const marque = [s.date, ...autres.map((a) => `${a.debut}-${a.fin}`)].join(" ");
  if (vu.includes(marque)) return null;
  return {
    champ: MEMES_HEURES,
    phrase: `${nom} a déjà une séance dans un autre dossier le ${formatJourLong(s.date)} : ${direLesPremieres(autres)}.`,
    remede:
      "Changez les heures. Si l’erreur est dans l’autre dossier, cochez la case pour garder celles-ci, puis corrigez l’autre.",
    aVoir: marque,
  };
}

function dejaTenue(s: Seance, nom: string, autre: Ailleurs): Refus {
  const sorte = autre.individuelle ? "individuelle" : "collective";
  return {
    champ: "debut",
    phrase: `${nom} a tenu une séance ${sorte} le ${formatJourLong(s.date)}, ${heures(autre)} : personne n’est à deux endroits à la fois.`,
    remede:
      "Cela devient possible quand les heures d’une des deux séances sont corrigées, ou que les deux sont collectives.",
  };
}

const DITES = 3;

/** The first ones with their hours, and how many others: a day of many mistakes stays one sentence. */
function direLesPremieres(autres: readonly Ailleurs[]): string {
  const reste = autres.length - DITES;
  const dites = autres.slice(0, DITES).map(heures);
  return [...dites, ...(reste > 0 ? [`et ${reste} de plus`] : [])].join(" ; ");
}

const heures = ({ debut, fin, reference }: Ailleurs) =>
  `de ${formatHeure(debut)} à ${formatHeure(fin)} (${reference === null ? "autre dossier" : reference})`;
