import { z } from "zod";
import { type ConstatPublic, constatPublic } from "../../law/constat-public.ts";
import type { Constat } from "../../law/judge.ts";
import { sGravite, sJourEcrit, sRegle } from "./communs.ts";

const sConstat = z.strictObject({
  regle: sRegle,
  verdict: z.enum(["conforme", "non_conforme", "indetermine", "sans_objet"]),
  gravite: sGravite,
  reserve: z.string().optional().describe("Ce qui n’est pas sûr ; le constat n’est alors qu’une alerte."),
  enonce: z.string(),
  explication: z.string(),
  manque: z.string().optional(),
  ecart: z.string().optional(),
  sources: z.array(z.strictObject({ ref: z.string(), url: z.string().optional(), luLe: sJourEcrit })).min(1),
});

/** What `controler --json` prints; scripts of users rely on it. */
export const sConstats = z.strictObject({
  format: z.literal("probant-constats/1"),
  au: sJourEcrit.describe("Jour du jugement."),
  constats: z.array(sConstat),
});

/** The shape that the schema promises is the one that the command writes: held by the compiler. */
export type ConstatsPublics = z.output<typeof sConstats>;
export const sortieConstats = (au: string, constats: ConstatPublic[]): ConstatsPublics => ({
  format: "probant-constats/1",
  au,
  constats,
});

const sFichier = z.string().describe("Le chemin donné à la commande.");

/** What `controler --json` prints for several files: one element a file, in the order given. */
export const sListeDeConstats = z.array(
  z.union([
    z.strictObject({ fichier: sFichier, ...sConstats.shape }),
    z.strictObject({
      fichier: sFichier,
      illisible: z.string().describe("Pourquoi le fichier ne se lit pas."),
    }),
  ]),
);

type Juge = { fichier: string } & ({ constats: Constat[] } | { illisible: string });

export const sortieDePlusieurs = (au: string, juges: readonly Juge[]): z.output<typeof sListeDeConstats> =>
  juges.map((j) =>
    "illisible" in j
      ? { fichier: j.fichier, illisible: j.illisible }
      : { fichier: j.fichier, ...sortieConstats(au, j.constats.map(constatPublic)) },
  );
