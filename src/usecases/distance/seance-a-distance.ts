import { lienDeSeanceNote, presenceNotee } from "../../dossier/faits/distance.ts";
import type { Seance } from "../../law/etat.ts";
import { transaction } from "../../store/connexion.ts";
import type { Heure } from "../../values/heure.ts";
import type { Jour } from "../../values/jour.ts";
import { noterSaLecture } from "../acces/lectures-de-contenu.ts";
import { ouvrirContenus } from "../contenus/contenus-ouverts.ts";
import { chargerDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import { estSonConseiller } from "../dossier/son-conseiller.ts";
import { heureDeParis, jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { faitsDe } from "../papiers/faits.ts";

export type Cote = "beneficiaire" | "conseiller";

/** One side's coming or going, at the hour of the server. */
export interface Passage {
  par: Cote;
  evenement: "arrivee" | "depart";
  heure: Heure;
}

export interface SeanceADistance {
  dossier: DossierCharge;
  seance: Seance;
  cote: Cote;
  /** The address to meet at; null when it is not noted or no longer readable. */
  lien: string | null;
  passages: Passage[];
  /** Whether this side is in it now. */
  present: boolean;
  au: Jour;
}

/** As which side of the dossier this person meets at a distance; null for everybody else. */
export function coteDe(dossier: DossierCharge, auteur: Auteur): Cote | null {
  if (auteur.role === "beneficiaire") return "beneficiaire";
  return estSonConseiller(dossier, auteur) ? "conseiller" : null;
}

/** Who joined or left this session and when, Paris time, in the order of the facts. */
export function passagesDe(dossier: DossierCharge, seance: string): Passage[] {
  return faitsDe(dossier, presenceNotee)
    .filter((f) => f.donnees.seance === seance)
    .map((f) => ({
      par: f.donnees.par,
      evenement: f.donnees.evenement,
      heure: heureDeParis(f.consigne),
    }));
}

/**
 * A session at a distance as one of its two sides sees it; undefined for anyone else and for any other session. The link
 * is a sealed text: that the counsellor was shown it is noted, and the person is shown it once she has joined.
 */
export function lireSeanceADistance(
  maison: Maison,
  auteur: Auteur,
  reference: string,
  seance: string,
): Promise<SeanceADistance | undefined> {
  return transaction(maison.base, auteur, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    const trouvee = dossier?.etat.seances.find((s) => s.id === seance && s.modalite === "distanciel");
    if (dossier === undefined || trouvee === undefined) return undefined;
    const cote = coteDe(dossier, auteur);
    if (cote === null) return undefined;
    const note = faitsDe(dossier, lienDeSeanceNote).findLast((f) => f.donnees.seance === seance);
    const textes = note === undefined ? null : await ouvrirContenus(maison, tx, dossier);
    const lien = textes?.get(note!.donnees.lien.id) ?? null;
    if (lien !== null) await noterSaLecture(maison, tx, auteur, dossier, "Lien d’une séance à distance");
    const passages = passagesDe(dossier, seance);
    return {
      dossier,
      seance: trouvee,
      cote,
      lien,
      passages,
      present: passages.findLast((p) => p.par === cote)?.evenement === "arrivee",
      au: jourDeParis(maison.horloge()),
    };
  });
}
