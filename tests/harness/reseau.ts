import { afterAll, beforeAll, onTestFinished } from "vitest";
import { ajouterMembre } from "../../src/auth/membres.ts";
import type { ALaFin } from "./base.ts";
import {
  type Ecarts,
  type FournisseurDEssai,
  ouvrirFournisseurDEssai,
  type Personne,
} from "./fournisseur-identite.ts";
import { clientDe, type MaisonDeTest, MOT_DE_PASSE, ouvrirMaisonDeTest, URL_DE_TEST } from "./maison.ts";

export const NADIA = "nadia@reseau.invalid";
export const ENTREE = "/connexion/reseau";

export interface Scene {
  m: MaisonDeTest;
  lui: FournisseurDEssai;
  dites: string[];
}

/** A house with a provider, and one counsellor who has an account here. */
export async function ouvrirScene(aLaFin: ALaFin = onTestFinished): Promise<Scene & { nadia: string }> {
  const lui = await ouvrirFournisseurDEssai(aLaFin);
  const dites: string[] = [];
  const reseau = { fournisseur: lui.reglages, dire: (phrase: string) => void dites.push(phrase) };
  const m = await ouvrirMaisonDeTest({ reseau, aLaFin });
  return { m, lui, dites, nadia: await inscrire(m, NADIA) };
}

/** One scene for the tests of a whole block, that leave it as they found it. */
export function partagerScene(): () => Scene {
  const fermetures: (() => Promise<void>)[] = [];
  let scene: Scene | undefined;
  beforeAll(async () => {
    scene = await ouvrirScene((fermer) => void fermetures.push(fermer));
  });
  afterAll(async () => {
    for (const fermer of fermetures.toReversed()) await fermer();
  });
  return () => scene!;
}

export async function inscrire(m: MaisonDeTest, courriel: string, chez = [m.organismeId]): Promise<string> {
  const utilisateur = await m.comptes.creer({ nom: "Nadia Fictive", courriel, motDePasse: MOT_DE_PASSE });
  for (const organismeId of chez)
    await ajouterMembre(m.maison.base.pool, utilisateur, {
      organismeId,
      role: "conseiller",
      intervenant: "i1",
    });
  return utilisateur;
}

export const navigateur = (m: MaisonDeTest, cookies: readonly string[] = []) =>
  clientDe(m.app, cookies, {
    organismeId: m.organismeId,
    utilisateur: "",
    role: "conseiller",
    intervenant: "",
  });

export async function partir(m: MaisonDeTest, suite = "/aujourdhui") {
  const depart = await navigateur(m).get(`${ENTREE}?suite=${encodeURIComponent(suite)}`);
  return { depart, adresse: depart.headers.get("location") ?? "", cookies: depart.headers.getSetCookie() };
}

export const cheminDe = (adresse: string) => adresse.replace(URL_DE_TEST, "");

/** The whole way: to the provider, in there, and back. */
export async function entrer(
  { m, lui }: Pick<Scene, "m" | "lui">,
  personne: Personne,
  ecarts: Ecarts = {},
  suite = "/aujourdhui",
) {
  const { adresse, cookies } = await partir(m, suite);
  const retour = cheminDe(lui.accueillir(adresse, personne, ecarts));
  const reponse = await navigateur(m, cookies).get(retour);
  return { reponse, retour, cookies, elle: navigateur(m, reponse.headers.getSetCookie()) };
}

export const compter = async (
  m: MaisonDeTest,
  table: "session" | "utilisateur" | "membre" | "identite_reseau",
) => (await m.maison.base.pool.query(`select count(*)::int as n from ${table}`)).rows[0].n as number;

/** Whether an answer gives a session. */
export const sessionDans = (reponse: Response) =>
  reponse.headers.getSetCookie().some((c) => /session_token=[^;]/.test(c));
