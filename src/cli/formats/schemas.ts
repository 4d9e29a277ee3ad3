import { schemaDuFichier } from "../../dossier/fichier.ts";
import { schemaDuRapport } from "../../verifier/rapport-public.ts";
import { schemaDeSortie } from "./communs.ts";
import { sConstats, sListeDeConstats } from "./constats.ts";
import { sDossiers } from "./dossiers.ts";
import { sDoutes } from "./doutes.ts";
import { sExercice } from "./exercice.ts";
import { sMatrice } from "./matrice.ts";
import { sRegles } from "./regles.ts";

/** Every public JSON Schema, by the name of its file in `schemas/`. */
export const SCHEMAS: Readonly<Record<string, object>> = {
  "probant-dossier-1.schema.json": schemaDuFichier(),
  "probant-constats-1.schema.json": schemaDeSortie(sConstats, "probant-constats-1"),
  "probant-constats-liste-1.schema.json": schemaDeSortie(sListeDeConstats, "probant-constats-liste-1"),
  "probant-regles-1.schema.json": schemaDeSortie(sRegles, "probant-regles-1"),
  "probant-dossiers-1.schema.json": schemaDeSortie(sDossiers, "probant-dossiers-1"),
  "probant-matrice-1.schema.json": schemaDeSortie(sMatrice, "probant-matrice-1"),
  "probant-doutes-1.schema.json": schemaDeSortie(sDoutes, "probant-doutes-1"),
  "probant-exercice-1.schema.json": schemaDeSortie(sExercice, "probant-exercice-1"),
  "probant-verification-1.schema.json": schemaDuRapport(),
};

export const ecrireSchema = (schema: object): string => `${JSON.stringify(schema, null, 2)}\n`;
