import { z } from "zod";

/** Who the person is, outside the facts: kept with the row of the dossier, never in the journal. */
export const sIdentite = z.object({
  prenom: z.string().trim().min(1).max(120),
  nom: z.string().trim().min(1).max(120),
  courriel: z.string().max(200).nullable().default(null),
  telephone: z.string().max(40).nullable().default(null),
  /** The person asks for mails that do not say « bilan de compétences ». */
  discretion: z.boolean().default(false),
});
export type Identite = z.infer<typeof sIdentite>;

/** « Camille Fictive ». Never in a subject, an address or a line of the journal. */
export function nomComplet(identite: Identite): string {
  return `${identite.prenom} ${identite.nom}`;
}
