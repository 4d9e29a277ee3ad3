import { formatJour } from "../../values/dates-fr.ts";
import { rendre } from "../blocs.ts";
import { definirModele, expediteurDe, sCadre, signatureDe, sJour, sujetDe } from "./modele.ts";

const schema = sCadre.extend({
  /** Last day on which the link works. */
  finLe: sJour.nullable(),
});

/** Offers the person her own copy while there is one to take; the link is secret, as that of her space. */
export const copieAvantDestruction = definirModele({
  nom: "copie-avant-destruction",
  titre: "Votre copie avant destruction",
  schema,
  expediteur: expediteurDe,
  rendre: (donnees, lien) => {
    const { discretion, finLe } = donnees;
    return rendre(sujetDe(donnees, "Votre copie avant destruction"), [
      { phrase: "Bonjour," },
      {
        phrase: discretion
          ? "Vos documents vont être détruits. Prenez d’abord votre copie."
          : "Les textes de votre bilan vont être détruits. Après, personne ne pourra vous les rendre. Prenez d’abord votre copie : dans votre espace, ouvrez « Tout télécharger ».",
      },
      { libelle: "Pour ouvrir votre espace, suivez ce lien", lien },
      {
        phrase: `Il marche une seule fois${finLe === null ? "" : `, jusqu’au ${formatJour(finLe)} inclus`}. Ne le transmettez à personne : il permet de signer à votre place.`,
      },
      signatureDe(donnees),
    ]);
  },
});
