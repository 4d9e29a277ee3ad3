import { z } from "zod";

const nombre = z.int().min(0);

/** What `exercice --json` prints. */
export const sExercice = z.strictObject({
  dossiers: nombre,
  detruits: nombre,
  canaris: z.strictObject({
    plantes: nombre.describe("Mots uniques, un dans chaque texte scellé."),
    vus: nombre.describe("Fichiers où l’un d’eux est en clair, et mots détruits qu’une clé fait sortir."),
  }),
  revenus: nombre.describe(
    "Dossiers détruits dont un contenu ou une clé revient avec une ancienne sauvegarde.",
  ),
  preuvesIntactes: z
    .boolean()
    .describe("Le journal concorde, et le dossier de contrôle de chaque détruit se vérifie."),
  dureeS: z.number().min(0).describe("En secondes."),
});
