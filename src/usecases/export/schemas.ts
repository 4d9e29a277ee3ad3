import type { ColonneDecrite } from "../../store/export/lire-organisme.ts";

/** How a value of a column is written in a line, by its type in the database. */
const VALEURS: Readonly<Record<string, object>> = {
  uuid: { type: "string", format: "uuid" },
  text: { type: "string" },
  "character varying": { type: "string" },
  integer: { type: "integer" },
  bigint: { type: "integer" },
  smallint: { type: "integer" },
  boolean: { type: "boolean" },
  date: { type: "string", description: "AAAA-MM-JJ, ou « infinity »" },
  "timestamp with time zone": { type: "string", description: "instant ISO 8601, en temps universel" },
  bytea: {
    type: "string",
    pattern: "^\\\\x([0-9a-f]{2})*$",
    description: "octets en hexadécimal, après \\x",
  },
  jsonb: {},
};

/** The JSON Schema (draft 2020-12) of one line of a table. Bytes of pieces and keys of dossiers stand elsewhere. */
export function schemaDeTable(table: string, colonnes: readonly ColonneDecrite[]): object {
  const dites = colonnes.filter((c) => ecriteDansLaLigne(table, c.nom));
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: table,
    type: "object",
    properties: Object.fromEntries(dites.map((c) => [c.nom, valeurDe(c)])),
    required: dites.map((c) => c.nom),
    additionalProperties: false,
  };
}

const COLONNES_D_UN_COMPTE = new Set(["id", "name", "email", "emailVerified"]);

function ecriteDansLaLigne(table: string, colonne: string): boolean {
  if (table === "utilisateur") return COLONNES_D_UN_COMPTE.has(colonne);
  return !(table === "piece" && colonne === "octets");
}

function valeurDe({ type, nulle }: ColonneDecrite): object {
  const tableau = type.endsWith("[]");
  const simple = VALEURS[tableau ? type.slice(0, -2) : type];
  if (simple === undefined) throw new Error(`no schema for a column of type ${type}`);
  const valeur = tableau ? { type: "array", items: simple } : simple;
  return nulle && Object.keys(valeur).length > 0 ? { anyOf: [valeur, { type: "null" }] } : valeur;
}
