import { enumeration } from "../law/calcul/phrases.ts";
import type { Avis, Etat, PartieSynthese } from "../law/etat.ts";
import { nettoyer } from "./champ.ts";
import { PARTIES, surDeLaPartie } from "./parties-synthese.ts";

/** Where one part of the synthesis stands. */
export type EtatDePartie = "vide" | "en_cours" | "ecrite" | "a_relire" | "d_accord" | "pas_d_accord";

/** A text that is being written, as far as this needs it; `fini` when its writer says that it is written. */
export interface Ebauche {
  texte: string;
  fini: boolean;
}

export interface AvancementDePartie {
  partie: PartieSynthese;
  nom: string;
  etat: EtatDePartie;
  /** Her last no to the text that was sent, also while another is being written; null without one. */
  desaccord: Avis | null;
  /** The text in view differs from the one that was sent, or none was. */
  change: boolean;
}

/** Of each part, where it stands: `envoyes` are the texts of the last version, `ebauches` what is written since. */
export function avancementDeLaSynthese(
  etat: Etat,
  envoyes: ReadonlyMap<PartieSynthese, string>,
  ebauches: ReadonlyMap<string, Ebauche>,
): AvancementDePartie[] {
  return PARTIES.map(({ partie, nom }) => {
    const envoye = envoyes.get(partie);
    const ebauche = ebauches.get(partie);
    const change = envoye === undefined || (ebauche !== undefined && nettoyer(ebauche.texte) !== envoye);
    const { reponse, desaccord } = saReponse(etat, partie);
    return { partie, nom, etat: change ? etatDeLEbauche(ebauche) : reponse, desaccord, change };
  });
}

function etatDeLEbauche(ebauche: Ebauche | undefined): EtatDePartie {
  if (ebauche === undefined || ebauche.texte.trim() === "") return "vide";
  return ebauche.fini ? "ecrite" : "en_cours";
}

function saReponse(etat: Etat, partie: PartieSynthese): { reponse: EtatDePartie; desaccord: Avis | null } {
  const derniere = etat.syntheses.at(-1);
  if (derniere === undefined) return { reponse: "vide", desaccord: null };
  const sur = surDeLaPartie(derniere, partie);
  const sienne = (a: Avis) => a.objet === "synthese" && a.sur === sur && a.par === "beneficiaire";
  const desaccord = etat.desaccords.findLast(sienne) ?? null;
  if (etat.signaturesApposees.some(sienne)) return { reponse: "d_accord", desaccord };
  return { reponse: desaccord === null ? "a_relire" : "pas_d_accord", desaccord };
}

/** Whether all parts are written and one of them is new: then they may be sent to be read. */
export function peutPartir(avancement: readonly AvancementDePartie[]): boolean {
  return pasEcrites(avancement).length === 0 && avancement.some((a) => a.change);
}

const pasEcrites = (avancement: readonly AvancementDePartie[]) =>
  avancement.filter((a) => a.etat === "vide" || a.etat === "en_cours");

/** What is missing, in one sentence. */
export function resteAFaire(avancement: readonly AvancementDePartie[]): string {
  const manquent = pasEcrites(avancement);
  if (manquent.length > 0) {
    const dites = manquent.map(({ nom, etat }) => (etat === "vide" ? nom : `${nom} (en cours)`));
    return `Il reste à écrire ${enumeration(dites)}.`;
  }
  const de = (etat: EtatDePartie) => avancement.filter((a) => a.etat === etat).map((a) => a.nom);
  const [ecrites, refusees, attendues] = [de("ecrite"), de("pas_d_accord"), de("a_relire")];
  if (ecrites.length > 0) return `Prêt à envoyer à relire : ${enumeration(ecrites)}.`;
  if (refusees.length > 0) return `À réécrire ou à lui expliquer : ${enumeration(refusees)}.`;
  if (attendues.length > 0) return `À relire par la personne : ${enumeration(attendues)}.`;
  return "Les trois parties ont son accord.";
}
