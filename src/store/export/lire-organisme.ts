import { sql } from "kysely";
import pg from "pg";
import { ErreurDite } from "../../values/erreur-dite.ts";
import type { Tx } from "../connexion.ts";
import { type TablePresente, tablesPresentes } from "../sauvegarde/tables-presentes.ts";

/** What is made anew, lives a day, or is written elsewhere in another form. */
const LAISSEES: readonly string[] = ["acte_recu", "preparation"];
/** Written from other sources than their own rows. */
export const COMPTES: TablePresente = {
  nom: "utilisateur",
  colonnes: ["id", "name", "email", "emailVerified"],
  identite: null,
};
const CLES = "cle_dossier";
const PIECES = "piece";
const LOT = 500;
/** What the rows of one fetch may weigh, in bytes of JSON. */
const POIDS_DU_LOT = 32 * 1024 * 1024;
/**
 * The largest binary value that an export takes, in bytes: in JSON it is written in hexadecimal, and a text of Node holds
 * 512 MiB at most.
 */
const TAILLE_MAX = 200 * 1024 * 1024;

/** A file kept by the organisation is larger than an export can take: the sentence says where. */
export class FichierTropGrand extends ErreurDite {}

/** One row as JSON, and the bytes of the file that it stands for. */
export interface LigneExportee {
  texte: string;
  octets: Uint8Array | null;
}

/**
 * The tables that hold rows of one organisation, each after those it refers to: every one that the application reads under
 * row-level security. Accounts come with the columns that an organisation knows of them.
 */
export async function tablesDeLOrganisme(client: Pick<pg.ClientBase, "query">): Promise<TablePresente[]> {
  const { rows } = await client.query<{ nom: string }>(
    `select c.relname as nom from pg_class c
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relrowsecurity
        and has_table_privilege('probant_app', c.oid, 'select')`,
  );
  const siennes = new Set(rows.map((r) => r.nom).filter((nom) => !LAISSEES.includes(nom)));
  return (await tablesPresentes(client)).flatMap((t) => {
    if (t.nom === COMPTES.nom) return [COMPTES];
    return siennes.has(t.nom) ? [t] : [];
  });
}

/**
 * The rows of one of these tables that the organisation of the transaction sees, in the order of its key. None for the keys of
 * dossiers, whose wrappings mean nothing elsewhere. The bytes of pieces stand beside their rows.
 */
export async function* lignesDeLaTable(tx: Tx, table: TablePresente): AsyncGenerator<LigneExportee[]> {
  if (table.nom === CLES) return;
  const lot = lotPour(await plusGrande(tx, table.nom));
  const source = table.nom === COMPTES.nom ? LES_COMPTES : await lesLignes(tx, table);
  // Moments leave in UTC whatever the server is set to.
  await tx.client.query("set local timezone = 'UTC'");
  await tx.client.query(`declare lignes_exportees no scroll cursor for ${source}`);
  for (;;) {
    const { rows } = await tx.client.query<{ texte: string; octets?: Buffer }>(
      `fetch ${lot} from lignes_exportees`,
    );
    if (rows.length === 0) break;
    yield rows.map(({ texte, octets = null }) => ({ texte, octets }));
  }
  await tx.client.query("close lignes_exportees");
}

/** How many rows are read at once when the largest binary value of one has that many bytes. */
export function lotPour(octets: number): number {
  return Math.max(1, Math.min(LOT, Math.floor(POIDS_DU_LOT / (2 * octets + 1024))));
}

/** Throws `FichierTropGrand` before anything is written when a value of these tables is beyond `max` bytes. */
export async function exigerTailles(
  tx: Tx,
  tables: readonly TablePresente[],
  max: number = TAILLE_MAX,
): Promise<void> {
  for (const { nom } of tables) {
    const octets = await plusGrande(tx, nom);
    if (octets <= max) continue;
    const enMo = (n: number) => Math.ceil(n / 1e6).toLocaleString("fr-FR");
    throw new FichierTropGrand(
      `Un fichier de la table ${nom} fait ${enMo(octets)} Mo : un export n’en prend pas de plus de ${enMo(max)} Mo. Rien n’a été écrit. Utilisez une sauvegarde.`,
    );
  }
}

/** Bytes of the largest binary value of a table, without reading one; 0 when it has no such column or no row. */
async function plusGrande(tx: Tx, nom: string): Promise<number> {
  const { rows: colonnes } = await sql<{ colonne: string }>`
    select attname::text as colonne from pg_attribute
      where attrelid = ${nomme(nom)}::regclass and atttypid = 'bytea'::regtype and attnum > 0 and not attisdropped
        and has_column_privilege(${nomme(nom)}::regclass, attnum, 'select')`.execute(tx.db);
  if (colonnes.length === 0) return 0;
  const plus = colonnes.map((c) => `max(octet_length(${nomme(c.colonne)}))`).join(", ");
  const { rows } = await tx.client.query(
    `select coalesce(greatest(${plus}), 0)::int as octets from ${nomme(nom)}`,
  );
  return rows[0].octets;
}

// What the organisation calls people, as its own pages do: the name of an account is its holder's.
const LES_COMPTES = `select row_to_json(c)::text as texte from (
    select distinct on (id) id, name, email, false as "emailVerified" from (
      select utilisateur_id as id, coalesce(nom, courriel) as name, courriel as email, 0 as rang from membre_lu
      union all select utilisateur_id, nom, courriel, 1 from audit_auditeur_lu
      union all select a.utilisateur_id, coalesce(a.nom_donne, d.nom_affiche), a.courriel, 2
        from acces_lu a join dossier d on d.organisme_id = a.organisme_id and d.id = a.dossier_id
    ) connus order by id, rang, name
  ) c`;

async function lesLignes(tx: Tx, table: TablePresente): Promise<string> {
  const cle = await cleDeLaTable(tx, table.nom);
  const colonnes = table.colonnes.filter((c) => table.nom !== PIECES || c !== "octets");
  const lus = colonnes.map((c) =>
    c === "donnees" && table.nom === "message_sortie" ? SANS_SECRET : nomme(c),
  );
  const octets = table.nom === PIECES ? ", x.octets" : "";
  const dont = table.nom === PIECES ? ", octets" : "";
  // The inner name is what each row is written as: a row of JSON names no column besides those of the table.
  return `select (select row_to_json(l) from (select ${colonnes.map((c) => `x.${nomme(c)}`).join(", ")}) l)::text as texte
    ${octets} from (select ${lus.join(", ")}${dont} from ${nomme(table.nom)}) x
    order by ${cle.map((c) => `x.${nomme(c)}`).join(", ")}`;
}

const SANS_SECRET = "donnees - 'secret' as donnees";

async function cleDeLaTable(tx: Tx, nom: string): Promise<string[]> {
  const { rows } = await sql<{ colonne: string }>`
    select a.attname::text as colonne from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey::smallint[])
      where i.indrelid = ${nomme(nom)}::regclass and i.indisprimary
      order by array_position(i.indkey::smallint[], a.attnum)`.execute(tx.db);
  return rows.map((r) => r.colonne);
}

const nomme = (nom: string) => pg.escapeIdentifier(nom);

/** Columns of a table as the database types them: how each is written in JSON follows from that. */
export interface ColonneDecrite {
  nom: string;
  type: string;
  nulle: boolean;
}

export async function decrireColonnes(tx: Tx, table: string): Promise<ColonneDecrite[]> {
  const { rows } = await sql<ColonneDecrite>`
    select attname::text as nom, format_type(atttypid, null) as type, not attnotnull as nulle
      from pg_attribute where attrelid = ${nomme(table)}::regclass and attnum > 0 and not attisdropped
        and attgenerated = '' order by attnum`.execute(tx.db);
  return rows;
}

/** The dossiers of the organisation, and the wrapped keys that each has. */
export async function clesDesDossiers(tx: Tx) {
  return await tx.db
    .selectFrom("cle_dossier")
    .select(["dossier_id as dossierId", "classe", "cle_externe as cleExterne", "enveloppe"])
    .where("organisme_id", "=", tx.organismeId)
    .orderBy("dossier_id")
    .orderBy("classe")
    .execute();
}
