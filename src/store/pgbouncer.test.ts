import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { expect, onTestFinished, test } from "vitest";
import { administrer, ouvrirOrganisme } from "../../tests/harness/base.ts";
import { ajouterUnFait, ecrireDossier } from "../../tests/harness/ecritures.ts";
import { CONNEXIONS_REELLES, ouvrirPgbouncer } from "../../tests/harness/pgbouncer.ts";
import { hasherNode } from "../verifier/hasher-node.ts";
import { type Base, ouvrirBase, siSeul, transaction, transactionDeLecture } from "./connexion.ts";
import { sequencerTout } from "./journal/sequencer.ts";
import { migrer } from "./migrer.ts";

/** A migrated database of its own, of which everything passes through pgbouncer, the migrations too. */
async function ouvrirDerriere(): Promise<Base> {
  const par = await ouvrirPgbouncer(onTestFinished);
  const database = `test_${randomUUID().replaceAll("-", "")}`;
  await administrer(`create database ${database}`);
  onTestFinished(async () => {
    await administrer(`drop database ${database} (force)`);
  });
  const poolConfig = par(database);
  await migrer(poolConfig);
  const base = ouvrirBase({ poolConfig, hasher: hasherNode, connexions: 24, journalise: () => undefined });
  onTestFinished(() => base.fermer());
  return base;
}

test("derrière pgbouncer, des transactions mêlées ne voient et n’écrivent que leur organisme", async () => {
  const base = await ouvrirDerriere();
  const organismes = await Promise.all(["Un", "Deux", "Trois"].map((nom) => ouvrirOrganisme(base, nom)));
  const dossiers = await Promise.all(organismes.map((o) => transaction(base, o, (tx) => ecrireDossier(tx))));
  let lectures = 0;
  const tour = async (rang: number, fois: number) => {
    const [organisme, dossier] = [organismes[rang % 3]!, dossiers[rang % 3]!];
    for (let i = 0; i < fois; i += 1) {
      while (!(await ajouterUnFait(base, organisme, dossier)).ecrit) lectures += 1;
      // Its end is not waited for: the next one leaves on the same line right behind it.
      const vus = await transactionDeLecture(base, organisme, (tx) =>
        tx.db.selectFrom("dossier").select(["id", "organisme_id"]).execute(),
      );
      expect(vus).toEqual([{ id: dossier, organisme_id: organisme }]);
      lectures += 1;
    }
  };
  await Promise.all(Array.from({ length: 24 }, (_, rang) => tour(rang, 12)));
  expect(lectures).toBeGreaterThanOrEqual(288);
  const { rows } = await base.pool.query(
    "select count(distinct pid)::int as n from pg_stat_activity where datname = current_database()",
  );
  expect(rows[0].n).toBeLessThanOrEqual(CONNEXIONS_REELLES);
}, 120_000);

test("derrière pgbouncer, la connexion rendue ne garde ni organisme ni rôle, et une requête fausse n’y laisse rien", async () => {
  const base = await ouvrirDerriere();
  const organisme = await ouvrirOrganisme(base);
  for (let i = 0; i < 20; i += 1) {
    const echec = transaction(base, organisme, (tx) => sql`select 1 / 0`.execute(tx.db));
    await expect(echec).rejects.toThrow("division by zero");
    const { rows } = await base.pool.query(
      "select current_setting('probant.organisme', true) as organisme, current_user::text = session_user::text as le_sien",
    );
    expect([null, ""]).toContain(rows[0].organisme);
    expect(rows[0].le_sien).toBe(true);
  }
});

test("derrière pgbouncer, un seul tient un verrou, et le journal se place en entier", async () => {
  const base = await ouvrirDerriere();
  const organisme = await ouvrirOrganisme(base);
  const dossier = await transaction(base, organisme, (tx) => ecrireDossier(tx));
  let dedans = 0;
  const issues = await Promise.all(
    Array.from({ length: 12 }, () =>
      siSeul(base, 77, async () => {
        dedans += 1;
        expect(dedans).toBe(1);
        await ajouterUnFait(base, organisme, dossier);
        dedans -= 1;
        return true;
      }),
    ),
  );
  expect(issues.filter((i) => i === true).length).toBeGreaterThanOrEqual(1);
  let places = 0;
  for (let n = await sequencerTout(base); n > 0; n = await sequencerTout(base)) places += n;
  expect(places).toBe(1 + issues.filter((i) => i === true).length);
});
