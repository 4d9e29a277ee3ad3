import type { Role } from "../../dossier/acte.ts";
import type { Attente, ObjetASigner } from "../../dossier/signature/objet.ts";
import type { Etat, Signataire } from "../../law/etat.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";
import { estSonConseiller } from "../dossier/son-conseiller.ts";
import type { Auteur } from "../maison.ts";

/** How a signatory was known: own account, one-use link and code, code shown at the session, counsellor's device. */
export type Moyen = "compte" | "lien_et_code" | "code_de_seance" | "appareil_du_conseiller";

/** Who signs: `gere` when he manages the organisation and may bind it, `nom` as his account says it. */
export type Qui = Auteur & { gere?: boolean; nom?: string };

/** As what each role signs; the others sign nothing. */
const SIGNATAIRES: Partial<Record<Role, Signataire>> = {
  beneficiaire: "beneficiaire",
  conseiller: "conseiller",
  employeur: "employeur",
  responsable: "organisme",
};

/**
 * As what this person may sign, his own part first; or, on the counsellor's own device handed over, the person beside
 * him. Only her counsellor may hand it over, and the fact says so.
 */
export function quiSigne(
  dossier: Pick<DossierCharge, "etat" | "faits">,
  qui: Qui,
  moyen: Moyen,
): Signataire[] {
  if (moyen === "appareil_du_conseiller") return estSonConseiller(dossier, qui) ? ["beneficiaire"] : [];
  const sien = SIGNATAIRES[qui.role];
  const gerant = qui.role === "conseiller" && qui.gere === true;
  return [...(sien === undefined ? [] : [sien]), ...(gerant ? (["organisme"] as const) : [])];
}

/** Whether a counsellor may sign this one: he holds the dossier, and the session when it is one. */
export function estASonNom(
  dossier: Pick<DossierCharge, "etat" | "faits">,
  qui: Qui,
  par: Signataire,
  attente: Attente & { definition: ObjetASigner },
): boolean {
  if (par !== "conseiller") return true;
  const seul = attente.definition.intervenant?.(dossier.etat, attente);
  return seul === undefined ? estSonConseiller(dossier, qui) : seul === qui.intervenant;
}

/**
 * The name that must be typed: that of the person of the dossier, or of whoever signs in his own name; `nom` is what the
 * organisation calls somebody from outside, what his account says otherwise.
 */
export function nomAttendu(
  { identite, etat }: Pick<DossierCharge, "identite"> & { etat: Etat },
  par: Signataire,
  { intervenant, nom: duCompte }: Pick<Qui, "intervenant" | "nom">,
): { prenom: string; nom: string } {
  if (par === "beneficiaire") return identite;
  const connu =
    par === "conseiller" ? etat.organisme.intervenants.find((i) => i.id === intervenant)?.nom : duCompte;
  return enDeux(connu ?? duCompte ?? "");
}

/** A name kept on one line: its last word is the family's, the others are given names, of which one is enough. */
function enDeux(ligne: string): { prenom: string; nom: string } {
  const mots = ligne.split(" ").filter((m) => m !== "");
  return mots.length < 2
    ? { prenom: ligne, nom: "" }
    : { prenom: mots.slice(0, -1).join(" "), nom: mots.at(-1) ?? "" };
}
