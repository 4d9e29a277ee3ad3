import { randomUUID } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import type { PoolConfig } from "pg";
import { ouvrirComptes } from "./auth/comptes.ts";
import { demanderPhrase } from "./cli/phrase-secrete.ts";
import type { Config } from "./config.ts";
import { type Moteur, ouvrirMoteur } from "./documents/moteur/moteur.ts";
import { detruireLesCles } from "./jobs/destructions.ts";
import { suivreLesDurees } from "./jobs/durees.ts";
import { horodaterChaqueJour } from "./jobs/horodatage.ts";
import { tenirLeJournal } from "./jobs/journal.ts";
import { envoyerLesLiens } from "./jobs/liens.ts";
import { envoyerLesMessages } from "./jobs/messages.ts";
import { suivreLesJours } from "./jobs/nouveau-jour.ts";
import type { Postier } from "./mail/postier.ts";
import { postierDeDossier } from "./mail/postier-dossier.ts";
import { postierSmtp } from "./mail/postier-smtp.ts";
import { ouvrirHorodateur } from "./sceau/horodateur.ts";
import { ouvrirSceaux } from "./sceau/sceaux.ts";
import { ouvrirBase } from "./store/connexion.ts";
import { migrer } from "./store/migrer.ts";
import { organismeExiste } from "./store/organisme/organismes.ts";
import { phraseDePanne } from "./store/pannes.ts";
import { exigerDonnees } from "./store/postgres/donnees-presentes.ts";
import { ErreurDemarrage } from "./store/postgres/erreur-demarrage.ts";
import { ouvrirPostgres } from "./store/postgres/ouvrir-postgres.ts";
import { reprendreLesPassations } from "./usecases/cles/reprendre-passations.ts";
import { rejouerLesDestructions } from "./usecases/destruction/apres-restauration.ts";
import type { SourceDExport } from "./usecases/export/relire.ts";
import type { Maison } from "./usecases/maison.ts";
import { exigerLaMemeInstallation } from "./usecases/organisme/meme-installation.ts";
import { releverSauvegarde } from "./usecases/sauvegarde/relire.ts";
import { restaurer } from "./usecases/sauvegarde/restaurer.ts";
import type { Instant } from "./values/instant.ts";
import type { Ouvreur } from "./vault/fichier-age.ts";
import { type CleDePhrase, deriver } from "./vault/phrase.ts";
import { ouvrirTrousseau } from "./vault/trousseau.ts";
import {
  derivationDuTrousseau,
  ouvreLeTrousseau,
  PHRASE_FAUSSE,
  PhraseFausse,
  TrousseauScelle,
} from "./vault/trousseau-scelle.ts";
import { hasherNode } from "./verifier/hasher-node.ts";
import { creerApp } from "./web/app.tsx";
import { fermerServeur } from "./web/fermer-serveur.ts";
import { preparerRessources } from "./web/ressources.ts";
import { creerAppScelle } from "./web/scelle.tsx";

export interface MaisonOuverte extends Maison {
  /** How many destructions a restored database was made to do again. */
  destructionsRefaites: number;
  fermer: () => Promise<void>;
}

/** How long connections are waited for: the page that says « ouvert » leaves at once, a paper may be under way. */
const PATIENCE_SCELLE_MS = 1_000;
const PATIENCE_ARRET_MS = 20_000;

const dire = (phrase: string) => process.stderr.write(`${phrase}\n`);

/**
 * Opens the database and the keyring, for the server or for one command beside it; `remplir` is given the database
 * before anything else is done to it. Every refusal carries a French sentence in `phrase`.
 */
export async function ouvrirMaison(
  config: Config,
  usage: "serveur" | "commande",
  remplir?: (poolConfig: PoolConfig) => Promise<void>,
  cleDonnee?: CleDePhrase,
): Promise<MaisonOuverte> {
  if (usage === "commande") {
    await exigerDonnees({ dossierDonnees: config.donnees, databaseUrl: config.databaseUrl });
  }
  const cle = cleDonnee ?? (await demanderLaCle(config));
  const postgres = await ouvrirPostgres({
    dossierDonnees: config.donnees,
    databaseUrl: config.databaseUrl,
    origine: config.pgBinaires,
    usage,
    journalise: dire,
  });
  try {
    await remplir?.(postgres.poolConfig);
    await migrer(postgres.poolConfig);
    const base = ouvrirBase({ poolConfig: postgres.poolConfig, hasher: hasherNode, journalise: dire });
    const trousseau = await ouvrirTrousseau(config.trousseau, await organismeExiste(base), cle);
    const maison: Maison = {
      base,
      trousseau,
      hasher: hasherNode,
      sceaux: ouvrirSceaux(config.sceaux),
      horodateur:
        config.autoriteHorodatage === undefined ? null : ouvrirHorodateur(config.autoriteHorodatage),
      horloge: () => new Date().toISOString() as Instant,
      nouvelId: randomUUID,
    };
    await exigerLaMemeInstallation(maison);
    await reprendreLesPassations(maison);
    // A restored database may hold what was destroyed since: nothing is served before it is gone again.
    const destructionsRefaites = await rejouerLesDestructions(maison);
    return {
      ...maison,
      destructionsRefaites,
      fermer: async () => {
        await base.fermer();
        await postgres.arreter();
      },
    };
  } catch (erreur) {
    await postgres.arreter();
    throw erreur;
  }
}

/**
 * The key of the passphrase that seals the keyring, from its file or from the terminal; undefined for a keyring in clear.
 * Throws `PhraseFausse`, or `TrousseauScelle` where nobody can be asked.
 */
export async function demanderLaCle(config: Config): Promise<CleDePhrase | undefined> {
  const derivation = derivationDuTrousseau(config.trousseau);
  if (derivation === null) return undefined;
  if (config.phraseDuTrousseau === undefined && !process.stdin.isTTY) {
    throw new TrousseauScelle(
      "Le trousseau est scellé par une phrase. Lancez la commande dans un terminal, ou donnez le fichier de la phrase par PROBANT_KEYRING_PHRASE.",
    );
  }
  exigerFichierPrive(config.phraseDuTrousseau);
  const cle = await deriver(
    await demanderPhrase(config.phraseDuTrousseau, "ouvrir", "Phrase du trousseau"),
    derivation,
  );
  if (!ouvreLeTrousseau(config.trousseau, cle)) throw new PhraseFausse(PHRASE_FAUSSE);
  return cle;
}

/** The rights that the keyring asks for itself, its passphrase asks too. */
function exigerFichierPrive(fichier: string | undefined): void {
  if (fichier === undefined || !existsSync(fichier) || (statSync(fichier).mode & 0o077) === 0) return;
  throw new TrousseauScelle(
    `La phrase du trousseau peut être lue par d’autres comptes. Corrigez avec : chmod 600 ${fichier}`,
  );
}

/**
 * Serves the page that asks for the passphrase of the keyring until it is given, and gives its key; undefined for a keyring
 * in clear, or when it is asked to stop before. Nothing else is open meanwhile.
 */
export async function attendreLaPhrase(
  config: Config,
  arret: Promise<void>,
  annoncer: () => void,
): Promise<CleDePhrase | undefined> {
  if (derivationDuTrousseau(config.trousseau) === null) return undefined;
  if (config.phraseDuTrousseau !== undefined) return await demanderLaCle(config);
  let donner: (cle: CleDePhrase) => void = () => undefined;
  const donnee = new Promise<CleDePhrase>((resolve) => {
    donner = resolve;
  });
  const essayer = async (secret: { phrase: string } | { cle: string }) => {
    // Read each time: the passphrase may be changed by a command while this waits.
    const derivation = derivationDuTrousseau(config.trousseau);
    if (derivation === null) return false;
    const cle =
      "phrase" in secret
        ? await deriver(secret.phrase, derivation)
        : { derivation, cle: Buffer.from(secret.cle, "hex") };
    if (cle.cle.length !== 32 || !ouvreLeTrousseau(config.trousseau, cle)) return false;
    donner(cle);
    return true;
  };
  const app = creerAppScelle({
    servies: preparerRessources(),
    url: config.url,
    maintenant: () => performance.now(),
    essayer,
    fausse: PHRASE_FAUSSE,
  });
  const serveur = createServer(getRequestListener((requete) => app.fetch(requete)));
  await ecouter(serveur, config);
  annoncer();
  const cle = await Promise.race([donnee, arret.then(() => undefined)]);
  await fermerServeur(serveur, PATIENCE_SCELLE_MS);
  return cle;
}

/**
 * Puts a backup into an empty installation and opens it, with what was destroyed since gone again. The keyring and what
 * lies beside it are there already: a restore makes none of them.
 */
export async function restaurerMaison(
  config: Config,
  fichier: string,
  avancer: (phrase: string) => void,
): Promise<MaisonOuverte> {
  const cle = await demanderLaCle(config);
  const trousseau = await ouvrirTrousseau(config.trousseau, true, cle);
  trousseau.exigerDeQuoiRestaurer();
  // Read to its end before anything is created: a damaged backup leaves no trace of itself.
  avancer("Vérification de la sauvegarde…");
  const releve = await releverSauvegarde(trousseau, fichier);
  return await ouvrirMaison(
    config,
    "serveur",
    (poolConfig) => restaurer({ poolConfig, trousseau }, fichier, releve, avancer),
    cle,
  );
}

/**
 * Puts an exported organisation into an empty installation, with a keyring that serves no other, and opens it. The file
 * is read to its end before anything is created.
 */
export async function importerMaison(
  config: Config,
  source: SourceDExport,
  ouvreur: Ouvreur,
  avancer: (phrase: string) => void,
): Promise<MaisonOuverte> {
  // What opens such a file is loaded by this command alone: the server never needs it.
  const [{ importerOrganisme }, { releverExport }] = await Promise.all([
    import("./usecases/export/importer.ts"),
    import("./usecases/export/relire.ts"),
  ]);
  avancer("Vérification de l’export…");
  const releve = await releverExport(source, ouvreur);
  const cle = await demanderLaCle(config);
  const remplir = async (poolConfig: PoolConfig) => {
    const trousseau = await ouvrirTrousseau(config.trousseau, false, cle);
    const lieu = { poolConfig, trousseau, sceaux: ouvrirSceaux(config.sceaux) };
    await importerOrganisme(lieu, source, ouvreur, releve, avancer);
  };
  return await ouvrirMaison(config, "serveur", remplir, cle);
}

/** The printing of papers, for the server or for one command; to be closed. */
export function ouvrirImprimerie(): Moteur {
  return ouvrirMoteur({ worker: new URL("./documents/moteur/worker.ts", import.meta.url) });
}

/** Who carries messages: nobody without a mail server; a folder in the demonstration, where nothing leaves. */
function ouvrirPostier(config: Config, demonstration: boolean): Postier | null {
  if (demonstration) return postierDeDossier(join(config.donnees, "courriels"));
  return config.smtp === undefined ? null : postierSmtp(config.smtp);
}

export interface Serveur {
  url: string;
  arreter: () => Promise<void>;
}

/** Serves the web application over an open house until it is stopped. */
export async function servir(
  config: Config,
  maison: MaisonOuverte,
  demonstration: boolean,
): Promise<Serveur> {
  const moteur = ouvrirImprimerie();
  const servies = preparerRessources();
  const postier = ouvrirPostier(config, demonstration);
  const envoi = { expediteur: config.expediteur ?? null, url: config.url, imprimer: moteur.imprimer };
  const comptes = ouvrirComptes({
    pool: maison.base.pool,
    secret: maison.trousseau.secretDeSession(),
    url: config.url,
    ...(config.fournisseurIdentite === undefined
      ? {}
      : { reseau: { fournisseur: config.fournisseurIdentite, dire } }),
  });
  const app = creerApp(
    {
      maison,
      comptes,
      imprimer: moteur.imprimer,
      ressources: servies.adresses,
      demonstration,
      url: config.url,
      proxys: config.proxys,
      courriel: { serveur: postier !== null, expediteur: envoi.expediteur },
      phraseDePanne,
    },
    servies,
    (reference, erreur) => dire(`Panne ${reference} : ${erreur.name} ${lieuxSeuls(erreur)}`),
  );
  const serveur = createServer(getRequestListener((requete, env) => app.fetch(requete, env)));
  await ecouter(serveur, config);
  const taches = [
    tenirLeJournal(maison, dire),
    suivreLesJours(maison, dire),
    envoyerLesLiens(maison, comptes, dire),
    horodaterChaqueJour(maison, dire),
    detruireLesCles(maison, dire),
    suivreLesDurees(maison, comptes, dire),
  ];
  if (postier !== null) taches.push(envoyerLesMessages(maison, { postier, ...envoi }, dire));
  return {
    url: config.url,
    arreter: async () => {
      await fermerServeur(serveur, PATIENCE_ARRET_MS);
      for (const tache of taches) await tache.arreter();
      await moteur.fermer();
    },
  };
}

/** Where it broke, without the message: a message may quote what a person typed. */
function lieuxSeuls(erreur: Error): string {
  const lieux = erreur.stack?.split("\n").filter((l) => l.trimStart().startsWith("at ")) ?? [];
  return `\n${lieux.slice(0, 12).join("\n")}`;
}

/** Refuses early, before a database is started or a demonstration told, when the port cannot be had. */
export async function assurerPort(config: Config): Promise<void> {
  const essai = createServer();
  await ecouter(essai, config);
  await new Promise<void>((resolve) => essai.close(() => resolve()));
}

function ecouter(serveur: ReturnType<typeof createServer>, { port, hote }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    serveur.once("error", (erreur: NodeJS.ErrnoException) => {
      const phrase =
        erreur.code === "EADDRINUSE"
          ? `Le port ${port} est déjà pris, peut-être par un autre Probant. Fermez-le, ou choisissez un autre port avec la même commande : PORT=4181 devant elle`
          : erreur.code === "EACCES"
            ? `Le port ${port} est réservé à l’administrateur de la machine. Choisissez-en un autre : PORT=4180 npm start`
            : `Le serveur ne peut pas écouter sur ${hote}, port ${port} (${erreur.code ?? "cause inconnue"}).`;
      reject(new ErreurDemarrage(phrase));
    });
    serveur.listen(port, hote, () => resolve());
  });
}
