import type { Comptes } from "../../auth/comptes.ts";
import type { Refus } from "../../dossier/acte.ts";
import { refusDePhrase } from "../../dossier/formulaire-compte.ts";
import { refus } from "../../dossier/refus.ts";
import { transaction } from "../../store/connexion.ts";
import { parseAdresseCourriel } from "../../values/adresse-courriel.ts";
import { heureDeParis, jourDeParis } from "../heure-de-paris.ts";
import type { Maison } from "../maison.ts";
import { ecrireMessage } from "../messages/preparer-message.ts";
import type { Moi } from "../qui-est-la.ts";

/** The refusals; none when it is done. */
export type PhraseChangee = { refus: readonly Refus[] } | { issue: "fait" } | { attendre: number };

/**
 * Changes one's own passphrase: the present one is asked, unless one has just come in by a link. Every other session is
 * closed, and a message says it to whom the account belongs.
 */
export async function changerPhrase(
  maison: Maison,
  comptes: Comptes,
  moi: Moi,
  entetes: Headers,
  { actuelle, nouvelle, adresse }: { actuelle: string; nouvelle: string; adresse: string },
): Promise<PhraseChangee> {
  const fautes = refusDePhrase(nouvelle, "nouvelle");
  if (fautes.length > 0) return { refus: fautes };
  if (!(await comptes.vientDUnLien(entetes))) {
    const verifiee = await comptes.verifierPhrase(moi, actuelle, adresse);
    if (verifiee.issue === "trop_d_essais") return { attendre: verifiee.secondes };
    if (verifiee.issue === "refusee")
      return { refus: [refus("motDePasse", "Ce n’est pas votre phrase de passe actuelle.")] };
  }
  await comptes.definirMotDePasse(moi.utilisateurId, nouvelle);
  await comptes.fermerLesAutres(entetes, moi.utilisateurId);
  const a = parseAdresseCourriel(moi.courriel);
  const maintenant = maison.horloge();
  if (a !== null) {
    await transaction(maison.base, moi.organismeId, (tx) =>
      ecrireMessage(maison, tx, {
        modele: "mot-de-passe-change",
        a,
        donnees: { jour: jourDeParis(maintenant), heure: heureDeParis(maintenant) },
      }),
    );
  }
  return { issue: "fait" };
}
