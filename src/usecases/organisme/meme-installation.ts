import { lignesConnues } from "../../store/dossier/destructions.ts";
import { baseCreeLe } from "../../store/organisme/organismes.ts";
import { ErreurTrousseau } from "../../vault/erreur-trousseau.ts";
import type { Maison } from "../maison.ts";
import { organismes } from "./les-organismes.ts";

/**
 * Refuses a database and a keyring that are not of the same installation, before anything is written with the wrong
 * keys: another keyring, an older copy of the register, or a database that was lost beside a keyring that stayed.
 */
export async function exigerLaMemeInstallation(maison: Maison): Promise<void> {
  const { base, trousseau } = maison;
  const presents = await organismes(maison);
  const connus = new Set(trousseau.signataires());
  if (presents.some((id) => !connus.has(id))) {
    throw new ErreurTrousseau(
      "Ce trousseau n’est pas celui de ces données : un organisme n’y a pas sa clé de signature. Rien n’a été modifié. " +
        "Remettez le bon trousseau, ou donnez-le par PROBANT_KEYRING.",
    );
  }
  if ((await lignesConnues(base)) > trousseau.registre().taille) {
    throw new ErreurTrousseau(
      "Le registre des destructions est plus ancien que ces données : il en connaît moins qu’elles. " +
        "Remettez en place sa dernière copie, avec le trousseau qui va avec.",
    );
  }
  if (presents.length === 0 && connus.size > 0 && trousseau.creeLe() < (await baseCreeLe(base))) {
    throw new ErreurTrousseau(
      "La base de données est neuve, et ce trousseau porte les clés d’un organisme : la base a été perdue, ou ce n’est pas le bon dossier (PROBANT_DATA). " +
        "Remettez une sauvegarde dans un dossier vide (npx probant restaurer), ou donnez un autre trousseau.",
    );
  }
}
