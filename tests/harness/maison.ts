import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Hono } from "hono";
import { onTestFinished } from "vitest";
import { type Comptes, ouvrirComptes } from "../../src/auth/comptes.ts";
import { ajouterMembre } from "../../src/auth/membres.ts";
import type { DocumentImprimable } from "../../src/documents/moteur/document-imprimable.ts";
import { ouvrirMoteur } from "../../src/documents/moteur/moteur.ts";
import type { Role } from "../../src/dossier/acte.ts";
import { BILAN } from "../../src/law/bilan-exemple.ts";
import type { Organisme } from "../../src/law/etat.ts";
import type { Horodateur } from "../../src/sceau/horodateur.ts";
import { ouvrirSceaux } from "../../src/sceau/sceaux.ts";
import type { Auteur, Maison } from "../../src/usecases/maison.ts";
import { fonderOrganisme } from "../../src/usecases/organisme/fonder-organisme.ts";
import type { FournisseurIdentite } from "../../src/values/fournisseur-identite.ts";
import type { Instant } from "../../src/values/instant.ts";
import { coffreDeSceaux } from "../../src/vault/coffre-de-sceaux.ts";
import { ouvrirTrousseau } from "../../src/vault/trousseau.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";
import { creerApp } from "../../src/web/app.tsx";
import type { Env } from "../../src/web/contexte.ts";
import { preparerRessources } from "../../src/web/ressources.ts";
import { type ALaFin, ouvrirBaseDeTest } from "./base.ts";

export const URL_DE_TEST = "http://127.0.0.1:4180";
export const MOT_DE_PASSE = "quatre mots faciles à retenir";

// Built once for the file: the style sheet and the script do not depend on the test.
let ressources: ReturnType<typeof preparerRessources> | undefined;

export interface MaisonDeTest {
  maison: Maison;
  comptes: Comptes;
  app: Hono<Env>;
  /** The organisation that `client` enters when it is told no other. */
  organismeId: string;
  imprimer: (document: DocumentImprimable) => Promise<Uint8Array>;
  /** Where its keyring lies. */
  trousseau: string;
  /** The clock stands still until it is set. */
  regler: (instant: string) => void;
  /** What the application said of its own defects; a test that expects none holds it empty. */
  pannes: Error[];
  /** Founds one more organisation; gives its id. */
  fonder: (organisme?: Organisme) => Promise<string>;
  /** A signed-in person of that role. */
  client: (role: Role, organismeId?: string, options?: { gere?: boolean }) => Promise<Client>;
}

export interface Client {
  auteur: Auteur;
  get: (chemin: string) => Promise<Response>;
  /** Sends a form; several texts for boxes. Redirections are not followed. */
  post: (chemin: string, champs?: Record<string, string | readonly string[]>) => Promise<Response>;
  /** Sends a form that carries files. */
  envoyer: (chemin: string, corps: FormData) => Promise<Response>;
}

/** A whole house on a database of its own, with its web application; everything closes when the test ends. */
export async function ouvrirMaisonDeTest({
  maintenant = "2026-11-24T09:00:00.000Z",
  organisme = BILAN.organisme,
  fondee = true,
  horodateur = null,
  reseau,
  aLaFin = onTestFinished,
}: {
  maintenant?: string;
  organisme?: Organisme;
  /** False: as at the first start, no organisation yet and `organismeId` empty. */
  fondee?: boolean;
  horodateur?: Horodateur | null;
  reseau?: { fournisseur: FournisseurIdentite; dire: (phrase: string) => void };
  /** A house that a whole file shares is closed by the file. */
  aLaFin?: ALaFin;
} = {}): Promise<MaisonDeTest> {
  const base = await ouvrirBaseDeTest(undefined, aLaFin);
  const dossier = await mkdtemp(join(tmpdir(), "probant-trousseau-"));
  aLaFin(() => rm(dossier, { recursive: true }));
  const trousseau = await ouvrirTrousseau(join(dossier, "trousseau.json"));
  let instant = maintenant as Instant;
  const maison: Maison = {
    base,
    trousseau,
    hasher: hasherNode,
    sceaux: ouvrirSceaux(join(dossier, "sceaux"), coffreDeSceaux(trousseau)),
    horodateur,
    horloge: () => instant,
    nouvelId: randomUUID,
  };
  const comptes = ouvrirComptes({
    pool: base.pool,
    secret: trousseau.secretDeSession(),
    url: URL_DE_TEST,
    ...(reseau === undefined ? {} : { reseau }),
  });
  const moteur = ouvrirMoteur({ worker: new URL("../../src/documents/moteur/worker.ts", import.meta.url) });
  aLaFin(() => moteur.fermer());
  ressources ??= preparerRessources();
  const pannes: Error[] = [];
  const app = creerApp(
    {
      maison,
      comptes,
      imprimer: moteur.imprimer,
      ressources: ressources.adresses,
      demonstration: false,
      url: URL_DE_TEST,
    },
    ressources,
    (_, erreur) => pannes.push(erreur),
  );
  const fonder = (autre: Organisme = organisme) => fonderOrganisme(maison, comptes, autre, []);
  const organismeId = fondee ? await fonder() : "";
  return {
    maison,
    comptes,
    app,
    organismeId,
    imprimer: moteur.imprimer,
    trousseau: join(dossier, "trousseau.json"),
    regler: (autre) => {
      instant = autre as Instant;
    },
    pannes,
    fonder,
    client: (role, chez = organismeId, { gere = false } = {}) =>
      entrer({ maison, comptes, app, intervenant: organisme.intervenants[0]?.id ?? "i1" }, role, chez, gere),
  };
}

async function entrer(
  {
    maison,
    comptes,
    app,
    intervenant,
  }: Pick<MaisonDeTest, "maison" | "comptes" | "app"> & { intervenant: string },
  role: Role,
  organismeId: string,
  gere: boolean,
): Promise<Client> {
  const courriel = `${role}.${randomUUID()}@exemple.invalid`;
  const utilisateur = await comptes.creer({ nom: "Alix Fictif", courriel, motDePasse: MOT_DE_PASSE });
  await ajouterMembre(maison.base.pool, utilisateur, { organismeId, role, intervenant, gere });
  // An address of its own: the limit on attempts counts by address.
  const entree = await comptes.seConnecter(courriel, MOT_DE_PASSE, `client ${courriel}`);
  if (entree.issue !== "ouverte") throw new Error(`sign-in answered ${entree.issue}`);
  return clientDe(app, entree.cookies, { organismeId, utilisateur, role, intervenant });
}

/** The browser of somebody who was given these cookies. */
export function clientDe(app: Hono<Env>, cookies: readonly string[], auteur: Auteur): Client {
  const cookie = cookies.map((c) => c.split(";")[0]).join("; ");
  return {
    auteur,
    get: async (chemin) => await app.request(`${URL_DE_TEST}${chemin}`, { headers: { cookie } }),
    envoyer: async (chemin, body) =>
      await app.request(`${URL_DE_TEST}${chemin}`, {
        method: "POST",
        headers: { cookie, origin: URL_DE_TEST },
        body,
      }),
    post: async (chemin, champs = {}) => {
      const corps = new URLSearchParams();
      for (const [nom, valeurs] of Object.entries(champs)) {
        for (const valeur of [valeurs].flat()) corps.append(nom, valeur);
      }
      return await app.request(`${URL_DE_TEST}${chemin}`, {
        method: "POST",
        headers: { cookie, origin: URL_DE_TEST, "content-type": "application/x-www-form-urlencoded" },
        body: corps.toString(),
      });
    },
  };
}
