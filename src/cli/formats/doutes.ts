import { z } from "zod";

/** What `doutes --json` prints. */
export const sDoutes = z.strictObject({
  taille: z.enum(["pousse", "nuit"]).describe("Ce qui tient dans une minute, ou dans une nuit."),
  epreuves: z.array(
    z.strictObject({
      id: z.string(),
      quoi: z.string(),
      comptes: z.record(z.string(), z.number().min(0)).describe("Ce qui a été fait et vu, par son nom."),
      fautes: z.array(z.string()).describe("Une phrase par faute, vide si tout tient."),
      dureeS: z.number().min(0).describe("En secondes."),
    }),
  ),
  fautes: z.int().min(0),
  dureeS: z.number().min(0).describe("En secondes."),
});
