import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { administrer, ouvrirBaseDeTest, ouvrirOrganisme } from "../../tests/harness/base.ts";
import { ecrireDossier } from "../../tests/harness/ecritures.ts";
import { type Tx, transaction, transactionDeLecture, transactionDeService } from "./connexion.ts";
import { sequencer } from "./journal/sequencer.ts";

async function tablesDe(database: string): Promise<string[]> {
  const { rows } = await administrer(
    `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
       and has_table_privilege('probant_app', oid, 'select') order by 1`,
    database,
  );
  return rows.map((r) => r.relname);
}

const compter = async (tx: Pick<Tx, "db">, table: string) => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(tx.db);
  return rows[0]?.n;
};

test("toute table isole ses lignes et commence chaque clé par l’organisme", async () => {
  const base = await ouvrirBaseDeTest();
  const database = base.poolConfig.database!;
  // Tables that the application's role cannot touch (accounts, migrations) are out of its reach altogether. One rule
  // opens rows to it; others may only narrow what it opens.
  const { rows } = await administrer(
    `select c.relname as table, c.relrowsecurity and c.relforcerowsecurity as isolee,
       (select count(*)::int from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polpermissive
          and 'probant_app'::regrole = any(p.polroles)) as regles,
       (select bool_and(a.attname = case when c.relname = 'organisme' then 'id' else 'organisme_id' end)
          from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
          where k.conrelid = c.oid and k.contype in ('p', 'u', 'f')
            and k.confrelid <> 'utilisateur'::regclass) as cles
     from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
       and has_table_privilege('probant_app', c.oid, 'select, insert, update, delete, truncate')`,
    database,
  );
  expect(rows.length).toBeGreaterThan(12);
  for (const ligne of rows) expect(ligne).toMatchObject({ isolee: true, regles: 1, cles: true });
});

test("un organisme ne voit ni n’écrit rien d’un autre, dans aucune table", async () => {
  const base = await ouvrirBaseDeTest();
  const [un, deux] = [await ouvrirOrganisme(base, "Un"), await ouvrirOrganisme(base, "Deux")];
  const id = await transaction(base, un, (tx) => ecrireDossier(tx, 2));
  const tables = await tablesDe(base.poolConfig.database!);
  await transaction(base, deux, async (tx) => {
    for (const table of tables) {
      expect([table, await compter(tx, table)]).toEqual([
        table,
        ["organisme", "journal_tete"].includes(table) ? 1 : 0,
      ]);
    }
    const { numUpdatedRows } = await tx.db
      .updateTable("dossier")
      .set({ etape: "vole" })
      .where("id", "=", id)
      .executeTakeFirst();
    expect(numUpdatedRows).toBe(0n);
  });
  const intrusion = transaction(base, deux, (tx) => ecrireDossier({ ...tx, organismeId: un }));
  await expect(intrusion).rejects.toMatchObject({ code: "42501" });
});

test("sans organisme nommé, rien n’est visible, et la connexion rendue n’en garde aucun", async () => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await ouvrirOrganisme(base);
  await transaction(base, organismeId, (tx) => ecrireDossier(tx));
  const client = await base.pool.connect();
  try {
    const { rows } = await client.query(
      "select current_setting('probant.organisme', true) as organisme, current_user::text as role",
    );
    expect(rows[0]).toEqual({ organisme: "", role: base.poolConfig.user });
    await client.query("begin; set local role probant_app");
    expect((await client.query("select from dossier")).rowCount).toBe(0);
    await client.query("rollback");
  } finally {
    client.release();
  }
});

test("le rôle du service ne voit que les organismes en attente, ni faits ni personnes", async () => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await ouvrirOrganisme(base);
  await transaction(base, organismeId, (tx) => ecrireDossier(tx));
  const lire = (requete: string) =>
    transactionDeService(base, (db) => sql<{ organisme_id: string }>`${sql.raw(requete)}`.execute(db));
  expect((await lire("select distinct organisme_id from journal_attente")).rows).toEqual([
    { organisme_id: organismeId },
  ]);
  for (const requete of [
    "select feuille from journal_attente",
    "select donnees from organisme",
    "select * from fait",
    "select * from dossier",
    "delete from journal_attente",
  ]) {
    await expect(lire(requete)).rejects.toMatchObject({ code: "42501" });
  }
});

test("une lecture longue n’écrit pas et voit un seul moment", async () => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await ouvrirOrganisme(base);
  await transactionDeLecture(base, organismeId, async (tx) => {
    expect(await compter(tx, "dossier")).toBe(0);
    await transaction(base, organismeId, (autre) => ecrireDossier(autre));
    expect(await compter(tx, "dossier")).toBe(0);
  });
  const ecriture = transactionDeLecture(base, organismeId, (tx) => ecrireDossier(tx));
  await expect(ecriture).rejects.toMatchObject({ code: "25006" });
});

test("faits et entrées du journal ne se modifient, ne s’effacent ni ne se vident, même par leur propriétaire", async () => {
  const base = await ouvrirBaseDeTest();
  const database = base.poolConfig.database!;
  const organismeId = await ouvrirOrganisme(base);
  await transaction(base, organismeId, (tx) => ecrireDossier(tx));
  await transaction(base, organismeId, (tx) => sequencer(tx));
  for (const table of ["fait", "journal_entree"]) {
    for (const requete of [`update ${table} set organisme_id = organisme_id`, `delete from ${table}`]) {
      await expect(administrer(requete, database)).rejects.toThrow("append-only");
      await expect(
        transaction(base, organismeId, (tx) => sql.raw(requete).execute(tx.db)),
      ).rejects.toMatchObject({ code: "42501" });
    }
    await expect(administrer(`truncate ${table}`, database)).rejects.toThrow("append-only");
  }
});

test("une requête qui échoue au milieu annule tout, même si l’appelant passe outre", async () => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await ouvrirOrganisme(base);
  const tentative = transaction(base, organismeId, async (tx) => {
    await ecrireDossier(tx);
    await sql`select 1 / 0`.execute(tx.db).catch(() => undefined);
  });
  await expect(tentative).rejects.toThrow("before its commit");
  expect(await transaction(base, organismeId, (tx) => compter(tx, "dossier"))).toBe(0);
});

test("un identifiant d’organisme qui n’en est pas un ne part jamais au serveur", async () => {
  const base = await ouvrirBaseDeTest();
  for (const faux of ["", "'; drop table fait; --", randomUUID().toUpperCase()]) {
    await expect(transaction(base, faux, async () => undefined)).rejects.toThrow(TypeError);
  }
});
