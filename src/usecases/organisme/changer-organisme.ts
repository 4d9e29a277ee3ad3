import { type Brut, lireSaisie, type Refus } from "../../dossier/acte.ts";
import type { Changement, ContexteDePartie, Partie } from "../../dossier/parties-organisme/partie.ts";
import type { Organisme } from "../../law/etat.ts";
import type { Tx } from "../../store/connexion.ts";
import { transactionDeLecture } from "../../store/connexion.ts";
import {
  type ChangementEcrit,
  lireChangements,
  lireOrganisme,
  modifierOrganisme,
} from "../../store/organisme/organismes.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";
import { ecarts } from "./ecarts-organisme.ts";
import { organismeLu } from "./organisme-lu.ts";

export type { ChangementEcrit };

/** How many of the last changes the page tells. */
const DERNIERS = 20;

export interface OrganismeConsulte {
  organisme: Organisme;
  version: number;
  changements: ChangementEcrit[];
  au: ContexteDePartie["au"];
}

/** `conflit`: somebody changed the organisation since this version was shown; what he did, the latest first. */
export type ReponseDOrganisme =
  | { issue: "fait" }
  | { issue: "refus"; refus: Refus[] }
  | { issue: "conflit"; changements: ChangementEcrit[] }
  | { issue: "inconnu" };

/** The organisation as it stands, and its last changes. */
export function consulterOrganisme(
  maison: Maison,
  auteur: Pick<Auteur, "organismeId">,
): Promise<OrganismeConsulte> {
  return transactionDeLecture(maison.base, auteur, async (tx) => ({
    ...(await lire(tx)),
    changements: await lireChangements(tx, { depuis: 0, combien: DERNIERS }),
    au: jourDeParis(maison.horloge()),
  }));
}

async function lire(tx: Tx): Promise<Pick<OrganismeConsulte, "organisme" | "version">> {
  const lu = await lireOrganisme(tx);
  if (lu === undefined) throw new Error("this organisation has no row");
  return { organisme: organismeLu(lu.donnees), version: lu.version };
}

export interface DemandeDeChangement {
  /** What the form is about, for its one-time key: « certificats », the element. */
  sujet: readonly string[];
  cle: string;
  /** Version of the organisation that the person saw. */
  vu: number;
  /** The change, or why not; null when what it is about is not there. */
  changer: (organisme: Organisme, contexte: ContexteDePartie) => Changement | Refus[] | null;
}

/**
 * Changes the organisation and writes who changed what, together or not at all. A change that was made from an older
 * version is told what happened meanwhile, and writes nothing; one that changes nothing writes nothing either.
 */
export function changerOrganisme(
  maison: Maison,
  auteur: Auteur & { nom: string },
  { sujet, cle, vu, changer }: DemandeDeChangement,
): Promise<ReponseDOrganisme> {
  return uneSeuleFois<ReponseDOrganisme>(maison, auteur, [cle, "changerOrganisme", ...sujet], async (tx) => {
    const { organisme, version } = await lire(tx);
    if (version !== vu) return abandonner(await conflit(tx, vu));
    const contexte = { au: jourDeParis(maison.horloge()), nouvelId: maison.nouvelId().slice(0, 8) };
    const change = changer(organisme, contexte);
    if (change === null) return abandonner({ issue: "inconnu" } satisfies ReponseDOrganisme);
    if (Array.isArray(change))
      return abandonner({ issue: "refus", refus: change } satisfies ReponseDOrganisme);
    const { avant, apres } = ecarts(organisme, organismeLu(change.organisme));
    if (Object.keys(apres).length === 0) return { issue: "fait" };
    const { utilisateur, nom } = auteur;
    const trace = { quand: maison.horloge(), utilisateur, nom, quoi: change.quoi, avant, apres };
    const ecrit = await modifierOrganisme(tx, change.organisme, version, trace);
    return ecrit ? { issue: "fait" } : abandonner(await conflit(tx, vu));
  });
}

async function conflit(tx: Tx, vu: number): Promise<ReponseDOrganisme> {
  return { issue: "conflit", changements: await lireChangements(tx, { depuis: vu, combien: DERNIERS }) };
}

/** The change that a form of « Mon organisme » asks for. */
export function parFormulaire(partie: Partie, cible: string, brut: Brut): DemandeDeChangement["changer"] {
  return (organisme, contexte) => {
    if (!partie.existe(organisme, cible)) return null;
    const lu = lireSaisie(partie.champs(organisme, cible), brut);
    return "refus" in lu ? lu.refus : partie.changer(organisme, cible, lu.saisie, contexte);
  };
}

/** The end or the removal of an element, once it was confirmed. */
export function parRetrait(partie: Partie, cible: string): DemandeDeChangement["changer"] {
  return (organisme, contexte) =>
    partie.retrait(organisme, cible) === null ? null : partie.retirer(organisme, cible, contexte);
}
