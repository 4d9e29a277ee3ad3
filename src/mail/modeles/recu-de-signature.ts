import { z } from "zod";
import { rendre } from "../blocs.ts";
import { definirModele, expediteurDe, quand, sCadre, sHeure, signatureDe, sJour, sujetDe } from "./modele.ts";

const schema = sCadre.extend({
  /** What was signed, with its article. */
  quoi: z.string().min(1),
  /** Reference that the person can quote. */
  reference: z.string().min(1),
  jour: sJour,
  heure: sHeure,
  /** What happens next, one sentence. */
  suite: z.string().min(1),
});

/** Receipt of a signature. Carries the journal's checkpoint: whoever keeps it is a witness of what was written. */
export const recuDeSignature = definirModele({
  nom: "recu-de-signature",
  titre: "Reçu de signature",
  schema,
  expediteur: expediteurDe,
  rendre: (donnees) => {
    const { discretion, quoi, reference, jour, heure, suite } = donnees;
    return rendre(sujetDe(donnees, `Votre signature\u00a0: ${quoi}`), [
      { phrase: "Bonjour," },
      {
        phrase: discretion
          ? "Votre signature est enregistrée. Gardez ce message."
          : `Votre signature est enregistrée\u00a0: ${quoi}. Gardez ce message.`,
      },
      {
        lignes: [
          ["Référence", reference],
          ["Signé le", `${quand(jour, heure)}, heure de Paris`],
        ],
      },
      { phrase: `Et maintenant\u00a0: ${suite}` },
      {
        phrase:
          "Le fichier «\u00a0journal.txt\u00a0» joint est l’état du journal à cet instant. Il permet de vérifier plus tard que rien n’a été réécrit.",
      },
      signatureDe(donnees),
    ]);
  },
});
