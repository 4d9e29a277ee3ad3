import { z } from "zod";
import { formatJour } from "../../values/dates-fr.ts";
import { rendre } from "../blocs.ts";
import { definirModele, sJour } from "./modele.ts";

const schema = z.object({
  organisme: z.string().min(1),
  /** Reference of the dossier: the person's name stays out of the message. */
  reference: z.string().min(1),
  /** Last day on which the link works. */
  finLe: sJour,
});

/** The employer's door to one dossier; the link is secret, and whoever has it could sign for him. */
export const espaceEmployeur = definirModele({
  nom: "espace-employeur",
  titre: "Lien vers l’espace de l’employeur",
  schema,
  rendre: ({ organisme, reference, finLe }, lien) =>
    rendre(`Dossier ${reference}\u00a0: votre espace`, [
      { phrase: "Bonjour," },
      {
        phrase: `${organisme} vous ouvre un espace pour le dossier ${reference}. Vous y trouvez la convention, le certificat et ce qui prouve la présence quand elle est sur le temps de travail.`,
      },
      { phrase: "Le contenu du bilan est secret. Il n’y est pas, et il n’y sera jamais." },
      { libelle: "Pour l’ouvrir, suivez ce lien", lien },
      {
        phrase: `Il marche une seule fois, jusqu’au ${formatJour(finLe)} inclus. Ne le transmettez à personne\u00a0: il permet de signer à votre place.`,
      },
      { phrase: organisme },
    ]),
});
