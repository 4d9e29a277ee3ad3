import { type Acces, peut } from "../../src/web/acces.ts";
import type { Cible, Visee } from "./cibles.ts";
import type { Monde } from "./monde.ts";
import type { Reponse, Visiteur } from "./visiteur.ts";

/**
 * What a request must get. « entrée »: the page of sign-in; « introuvable »: the answer of what does not exist;
 * « absent »: the same, or that what a form was about is there no more; « ouvert »: a page, a file, a refusal that says
 * why; « libre »: anything but a defect.
 */
export type Attendu = "entrée" | "introuvable" | "absent" | "ouvert" | "libre";

/** Only the counsellor of a dossier reads and signs what is behind a route that no other role has. */
const estContenu = (acces: Acces) => acces !== "tous" && acces.every((qui) => qui === "conseiller");
/** A link that an organisation sent leads to one dossier, and to nothing of the account. */
const DU_COMPTE = /^\/(compte|places)(\/|$)/;
const ABSENTES: readonly Cible[] = ["un autre organisme", "inconnu", "deux dossiers mêlés"];

/** What the table of access and the target together promise. */
export function attendre(
  monde: Monde,
  acces: Acces,
  qui: Visiteur,
  { cible, adresse, route }: Visee,
): Attendu {
  if (acces === "tous") return cible === "inconnu" ? "introuvable" : "libre";
  if (qui.role === null) return "entrée";
  if (!peut(acces, { role: qui.role, gere: qui.gere })) return "introuvable";
  if (qui.restreint && DU_COMPTE.test(route.motif)) return "introuvable";
  // His sample holds every dossier of ours: two of them mixed are still his.
  if (qui.role === "auditeur" && cible === "deux dossiers mêlés") return "libre";
  if (ABSENTES.includes(cible)) return route.methode === "POST" ? "absent" : "introuvable";
  const { siens, autre, detruit } = monde.dossiers;
  const dossier = [...siens, autre, detruit].find((d) => d.reference === adresse.parametres.reference);
  // All our dossiers are held at one place: who is held to another has none of them.
  if (dossier !== undefined && qui.ailleurs) return route.methode === "POST" ? "absent" : "introuvable";
  if (dossier !== undefined && estContenu(acces) && dossier.conseiller !== qui.nom) return "introuvable";
  // The page of a thing is there when the thing is: who was led to it must get it.
  return adresse.menes.has(qui.nom) ? "ouvert" : "libre";
}

/** What a request got, in the same words. */
export function obtenu({ statut, entetes }: Reponse): Attendu | "panne" {
  if (statut >= 500) return "panne";
  if (statut === 404) return "introuvable";
  if (statut === 409) return "absent";
  if (statut === 401 || entetes.get("location")?.startsWith("/connexion") === true) return "entrée";
  return "ouvert";
}

export function concorde(attendu: Attendu, recu: Attendu | "panne"): boolean {
  if (attendu === "libre") return recu !== "panne";
  if (attendu === "absent") return recu === "absent" || recu === "introuvable";
  // A conflict is said on a page, to who may read it.
  return attendu === recu || (attendu === "ouvert" && recu === "absent");
}
