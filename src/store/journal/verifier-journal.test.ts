import { generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { sql } from "kysely";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { type BaseDeTest, ouvrirBaseDeTest, ouvrirOrganisme } from "../../../tests/harness/base.ts";
import {
  ajouterUnFait,
  CLE_JOURNAL,
  CLE_PREUVE,
  ecrireDossier,
  signerDeTest,
} from "../../../tests/harness/ecritures.ts";
import { signCheckpoint } from "../../evidence/checkpoint.ts";
import { Frontier, leafHash } from "../../evidence/merkle.ts";
import { hasherNode as h } from "../../verifier/hasher-node.ts";
import { type Tx, transaction } from "../connexion.ts";
import { signerTete } from "./checkpoints.ts";
import { sequencer } from "./sequencer.ts";
import { verifierEntrees } from "./verifier-entrees.ts";
import { verifierJournal } from "./verifier-journal.ts";

const FAITS = [3, 1, 2];

/** Three dossiers, eleven facts, a log signed twice and one head still waiting. */
async function peupler(base: BaseDeTest): Promise<string> {
  const organismeId = await ouvrirOrganisme(base);
  const placer = () =>
    transaction(base, organismeId, async (tx) => {
      await sequencer(tx);
      await signerTete(tx, CLE_JOURNAL, signerDeTest);
    });
  const ids = [];
  for (const nombre of FAITS) {
    ids.push(await transaction(base, organismeId, (tx) => ecrireDossier(tx, nombre)));
  }
  await placer();
  for (const id of [ids[0]!, ids[1]!, ids[0]!, ids[2]!]) await ajouterUnFait(base, organismeId, id, "été");
  await placer();
  await ajouterUnFait(base, organismeId, ids[1]!);
  return organismeId;
}

async function verifierTout(tx: Tx): Promise<readonly string[]> {
  return (await verifierJournal(tx, { cle: CLE_JOURNAL, clePreuve: async () => CLE_PREUVE })).constats;
}

/** The same, the dossiers not read when the log alone shows it already. */
async function verifierLeJournalDAbord(tx: Tx): Promise<readonly string[]> {
  const constats: string[] = [];
  await verifierEntrees(tx, CLE_JOURNAL, (phrase) => constats.push(phrase));
  return constats.length > 0 ? constats : await verifierTout(tx);
}

/** Thrown to take everything back once the altered tables were verified. */
class Remise extends Error {}

/**
 * Alters as the owner of the tables with their guards off, verifies, and puts everything back. An alteration that a
 * key of the table refuses is found too: that is the finding then.
 */
async function constatsApres(
  base: BaseDeTest,
  organismeId: string,
  alterer: (tx: Tx) => Promise<unknown>,
  verifier = verifierTout,
): Promise<readonly string[]> {
  let constats: readonly string[] = [];
  const remise = transaction(base, organismeId, async (tx) => {
    await tx.client.query("set local role none; set local session_replication_role = replica");
    await alterer(tx);
    await tx.client.query("set local session_replication_role = origin; set local role probant_app");
    constats = await verifier(tx);
    throw new Remise();
  });
  const erreur = await remise.catch((e: unknown) => e);
  if (erreur instanceof pg.DatabaseError && erreur.code === PAS_DE_L_UTF8) return [PAS_DE_L_UTF8];
  if (erreur instanceof pg.DatabaseError && erreur.constraint !== undefined) return [erreur.constraint];
  expect(erreur).toBeInstanceOf(Remise);
  return constats;
}

/** SQLSTATE of bytes that are no text: the server takes none into a column of text. */
const PAS_DE_L_UTF8 = "22021";

type Valeur = string | number | Uint8Array;

/** The same value with one byte, digit or unit changed, at each of its places. */
function* alterations(valeur: Valeur, type: string): Generator<Valeur> {
  if (typeof valeur === "number") yield* [valeur + 1, valeur + 1_000];
  else if (typeof valeur !== "string") {
    for (let i = 0; i < valeur.length; i += 1)
      yield Buffer.from(valeur.map((o, j) => (j === i ? o ^ (1 << (i % 8)) : o)));
  } else if (type === "date") yield valeur.replace(/.$/, (c) => (c === "1" ? "2" : "1"));
  else {
    const lettres = [...valeur];
    for (const [i, lettre] of lettres.entries()) {
      if (lettre === "-" && type === "uuid") continue;
      const autre = String.fromCodePoint(lettre.codePointAt(0)! ^ 1);
      const hexa = /[0-9a-f]/.test(autre) ? autre : "0";
      yield lettres.with(i, type === "uuid" ? hexa : autre).join("");
    }
  }
}

/** Columns that say what happened; the moments at which rows were made are information, not proof. */
const COLONNES: Readonly<Record<string, readonly string[]>> = {
  fait: ["n", "dossier_id", "id", "type", "jour", "texte", "engagement"],
  journal_entree: ["position", "feuille", "empreinte", "dossier_id", "taille"],
  journal_noeud: ["niveau", "indice", "empreinte"],
  journal_tete: ["taille", "frontiere"],
  journal_checkpoint: ["taille", "texte"],
  journal_attente: ["dossier_id", "taille", "feuille"],
  dossier_tete: ["taille", "frontiere", "racine"],
  dossier: ["n"],
};

/** Of long values, one place in that many is tried: the facts' texts are by far the longest. */
const PAS = 7;
const PAS_DES_FAITS = 14;

/** Of one entry, each bit of each of these: how its bytes are read from the column and put back. */
const BITS_DUNE_ENTREE: readonly (readonly [colonne: string, lire: string, ecrire: string])[] = [
  ["position", "int8send(position)", "('x' || encode($1::bytea, 'hex'))::bit(64)::int8"],
  ["taille", "int4send(taille)", "('x' || encode($1::bytea, 'hex'))::bit(32)::int4"],
  ["dossier_id", "uuid_send(dossier_id)", "encode($1::bytea, 'hex')::uuid"],
  ["feuille", "convert_to(feuille, 'UTF8')", "convert_from($1::bytea, 'UTF8')"],
  ["empreinte", "empreinte", "$1::bytea"],
];

describe("verifierJournal", () => {
  test("un journal intact n’a aucun constat, avec ou sans clé de preuve", async () => {
    const base = await ouvrirBaseDeTest();
    const organismeId = await peupler(base);
    expect(await constatsApres(base, organismeId, async () => undefined)).toEqual([]);
    const sansCle = await transaction(base, organismeId, (tx) =>
      verifierJournal(tx, { cle: CLE_JOURNAL, clePreuve: async () => undefined }),
    );
    expect(sansCle).toEqual({ dossiers: 3, faits: 11, entrees: 7, checkpoints: 2, constats: [] });
  });

  test("chaque octet altéré des tables de preuve est trouvé", async () => {
    const base = await ouvrirBaseDeTest();
    const organismeId = await peupler(base);
    const manques: string[] = [];
    const compte: Record<string, number> = {};
    let rang = 0;
    for (const [table, colonnes] of Object.entries(COLONNES)) {
      for (const colonne of colonnes) {
        for (const { ctid, valeur, type } of await lireValeurs(base, organismeId, table, colonne)) {
          for (const autre of alterations(valeur, type)) {
            rang += 1;
            const pas = table === "fait" ? PAS_DES_FAITS : PAS;
            if (rang % pas !== 0 && typeof valeur !== "number" && type !== "date") continue;
            const requete = `update ${table} set ${colonne} = $1 where ctid = $2`;
            const constats = await constatsApres(base, organismeId, (tx) =>
              tx.client.query(requete, [autre, ctid]),
            );
            compte[table] = (compte[table] ?? 0) + 1;
            if (constats.length === 0) manques.push(`${table}.${colonne} ${ctid} ${String(autre)}`);
          }
        }
      }
    }
    expect(manques).toEqual([]);
    expect(Object.keys(compte)).toEqual(Object.keys(COLONNES));
    const total = Object.values(compte).reduce((a, b) => a + b);
    expect(total).toBeGreaterThan(500);
    console.log(`tables de preuve : ${total} valeurs altérées, 0 acceptée`);
  }, 240_000);

  test("chaque bit d’une entrée du journal, retourné un à un", async () => {
    const base = await ouvrirBaseDeTest();
    const organismeId = await peupler(base);
    const acceptes: string[] = [];
    let [essais, refusesParLeServeur] = [0, 0];
    for (const [colonne, lire, ecrire] of BITS_DUNE_ENTREE) {
      const octets = await transaction(base, organismeId, async ({ client }) => {
        const lus = await client.query(`select ${lire} as octets from journal_entree where position = 3`);
        return new Uint8Array(lus.rows[0].octets);
      });
      for (let bit = 0; bit < octets.length * 8; bit += 1) {
        const faux = Buffer.from(octets);
        faux[bit >> 3]! ^= 1 << (bit & 7);
        const requete = `update journal_entree set ${colonne} = ${ecrire} where position = 3`;
        const constats = await constatsApres(
          base,
          organismeId,
          (tx) => tx.client.query(requete, [faux]),
          verifierLeJournalDAbord,
        );
        essais += 1;
        if (constats[0] === PAS_DE_L_UTF8) refusesParLeServeur += 1;
        if (constats.length === 0) acceptes.push(`${colonne} ${bit}`);
      }
    }
    console.log(
      `une entrée du journal : ${essais} bits retournés, ${acceptes.length} accepté, ${refusesParLeServeur} refusés par le serveur`,
    );
    expect(acceptes).toEqual([]);
    expect(essais).toBeGreaterThan(1_200);
  }, 240_000);

  const requete = (texte: string) => (tx: Tx) => tx.client.query(texte);
  const DERNIERE = "(select max(position) from journal_entree)";

  test.each<[string, (tx: Tx) => Promise<unknown>]>([
    ["une entrée effacée au milieu", requete("delete from journal_entree where position = 3")],
    ["la dernière entrée effacée", requete(`delete from journal_entree where position = ${DERNIERE}`)],
    [
      "deux entrées échangées",
      requete(
        "update journal_entree set position = 100 where position = 1; update journal_entree set position = 1 where position = 2; update journal_entree set position = 2 where position = 100",
      ),
    ],
    [
      "une entrée doublée à la fin",
      requete(
        `insert into journal_entree select organisme_id, position + 1, feuille, empreinte, dossier_id, taille + 50 from journal_entree where position = ${DERNIERE}`,
      ),
    ],
    [
      "un dossier entier retiré, sa ligne, ses faits et sa tête",
      requete("delete from dossier_tete; delete from fait; delete from dossier"),
    ],
    ["un dernier fait retiré", requete("delete from fait where n = 5")],
    [
      "un fait déplacé dans un autre dossier",
      requete(
        "update fait set dossier_id = (select dossier_id from fait where n = 1 order by dossier_id limit 1), n = 9 where (dossier_id, n) = (select dossier_id, n from fait where n = 2 order by dossier_id desc limit 1)",
      ),
    ],
    ["la file d’attente vidée", requete("delete from journal_attente")],
    [
      "un nœud ajouté",
      requete("insert into journal_noeud select organisme_id, 9, 0, empreinte from journal_noeud limit 1"),
    ],
    [
      "une tête signée remplacée par une plus ancienne",
      requete(
        "update journal_checkpoint set texte = (select texte from journal_checkpoint order by taille limit 1)",
      ),
    ],
  ])("%s", async (_, alterer) => {
    const base = await ouvrirBaseDeTest();
    const organismeId = await peupler(base);
    expect((await constatsApres(base, organismeId, alterer)).length).toBeGreaterThan(0);
  });

  test("une queue coupée avec tout ce qui en dépend contredit la tête signée", async () => {
    const base = await ouvrirBaseDeTest();
    const organismeId = await peupler(base);
    const constats = await constatsApres(base, organismeId, async (tx) => {
      await tx.client.query("delete from journal_entree where position >= 5; delete from journal_attente");
      await refaireJournal(tx);
    });
    expect(constats).toContain("Journal : une tête signée couvre 7 entrées, il n’en reste que 5.");
  });

  test("un journal réécrit de bout en bout, signé d’une autre clé sous le même nom, est refusé", async () => {
    const base = await ouvrirBaseDeTest();
    const organismeId = await peupler(base);
    const { privateKey } = generateKeyPairSync("ed25519");
    const constats = await constatsApres(base, organismeId, async (tx) => {
      await tx.client.query("delete from journal_entree where position >= 5; delete from journal_attente");
      const racine = await refaireJournal(tx);
      await tx.client.query("delete from journal_checkpoint");
      const texte = signCheckpoint({ taille: 5, racine }, CLE_JOURNAL, (m) => sign(null, m, privateKey));
      await tx.db
        .insertInto("journal_checkpoint")
        .values({ organisme_id: tx.organismeId, taille: 5, texte })
        .execute();
    });
    expect(constats.some((c) => c.startsWith("Journal, tête signée de 5 entrées : "))).toBe(true);
  });

  test("un dossier nommé par le journal seul est signalé", async () => {
    const base = await ouvrirBaseDeTest();
    const organismeId = await peupler(base);
    const inconnu = randomUUID();
    const constats = await constatsApres(base, organismeId, (tx) =>
      sql`insert into journal_attente (organisme_id, dossier_id, taille, feuille)
        values (${organismeId}, ${inconnu}, 1, 'x')`.execute(tx.db),
    );
    expect(constats).toContain(
      `Dossier ${inconnu} : la tête de 1 faits en attente d’inscription n’est pas celle de ses faits.`,
    );
  });
});

async function lireValeurs(base: BaseDeTest, organismeId: string, table: string, colonne: string) {
  return await transaction(base, organismeId, async (tx) => {
    const { rows } = await tx.client.query<{ ctid: string; valeur: Valeur; type: string }>(
      `select ctid::text, ${colonne} as valeur, pg_typeof(${colonne})::text as type from ${table} order by ctid`,
    );
    return rows;
  });
}

/** What a forger with the tables in his hands would do: nodes and head made again from the entries that are left. */
async function refaireJournal(tx: Tx): Promise<Uint8Array> {
  const entrees = await tx.db.selectFrom("journal_entree").select("feuille").orderBy("position").execute();
  await tx.client.query("delete from journal_noeud");
  const arbre = new Frontier(h);
  const noeuds: { niveau: number; indice: number; empreinte: Buffer }[] = [];
  for (const { feuille } of entrees) {
    arbre.push(leafHash(h, Buffer.from(feuille)), (niveau, indice, empreinte) => {
      if (niveau > 0) noeuds.push({ niveau, indice, empreinte: Buffer.from(empreinte) });
    });
  }
  await tx.db
    .insertInto("journal_noeud")
    .values(noeuds.map((n) => ({ organisme_id: tx.organismeId, ...n })))
    .execute();
  await tx.db
    .updateTable("journal_tete")
    .set({ taille: arbre.size, frontiere: Buffer.from(arbre.toBytes()) })
    .execute();
  return arbre.root();
}
