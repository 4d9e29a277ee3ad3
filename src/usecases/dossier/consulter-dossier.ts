import { type AFaire, aFaire, destructionSansBilan, prochainActe } from "../../dossier/a-faire.ts";
import { type Constat, juger } from "../../law/judge.ts";
import { transactionDeLecture } from "../../store/connexion.ts";
import type { Jour } from "../../values/jour.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { chargerDossier, type DossierCharge } from "./charger-dossier.ts";

/** A dossier and what the law says of it today. */
export interface DossierConsulte extends DossierCharge {
  au: Jour;
  constats: Constat[];
  aFaire: AFaire[];
  prochain: AFaire | null;
}

/** Reads a dossier and judges it on the day of the clock; undefined when the organisation has none of that reference. */
export async function consulterDossier(
  maison: Maison,
  auteur: Auteur,
  reference: string,
): Promise<DossierConsulte | undefined> {
  const dossier = await transactionDeLecture(maison.base, auteur, (tx) => chargerDossier(tx, reference));
  if (dossier === undefined) return undefined;
  const au = jourDeParis(maison.horloge());
  const constats = juger(dossier.etat, au);
  return {
    ...dossier,
    au,
    constats,
    aFaire: aFaire(dossier.etat, constats),
    prochain: prochainActe(dossier.etat, au, constats) ?? destructionSansBilan(dossier.etat, dossier.faits),
  };
}
