import { z } from "zod";
import { formatJour } from "../../values/dates-fr.ts";
import { rendre } from "../blocs.ts";
import { definirModele, expediteurDe, prenomDe, sCadre, signatureDe, sJour, sujetDe } from "./modele.ts";

const schema = sCadre.extend({
  /** What is to sign, with its article: « le devis », « la séance du 3 décembre ». */
  quoi: z.string().min(1),
  /** Last day on which the link works; null when it does not end. */
  finLe: sJour.nullable(),
});

/** Someone asks for a signature; the link is secret. */
export const demandeDeSignature = definirModele({
  nom: "demande-de-signature",
  titre: "Demande de signature",
  schema,
  expediteur: expediteurDe,
  rendre: (donnees, lien) => {
    const { discretion, conseiller, quoi, finLe } = donnees;
    const qui = discretion ? prenomDe(conseiller) : conseiller;
    return rendre(sujetDe(donnees, `À signer\u00a0: ${quoi}`), [
      { phrase: "Bonjour," },
      {
        phrase: discretion
          ? `${qui} vous demande de lire et de signer un document.`
          : `${qui} vous demande de lire et de signer ${quoi}.`,
      },
      { libelle: "Lire, puis signer ou refuser", lien },
      {
        phrase: `Ce lien est pour vous seul. Ne le transmettez à personne.${finLe === null ? "" : ` Il marche jusqu’au ${formatJour(finLe)} inclus.`}`,
      },
      signatureDe(donnees),
    ]);
  },
});
