import { z } from "zod";

/** What `verifier --json` prints; scripts of users rely on it. */
export const sRapport = z.strictObject({
  format: z.literal("probant-verification/1"),
  verdict: z.enum(["intact", "altere", "illisible"]),
  constats: z.array(
    z.strictObject({
      point: z.enum([
        "archive",
        "fichiers",
        "cle",
        "manifeste",
        "faits",
        "tete",
        "checkpoint",
        "inscription",
      ]),
      ok: z.boolean(),
      phrase: z.string(),
    }),
  ),
  remarques: z.array(z.string()),
  dossier: z.string().nullable(),
  faits: z.strictObject({ total: z.int(), montres: z.int(), retenus: z.int() }).nullable(),
  cle: z.strictObject({ nom: z.string(), empreinte: z.string() }).nullable(),
  passations: z.array(
    z.strictObject({
      ancienne: z.string(),
      nouvelle: z.string(),
      le: z.string(),
      place: z.int().nullable(),
    }),
  ),
  checkpoint: z.strictObject({ origine: z.string(), taille: z.int(), racine: z.base64() }).nullable(),
});

export type RapportPublic = z.output<typeof sRapport>;

/** JSON Schema of that output (`schemas/`). */
export function schemaDuRapport(): object {
  return { ...z.toJSONSchema(sRapport), $id: "probant-verification-1.schema.json" };
}
