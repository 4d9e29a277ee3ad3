import { z } from "zod";
import { GRAVITES } from "../../law/rule.ts";

/** Small shapes that several outputs share. Days are `AAAA-MM-JJ`. */
export const sJourEcrit = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ format: "date" });
export const sGravite = z.enum(GRAVITES);
export const sRegle = z.string().regex(/^[A-E]\d{2}$/);
export const sQuestion = z.string().regex(/^Q([1-9]|1\d|2[0-2])$/);

/** JSON Schema of an output, named as it lies in `schemas/`. */
export function schemaDeSortie(sortie: z.ZodType, nom: string): object {
  return { $id: `${nom}.schema.json`, ...z.toJSONSchema(sortie) };
}
