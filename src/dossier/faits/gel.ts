import { z } from "zod";
import { formatJour } from "../../values/dates-fr.ts";
import { defineFait } from "../fait.ts";
import { nomDuMotifDeGel } from "../options-gel.ts";
import { sJour } from "../schema.ts";

export const preuvesGelees = defineFait({
  type: "preuves_gelees.v1",
  libelle: "Preuves gelées au-delà de leur durée",
  schema: z.object({
    motif: z.enum(["controle", "litige", "reclamation", "audit"]),
    jusquAu: sJour,
  }),
  recit: (d) => `${nomDuMotifDeGel(d.motif)}, jusqu’au ${formatJour(d.jusquAu)} au plus`,
  evolve: (etat, d, trace) => ({ gels: [...etat.gels, { ...trace, ...d, leveLe: null }] }),
});

/** Lifts the hold that it names, and no other. */
export const gelLeve = defineFait({
  type: "gel_leve.v2",
  libelle: "Gel des preuves levé",
  schema: z.object({ gel: z.string().min(1).max(64) }),
  evolve: (etat, d, trace) => ({
    gels: etat.gels.map((g) => (g.fait === d.gel && g.leveLe === null ? { ...g, leveLe: trace.date } : g)),
  }),
});

/** As it was written before a lifting named its hold: it lifts every one that was there. */
export const tousGelsLeves = defineFait({
  type: "gel_leve.v1",
  libelle: "Tous les gels des preuves levés",
  schema: z.object({}),
  evolve: (etat, _, trace) => ({
    gels: etat.gels.map((g) => (g.leveLe === null ? { ...g, leveLe: trace.date } : g)),
  }),
});
