import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { lireConfig } from "../../src/config.ts";
import { transaction } from "../../src/store/connexion.ts";
import { ecrireMessage } from "../../src/usecases/messages/preparer-message.ts";
import type { AdresseCourriel } from "../../src/values/adresse-courriel.ts";
import type { Heure } from "../../src/values/heure.ts";
import { jour } from "../../src/values/jour.ts";
import { ACCES } from "../../src/web/acces.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { CAMILLE, ecrireFaits, ouvrirDossierVide } from "../harness/histoire.ts";
import { portLibre } from "../harness/port-libre.ts";
import { avec } from "./essayer.ts";
import {
  type Atelier,
  administrer,
  COURRIEL_DE_NADIA,
  fonderInstallation,
  type Installation,
  PHRASE_DE_NADIA,
} from "./installation.ts";
import type { Epreuve } from "./resultat.ts";

const RACINE = join(import.meta.dirname, "..", "..");

/** A word for each secret that the environment or the keyring holds, looked for in all that the application says. */
interface Secrets {
  mots: Map<string, string>;
  /** Notes where each of these bytes was seen. */
  chercher: (ou: string, texte: string) => void;
  vus: string[];
}

export function ouvrirSecrets(): Secrets {
  const mots = new Map(
    ["base", "smtp", "oidc"].map((nom) => [nom, `canari${randomBytes(12).toString("hex")}`]),
  );
  const vus: string[] = [];
  const chercher = (ou: string, texte: string) => {
    for (const [nom, mot] of mots) {
      const formes = [mot, Buffer.from(mot).toString("base64").replaceAll("=", ""), encodeURIComponent(mot)];
      if (formes.some((forme) => texte.includes(forme))) vus.push(`${nom} : ${ou}`);
    }
  };
  return { mots, chercher, vus };
}

/** A secret of the environment or of the keyring appears in no answer, no line said, no row (D2, 38). */
export async function chercherLesSecrets(atelier: Atelier): Promise<Epreuve> {
  const debut = performance.now();
  const secrets = ouvrirSecrets();
  const ou = await fonderInstallation(atelier);
  const reference = await remplir(ou);
  for (const [nom, mot] of await secretsDuTrousseau(ou)) secrets.mots.set(nom, mot);
  const env = await environnement(ou, secrets);
  const refus = chercherDansLesRefus(secrets);
  const { reponses, lignes } = await servirEtDemander(ou, env, secrets, reference);
  const commandes = await lancerLesCommandes(env, secrets);
  const tables = await chercherDansLaBase(ou, secrets);
  return {
    id: "secrets",
    quoi: "les secrets de l’environnement et du trousseau, cherchés dans tout ce qui est servi, dit ou écrit",
    comptes: {
      secrets: secrets.mots.size,
      reponses,
      lignesDites: lignes,
      refusDeReglage: refus,
      commandes,
      tables,
      vus: secrets.vus.length,
    },
    fautes: secrets.vus,
    dureeS: (performance.now() - debut) / 1000,
  };
}

/** A dossier, and a message that the mail server will not take: what fails is what talks. */
async function remplir(ou: Installation): Promise<string> {
  return await avec(ou, async ({ maison }) => {
    const { reference } = await ouvrirDossierVide(maison, ou.auteur, CAMILLE);
    await ecrireFaits(maison, ou.auteur, reference, BILAN_REMIS);
    await transaction(maison.base, ou.organismeId, (tx) =>
      ecrireMessage(maison, tx, {
        modele: "convocation",
        a: "camille@exemple.example" as AdresseCourriel,
        donnees: {
          organisme: "Cabinet Horizon",
          conseiller: "Nadia Benali",
          discretion: false,
          rendezVous: { jour: jour("2026-11-30"), debut: "09:30" as Heure, dureeMinutes: 90, ou: "Rennes" },
        },
      }),
    );
    return reference;
  });
}

/** Every value of the keyring that is long enough to be a key. */
async function secretsDuTrousseau({ dossier }: Installation): Promise<[string, string][]> {
  const trouves: [string, string][] = [];
  const visiter = (chemin: string, valeur: unknown): void => {
    if (typeof valeur === "object" && valeur !== null) {
      for (const [nom, v] of Object.entries(valeur)) visiter(`${chemin}.${nom}`, v);
    } else if (typeof valeur === "string" && /^[A-Za-z0-9+/_-]{40,}={0,2}$/.test(valeur))
      trouves.push([chemin, valeur]);
  };
  visiter("trousseau", JSON.parse(await readFile(join(dossier, "trousseau.json"), "utf8")));
  if (trouves.length === 0) throw new Error("no key was found in the keyring");
  return trouves;
}

async function environnement(ou: Installation, { mots }: Secrets): Promise<Record<string, string>> {
  const { host = "", port, user, database } = ou.poolConfig;
  await mkdir(join(ou.dossier, "donnees"));
  return {
    PATH: process.env.PATH ?? "",
    PROBANT_DATA: join(ou.dossier, "donnees"),
    PROBANT_KEYRING: join(ou.dossier, "trousseau.json"),
    DATABASE_URL: `postgres://${user}:${mots.get("base")}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`,
    PROBANT_SMTP_URL: `smtp://lettres:${mots.get("smtp")}@127.0.0.1:1`,
    PROBANT_MAIL_FROM: "courrier@horizon.example",
    PROBANT_OIDC_ISSUER: "http://127.0.0.1:1",
    PROBANT_OIDC_CLIENT_ID: "probant",
    PROBANT_OIDC_CLIENT_SECRET: mots.get("oidc")!,
    PROBANT_OIDC_NOM: "Réseau fictif",
    PORT: String(await portLibre()),
  };
}

function lancer(env: Record<string, string>, ...mots: string[]): { enfant: ChildProcess; dit: () => string } {
  const crochet = join(RACINE, "bin", "tsx-hook.mjs");
  const programme = join(RACINE, "src", "cli", "probant.ts");
  const enfant = spawn(process.execPath, ["--import", crochet, programme, ...mots], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let dit = "";
  for (const flux of [enfant.stdout!, enfant.stderr!]) {
    flux.on("data", (texte) => {
      dit += texte;
    });
  }
  return { enfant, dit: () => dit };
}

/** Every route asked by nobody and by who manages, while the message is refused. */
async function servirEtDemander(
  ou: Installation,
  env: Record<string, string>,
  secrets: Secrets,
  reference: string,
) {
  const { enfant, dit } = lancer(env, "servir");
  const fin = once(enfant, "close");
  let reponses = 0;
  try {
    const ouvert = Promise.withResolvers<void>();
    enfant.stdout!.on("data", () => dit().includes("Probant est ouvert") && ouvert.resolve());
    fin.then(() => ouvert.reject(new Error(`the application did not open: ${dit()}`)));
    await ouvert.promise;
    const url = `http://127.0.0.1:${env.PORT}`;
    const demander = async (
      methode: string,
      chemin: string,
      entetes: Record<string, string>,
      body?: string,
    ) => {
      const reponse = await fetch(`${url}${chemin}`, {
        method: methode,
        redirect: "manual",
        headers: { origin: url, "content-type": "application/x-www-form-urlencoded", ...entetes },
        ...(body === undefined ? {} : { body }),
      });
      reponses += 1;
      const texte = `${JSON.stringify([...reponse.headers])} ${await reponse.text()}`;
      secrets.chercher(`${methode} ${chemin}`, texte);
      return reponse;
    };
    await attendreLEssai(ou);
    const saisie = new URLSearchParams({ courriel: COURRIEL_DE_NADIA, motDePasse: PHRASE_DE_NADIA });
    const entree = await demander("POST", "/connexion", {}, saisie.toString());
    const cookie = entree.headers
      .getSetCookie()
      .map((c) => c.split(";")[0])
      .join("; ");
    if (entree.status !== 303 && entree.status !== 302)
      throw new Error(`the sign-in answered ${entree.status}`);
    for (const route of Object.keys(ACCES)) {
      const [methode = "", modele = ""] = route.split(" ");
      const chemin = modele.replaceAll(/:reference\b/g, reference).replaceAll(/:[a-zA-Z]+(\{[^}]*\})?/g, "1");
      await demander(methode, chemin, {}, methode === "POST" ? "" : undefined);
      if (methode === "GET") await demander(methode, chemin, { cookie });
    }
  } finally {
    enfant.kill("SIGINT");
    await fin;
  }
  secrets.chercher("ce que dit l’application", dit());
  return { reponses, lignes: dit().split("\n").length };
}

/** Settles once the mail server was tried. */
async function attendreLEssai({ poolConfig }: Installation): Promise<void> {
  const essaye = "select 1 from message_sortie where essais > 0 and etat <> 'en_cours'";
  while ((await administrer(poolConfig, essaye)).rowCount === 0);
}

/** Settings that are refused, each with a secret in it: the sentence never quotes it. */
function chercherDansLesRefus({ mots, chercher }: Secrets): number {
  const [base, smtp, oidc] = ["base", "smtp", "oidc"].map((nom) => mots.get(nom)!) as [
    string,
    string,
    string,
  ];
  const mauvais: Record<string, string>[] = [
    { DATABASE_URL: `mysql://probant:${base}@localhost/probant` },
    { DATABASE_URL: `probant:${base}` },
    { PROBANT_SMTP_URL: `http://lettres:${smtp}@exemple.example` },
    { PROBANT_SMTP_URL: `lettres:${smtp}@exemple.example:25` },
    { PROBANT_SMTP_URL: `smtp://lettres:${smtp}@exemple.example:abc` },
    { PROBANT_TSA_URL: `https://temps:${smtp}@exemple.example` },
    { PROBANT_OIDC_CLIENT_SECRET: oidc },
    {
      PROBANT_OIDC_ISSUER: "ftp://exemple.example",
      PROBANT_OIDC_CLIENT_ID: "p",
      PROBANT_OIDC_CLIENT_SECRET: oidc,
    },
    { PROBANT_KEYRING_PHRASE: `la phrase ${oidc} elle-même` },
  ];
  for (const env of mauvais) {
    let phrase: string | undefined;
    try {
      lireConfig(env, RACINE);
    } catch (erreur) {
      phrase = String(erreur);
    }
    if (phrase === undefined) throw new Error(`${Object.keys(env).join()} was accepted`);
    chercher(`refus de ${Object.keys(env).join()}`, phrase);
  }
  return mauvais.length;
}

/** What commands say, with a database that answers and with one that does not. */
async function lancerLesCommandes(env: Record<string, string>, { mots, chercher }: Secrets): Promise<number> {
  const absente = { ...env, DATABASE_URL: `postgres://probant:${mots.get("base")}@127.0.0.1:1/probant` };
  const lignes: [Record<string, string>, string[]][] = [
    [env, ["cles"]],
    [env, ["journal", "verifier"]],
    [env, ["dossiers", "--json"]],
    [absente, ["dossiers"]],
  ];
  for (const [ici, args] of lignes) {
    const { enfant, dit } = lancer(ici, ...args);
    await once(enfant, "close");
    if (dit() === "") throw new Error(`${args.join(" ")} said nothing`);
    chercher(`probant ${args.join(" ")}`, dit());
  }
  return lignes.length;
}

async function chercherDansLaBase({ poolConfig }: Installation, { chercher }: Secrets): Promise<number> {
  const { rows } = await administrer(
    poolConfig,
    "select relname as nom from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
  );
  for (const { nom } of rows) {
    const lues = await administrer(poolConfig, `select t::text as ligne from "${nom}" t`);
    chercher(`table ${nom}`, lues.rows.map((r) => r.ligne).join("\n"));
  }
  return rows.length;
}
