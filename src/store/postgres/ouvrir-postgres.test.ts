import { createHash } from "node:crypto";
import { chmod, mkdir, readdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, inject, test } from "vitest";
import {
  attendreFin,
  dossierTemporaire,
  lancerEnfant,
  type Pret,
  tourne,
} from "../../../tests/harness/enfant-postgres.ts";
import { ErreurDemarrage } from "./erreur-demarrage.ts";
import { ouvrirPostgres } from "./ouvrir-postgres.ts";

async function interroger({ poolConfig }: Pret, sql: string): Promise<pg.QueryResult["rows"]> {
  const client = new pg.Client(poolConfig);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Digest of every file below a folder, to show that a refusal changed none. */
async function empreinte(dossier: string): Promise<string> {
  const somme = createHash("sha256");
  const noms = await readdir(dossier, { recursive: true });
  for (const nom of noms.toSorted()) {
    const chemin = join(dossier, nom);
    if ((await stat(chemin)).isFile()) somme.update(`${nom}\0`).update(await readFile(chemin));
  }
  return somme.digest("hex");
}

/** A data folder whose database was made, given one table, and stopped in order. */
async function dossierArrete(): Promise<string> {
  const dossierDonnees = await dossierTemporaire();
  const enfant = lancerEnfant({ dossierDonnees });
  await interroger(await enfant.pret, "create table essai (n int); insert into essai values (42)");
  await enfant.terminer("SIGTERM");
  return dossierDonnees;
}

describe("marche ordinaire", () => {
  test("un premier démarrage crée la base, un arrêt demandé ne laisse rien tourner, un second retrouve tout", async () => {
    const dossierDonnees = join(await dossierTemporaire(), "données de l’été", "probant");
    const premier = lancerEnfant({ dossierDonnees });
    const pret = await premier.pret;
    expect(await interroger(pret, "show data_checksums")).toEqual([{ data_checksums: "on" }]);
    expect(await interroger(pret, "show fsync")).toEqual([{ fsync: "on" }]);
    expect(await interroger(pret, "show listen_addresses")).toEqual([{ listen_addresses: "" }]);
    const ordre = "select x from unnest(array['Zoé','eric','Éric','Abel','abbé']) x order by x";
    expect((await interroger(pret, ordre)).map((l) => l.x)).toEqual(["abbé", "Abel", "eric", "Éric", "Zoé"]);
    await interroger(pret, "create table essai as select 42 as n");
    expect((await premier.terminer("SIGTERM")).code).toBe(0);
    expect(tourne(pret.pid!)).toBe(false);
    expect(await readdir(dossierDonnees)).not.toContain("probant.verrou");

    const second = lancerEnfant({ dossierDonnees });
    expect(await interroger(await second.pret, "select n from essai")).toEqual([{ n: 42 }]);
    expect(second.messages).toEqual([]);
  });

  test("un chemin trop long pour une liaison Unix passe par un dossier privé du dossier temporaire", async () => {
    const dossierDonnees = join(await dossierTemporaire(), "d".repeat(120));
    const pret = await lancerEnfant({ dossierDonnees }).pret;
    expect(pret.poolConfig.host).not.toContain(dossierDonnees);
    expect((await stat(pret.poolConfig.host)).mode & 0o777).toBe(0o700);
    expect(await interroger(pret, "select 1 as n")).toEqual([{ n: 1 }]);
  });

  test("une création interrompue est reprise du début", async () => {
    const dossierDonnees = await dossierTemporaire();
    await mkdir(join(dossierDonnees, "postgres.nouveau", "base"), { recursive: true });
    await writeFile(join(dossierDonnees, "postgres.nouveau", "PG_VERSION"), "18\n");
    expect(await interroger(await lancerEnfant({ dossierDonnees }).pret, "select 1 as n")).toEqual([
      { n: 1 },
    ]);
  });
});

describe("plusieurs processus", () => {
  test("un second serveur sur le même dossier est refusé en français, code 2, et le premier continue", async () => {
    const dossierDonnees = await dossierTemporaire();
    const pret = await lancerEnfant({ dossierDonnees }).pret;
    const second = await lancerEnfant({ dossierDonnees }).fin;
    expect(second.code).toBe(2);
    expect(second.erreurs).toMatch(/^Probant tourne déjà sur ce dossier de données \(processus \d+\)\./);
    expect(await interroger(pret, "select 1 as n")).toEqual([{ n: 1 }]);
  });

  test("une commande rejoint le serveur de l’application et le laisse tourner", async () => {
    const dossierDonnees = await dossierTemporaire();
    const pret = await lancerEnfant({ dossierDonnees }).pret;
    const commande = lancerEnfant({ dossierDonnees, usage: "commande" });
    const rejoint = await commande.pret;
    expect(rejoint.poolConfig).toEqual(pret.poolConfig);
    await commande.terminer("SIGTERM");
    expect(await interroger(pret, "select 1 as n")).toEqual([{ n: 1 }]);
  });

  test("une commande sans application démarre la base et l’arrête en partant", async () => {
    const dossierDonnees = await dossierArrete();
    const commande = lancerEnfant({ dossierDonnees, usage: "commande" });
    const { pid, ...pret } = await commande.pret;
    expect(await interroger({ ...pret, pid }, "select n from essai")).toEqual([{ n: 42 }]);
    await commande.terminer("SIGTERM");
    expect(tourne(pid!)).toBe(false);
  });
});

describe("arrêts brutaux", () => {
  test("la base qu’un kill -9 de Node laisse orpheline est reprise telle quelle", async () => {
    const dossierDonnees = await dossierTemporaire();
    const tue = lancerEnfant({ dossierDonnees });
    const avant = await tue.pret;
    await interroger(avant, "create table essai as select 7 as n");
    await tue.terminer("SIGKILL");
    expect(tourne(avant.pid!)).toBe(true);
    const reprise = lancerEnfant({ dossierDonnees });
    const apres = await reprise.pret;
    expect(apres.pid).toBe(avant.pid);
    expect(reprise.messages).toEqual(["La base de données tournait encore après un arrêt brutal : reprise."]);
    expect(await interroger(apres, "select n from essai")).toEqual([{ n: 7 }]);
    await reprise.terminer("SIGTERM");
    expect(tourne(avant.pid!)).toBe(false);
  });

  test.each([
    ["démarrée", false],
    ["reprise", true],
  ])("une base %s qu’un kill -9 abat est relancée", async (_, orpheline) => {
    const dossierDonnees = await dossierTemporaire();
    if (orpheline) {
      const tue = lancerEnfant({ dossierDonnees });
      await tue.pret;
      await tue.terminer("SIGKILL");
    }
    const enfant = lancerEnfant({ dossierDonnees });
    const pret = await enfant.pret;
    await interroger(pret, "create table essai as select 7 as n");
    process.kill(pret.pid!, "SIGKILL");
    await enfant.attendreMessage("La base de données s’est arrêtée ; Probant la relance.");
    await enfant.attendreMessage("La base de données est de nouveau prête.");
    expect(await interroger(pret, "select n from essai")).toEqual([{ n: 7 }]);
    expect((await enfant.terminer("SIGTERM")).code).toBe(0);
    const verrous = (await readdir(dossierDonnees)).filter((nom) => nom.includes("verrou"));
    expect(verrous).toEqual([]);
  });

  test("Node et PostgreSQL abattus ensemble : le démarrage suivant répare et retrouve ce qui était validé", async () => {
    const dossierDonnees = await dossierTemporaire();
    const enfant = lancerEnfant({ dossierDonnees });
    const pret = await enfant.pret;
    await interroger(pret, "create table essai as select 7 as n");
    const fin = enfant.terminer("SIGKILL");
    process.kill(pret.pid!, "SIGKILL");
    await fin;
    await attendreFin(pret.pid!);
    expect(await interroger(await lancerEnfant({ dossierDonnees }).pret, "select n from essai")).toEqual([
      { n: 7 },
    ]);
  });
});

describe("dossiers qui ne peuvent pas servir", () => {
  async function refuser(dossierDonnees: string, uid?: number): Promise<string> {
    const { code, erreurs } = await lancerEnfant({ dossierDonnees, uid }).fin;
    expect(code).toBe(2);
    expect(erreurs).toMatch(/\.$/);
    return erreurs;
  }

  test.each<[string, (cluster: string) => Promise<unknown>, RegExp]>([
    [
      "PG_VERSION manquant",
      (cluster) => rename(join(cluster, "PG_VERSION"), join(cluster, "..", "PG_VERSION")),
      /est endommagée : le fichier PG_VERSION y manque.*Rien n’a été modifié/,
    ],
    [
      "fichier de contrôle écrasé",
      (cluster) => writeFile(join(cluster, "global", "pg_control"), Buffer.alloc(8192, 1)),
      /est endommagée, et PostgreSQL refuse de l’ouvrir/,
    ],
    [
      "fichier de contrôle manquant",
      (cluster) => rename(join(cluster, "global", "pg_control"), join(cluster, "..", "pg_control")),
      /est endommagée, et PostgreSQL refuse de l’ouvrir/,
    ],
    [
      "version de PostgreSQL absente de la machine",
      (cluster) => writeFile(join(cluster, "PG_VERSION"), "12\n"),
      /créées avec PostgreSQL 12, qui n’est plus sur cette machine/,
    ],
  ])("%s : une phrase, code 2, aucun fichier touché", async (_, abimer, phrase) => {
    const dossierDonnees = await dossierArrete();
    const cluster = join(dossierDonnees, "postgres");
    await abimer(cluster);
    const avant = await empreinte(cluster);
    expect(await refuser(dossierDonnees)).toMatch(phrase);
    expect(await empreinte(cluster)).toBe(avant);
    expect(await readdir(dossierDonnees)).not.toContain("probant.verrou");
  });

  test("un dossier où l’on ne peut pas écrire", async () => {
    const dossierDonnees = await dossierTemporaire();
    await chmod(dossierDonnees, 0o555);
    // Root writes anywhere: there the process gives its rights up first.
    const phrase = await refuser(dossierDonnees, process.getuid?.() === 0 ? 65_534 : undefined);
    expect(phrase).toContain(`Le dossier de données ${dossierDonnees} ne peut pas servir`);
    expect(phrase).toContain("vous n’avez pas le droit d’y écrire");
    await chmod(dossierDonnees, 0o755);
    expect(await readdir(dossierDonnees)).toEqual([]);
  });

  test("un chemin que rien ne peut créer, sans attendre sans fin", async () => {
    expect(await refuser("/proc/probant/donnees")).toContain("ne peut pas servir");
  });

  test("un fichier à la place du dossier, ou d’un de ses parents", async () => {
    const fichier = join(await dossierTemporaire(), "fichier");
    await writeFile(fichier, "à moi");
    for (const chemin of [fichier, join(fichier, "dessous")]) {
      expect(await refuser(chemin)).toContain("un fichier porte ce nom");
    }
    expect(await readFile(fichier, "utf8")).toBe("à moi");
  });

  test("une liaison détournée vers un autre dossier", async () => {
    const dossierDonnees = await dossierTemporaire();
    await writeFile(join(dossierDonnees, "prise"), "");
    expect(await refuser(dossierDonnees)).toContain("appartient à un autre compte");
  });
});

describe("DATABASE_URL", () => {
  const ouvrir = (databaseUrl: string) =>
    ouvrirPostgres({ dossierDonnees: "/inutile", databaseUrl, journalise: () => undefined });

  test("un serveur qui répond est pris tel quel et reste à son propriétaire", async () => {
    const { host, user } = inject("serveur");
    const databaseUrl = `postgres://${user}@/postgres?host=${encodeURIComponent(host)}`;
    const postgres = await ouvrir(databaseUrl);
    await postgres.arreter();
    const pret = { poolConfig: { ...postgres.poolConfig, host }, pid: postgres.pid() };
    expect(pret.pid).toBeUndefined();
    expect(await interroger(pret, "select 1 as n")).toEqual([{ n: 1 }]);
  });

  test.each([
    ["postgres://probant:secret-fictif@127.0.0.1:1/probant", "aucun serveur ne répond à cette adresse"],
    ["postgres://probant:secret-fictif@hote.exemple.invalid/probant", "ce nom de machine est inconnu"],
  ])("un serveur injoignable est dit sans son mot de passe", async (databaseUrl, motif) => {
    const refus = await ouvrir(databaseUrl).catch((e: unknown) => e);
    expect(refus).toBeInstanceOf(ErreurDemarrage);
    expect((refus as ErreurDemarrage).phrase).toContain(motif);
    expect((refus as ErreurDemarrage).phrase).not.toContain("secret");
  });

  test("une base qui n’existe pas sur le serveur", async () => {
    const { host, user } = inject("serveur");
    await expect(
      ouvrir(`postgres://${user}@/absente?host=${encodeURIComponent(host)}`),
    ).rejects.toMatchObject({
      phrase: "La base de données de DATABASE_URL n’est pas joignable : cette base n’existe pas.",
    });
  });
});
