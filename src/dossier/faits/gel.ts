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

export const gelLeve = defineFait({
  type: "gel_leve.v1",
  libelle: "Gel des preuves levé",
  schema: z.object({}),
  evolve: (etat, _, trace) => ({
    gels: etat.gels.map((g) => (g.leveLe === null ? { ...g, leveLe: trace.date } : g)),
  }),
});
