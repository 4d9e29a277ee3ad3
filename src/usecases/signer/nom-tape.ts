import type { NomTape, Refus } from "../../dossier/acte.ts";
import { refus } from "../../dossier/refus.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";
import { nomConcorde } from "./nom-concorde.ts";
import { nomAttendu } from "./signataire.ts";

/** Holds a name typed in the form of an act against that of who signs there; null when it is his, or nobody signs. */
export function refusDuNomTape(signe: NomTape | undefined, dossier: DossierCharge): Refus | null {
  if (signe === undefined) return null;
  const attendu = nomAttendu(dossier, signe.par, { intervenant: signe.intervenant ?? "" });
  if (nomConcorde(signe.nom, attendu)) return null;
  return refus("nom", `Écrivez son nom comme dans le dossier : ${attendu.prenom} ${attendu.nom}.`);
}
