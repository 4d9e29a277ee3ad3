import { z } from "zod";
import { formatJour } from "../../values/dates-fr.ts";
import { rendre } from "../blocs.ts";
import { definirModele, sJour } from "./modele.ts";

const schema = z.object({
  organisme: z.string().min(1),
  invitePar: z.string().min(1),
  /** Last day on which the link works. */
  finLe: sJour,
});

/** Someone is invited to work in an organisation; the link is secret. */
export const invitation = definirModele({
  nom: "invitation",
  titre: "Invitation",
  schema,
  rendre: ({ organisme, invitePar, finLe }, lien) =>
    rendre(`${invitePar} vous invite dans ${organisme}`, [
      { phrase: "Bonjour," },
      { phrase: `${invitePar} vous ouvre un compte dans Probant, pour travailler avec ${organisme}.` },
      { libelle: "Choisissez votre phrase de passe ici", lien },
      {
        phrase: `Ce lien sert une seule fois, jusqu’au ${formatJour(finLe)} inclus. Ne le transmettez à personne.`,
      },
      {
        phrase: "Vous n’attendiez pas ce message\u00a0? N’en faites rien\u00a0: sans vous, rien ne s’ouvre.",
      },
    ]),
});
