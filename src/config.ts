import { dirname, isAbsolute, resolve } from "node:path";
import { z } from "zod";
import { type Expediteur, parseExpediteur } from "./values/adresse-courriel.ts";
import { ErreurDite } from "./values/erreur-dite.ts";
import { type FournisseurIdentite, parseFournisseurIdentite } from "./values/fournisseur-identite.ts";
import { parseServeurCourriel, type ServeurCourriel } from "./values/serveur-courriel.ts";

/** The settings of the installation, read from the environment once at start. */
export interface Config {
  donnees: string;
  hote: string;
  port: number;
  url: string;
  /** How many trusted proxies stand between a visitor and the server. */
  proxys: number;
  databaseUrl: string | undefined;
  trousseau: string;
  /** File whose first line is the passphrase of the keyring; undefined: it is asked, when one seals it. */
  phraseDuTrousseau: string | undefined;
  /** Folder of the keys of the seals, beside the keyring. */
  sceaux: string;
  /** Address of a time-stamping authority (RFC 3161); undefined: none is asked. */
  autoriteHorodatage: string | undefined;
  pgBinaires: "embarque" | "machine" | undefined;
  /** Mail server; undefined: messages wait. */
  smtp: ServeurCourriel | undefined;
  /** Whom messages come from; undefined: from the contact address of each organisation. */
  expediteur: Expediteur | undefined;
  /** Provider that vouches for people, beside our own passphrases; undefined: none. */
  fournisseurIdentite: FournisseurIdentite | undefined;
}

/** One setting that cannot be used, as a sentence. */
class ErreurDeReglage extends ErreurDite {}

const vide = (t: string | undefined) => (t === undefined || t.trim() === "" ? undefined : t.trim());

function port(texte: string | undefined): number {
  const lu = z.coerce
    .number()
    .int()
    .min(1)
    .max(65_535)
    .safeParse(texte ?? "4180");
  if (!lu.success) throw new ErreurDeReglage(`PORT vaut « ${texte} » : il faut un nombre entre 1 et 65535.`);
  return lu.data;
}

const PROXYS_MAX = 10;

function proxys(texte: string | undefined): number {
  const lu = z.coerce
    .number()
    .int()
    .min(0)
    .max(PROXYS_MAX)
    .safeParse(texte ?? "0");
  if (lu.success) return lu.data;
  throw new ErreurDeReglage(
    `PROBANT_PROXY vaut « ${texte} » : il faut le nombre de serveurs frontaux entre les visiteurs et Probant, de 0 à ${PROXYS_MAX}.`,
  );
}

/** A path, never the passphrase itself: the environment of a process is read by too many. */
function fichierDePhrase(texte: string | undefined): string | undefined {
  if (texte === undefined) return undefined;
  if (!isAbsolute(texte)) {
    throw new ErreurDeReglage(
      "PROBANT_KEYRING_PHRASE doit être le chemin complet d’un fichier, pas la phrase elle-même.",
    );
  }
  return texte;
}

function adresse(nom: string, texte: string, protocoles: readonly string[]): string {
  const url = URL.parse(texte);
  if (url === null || !protocoles.includes(url.protocol)) {
    const formes = protocoles.map((p) => `${p}//…`).join(" ou ");
    throw new ErreurDeReglage(`${nom} n’est pas une adresse : il faut ${formes}`);
  }
  return texte.replace(/\/$/, "");
}

function autorite(texte: string | undefined): string | undefined {
  if (texte === undefined) return undefined;
  const url = URL.parse(texte);
  if (url === null || !["http:", "https:"].includes(url.protocol)) {
    throw new ErreurDeReglage("PROBANT_TSA_URL n’est pas une adresse : il faut http://… ou https://…");
  }
  if (url.username !== "" || url.password !== "" || url.hash !== "") {
    throw new ErreurDeReglage("PROBANT_TSA_URL ne doit porter ni mot de passe ni « # ».");
  }
  return url.href;
}

function serveurCourriel(texte: string | undefined): ServeurCourriel | undefined {
  if (texte === undefined) return undefined;
  const lu = parseServeurCourriel(texte);
  // The value may hold a password: the sentence never quotes it.
  if ("refus" in lu) throw new ErreurDeReglage(`PROBANT_SMTP_URL est mal écrit : ${lu.refus}.`);
  return lu;
}

function expediteur(texte: string | undefined): Expediteur | undefined {
  if (texte === undefined) return undefined;
  const lu = parseExpediteur(texte);
  if (lu === null) {
    throw new ErreurDeReglage(
      `PROBANT_MAIL_FROM vaut « ${texte} » : il faut une adresse de courriel, ou Nom <adresse>.`,
    );
  }
  return lu;
}

function fournisseurIdentite(env: NodeJS.ProcessEnv): FournisseurIdentite | undefined {
  const lu = parseFournisseurIdentite({
    emetteur: vide(env.PROBANT_OIDC_ISSUER),
    client: vide(env.PROBANT_OIDC_CLIENT_ID),
    secret: vide(env.PROBANT_OIDC_CLIENT_SECRET),
    nom: vide(env.PROBANT_OIDC_NOM),
  });
  if (lu !== null && "refus" in lu) throw new ErreurDeReglage(lu.refus);
  return lu ?? undefined;
}

/** Validates the environment; throws `ErreurDeReglage` on the first setting that is wrong. */
export function lireConfig(env: NodeJS.ProcessEnv, racine: string): Config {
  const donnees = resolve(vide(env.PROBANT_DATA) ?? resolve(racine, ".probant", "donnees"));
  const hote = vide(env.HOST) ?? "127.0.0.1";
  const lePort = port(vide(env.PORT));
  const publique = vide(env.PROBANT_PUBLIC_URL);
  const databaseUrl = vide(env.DATABASE_URL);
  const trousseau = resolve(vide(env.PROBANT_KEYRING) ?? resolve(donnees, "cles", "trousseau.json"));
  const pg = vide(env.PROBANT_PG_BINAIRES);
  if (pg !== undefined && pg !== "embarque" && pg !== "machine") {
    throw new ErreurDeReglage(`PROBANT_PG_BINAIRES vaut « ${pg} » : il faut « embarque » ou « machine ».`);
  }
  return {
    donnees,
    hote,
    port: lePort,
    url:
      publique === undefined
        ? `http://${hote.includes(":") ? `[${hote}]` : hote}:${lePort}`
        : adresse("PROBANT_PUBLIC_URL", publique, ["http:", "https:"]),
    proxys: proxys(vide(env.PROBANT_PROXY)),
    databaseUrl:
      databaseUrl === undefined
        ? undefined
        : adresse("DATABASE_URL", databaseUrl, ["postgres:", "postgresql:"]),
    trousseau,
    phraseDuTrousseau: fichierDePhrase(vide(env.PROBANT_KEYRING_PHRASE)),
    sceaux: resolve(dirname(trousseau), "sceaux"),
    autoriteHorodatage: autorite(vide(env.PROBANT_TSA_URL)),
    pgBinaires: pg,
    smtp: serveurCourriel(vide(env.PROBANT_SMTP_URL)),
    expediteur: expediteur(vide(env.PROBANT_MAIL_FROM)),
    fournisseurIdentite: fournisseurIdentite(env),
  };
}
