import { z } from "zod";
import { formatJour } from "../../values/dates-fr.ts";
import { rendre } from "../blocs.ts";
import { definirModele, sJour } from "./modele.ts";

const schema = z.object({
  organisme: z.string().min(1),
  /** Who sends it. */
  conseiller: z.string().min(1),
  /** Last day on which the link works. */
  finLe: sJour,
});

/** One document that the person agreed to show to this reader; the message says neither whose nor which. */
export const documentCommunique = definirModele({
  nom: "document-communique",
  titre: "Document montré avec accord",
  schema,
  rendre: ({ organisme, conseiller, finLe }, lien) =>
    rendre("Un document vous est transmis", [
      { phrase: "Bonjour," },
      {
        phrase: `${conseiller} vous transmet un document, avec l’accord écrit de la personne qu’il concerne. Cet accord vaut pour vous seul.`,
      },
      { libelle: "Pour le lire, suivez ce lien", lien },
      {
        phrase: `Il marche jusqu’au ${formatJour(finLe)} inclus. Il s’arrête avant si la personne retire son accord. Ne le transmettez à personne.`,
      },
      { phrase: `${conseiller}, ${organisme}` },
    ]),
});
