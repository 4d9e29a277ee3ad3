import { z } from "zod";
import { defineFait } from "../fait.ts";

const QUI = { beneficiaire: "à la personne", employeur: "à l’employeur" } as const;
const sQui = z.object({ role: z.enum(["beneficiaire", "employeur"]) });

/** Somebody got a door of his own to this dossier: who can see it is part of its history. */
export const espaceOuvert = defineFait({
  type: "espace_ouvert.v1",
  libelle: "Espace ouvert",
  schema: sQui,
  recit: (d) => QUI[d.role],
  evolve: () => ({}),
});

export const espaceFerme = defineFait({
  type: "espace_ferme.v1",
  libelle: "Espace fermé",
  schema: sQui,
  recit: (d) => QUI[d.role],
  evolve: () => ({}),
});
