import type { Role } from "../../dossier/acte.ts";
import type { Signataire } from "../../law/etat.ts";
import type { DossierCharge } from "../charger-dossier.ts";
import type { Auteur } from "../maison.ts";

/** As what each role signs; the others sign nothing. */
const SIGNATAIRES: Partial<Record<Role, Signataire>> = {
  beneficiaire: "beneficiaire",
  conseiller: "conseiller",
  employeur: "employeur",
  responsable: "organisme",
};

export function signataireDe(role: Role): Signataire | null {
  return SIGNATAIRES[role] ?? null;
}

/** The name that must be typed: that of the person of the dossier, or of the counsellor himself. */
export function nomAttendu(
  dossier: Pick<DossierCharge, "identite" | "etat">,
  { role, intervenant }: Pick<Auteur, "role" | "intervenant">,
): { prenom: string; nom: string } {
  if (role === "beneficiaire") return dossier.identite;
  // An intervenant is known by one line: its first word is his given name.
  const ligne = dossier.etat.organisme.intervenants.find((i) => i.id === intervenant)?.nom ?? "";
  const [prenom = "", ...nom] = ligne.split(" ");
  return { prenom, nom: nom.join(" ") };
}
