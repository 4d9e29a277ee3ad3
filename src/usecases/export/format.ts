import { z } from "zod";
import { sFichierDeSceau } from "../../sceau/cles-des-sceaux.ts";
import { sTable } from "../../store/sauvegarde/tables-presentes.ts";
import { CLASSES } from "../../vault/cles-dossier.ts";
import { sLigneDeRegistre } from "../../vault/registre-destructions.ts";

/** The paths inside an export, in the order in which they come. */
export const FICHIERS = {
  lisezMoi: "LISEZ-MOI.txt",
  debut: "export.json",
  secrets: "secrets.age",
  fin: "fin.json",
} as const;

export const FORMAT = "probant-export/1";

/** What an export begins with: whose it is, and the tables that follow, each after those it refers to. */
export const sDebutDExport = z.strictObject({
  format: z.literal(FORMAT),
  organisme: z.uuid(),
  raisonSociale: z.string(),
  faitLe: z.string(),
  /** The numbers of the tables' version: an installation that lacks one cannot read them. */
  migrations: z.array(z.string()),
  tables: z.array(sTable),
});
export type DebutDExport = z.infer<typeof sDebutDExport>;

/** What it ends with: the rows of each table and the SHA-256 of their lines, and the same for the bytes of pieces. */
export const sFinDExport = z.strictObject({
  tables: z.array(z.strictObject({ table: z.string(), lignes: z.int().min(0), sha256: z.string() })),
  pieces: z.strictObject({ fichiers: z.int().min(0), sha256: z.string() }),
});
export type FinDExport = z.infer<typeof sFinDExport>;

/** One line of what lies outside of the database: keys, seals, destructions that took effect. */
export const sSecret = z.discriminatedUnion("sorte", [
  z.strictObject({ sorte: z.literal("trousseau"), part: z.string() }),
  z.strictObject({ sorte: z.literal("sceau"), rang: z.int().min(1), fichier: sFichierDeSceau }),
  z.strictObject({ sorte: z.literal("destruction"), ligne: sLigneDeRegistre }),
  z.strictObject({
    sorte: z.literal("dossier"),
    dossier: z.uuid(),
    classe: z.enum(CLASSES),
    /** 32 bytes, base64. */
    cle: z.base64(),
  }),
]);
export type Secret = z.infer<typeof sSecret>;

/** The n-th file of lines of a table, from 1. */
export const fichierDeLignes = (table: string, n: number) =>
  `donnees/${table}-${String(n).padStart(5, "0")}.jsonl`;

/** The table whose lines a file of that name holds. */
export const tableDuFichier = (nom: string) => nom.slice("donnees/".length, nom.lastIndexOf("-"));

/** Where the JSON Schema of the lines of a table lies in an export. */
export const fichierDeSchema = (table: string) => `schemas/${table}.schema.json`;

/** Where the bytes of a piece lie, and what its row says of it. */
export const fichierDePiece = (dossier: string, id: string, extension: string) =>
  `pieces/${dossier}/${id}.${extension}`;
