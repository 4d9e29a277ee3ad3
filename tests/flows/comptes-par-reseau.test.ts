import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ajouterMembre } from "../../src/auth/membres.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { CAMILLE, ecrireFaits, ouvrirDossierVide } from "../harness/histoire.ts";
import { lienEnvoye } from "../harness/lien-envoye.ts";
import { clientDe, type MaisonDeTest, MOT_DE_PASSE, ouvrirMaisonDeTest } from "../harness/maison.ts";
import { entrerChezElle } from "../harness/personne.ts";
import {
  cheminDe,
  compter,
  ENTREE,
  entrer,
  inscrire,
  NADIA,
  navigateur,
  ouvrirScene,
  partir,
  sessionDans,
} from "../harness/reseau.ts";
import { codeDe, enroler } from "../harness/second-facteur.ts";

const KARIM = { nom: "Karim Fictif", courriel: "karim@reseau.invalid", role: "assistant" };

/** In by the passphrase, in another browser. */
async function parPhrase(m: MaisonDeTest, courriel: string) {
  const reponse = await navigateur(m).post("/connexion", { courriel, motDePasse: MOT_DE_PASSE });
  return navigateur(m, reponse.headers.getSetCookie());
}

describe("une personne chez le fournisseur, un compte ici", () => {
  it("l’adresse donnée à quelqu’un d’autre n’ouvre pas le compte du précédent", async () => {
    const scene = await ouvrirScene();
    const { m } = scene;
    expect((await entrer(scene, { sub: "s-1", email: NADIA })).reponse.status).toBe(303);
    const autre = await entrer(scene, { sub: "s-2", email: NADIA });
    expect([autre.reponse.status, sessionDans(autre.reponse)]).toEqual([403, false]);
    expect(await autre.reponse.text()).toContain("lié à une autre personne chez Réseau Horizon");
    // Nor does the first one, once he bears a colleague's address.
    await inscrire(m, KARIM.courriel);
    const change = await entrer(scene, { sub: "s-1", email: KARIM.courriel });
    expect([change.reponse.status, sessionDans(change.reponse)]).toEqual([403, false]);
    expect(await compter(m, "identite_reseau")).toBe(1);
  });

  it("son titulaire retire le lien, et l’entrée suivante en fait un autre", async () => {
    const scene = await ouvrirScene();
    const { m, nadia } = scene;
    const elle = await parPhrase(m, NADIA);
    expect(await (await elle.get("/compte")).text()).toContain("Pas encore lié");
    await entrer(scene, { sub: "s-1", email: NADIA });
    expect(await (await elle.get("/compte")).text()).toContain("Lié depuis le");
    const autre = await m.client("conseiller");
    await autre.post("/compte/reseau");
    expect(await (await elle.get("/compte/reseau")).text()).toContain("Retirer le lien");
    expect((await elle.post("/compte/reseau")).headers.get("location")).toBe("/compte/reseau");
    expect(await (await elle.get("/compte/reseau")).text()).not.toContain("Retirer le lien");
    expect((await entrer(scene, { sub: "s-2", email: NADIA })).reponse.status).toBe(303);
    const { rows } = await m.maison.base.pool.query("select sujet, utilisateur_id from identite_reseau");
    expect(rows).toEqual([{ sujet: "s-2", utilisateur_id: nadia }]);
  });

  it("deux organismes : on choisit où l’on entre", async () => {
    const scene = await ouvrirScene();
    const { m } = scene;
    await inscrire(m, "rose@reseau.invalid", [m.organismeId, await m.fonder()]);
    const { reponse, elle } = await entrer(scene, { email: "rose@reseau.invalid" });
    expect(reponse.status).toBe(303);
    expect((await elle.get("/aujourdhui")).headers.get("location")).toBe("/places");
  });

  it("un membre parti n’entre plus, et sa session ouverte par là est fermée", async () => {
    const scene = await ouvrirScene();
    const { m, nadia } = scene;
    const gerante = await m.client("conseiller", m.organismeId, { gere: true });
    const { elle } = await entrer(scene, { email: NADIA });
    expect((await elle.get("/aujourdhui")).status).toBe(200);
    const depart = await gerante.post(`/organisme/membres/${nadia}/retirer`, { jeton: randomUUID() });
    expect(depart.status).toBe(303);
    expect((await elle.get("/aujourdhui")).headers.get("location")).toMatch(/^\/connexion/);
    const apres = await entrer(scene, { email: NADIA });
    expect([apres.reponse.status, sessionDans(apres.reponse)]).toEqual([403, false]);
    expect(await apres.reponse.text()).toContain("Rien n’est ouvert ici");
    expect(await compter(m, "session")).toBe(1);
  });
});

/** Camille's browser, in by the link that her counsellor's organisation sent. */
async function camilleChezElle(m: MaisonDeTest) {
  const { auteur } = await m.client("conseiller");
  const { reference } = await ouvrirDossierVide(m.maison, auteur);
  await ecrireFaits(m.maison, auteur, reference, BILAN_REMIS.slice(0, 1));
  return await entrerChezElle(m, auteur, reference);
}

describe("ce qui est à une personne ne dépend pas du fournisseur", () => {
  it("l’espace d’un bilan ne s’ouvre pas par là, même si elle travaille aussi ici", async () => {
    const scene = await ouvrirScene();
    const { m } = scene;
    const elle = await camilleChezElle(m);
    const refuser = async () => {
      const { reponse } = await entrer(scene, { email: CAMILLE.courriel! });
      expect([reponse.status, sessionDans(reponse)]).toEqual([403, false]);
      expect(await reponse.text()).toContain("ouvre un espace personnel");
    };
    await refuser();
    await ajouterMembre(m.maison.base.pool, elle.auteur.utilisateur, {
      organismeId: m.organismeId,
      role: "conseiller",
      intervenant: "i1",
    });
    await refuser();
    expect(await compter(m, "identite_reseau")).toBe(0);
  });

  it("une session tenue par un lien d’organisme le reste", async () => {
    const scene = await ouvrirScene();
    const { m } = scene;
    const elle = await camilleChezElle(m);
    await entrer(scene, { email: NADIA });
    expect((await elle.get("/mon-bilan")).status).toBe(200);
    for (const chemin of ["/compte", "/compte/reseau", "/aujourdhui"])
      expect([chemin, (await elle.get(chemin)).status]).toEqual([chemin, 404]);
    expect((await elle.post("/compte/reseau")).status).toBe(404);
  });
});

describe("le second facteur", () => {
  it("le nôtre est demandé, et le code mène où l’on allait", async () => {
    const scene = await ouvrirScene();
    const { m } = scene;
    const { secret } = await enroler(m, await parPhrase(m, NADIA));
    const { reponse, elle } = await entrer(scene, { email: NADIA, amr: ["pwd"] }, {}, "/dossiers");
    expect(reponse.headers.get("location")).toBe("/connexion/code?suite=%2Fdossiers");
    expect(sessionDans(reponse)).toBe(false);
    expect((await elle.get("/dossiers")).headers.get("location")).toMatch(/^\/connexion/);
    const code = await elle.post("/connexion/code", { code: codeDe(secret, 1), suite: "/dossiers" });
    expect([code.status, code.headers.get("location"), sessionDans(code)]).toEqual([303, "/dossiers", true]);
  });

  it.each([
    ["amr", { amr: ["pwd", "otp", "mfa"] }, true],
    ["le profil REFEDS", { acr: "https://refeds.org/profile/mfa" }, true],
    ["un code seul", { amr: ["otp"] }, false],
    ["amr en un mot", { amr: "mfa" }, false],
    ["un autre acr", { acr: "1" }, false],
  ])("%s du jeton signé : le fournisseur en a-t-il demandé deux ?", async (_, dit, dispense) => {
    const scene = await ouvrirScene();
    await enroler(scene.m, await parPhrase(scene.m, NADIA));
    const { reponse } = await entrer(scene, { email: NADIA, ...dit });
    expect([reponse.status, sessionDans(reponse)]).toEqual([303, dispense]);
  });

  it("userinfo n’en dispense pas : elle n’est pas signée", async () => {
    const scene = await ouvrirScene();
    await enroler(scene.m, await parPhrase(scene.m, NADIA));
    const infos = { sub: "s-1", email: NADIA, email_verified: true, amr: ["mfa"] };
    const { reponse } = await entrer(scene, {}, { infos });
    expect([reponse.status, sessionDans(reponse)]).toEqual([303, false]);
  });

  it("celui que l’organisme exige reste à poser", async () => {
    const scene = await ouvrirScene();
    await scene.m.maison.base.pool.query("update membre set depuis = depuis - interval '60 days'");
    const { elle } = await entrer(scene, { email: NADIA, amr: ["mfa"] });
    expect((await elle.get("/dossiers")).headers.get("location")).toBe("/compte/second-facteur");
  });
});

describe("une personne invitée", () => {
  async function inviter() {
    const scene = await ouvrirScene();
    const gerante = await scene.m.client("conseiller", scene.m.organismeId, { gere: true });
    const invite = await gerante.post("/organisme/membres/nouveau", { jeton: randomUUID(), ...KARIM });
    expect(invite.status).toBe(303);
    return { scene, lien: (await lienEnvoye(scene.m, "invitation", KARIM.courriel))! };
  }

  it("entre depuis son invitation, l’accepte elle-même, et n’a pas besoin d’une phrase de passe", async () => {
    const { scene, lien } = await inviter();
    const { m } = scene;
    const page = await (await navigateur(m).get(lien)).text();
    expect(page).toContain(`href="${ENTREE}?suite=${encodeURIComponent(lien)}"`);
    const { reponse, elle } = await entrer(scene, { sub: "s-k", email: KARIM.courriel }, {}, lien);
    expect([reponse.status, reponse.headers.get("location")]).toEqual([303, lien]);
    // In, and nowhere yet: the place is taken by the button alone.
    expect((await elle.get("/dossiers")).headers.get("location")).toMatch(/^\/connexion/);
    expect(await (await elle.get(lien)).text()).toContain("Rejoindre l’organisme");
    // From now on, the link alone gives a passphrase to nobody.
    const voleur = await navigateur(m).post(lien, { nom: "Voleur", motDePasse: "une phrase de voleur" });
    expect([voleur.status, sessionDans(voleur)]).toEqual([200, false]);
    expect((await elle.post(lien)).status).toBe(303);
    expect((await elle.get("/dossiers")).status).toBe(200);
    expect((await elle.get("/organisme/membres")).status).toBe(404);
    expect((await entrer(scene, { sub: "s-k", email: KARIM.courriel })).reponse.status).toBe(303);
    expect(m.pannes).toEqual([]);
  });

  it("n’entre pas sans son lien, ni par celui d’une autre, ni par un lien trop vieux", async () => {
    const { scene, lien } = await inviter();
    const { m } = scene;
    await m.comptes.creer({ nom: "Ève", courriel: "eve@reseau.invalid", motDePasse: MOT_DE_PASSE });
    for (const [email, suite] of [
      [KARIM.courriel, "/aujourdhui"],
      [KARIM.courriel, "/invitation/inventee"],
      ["eve@reseau.invalid", lien],
    ] as const) {
      const { reponse } = await entrer(scene, { email }, {}, suite);
      expect([email, suite, reponse.status, sessionDans(reponse)]).toEqual([email, suite, 403, false]);
    }
    await m.maison.base.pool.query("update membre set invite_le = invite_le - interval '8 days'");
    expect((await entrer(scene, { email: KARIM.courriel }, {}, lien)).reponse.status).toBe(403);
  });

  it("qui est entré sous une autre adresse ne prend pas la place", async () => {
    const { scene, lien } = await inviter();
    const { reponse, elle } = await entrer(scene, { email: NADIA }, {}, lien);
    expect(reponse.headers.get("location")).toBe(lien);
    await elle.post(lien, { nom: "", motDePasse: "" });
    const { rows } = await scene.m.maison.base.pool.query("select 1 from membre where depuis is null");
    expect(rows).toHaveLength(1);
  });
});

describe("un fournisseur en panne", () => {
  it("se dit en français, et la phrase de passe ouvre toujours", async () => {
    const scene = await ouvrirScene();
    const { m, lui, dites } = scene;
    await lui.arreter();
    const { depart } = await partir(m);
    expect(depart.status).toBe(503);
    const texte = await depart.text();
    expect(texte).toContain("Réseau Horizon ne répond pas. Entrez avec votre phrase de passe");
    expect(texte).toContain('name="motDePasse"');
    expect(dites[0]).toBe("Fournisseur d’identité : il ne répond pas (ECONNREFUSED).");
    expect((await (await parPhrase(m, NADIA)).get("/aujourdhui")).status).toBe(200);
    // Back on its feet, it is asked again.
    await lui.reprendre();
    expect((await entrer(scene, { email: NADIA })).reponse.status).toBe(303);
    expect(m.pannes).toEqual([]);
  });

  it.each([
    ["tombe pendant que la personne y est", { statut: 0 }],
    ["répond une panne", { statut: 500 }],
  ])("%s : rien ne s’ouvre, et cela se dit", async (_, { statut }) => {
    const scene = await ouvrirScene();
    const { m, lui } = scene;
    const { adresse, cookies } = await partir(m);
    const retour = cheminDe(lui.accueillir(adresse, { email: NADIA }, statut === 0 ? {} : { statut }));
    if (statut === 0) await lui.arreter();
    const reponse = await navigateur(m, cookies).get(retour);
    expect([reponse.status, sessionDans(reponse)]).toEqual([503, false]);
    expect(await reponse.text()).toContain("Réseau Horizon ne répond pas.");
  });

  it("ce qu’il dit de lui est gardé : dix entrées, une question", async () => {
    const scene = await ouvrirScene();
    await Promise.all(Array.from({ length: 10 }, () => partir(scene.m)));
    expect(scene.lui.visites.get("/.well-known/openid-configuration")).toBe(1);
  });

  it("un fournisseur qui répond au nom d’un autre est refusé", async () => {
    const scene = await ouvrirScene();
    scene.lui.metadonnees.issuer = "https://ailleurs.example";
    const { depart } = await partir(scene.m);
    expect(depart.status).toBe(422);
    expect(await depart.text()).toContain("n’a pas pu être vérifiée");
    expect(scene.dites).toHaveLength(1);
  });

  it("le secret part comme il le demande : dans l’en-tête, ou dans le corps", async () => {
    const scene = await ouvrirScene();
    scene.lui.metadonnees.token_endpoint_auth_methods_supported = ["client_secret_post"];
    expect((await entrer(scene, { email: NADIA })).reponse.status).toBe(303);
  });
});

describe("sans fournisseur", () => {
  it("aucun bouton, aucune page", async () => {
    const m = await ouvrirMaisonDeTest();
    const nadia = await m.client("conseiller");
    const visiteur = clientDe(m.app, [], nadia.auteur);
    expect(await (await visiteur.get("/connexion")).text()).not.toContain(ENTREE);
    expect((await visiteur.get(ENTREE)).status).toBe(404);
    expect((await visiteur.get(`${ENTREE}/retour?code=x&state=x`)).status).toBe(404);
    expect((await nadia.get("/compte/reseau")).status).toBe(404);
    expect((await nadia.post("/compte/reseau")).status).toBe(404);
    expect(await (await nadia.get("/compte")).text()).not.toContain("/compte/reseau");
  });
});
