import pg from "pg";
import type { Remplisseur } from "../sauvegarde/ecrire-tables.ts";
import { tablesDeLOrganisme } from "./lire-organisme.ts";

const RETOUR = 0x0a;

/**
 * Rows as one JSON object a line, which PostgreSQL itself turns into values. None of a table or a column that an
 * organisation does not take along: sessions, secret links and what opens an account are nobody's to bring.
 */
export const insererJson: Remplisseur = async (client, table, lignes) => {
  const sienne = (await tablesDeLOrganisme(client)).find((t) => t.nom === table.nom);
  if (sienne === undefined || table.colonnes.some((c) => !sienne.colonnes.includes(c))) return 0;
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
