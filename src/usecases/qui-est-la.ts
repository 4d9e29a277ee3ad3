import type { Comptes, Connecte } from "../auth/comptes.ts";
import type { Membre } from "../auth/session-lue.ts";
import type { Organisme } from "../law/etat.ts";
import type { Auteur } from "./maison.ts";
import { organismeLu } from "./organisme/organisme-lu.ts";

/** Who is signed in, for which organisation, as what. */
export interface Moi extends Omit<Connecte, "membre">, Omit<Membre, "organisme"> {
  organisme: Organisme;
  auteur: Auteur;
}

/** The person behind a request's cookies; null when nobody is signed in or he belongs to no organisation any more. */
export async function quiEstLa(comptes: Comptes, entetes: Headers): Promise<Moi | null> {
  const lu = await comptes.quiEst(entetes);
  if (lu === null || lu.membre === null) return null;
  const { membre, ...connecte } = lu;
  const { organismeId, role, intervenant, gere, dossier, sites } = membre;
  return {
    ...connecte,
    organismeId,
    role,
    intervenant,
    gere,
    dossier,
    sites,
    organisme: organismeLu(membre.organisme),
    auteur: { organismeId, role, intervenant, gere, utilisateur: connecte.utilisateurId, sites },
  };
}
