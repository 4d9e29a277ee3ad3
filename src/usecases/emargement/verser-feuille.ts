import type { Refus } from "../../dossier/acte.ts";
import type { NatureDePiece } from "../../dossier/classement.ts";
import type { FaitNouveau } from "../../dossier/fait.ts";
import { pieceVersee } from "../../dossier/faits/controle.ts";
import { seanceSignee } from "../../dossier/faits/seances.ts";
import { refus } from "../../dossier/refus.ts";
import { hex } from "../../evidence/bytes.ts";
import type { Seance } from "../../law/etat.ts";
import { estSignee } from "../../law/heures.ts";
import { ecrirePiece } from "../../store/dossier/pieces.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import { type Conflit, ecrireFaits, type FaitsEcrits } from "../dossier/ecrire-faits.ts";
import { estSonConseiller } from "../dossier/son-conseiller.ts";
import { ecarter } from "../fichiers/ecarter.ts";
import { examiner } from "../fichiers/examiner.ts";
import { TYPES_MEDIA } from "../fichiers/format.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";

/** Nature of a sheet signed by hand, in the facts and among the pieces. */
export const NATURE_FEUILLE: NatureDePiece = "feuille_emargement_signee";

export interface FeuilleRecue {
  reference: string;
  /** Ids of the sessions that the sheet shows signed by both. */
  seances: readonly string[];
  octets: Uint8Array;
  cle: string;
}

export type ReponseDeFeuille =
  | FaitsEcrits
  | Conflit
  | { issue: "refus"; refus: Refus[] }
  | { issue: "ecarte"; phrase: string }
  | { issue: "inconnu" };

/** The sessions that wait for a signature and may be on a sheet. */
export function seancesAReporter(seances: readonly Seance[]): Seance[] {
  return seances.filter((s) => s.statut === "tenue" && !estSignee(s));
}

/**
 * Keeps a sheet signed by hand and reports its signatures, in one transaction: the file as a proof, its fingerprint as
 * a fact, one signature by each of the two for each session chosen. A dangerous file is sealed apart and reports nothing.
 */
export function verserFeuille(
  maison: Maison,
  auteur: Auteur,
  feuille: FeuilleRecue,
): Promise<ReponseDeFeuille> {
  const { reference, cle } = feuille;
  return uneSeuleFois<ReponseDeFeuille>(maison, auteur, [cle, "verserFeuille", reference], async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined || !estSonConseiller(dossier, auteur)) {
      return abandonner({ issue: "inconnu" } satisfies ReponseDeFeuille);
    }
    const choisies = seancesAReporter(dossier.etat.seances).filter((s) => feuille.seances.includes(s.id));
    const examen = examiner(feuille.octets);
    const refuses = [
      ...(examen.issue === "refuse" ? [refus("fichier", examen.phrase)] : []),
      ...(choisies.length === 0
        ? [refus("seances", "Cochez au moins une séance que la feuille montre signée.")]
        : []),
    ];
    if (refuses.length > 0) return abandonner({ issue: "refus", refus: refuses } satisfies ReponseDeFeuille);
    if (examen.issue !== "sain") return await ecarter(maison, tx, auteur, dossier, feuille.octets, examen);
    const piece = maison.nouvelId();
    const empreinte = maison.hasher.sha256(examen.octets);
    await ecrirePiece(tx, {
      dossierId: dossier.id,
      id: piece,
      nature: NATURE_FEUILLE,
      classe: "preuve",
      nom: `feuille-signee.${examen.format}`,
      typeMedia: TYPES_MEDIA[examen.format],
      empreinte,
      octets: examen.octets,
    });
    const versee = pieceVersee.nouveau(jourDeParis(maison.horloge()), {
      piece,
      nature: NATURE_FEUILLE,
      classe: "preuve",
      titre: "Feuille d’émargement signée à la main",
      empreinte: hex(empreinte),
    });
    return await ecrireFaits(maison, tx, auteur, dossier, [versee, ...choisies.flatMap(signatures)]);
  });
}

/** On paper both signed at the session: its day is theirs, and the fact's own day of writing says how late it came. */
function signatures(s: Seance): FaitNouveau[] {
  return (["beneficiaire", "conseiller"] as const)
    .filter((par) => !s.signatures.some((x) => x.par === par))
    .map((par) => seanceSignee.nouveau(s.date, { seance: s.id, par, moyen: "papier" }));
}
