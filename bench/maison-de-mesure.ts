import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import pg from "pg";
import { type Comptes, ouvrirComptes } from "../src/auth/comptes.ts";
import { CENTRE_HORIZON } from "../src/demonstration/organisme.ts";
import { ouvrirSceaux } from "../src/sceau/sceaux.ts";
import { ouvrirBase, transaction } from "../src/store/connexion.ts";
import { migrer } from "../src/store/migrer.ts";
import { creerOrganisme } from "../src/store/organisme/organismes.ts";
import { ouvrirPostgres } from "../src/store/postgres/ouvrir-postgres.ts";
import { ouvrirEspace } from "../src/usecases/acces/ouvrir-espace.ts";
import type { Auteur, Maison } from "../src/usecases/maison.ts";
import { fonderOrganisme } from "../src/usecases/organisme/fonder-organisme.ts";
import type { Instant } from "../src/values/instant.ts";
import { ouvrirTrousseau } from "../src/vault/trousseau.ts";
import { hasherNode } from "../src/verifier/hasher-node.ts";
import { creerApp } from "../src/web/app.tsx";
import type { Env } from "../src/web/contexte.ts";
import { preparerRessources } from "../src/web/ressources.ts";

const URL_DE_MESURE = "http://127.0.0.1:4180";
const MOT_DE_PASSE = "quatre mots faciles à retenir";

/** A whole house with its web application, on a database of its own. */
export interface MaisonDeMesure {
  maison: Maison;
  /** Founds an organisation, with one counsellor; gives who he is and how to ask for a page in his name. */
  fonder: () => Promise<Lecteur>;
  /** Founds that many organisations without anybody in them; gives their ids. */
  fonderSansCompte: (nombre: number) => Promise<string[]>;
  /** Opens the person's own space on a dossier that knows her address; gives how she asks for a page. */
  entrerChezElle: (conseiller: Auteur, reference: string) => Promise<Pick<Lecteur, "recevoir">>;
}

export interface Lecteur {
  auteur: Auteur;
  /** The whole text of a page; throws when the answer is not 200. */
  lire: (chemin: string) => Promise<string>;
  /** The same as a browser gets it: how many bytes travel, and the text. */
  recevoir: (chemin: string) => Promise<{ octets: number; texte: string }>;
}

/** Our own durable server in a temporary folder, for the time of `fn`; `ouvrir` makes a migrated database on it. */
export async function avecServeur<T>(
  fn: (ouvrir: (nom: string) => Promise<MaisonDeMesure>) => Promise<T>,
): Promise<T> {
  const dossier = await mkdtemp(join(tmpdir(), "probant-mesure-"));
  const postgres = await ouvrirPostgres({ dossierDonnees: dossier, journalise: () => undefined });
  const ouvertes: Maison[] = [];
  try {
    return await fn(async (nom) => {
      const client = new pg.Client(postgres.poolConfig);
      await client.connect();
      await client.query(`create database ${nom}`);
      await client.end();
      const poolConfig = { ...postgres.poolConfig, database: nom };
      await migrer(poolConfig);
      const maison: Maison = {
        base: ouvrirBase({ poolConfig, hasher: hasherNode, journalise: () => undefined }),
        trousseau: await ouvrirTrousseau(join(dossier, `trousseau-${nom}.json`)),
        hasher: hasherNode,
        sceaux: ouvrirSceaux(join(dossier, `sceaux-${nom}`)),
        horodateur: null,
        horloge: () => new Date().toISOString() as Instant,
        nouvelId: randomUUID,
      };
      ouvertes.push(maison);
      return ouvrirMaisonDeMesure(maison);
    });
  } finally {
    for (const { base } of ouvertes) await base.fermer();
    await postgres.arreter();
    await rm(dossier, { recursive: true });
  }
}

function ouvrirMaisonDeMesure(maison: Maison): MaisonDeMesure {
  const secret = maison.trousseau.secretDeSession();
  const comptes = ouvrirComptes({ pool: maison.base.pool, secret, url: URL_DE_MESURE });
  let app: Hono<Env> | undefined;
  const demander: Demander = (chemin, entetes) => {
    app ??= ouvrirApplication(maison, comptes);
    return app.request(`${URL_DE_MESURE}${chemin}`, { headers: entetes });
  };
  return {
    maison,
    fonderSansCompte: (nombre) => fonderPlusieurs(maison, nombre),
    fonder: () => fonder(maison, comptes, demander),
    entrerChezElle: (conseiller, reference) =>
      entrerChezElle(maison, comptes, demander, conseiller, reference),
  };
}

// Nothing is signed for them here: they have rows, and no key, whose making would take a minute.
async function fonderPlusieurs({ base }: Maison, nombre: number): Promise<string[]> {
  const ids = Array.from({ length: nombre }, () => randomUUID());
  for (const id of ids) await transaction(base, id, (tx) => creerOrganisme(tx, CENTRE_HORIZON));
  return ids;
}

function ouvrirApplication(maison: Maison, comptes: Comptes): Hono<Env> {
  const ressources = preparerRessources();
  return creerApp(
    {
      maison,
      comptes,
      imprimer: () => Promise.reject(new Error("nothing is printed here")),
      ressources: ressources.adresses,
      demonstration: false,
      url: URL_DE_MESURE,
    },
    ressources,
    (_, erreur) => {
      throw erreur;
    },
  );
}

type Demander = (chemin: string, entetes: Record<string, string>) => Response | Promise<Response>;

async function fonder(maison: Maison, comptes: Comptes, demander: Demander): Promise<Lecteur> {
  const courriel = `conseiller.${randomUUID()}@exemple.invalid`;
  const intervenant = CENTRE_HORIZON.intervenants[0]!.id;
  const organismeId = await fonderOrganisme(maison, comptes, CENTRE_HORIZON, [
    { nom: "Nadia Benali", courriel, motDePasse: MOT_DE_PASSE, intervenant },
  ]);
  const entree = await comptes.seConnecter(courriel, MOT_DE_PASSE, courriel);
  if (entree.issue !== "ouverte") throw new Error(`sign-in answered ${entree.issue}`);
  const { rows } = await maison.base.pool.query<{ id: string }>(
    "select id from utilisateur where email = $1",
    [courriel],
  );
  return {
    auteur: { organismeId, utilisateur: rows[0]!.id, role: "conseiller", intervenant },
    ...lireAvec(demander, entree.cookies),
  };
}

async function entrerChezElle(
  maison: Maison,
  comptes: Comptes,
  demander: Demander,
  conseiller: Auteur,
  reference: string,
): Promise<Pick<Lecteur, "recevoir">> {
  const ouvert = await ouvrirEspace(maison, comptes, conseiller, { reference, cle: randomUUID() });
  if (ouvert.issue !== "fait") throw new Error(`her space answered ${ouvert.issue}`);
  const { organismeId } = conseiller;
  const { rows } = await maison.base.pool.query<{ utilisateur: string; dossier: string }>(
    "select utilisateur_id as utilisateur, dossier_id as dossier from acces_dossier where organisme_id = $1",
    [organismeId],
  );
  const { utilisateur, dossier } = rows[0]!;
  const jeton = await comptes.creerLien({
    usage: "espace",
    utilisateurId: utilisateur,
    organismeId,
    dossierId: dossier,
  });
  const entree = await comptes.entrerParLien(jeton);
  if (entree.issue !== "ouverte") throw new Error(`her link answered ${entree.issue}`);
  return lireAvec(demander, entree.cookies);
}

function lireAvec(demander: Demander, cookies: readonly string[]): Pick<Lecteur, "lire" | "recevoir"> {
  const cookie = cookies.map((c) => c.split(";")[0]).join("; ");
  const lire = async (chemin: string) => (await reussie(chemin, demander(chemin, { cookie }))).text();
  return {
    lire,
    recevoir: async (chemin) => {
      const compresse = demander(chemin, { cookie, "accept-encoding": "gzip, br" });
      const { byteLength } = await (await reussie(chemin, compresse)).arrayBuffer();
      return { octets: byteLength, texte: await lire(chemin) };
    },
  };
}

async function reussie(chemin: string, reponse: Response | Promise<Response>): Promise<Response> {
  const recue = await reponse;
  if (recue.status !== 200) throw new Error(`${chemin} answered ${recue.status}`);
  return recue;
}
