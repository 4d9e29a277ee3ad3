import { z } from "zod";
import { type Minutes, minutes } from "../values/duree.ts";
import { type Heure, parseHeure } from "../values/heure.ts";
import { type Jour, parseJour } from "../values/jour.ts";
import { type Centimes, centimes } from "../values/montant.ts";

/** The small types of `values/` as schemas: what a dossier file or a stored fact may hold. */
export const sJour = z
  .string()
  .refine((t) => parseJour(t) !== null, { error: "Ce jour n’existe pas (attendu : AAAA-MM-JJ)." })
  .meta({ format: "date" })
  .transform((t) => t as Jour);

export const sHeure = z
  .string()
  .refine((t) => parseHeure(t) === t, { error: "Cette heure n’existe pas (attendu : HH:MM)." })
  .transform((t) => t as Heure);

export const sMinutes = z
  .int()
  .min(0, { error: "Une durée est un nombre entier de minutes." })
  .max(60_000, { error: "Cette durée dépasse mille heures." })
  .transform((n): Minutes => minutes(n));

export const sCentimes = z
  .int()
  .min(-100_000_000)
  .max(100_000_000)
  .transform((n): Centimes => centimes(n));

/** null when it was not said; a file may leave the key out. */
export const ouNul = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);
export const sTexte = z.string().trim().min(1).max(2000);
export const sCode = z.string().regex(/^[a-z0-9_]{1,60}$/, {
  error: "Ce code s’écrit en minuscules sans accent, chiffres et tirets bas compris, 60 caractères au plus.",
});
/** Reference of a sealed content: its id and its keyed commitment (base64). Never the content itself. */
export const sContenu = z.object({ id: z.string().max(64), engagement: z.string().max(64) });
export type ReferenceContenu = z.infer<typeof sContenu>;

const sSignature = z.object({
  par: z.enum(["beneficiaire", "conseiller", "organisme", "employeur"]),
  le: sJour,
});
export const sSignatures = z.array(sSignature).default([]);
export const sModalite = z.enum(["presentiel", "distanciel", "mixte"]);
export const sPhase = z.enum(["preliminaire", "investigation", "conclusion"]);
export const sPhases = z.object({ preliminaire: sMinutes, investigation: sMinutes, conclusion: sMinutes });
