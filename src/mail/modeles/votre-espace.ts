import { formatJour } from "../../values/dates-fr.ts";
import { rendre } from "../blocs.ts";
import { definirModele, expediteurDe, prenomDe, sCadre, signatureDe, sJour, sujetDe } from "./modele.ts";

const schema = sCadre.extend({
  /** Last day on which the link works. */
  finLe: sJour.nullable(),
});

/** The person's own space is open to her; the link is secret, and whoever has it could sign for her. */
export const votreEspace = definirModele({
  nom: "votre-espace",
  titre: "Lien vers son espace",
  schema,
  expediteur: expediteurDe,
  rendre: (donnees, lien) => {
    const { discretion, conseiller, finLe } = donnees;
    const qui = discretion ? prenomDe(conseiller) : conseiller;
    return rendre(sujetDe(donnees, "Votre espace est ouvert"), [
      { phrase: "Bonjour," },
      {
        phrase: discretion
          ? `${qui} vous ouvre un espace à vous.`
          : `${qui} vous ouvre un espace à vous. Vous y lisez vos papiers, vous les signez, vous suivez vos rendez-vous.`,
      },
      { libelle: "Pour l’ouvrir, suivez ce lien", lien },
      {
        phrase: `Il marche une seule fois${finLe === null ? "" : `, jusqu’au ${formatJour(finLe)} inclus`}. Ne le transmettez à personne\u00a0: il permet de signer à votre place.`,
      },
      { phrase: "Il ne marche plus\u00a0? Demandez-en un autre à votre conseiller." },
      signatureDe(donnees),
    ]);
  },
});
