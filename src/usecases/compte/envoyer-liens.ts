import type { Comptes } from "../../auth/comptes.ts";
import { DUREE_DES_LIENS } from "../../auth/liens.ts";
import { transaction } from "../../store/connexion.ts";
import { parseAdresseCourriel } from "../../values/adresse-courriel.ts";
import type { Maison } from "../maison.ts";
import { ecrireMessage } from "../messages/preparer-message.ts";

/** Answers every request for a link that waits: a message to those who have an account, nothing to the others. */
export async function envoyerLiensDemandes(maison: Maison, comptes: Comptes): Promise<void> {
  const envoyer: Parameters<Comptes["traiterUneDemande"]>[0] = async ({
    utilisateurId,
    courriel,
    organismeId,
  }) => {
    const a = parseAdresseCourriel(courriel);
    if (a === null) return;
    const jeton = await comptes.creerLien({ usage: "connexion", utilisateurId });
    await transaction(maison.base, organismeId, (tx) =>
      ecrireMessage(maison, tx, {
        modele: "lien-de-connexion",
        a,
        donnees: { minutes: DUREE_DES_LIENS.connexion / 60 },
        cheminSecret: `/lien/${jeton}`,
      }),
    );
  };
  while (await comptes.traiterUneDemande(envoyer));
}
