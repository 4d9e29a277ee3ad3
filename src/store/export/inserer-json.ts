import pg from "pg";
import type { Remplisseur } from "../sauvegarde/ecrire-tables.ts";

const RETOUR = 0x0a;

/** Rows as one JSON object a line, which PostgreSQL itself turns into values. */
export const insererJson: Remplisseur = async (client, table, lignes) => {
  const [nom, ...colonnes] = [table.nom, ...table.colonnes].map((n) => pg.escapeIdentifier(n));
  const liste = colonnes.join(", ");
  let total = 0;
  for await (const octets of lignes) {
    if (octets.length === 0 || octets.at(-1) !== RETOUR)
      throw new Error("rows of JSON end in the middle of a line");
    const tableau = `[${octets.toString("utf8").trimEnd().replaceAll("\n", ",")}]`;
    const { rowCount } = await client.query(
      `insert into ${nom} (${liste}) overriding system value
         select ${liste} from json_populate_recordset(null::${nom}, $1::json)`,
      [tableau],
    );
    total += rowCount ?? 0;
  }
  return total;
};
