import type { Role } from "../../dossier/acte.ts";
import { acteDeNom } from "../../dossier/catalogue-actes.ts";
import { etapeDe } from "../../dossier/etape.ts";
import { TRANSITIONS } from "../../dossier/transitions.ts";
import type { DossierCharge } from "../../usecases/dossier/charger-dossier.ts";
import { peutAgir } from "../acces.ts";

export interface LienActe {
  libelle: string;
  href: string;
}

/**
 * The way to an act, when this role may act and the stage allows it; `sur` names the session or the fact that the form
 * is about. `libelle` is the act's own title unless a shorter one is given.
 */
export function lienVersActe(
  { reference, etat }: Pick<DossierCharge, "reference" | "etat">,
  role: Role,
  nom: string,
  { sur, libelle }: { sur?: string; libelle?: string } = {},
): LienActe[] {
  const acte = acteDeNom(nom);
  if (acte === undefined || !peutAgir(role)) return [];
  if (TRANSITIONS[nom]?.includes(etapeDe(etat)) !== true) return [];
  const cible = sur === undefined ? "" : `?sur=${encodeURIComponent(sur)}`;
  return [{ libelle: libelle ?? acte.titre, href: `/dossiers/${reference}/actes/${nom}${cible}` }];
}
