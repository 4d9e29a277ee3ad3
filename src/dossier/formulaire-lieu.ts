import { type Champ, champSelection, facultatif } from "./champ.ts";
import type { Site } from "./formulaire-membre.ts";

/** In which site a dossier is held: whoever is held to sites must choose one of them. */
export function champDuLieu(sites: readonly Site[], tenu: boolean): Champ<string | null> {
  const champ = champSelection({
    libelle: "Le lieu",
    aide: "Où la personne est reçue.",
    vide: "Choisissez un lieu.",
    options: sites.map(({ id, nom }) => ({ valeur: id, libelle: nom })),
  });
  return tenu ? champ : facultatif(champ);
}
