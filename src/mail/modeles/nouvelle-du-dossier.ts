import { z } from "zod";
import { formatJourDuMois } from "../../values/dates-fr.ts";
import { rendre } from "../blocs.ts";
import { definirModele, sJour } from "./modele.ts";

const schema = z.object({
  organisme: z.string().min(1),
  /** Day on which it is written: tells apart messages whose subject says nothing else. */
  le: sJour,
});

/** Tells a counsellor that somebody answered in one of his dossiers: neither who, nor what. */
export const nouvelleDuDossier = definirModele({
  nom: "nouvelle-du-dossier",
  titre: "Nouvelle d’un dossier, à son conseiller",
  schema,
  rendre: ({ organisme, le }, lien) =>
    rendre(`Une réponse vous attend, message du ${formatJourDuMois(le)}`, [
      { phrase: "Bonjour," },
      { phrase: "Quelqu’un vient de répondre dans un dossier que vous suivez. La réponse s’y lit." },
      { libelle: "Ouvrir le dossier", lien },
      { phrase: "D’autres réponses au même dossier peuvent y attendre aussi." },
      { phrase: organisme },
    ]),
});
