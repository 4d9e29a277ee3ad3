import type { Refus } from "../../dossier/acte.ts";
import { espaceFerme } from "../../dossier/faits/acces.ts";
import { refus } from "../../dossier/refus.ts";
import { type AccesLu, lireAcces, type RoleDePersonne, retirerAcces } from "../../store/acces/acces.ts";
import type { Tx } from "../../store/connexion.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import { type Conflit, ecrireFaits, type FaitsEcrits } from "../dossier/ecrire-faits.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";

/** What comes of opening somebody's door to a dossier, of sending its link again, or of closing it. */
export type GesteDePorte =
  | FaitsEcrits
  | Conflit
  | { issue: "envoye" }
  | { issue: "refus"; refus: Refus[] }
  | { issue: "inconnu" };

export interface DemandeDePorte {
  reference: string;
  /** One-time key of the form. */
  cle: string;
}

export const PAS_OUVERT: Readonly<Record<RoleDePersonne, Refus>> = {
  beneficiaire: refus(
    undefined,
    "L’espace de cette personne n’est pas ouvert.",
    "Cela devient possible quand vous l’avez ouvert.",
  ),
  employeur: refus(undefined, "L’espace de l’employeur n’est pas ouvert."),
};

/** Ends the act with these refusals; nothing of it stays. */
export const refuser = (...r: Refus[]) => abandonner({ issue: "refus", refus: r } satisfies GesteDePorte);

/** The door through which somebody of this role enters today; undefined when none is open. */
export async function porteOuverte(
  tx: Tx,
  { id }: { id: string },
  role: RoleDePersonne,
): Promise<AccesLu | undefined> {
  return (await lireAcces(tx, id)).find((a) => a.role === role && a.fin === null);
}

/** Closes the door: the very next page that is asked through it is refused, on every device. */
export function fermerPorte(
  maison: Maison,
  auteur: Auteur,
  role: RoleDePersonne,
  { reference, cle }: DemandeDePorte,
): Promise<GesteDePorte> {
  return uneSeuleFois<GesteDePorte>(maison, auteur, [cle, "fermerPorte", role, reference], async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined) return abandonner({ issue: "inconnu" } satisfies GesteDePorte);
    if ((await retirerAcces(tx, dossier.id, role)) === 0) return refuser(PAS_OUVERT[role]);
    const fait = espaceFerme.nouveau(jourDeParis(maison.horloge()), { role });
    return await ecrireFaits(maison, tx, auteur, dossier, [fait]);
  });
}
