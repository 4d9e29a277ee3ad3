import type { Role } from "../../dossier/acte.ts";
import type { Signataire } from "../../law/etat.ts";
import type { DossierCharge } from "../charger-dossier.ts";
import type { Auteur } from "../maison.ts";
import { estSonConseiller } from "../son-conseiller.ts";

/** How a signatory was known: own account, one-use link and code, code shown at the session, counsellor's device. */
export type Moyen = "compte" | "lien_et_code" | "code_de_seance" | "appareil_du_conseiller";

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

/**
 * As what this person signs: his own role; or, on the counsellor's own device handed over, the person beside him. Only
 * her counsellor may hand it over, and the fact says so.
 */
export function quiSigne(
  dossier: Pick<DossierCharge, "etat" | "faits">,
  auteur: Auteur,
  moyen: Moyen,
): Signataire | null {
  if (moyen !== "appareil_du_conseiller") return signataireDe(auteur.role);
  return estSonConseiller(dossier, auteur) ? "beneficiaire" : null;
}

/** The name that must be typed: that of the person of the dossier, or of the counsellor himself. */
export function nomAttendu(
  { identite, etat }: Pick<DossierCharge, "identite" | "etat">,
  par: Signataire,
  intervenant: string,
): { prenom: string; nom: string } {
  if (par === "beneficiaire") return identite;
  // An intervenant is known by one line: its first word is his given name.
  const ligne = etat.organisme.intervenants.find((i) => i.id === intervenant)?.nom ?? "";
  const [prenom = "", ...nom] = ligne.split(" ");
  return { prenom, nom: nom.join(" ") };
}
