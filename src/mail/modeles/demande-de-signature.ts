import { z } from "zod";
import { rendre } from "../blocs.ts";
import { definirModele, expediteurDe, prenomDe, sCadre, signatureDe, sujetDe } from "./modele.ts";

/** What the message is told. */
export const sDemandeDeSignature = sCadre.extend({
  /** What is to sign, with its article: « le devis », « la séance du 3 décembre ». */
  quoi: z.string().min(1),
  /** Whether other things wait for her besides. */
  autres: z.boolean().default(false),
});

/** Something waits for her signature; the link leads to her space, and opens nothing by itself. */
export const demandeDeSignature = definirModele({
  nom: "demande-de-signature",
  titre: "Demande de signature",
  schema: sDemandeDeSignature,
  expediteur: expediteurDe,
  rendre: (donnees, lien) => {
    const { discretion, conseiller, quoi, autres } = donnees;
    const qui = discretion ? prenomDe(conseiller) : conseiller;
    return rendre(sujetDe(donnees, `À signer\u00a0: ${quoi}${autres ? ", et d’autres choses" : ""}`), [
      { phrase: "Bonjour," },
      {
        phrase: discretion
          ? `Quelque chose vous attend dans votre espace. ${qui} vous demande de le lire et d’y répondre.`
          : `${qui} vous demande de lire et de signer ${quoi}.${autres ? " D’autres choses vous attendent aussi dans votre espace." : ""}`,
      },
      { libelle: "Lire, puis signer ou refuser", lien },
      {
        phrase:
          "C’est l’adresse de votre espace. Elle n’ouvre rien seule\u00a0: vous y entrez avec un lien à usage unique, que vous recevez à cette adresse de courriel.",
      },
      signatureDe(donnees),
    ]);
  },
});
