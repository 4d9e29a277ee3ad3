import { transaction } from "../../store/connexion.ts";
import {
  lirePreparation,
  type NatureDePreparation,
  noterPreparation,
  type PreparationDemandee,
  type PreparationLue,
  reserverPreparation,
  SILENCE,
} from "../../store/dossier/preparations.ts";
import { estUuid } from "../../values/uuid.ts";
import type { Auteur, Maison } from "../maison.ts";

/** Where the work is, for a page or a terminal to say it. */
export interface Avancement {
  fait: number;
  total: number;
  etape: string;
}

/** One making of a file, as the page that follows it reads it. `piece` is null when the file lies in the row itself. */
export type Preparation = { id: string; reference: string } & (
  | { etat: "enCours"; avancement: Avancement }
  | { etat: "prete"; piece: string | null }
  | { etat: "echouee"; phrase: string }
);

const PANNE = "La préparation s’est interrompue. Rien n’est perdu : recommencez.";

/** The making of that id in this organisation, whichever process runs it; undefined once it is forgotten. */
export async function suivre(
  maison: Maison,
  auteur: Auteur,
  nature: NatureDePreparation,
  id: string,
): Promise<Preparation | undefined> {
  if (!estUuid(id)) return undefined;
  const lue = await transaction(maison.base, auteur, (tx) => lirePreparation(tx, nature, id));
  return lue === undefined ? undefined : direPreparation(lue);
}

function direPreparation(lue: PreparationLue): Preparation {
  const { id, reference, etat, fait, total, quoi, piece, phrase, silence } = lue;
  if (etat === "prete") return { id, reference, etat, piece };
  if (etat === "en_cours" && silence <= SILENCE)
    return { id, reference, etat: "enCours", avancement: { fait, total, etape: quoi } };
  return { id, reference, etat: "echouee", phrase: phrase ?? PANNE };
}

/**
 * Starts a making, or gives the id of the same one that runs already, here or in another process. `faire` gives where
 * the finished file lies. `finie` ends with what was started here. `signaler` gets a defect, which the page tells without
 * its cause.
 */
export async function mener(
  { maison, auteur }: { maison: Maison; auteur: Auteur },
  demande: Omit<PreparationDemandee, "id" | "quoi">,
  faire: (
    id: string,
    avancer: (avancement: Avancement) => Promise<void>,
  ) => Promise<{ piece: string } | { scelle: Uint8Array }>,
  signaler: (erreur: Error) => void,
): Promise<{ id: string; finie: Promise<void> }> {
  const chez = <T>(fn: Parameters<typeof transaction<T>>[2]) => transaction(maison.base, auteur, fn);
  const reservee = maison.nouvelId();
  const id = await chez((tx) =>
    reserverPreparation(tx, { ...demande, id: reservee, quoi: "Lecture du dossier" }),
  );
  if (id !== reservee) return { id, finie: Promise.resolve() };
  const avancer = ({ fait, total, etape }: Avancement) =>
    chez((tx) => noterPreparation(tx, id, { fait, total, quoi: etape }));
  const finie = faire(id, avancer)
    .then((fichier) => chez((tx) => noterPreparation(tx, id, { etat: "prete", ...fichier })))
    .catch(async (erreur: Error & { phrase?: string }) => {
      if (erreur.phrase === undefined) signaler(erreur);
      await chez((tx) => noterPreparation(tx, id, { etat: "echouee", phrase: erreur.phrase ?? PANNE }));
    })
    // The database itself is gone: the row falls silent, and the page says so by itself.
    .catch(signaler);
  return { id, finie };
}
