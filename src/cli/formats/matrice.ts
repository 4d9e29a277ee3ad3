import { z } from "zod";

const nombre = z.int().min(0);

/** What `matrice --json` prints. */
export const sMatrice = z.strictObject({
  routes: nombre.describe("Lues dans le routeur."),
  roles: nombre.describe("Visiteurs différents, celui sans compte compris."),
  cibles: nombre.describe("Le sien, un autre dossier, un autre lieu, un autre organisme, détruit, inconnu…"),
  requetes: nombre,
  inattendus: nombre.describe("Réponses que la table des accès ne promet pas."),
  canaris: z.strictObject({
    plantes: nombre.describe("Mots uniques posés dans les contenus et chez l’autre organisme."),
    vus: nombre.describe("Ceux qui ont été servis à qui ne devait pas les lire."),
  }),
});
