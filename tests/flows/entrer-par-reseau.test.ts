import { describe, expect, it } from "vitest";
import { ajouterMembre } from "../../src/auth/membres.ts";
import {
  type Ecarts,
  type FournisseurDEssai,
  ouvrirFournisseurDEssai,
  type Personne,
} from "../harness/fournisseur-identite.ts";
import {
  clientDe,
  type MaisonDeTest,
  MOT_DE_PASSE,
  ouvrirMaisonDeTest,
  URL_DE_TEST,
} from "../harness/maison.ts";

const NADIA = "nadia@reseau.invalid";
const ENTREE = "/connexion/reseau";

interface Scene {
  m: MaisonDeTest;
  lui: FournisseurDEssai;
  dites: string[];
}

/** A house with a provider, and one counsellor who has an account here. */
async function ouvrirScene(): Promise<Scene & { nadia: string }> {
  const lui = await ouvrirFournisseurDEssai();
  const dites: string[] = [];
  const reseau = { fournisseur: lui.reglages, dire: (phrase: string) => void dites.push(phrase) };
  const m = await ouvrirMaisonDeTest({ reseau });
  return { m, lui, dites, nadia: await inscrire(m, NADIA) };
}

async function inscrire(m: MaisonDeTest, courriel: string, chez = [m.organismeId]): Promise<string> {
  const utilisateur = await m.comptes.creer({ nom: "Nadia Fictive", courriel, motDePasse: MOT_DE_PASSE });
  for (const organismeId of chez)
    await ajouterMembre(m.maison.base.pool, utilisateur, {
      organismeId,
      role: "conseiller",
      intervenant: "i1",
    });
  return utilisateur;
}

const navigateur = (m: MaisonDeTest, cookies: readonly string[] = []) =>
  clientDe(m.app, cookies, {
    organismeId: m.organismeId,
    utilisateur: "",
    role: "conseiller",
    intervenant: "",
  });

async function partir(m: MaisonDeTest, suite = "/aujourdhui") {
  const depart = await navigateur(m).get(`${ENTREE}?suite=${encodeURIComponent(suite)}`);
  return { depart, adresse: depart.headers.get("location") ?? "", cookies: depart.headers.getSetCookie() };
}

const cheminDe = (adresse: string) => adresse.replace(URL_DE_TEST, "");

/** The whole way: to the provider, in there, and back. */
async function entrer(
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

describe("entrer par le fournisseur d’identité d’un réseau", () => {
  it("ouvre le compte qui a cette adresse, et mène où l’on allait", async () => {
    const scene = await ouvrirScene();
    const { m } = scene;
    expect(await (await navigateur(m).get("/connexion")).text()).toContain("Entrer avec Réseau Horizon");
    const { reponse, elle } = await entrer(scene, { email: NADIA.toUpperCase() }, {}, "/dossiers?nom=moreau");
    expect([reponse.status, reponse.headers.get("location")]).toEqual([303, "/dossiers?nom=moreau"]);
    expect((await elle.get("/aujourdhui")).status).toBe(200);
    expect(scene.dites).toEqual([]);
    expect(m.pannes).toEqual([]);
  });
});
