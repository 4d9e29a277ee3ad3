import { z } from "zod";
import type { ReglePublique } from "../../law/constat-public.ts";
import { sGravite, sJourEcrit, sQuestion, sRegle } from "./communs.ts";

const sReglePublique = z.strictObject({
  regle: sRegle,
  gravite: sGravite,
  effet: z.enum(["bloque", "alerte", "tache", "trace"]),
  enonce: z.string(),
  reserve: z.string().optional().describe("Ce qui n’est pas sûr de toute la règle."),
  depuis: sJourEcrit,
  jusqua: sJourEcrit.nullable().describe("Premier jour où elle ne vaut plus ; null si elle vaut encore."),
  questions: z.array(sQuestion).describe("Questions du 15 février 2023 auxquelles elle répond."),
  sources: z
    .array(
      z.strictObject({
        ref: z.string(),
        url: z.string().optional(),
        luLe: sJourEcrit,
        confiance: z.enum(["texte", "secondaire", "lecture", "memoire"]),
      }),
    )
    .min(1),
});

/** What `regles --json` prints; scripts of users rely on it. */
export const sRegles = z.strictObject({
  format: z.literal("probant-regles/1"),
  au: sJourEcrit,
  regles: z.array(sReglePublique),
});

export type ReglesPubliques = z.output<typeof sRegles>;
export const sortieRegles = (au: string, regles: ReglePublique[]): ReglesPubliques => ({
  format: "probant-regles/1",
  au,
  regles,
});
