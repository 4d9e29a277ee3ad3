import { z } from "zod";
import { formatJour } from "../../values/dates-fr.ts";
import { rendre } from "../blocs.ts";
import { definirModele, sJour } from "./modele.ts";

const schema = z.object({
  organisme: z.string().min(1),
  /** Last day on which the link works, and last day of the audit. */
  lienLe: sJour,
  finLe: sJour,
});

/** The auditor's door to a drawn sample of proofs; the link is secret. */
export const accesAuditeur = definirModele({
  nom: "acces-auditeur",
  titre: "Lien de l’auditeur",
  schema,
  rendre: ({ organisme, lienLe, finLe }, lien) =>
    rendre("Votre accès à un échantillon de preuves", [
      { phrase: "Bonjour," },
      {
        phrase: `${organisme} vous ouvre un échantillon de dossiers tiré au sort. Vous y lisez les preuves, jamais le contenu. Chaque lecture est notée.`,
      },
      { libelle: "Pour l’ouvrir, suivez ce lien", lien },
      {
        phrase: `Il marche une seule fois, jusqu’au ${formatJour(lienLe)} inclus. Ne le transmettez à personne.`,
      },
      { phrase: `Cet accès se ferme après le ${formatJour(finLe)}.` },
      { phrase: organisme },
    ]),
});
