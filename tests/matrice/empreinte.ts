import type { Base } from "../../src/store/connexion.ts";

// What a refused request may touch: who asked is counted, and a session that is used lives longer.
const VIVANTES = ["limite", "session"];

/** A digest of every row of each table, by the table's name. */
export async function empreinteDesDonnees({ pool }: Base): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ nom: string }>(
    `select relname as nom from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       and relname <> all($1) order by 1`,
    [VIVANTES],
  );
  const empreintes: Record<string, string> = {};
  for (const { nom } of rows) {
    const lue = await pool.query<{ h: string }>(
      `select md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as h from "${nom}" t`,
    );
    empreintes[nom] = lue.rows[0]!.h;
  }
  return empreintes;
}
