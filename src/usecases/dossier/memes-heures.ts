import type { Brut, Refus } from "../../dossier/acte.ts";
import {
  type Ailleurs,
  MEMES_HEURES,
  refusDesMemesHeures,
  seancesPosees,
} from "../../dossier/memes-heures.ts";
import type { Etat, Seance } from "../../law/etat.ts";
import type { Tx } from "../../store/connexion.ts";
import { reserverSonJour } from "../../store/dossier/heures-prises.ts";
import type { DossierCharge } from "./charger-dossier.ts";

/**
 * Holds the sessions that an act puts against those that their intervenants have in the other dossiers; null when nobody
 * is in two places. `apres`: the state that the decided facts give.
 */
export async function refusDuMemeIntervenant(
  tx: Tx,
  dossier: Pick<DossierCharge, "id" | "etat">,
  apres: Pick<Etat, "seances">,
  brut: Brut,
): Promise<Refus | null> {
  // In one order for everybody: two acts that take the same days never wait for each other.
  const posees = seancesPosees(dossier.etat, apres).toSorted((a, b) => (cle(a) < cle(b) ? -1 : 1));
  for (const s of posees) {
    const prises = await reserverSonJour(tx, { intervenant: s.intervenant, jour: s.date, sauf: dossier.id });
    const nom =
      dossier.etat.organisme.intervenants.find((i) => i.id === s.intervenant)?.nom ?? "L’intervenant";
    const refus = refusDesMemesHeures(s, nom, prises as Ailleurs[], brut[MEMES_HEURES] ?? []);
    if (refus !== null) return refus;
  }
  return null;
}

const cle = (s: Seance) => `${s.intervenant} ${s.date}`;
