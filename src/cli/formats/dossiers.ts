import { z } from "zod";
import { ETAPES } from "../../dossier/etape.ts";
import type { DossierInventorie } from "../../usecases/listes/inventaire.ts";
import { sJourEcrit } from "./communs.ts";

const nombre = z.int().min(0);

const sDossierInventorie = z.strictObject({
  organisme: z.string(),
  reference: z.string(),
  etape: z.enum(ETAPES),
  phase: z.enum(["preliminaire", "investigation", "conclusion"]).nullable(),
  debut: sJourEcrit.nullable(),
  fin: sJourEcrit.nullable(),
  prochaineEcheance: sJourEcrit.nullable(),
  faits: nombre,
  alertes: nombre.describe("Constats non conformes et certains."),
  minutesSignees: nombre,
  minutesPrevues: nombre,
}) satisfies z.ZodType<DossierInventorie>;

/** What `dossiers --json` prints; scripts of users rely on it. No name in it. */
export const sDossiers = z.strictObject({
  format: z.literal("probant-dossiers/1"),
  dossiers: z.array(sDossierInventorie),
});
