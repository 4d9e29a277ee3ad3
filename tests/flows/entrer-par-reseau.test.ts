import { describe, expect, it } from "vitest";
import type { Ecarts, Personne } from "../harness/fournisseur-identite.ts";
import {
  cheminDe,
  compter,
  ENTREE,
  entrer,
  NADIA,
  navigateur,
  ouvrirScene,
  partagerScene,
  partir,
  sessionDans,
} from "../harness/reseau.ts";

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

  it("la session est des nôtres : dans la liste des appareils, et la déconnexion la ferme", async () => {
    const scene = await ouvrirScene();
    const { m } = scene;
    const { elle } = await entrer(scene, { email: NADIA });
    expect(await (await elle.get("/compte/appareils")).text()).toContain("celui-ci");
    expect(await compter(m, "session")).toBe(1);
    expect((await elle.post("/deconnexion")).status).toBe(303);
    expect(await compter(m, "session")).toBe(0);
    expect((await elle.get("/aujourdhui")).headers.get("location")).toMatch(/^\/connexion/);
  });

  it("rien n’est fait de ce qu’un fournisseur dit : ni compte, ni place, ni rôle", async () => {
    const scene = await ouvrirScene();
    const { m } = scene;
    const avant = [await compter(m, "utilisateur"), await compter(m, "membre")];
    const inconnu = await entrer(scene, {
      email: "inconnu@reseau.invalid",
      role: "responsable",
      groups: ["gestion"],
    });
    expect(inconnu.reponse.status).toBe(403);
    const texte = await inconnu.reponse.text();
    expect(texte).toContain("Rien n’est ouvert ici à l’adresse inconnu@reseau.invalid.");
    expect(sessionDans(inconnu.reponse)).toBe(false);
    const { elle } = await entrer(scene, { email: NADIA, role: "responsable", groups: ["gestion"] });
    expect((await elle.get("/organisme/membres")).status).toBe(404);
    expect((await elle.get("/dossiers/nouveau")).status).toBe(200);
    expect([await compter(m, "utilisateur"), await compter(m, "membre")]).toEqual(avant);
  });

  it.each([
    ["non vérifiée", false],
    ["vérifiée en toutes lettres", "true"],
    ["sans le dire", undefined],
  ])("une adresse %s n’ouvre rien", async (_, email_verified) => {
    const scene = await ouvrirScene();
    const { reponse } = await entrer(scene, { email: NADIA, email_verified });
    expect([reponse.status, sessionDans(reponse)]).toEqual([403, false]);
    expect(await reponse.text()).toContain(`Réseau Horizon n’a pas vérifié l’adresse ${NADIA}.`);
    expect(await compter(scene.m, "identite_reseau")).toBe(0);
  });

  it("l’adresse et sa vérification viennent du même écrit", async () => {
    const scene = await ouvrirScene();
    const ailleurs = { sub: "s-1", email: NADIA };
    const melees = await entrer(scene, { email_verified: true }, { infos: ailleurs });
    expect(melees.reponse.status).toBe(403);
    const ensemble = await entrer(
      scene,
      { email_verified: undefined },
      { infos: { ...ailleurs, email_verified: true } },
    );
    expect(ensemble.reponse.status).toBe(303);
    const autre = await entrer(scene, {}, { infos: { ...ailleurs, sub: "s-2", email_verified: true } });
    expect([autre.reponse.status, sessionDans(autre.reponse)]).toEqual([422, false]);
  });

  it("une adresse illisible, ou aucune, n’ouvre rien", async () => {
    const scene = await ouvrirScene();
    for (const email of [
      undefined,
      "",
      "nadia",
      `${NADIA},autre@reseau.invalid`,
      "\u212aarim@reseau.invalid",
      7,
    ]) {
      const { reponse } = await entrer(scene, { email } as Personne);
      expect([email, reponse.status, sessionDans(reponse)]).toEqual([email, 422, false]);
      expect(await reponse.text()).toContain("n’a pas donné votre adresse électronique");
    }
  });
});

describe("une réponse qui ne prouve rien n’ouvre rien", () => {
  const perime = () => Math.floor(Date.now() / 1000) - 3_600;
  const REPONSES: readonly (readonly [quoi: string, ecarts: () => Ecarts, cause: string])[] = [
    ["un autre nonce", () => ({ dit: { nonce: "autre" } }), "nonce"],
    ["pas de nonce", () => ({ dit: { nonce: undefined } }), "OAUTH_INVALID_RESPONSE"],
    [
      "un jeton périmé",
      () => ({ dit: { exp: perime(), iat: perime() - 300 } }),
      "OAUTH_JWT_TIMESTAMP_CHECK_FAILED",
    ],
    ["un autre destinataire", () => ({ dit: { aud: "un-autre-client" } }), "aud"],
    ["un autre émetteur", () => ({ dit: { iss: "https://ailleurs.example" } }), "iss"],
    ["sans algorithme", () => ({ entete: { alg: "none" } }), "OAUTH_"],
    ["un algorithme à secret partagé", () => ({ entete: { alg: "HS256" } }), "OAUTH_"],
    ["une autre clé", () => ({ autreCle: true }), "OAUTH_"],
    ["une clé inconnue", () => ({ entete: { kid: "c9" }, autreCle: true }), "OAUTH_"],
    ["un texte altéré", () => ({ altere: changerAdresse }), "OAUTH_"],
    ["pas de personne", () => ({ dit: { sub: undefined } }), "OAUTH_"],
    ["un nom qui cache un caractère nul", () => ({ dit: { sub: "s\u0000" } }), "sub"],
    ["un jeton coupé", () => ({ altere: (jeton: string) => jeton.split(".")[0]! }), "OAUTH_"],
  ];

  const commune = partagerScene();
  it.each(REPONSES)("%s", async (_, ecarts, cause) => {
    const scene = commune();
    scene.dites.length = 0;
    const { reponse } = await entrer(scene, { email: NADIA }, ecarts());
    expect([reponse.status, sessionDans(reponse)]).toEqual([422, false]);
    expect(await reponse.text()).toContain("La réponse de Réseau Horizon n’a pas pu être vérifiée.");
    expect([await compter(scene.m, "session"), await compter(scene.m, "identite_reseau")]).toEqual([0, 0]);
    // Whoever keeps the installation is told which field, and nothing of anybody.
    expect(scene.dites).toHaveLength(1);
    expect(scene.dites[0]).toContain(cause);
    expect(scene.dites.join()).not.toContain("nadia");
    expect(scene.m.pannes).toEqual([]);
  });

  it("un état changé, absent, en double ou d’un autre navigateur", async () => {
    const scene = await ouvrirScene();
    const { m, lui } = scene;
    const { adresse, cookies } = await partir(m);
    const retour = cheminDe(lui.accueillir(adresse, { email: NADIA }));
    const etat = new URL(adresse).searchParams.get("state")!;
    const autre = await partir(m, "/organisme");
    for (const [quoi, chemin, avec] of [
      ["changé", retour.replace(etat, etat.split("").toReversed().join("")), cookies],
      ["absent", retour.replace(/&state=.*$/, ""), cookies],
      ["en double", `${retour}&state=${etat}`, cookies],
      ["sans cookie", retour, []],
      ["le cookie d’un autre départ", retour, autre.cookies],
      [
        "un cookie inventé",
        retour,
        [`probant-reseau=${etat}.${Buffer.from("/organisme").toString("base64url")}`],
      ],
    ] as const) {
      const reponse = await navigateur(m, avec).get(chemin);
      expect([quoi, reponse.status, sessionDans(reponse)]).toEqual([quoi, 422, false]);
      expect(await reponse.text()).toContain("Recommencez.");
    }
    // Nobody asked the provider anything for those, and the right one still opens.
    expect(lui.visites.get("/jetons")).toBeUndefined();
    expect((await navigateur(m, cookies).get(retour)).status).toBe(303);
  });

  it("un retour rejoué, et deux retours au même moment : une seule session", async () => {
    const scene = await ouvrirScene();
    const { m, lui } = scene;
    const { adresse, cookies } = await partir(m);
    const retour = cheminDe(lui.accueillir(adresse, { email: NADIA }));
    const statuts = (
      await Promise.all([navigateur(m, cookies).get(retour), navigateur(m, cookies).get(retour)])
    ).map((r) => r.status);
    expect(statuts.toSorted()).toEqual([303, 422]);
    const rejoue = await navigateur(m, cookies).get(retour);
    expect([rejoue.status, sessionDans(rejoue)]).toEqual([422, false]);
    expect(await rejoue.text()).toContain("a déjà servi");
    expect([await compter(m, "session"), lui.visites.get("/jetons")]).toEqual([1, 1]);
  });

  it("le code d’une autre personne, glissé dans notre départ, est refusé par le fournisseur", async () => {
    const scene = await ouvrirScene();
    const { m, lui } = scene;
    const sien = new URL(lui.accueillir((await partir(m)).adresse, { email: NADIA }));
    const notre = await partir(m);
    sien.searchParams.set("state", new URL(notre.adresse).searchParams.get("state")!);
    const reponse = await navigateur(m, notre.cookies).get(cheminDe(sien.href));
    expect([reponse.status, sessionDans(reponse)]).toEqual([422, false]);
    expect(scene.dites[0]).toContain("invalid_grant");
  });

  it("qui essaie sans cesse doit attendre", async () => {
    const { m } = await ouvrirScene();
    for (let i = 0; i < 20; i += 1) await navigateur(m).get(`${ENTREE}/retour?code=x&state=x`);
    const reponse = await navigateur(m).get(`${ENTREE}/retour?code=x&state=x`);
    expect([reponse.status, reponse.headers.get("retry-after") === null]).toEqual([429, false]);
  });

  it("un fournisseur mal réglé ne ferme pas les liens d’un bureau", async () => {
    const scene = await ouvrirScene();
    for (let i = 0; i < 21; i += 1) await entrer(scene, { email: NADIA }, { autreCle: true });
    expect((await entrer(scene, { email: NADIA })).reponse.status).toBe(303);
  });

  it("ne mène jamais hors d’ici", async () => {
    const scene = await ouvrirScene();
    for (const suite of ["https://ailleurs.example/", "//ailleurs.example", "/\\ailleurs.example"]) {
      const { reponse } = await entrer(scene, { email: NADIA }, {}, suite);
      expect([suite, reponse.headers.get("location")]).toEqual([suite, "/"]);
    }
    const { depart } = await partir(scene.m);
    expect(new URL(depart.headers.get("location")!).origin).toBe(scene.lui.reglages.emetteur);
  });

  it("renoncer là-bas ramène à l’entrée", async () => {
    const { m, dites } = await ouvrirScene();
    const { adresse, cookies } = await partir(m);
    const etat = new URL(adresse).searchParams.get("state")!;
    const retour = `${ENTREE}/retour?error=access_denied&error_description=%3Cscript%3E&state=${etat}`;
    const reponse = await navigateur(m, cookies).get(retour);
    const texte = await reponse.text();
    expect([reponse.status, texte.includes("vous avez renoncé"), texte.includes("<script>")]).toEqual([
      422,
      true,
      false,
    ]);
    expect(dites).toEqual([]);
  });
});

/** The same token for another address, its signature left as it was. */
function changerAdresse(jeton: string): string {
  const [entete, dit = "", signature] = jeton.split(".");
  const lu = JSON.parse(Buffer.from(dit, "base64url").toString("utf8"));
  const change = Buffer.from(JSON.stringify({ ...lu, sub: "s-7" })).toString("base64url");
  return `${entete}.${change}.${signature}`;
}
