import type { Refus } from "../../dossier/acte.ts";
import { type placeGardee, sitesAChoisir } from "../../dossier/formulaire-membre.ts";
import type { Organisme } from "../../law/etat.ts";
import type { Tx } from "../../store/connexion.ts";
import { noterChangement } from "../../store/organisme/changements-de-membres.ts";
import { type MembreLu, verrouillerMembres } from "../../store/organisme/membres.ts";
import { listerSites } from "../../store/organisme/sites.ts";
import type { Auteur, Maison } from "../maison.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";

/** Who manages, with the name that the history keeps. */
export type Gerant = Auteur & { nom: string };

export type ReponseDeMembre = { issue: "fait" } | { issue: "refus"; refus: Refus[] } | { issue: "inconnu" };

/** What was done to whom, in one sentence without its end: « Rôle changé : Nadia Benali, assistante ». */
export interface FaitAUnMembre {
  membre: string;
  quoi: string;
}

export interface ChangementDemande {
  cle: string;
  /** What the form is about, for its one-time key. */
  sujet: readonly string[];
  /** The members as they stand, nobody else changing them; null when the form is about none of them. */
  changer: (tx: Tx, membres: readonly MembreLu[]) => Promise<FaitAUnMembre | Refus[] | null>;
}

/** Whether a person is a member today. */
export const estPresent = ({ depuis, fin }: Pick<MembreLu, "depuis" | "fin">) =>
  depuis !== null && fin === null;
/** Whether he was invited and did not come in yet. */
export const estInvite = ({ depuis, fin }: Pick<MembreLu, "depuis" | "fin">) =>
  depuis === null && fin === null;

/**
 * Changes who is a member and writes who did it, together or not at all. Whoever asks must still manage the organisation
 * at that very moment: two who take it from one another at once leave one of them.
 */
export function changerLesMembres(
  maison: Maison,
  gerant: Gerant,
  { cle, sujet, changer }: ChangementDemande,
): Promise<ReponseDeMembre> {
  return uneSeuleFois<ReponseDeMembre>(maison, gerant, [cle, "changerLesMembres", ...sujet], async (tx) => {
    const membres = await verrouillerMembres(tx);
    const lui = membres.find((m) => m.utilisateurId === gerant.utilisateur);
    if (lui === undefined || !estPresent(lui) || !lui.gere) {
      return abandonner({ issue: "inconnu" } satisfies ReponseDeMembre);
    }
    const change = await changer(tx, membres);
    if (change === null) return abandonner({ issue: "inconnu" } satisfies ReponseDeMembre);
    if (Array.isArray(change)) return abandonner({ issue: "refus", refus: change } satisfies ReponseDeMembre);
    await noterChangement(tx, { utilisateur: gerant.utilisateur, nom: gerant.nom, ...change });
    return { issue: "fait" };
  });
}

/** Refuses that two people be one intervenant: both would sign as the same. */
export function intervenantPris(membres: readonly MembreLu[], intervenant: string, sauf: string): Refus[] {
  const autre = membres.find(
    (m) =>
      m.fin === null && m.intervenant !== "" && m.intervenant === intervenant && m.utilisateurId !== sauf,
  );
  return autre === undefined
    ? []
    : [{ champ: "intervenant", phrase: `Cet intervenant est déjà le compte de ${autre.nom}.` }];
}

/** Whether the organisation has what a place names: its intervenant, and sites that may be chosen for one held to `tenus`. */
export async function placeConnue(
  tx: Tx,
  { intervenants }: Pick<Organisme, "intervenants">,
  { intervenant, sites }: ReturnType<typeof placeGardee>,
  tenus: readonly string[],
): Promise<boolean> {
  if (intervenant !== "" && !intervenants.some((i) => i.id === intervenant)) return false;
  const choix = sitesAChoisir(await listerSites(tx), tenus);
  return (sites ?? []).every((id) => choix.some((s) => s.id === id));
}
