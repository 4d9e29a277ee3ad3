import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { envoyerLiensDemandes } from "../../src/usecases/compte/envoyer-liens.ts";
import { lienEnvoye } from "../harness/lien-envoye.ts";
import {
  type Client,
  clientDe,
  type MaisonDeTest,
  MOT_DE_PASSE,
  ouvrirMaisonDeTest,
} from "../harness/maison.ts";
import { codeDe, enroler } from "../harness/second-facteur.ts";

const PHRASE = "une autre phrase assez longue";

const personne = (m: MaisonDeTest) =>
  clientDe(m.app, [], { organismeId: m.organismeId, utilisateur: "", role: "conseiller", intervenant: "" });

async function courrielDe(m: MaisonDeTest, client: Client): Promise<string> {
  const { rows } = await m.maison.base.pool.query("select email from utilisateur where id = $1", [
    client.auteur.utilisateur,
  ]);
  return rows[0].email;
}

/** One more browser of the same person, through the sign-in page. */
async function entrer(m: MaisonDeTest, courriel: string, motDePasse = MOT_DE_PASSE) {
  const reponse = await personne(m).post("/connexion", { courriel, motDePasse, suite: "/aujourdhui" });
  return { reponse, client: clientDe(m.app, reponse.headers.getSetCookie(), personne(m).auteur) };
}

async function recevoirUnLien(m: MaisonDeTest, courriel: string) {
  const reponse = await personne(m).post("/connexion/lien", { courriel });
  await envoyerLiensDemandes(m.maison, m.comptes);
  return { reponse, lien: await lienEnvoye(m, "lien-de-connexion", courriel) };
}

describe("recevoir un lien", () => {
  it("il ouvre une session une fois, et permet de choisir une autre phrase sans l’ancienne", async () => {
    const m = await ouvrirMaisonDeTest();
    const nadia = await m.client("conseiller");
    const courriel = await courrielDe(m, nadia);
    const { lien } = await recevoirUnLien(m, courriel);
    if (lien === null) return expect.fail("no link");
    const entree = await personne(m).post(lien);
    expect(entree.headers.get("location")).toBe("/");
    const elle = clientDe(m.app, entree.headers.getSetCookie(), nadia.auteur);
    expect((await personne(m).post(lien)).status).toBe(404);
    expect(await (await elle.get("/compte/phrase")).text()).not.toContain("actuelle");
    expect((await elle.post("/compte/phrase", { nouvelle: PHRASE })).status).toBe(303);
    expect((await nadia.get("/compte")).headers.get("location")).toMatch(/^\/connexion/);
    expect((await elle.get("/compte")).status).toBe(200);
    expect((await entrer(m, courriel)).reponse.status).toBe(422);
    expect((await entrer(m, courriel, PHRASE)).reponse.status).toBe(303);
    expect(m.pannes).toEqual([]);
  });

  it("la réponse est la même pour une adresse inconnue, et rien ne part", async () => {
    const m = await ouvrirMaisonDeTest();
    const courriel = await courrielDe(m, await m.client("conseiller"));
    const [connue, inconnue] = [
      await recevoirUnLien(m, courriel),
      await recevoirUnLien(m, "personne@exemple.invalid"),
    ];
    expect([connue.reponse.status, await connue.reponse.text()]).toEqual([
      inconnue.reponse.status,
      await inconnue.reponse.text(),
    ]);
    expect([connue.lien === null, inconnue.lien]).toEqual([false, null]);
    const { rows } = await m.maison.base.pool.query("select count(*)::int as n from lien_secret");
    expect(rows[0].n).toBe(1);
  });

  it("une adresse reçoit trois liens par heure, et la réponse ne le dit pas", async () => {
    const m = await ouvrirMaisonDeTest();
    const courriel = await courrielDe(m, await m.client("conseiller"));
    for (let i = 0; i < 5; i += 1) expect((await recevoirUnLien(m, courriel)).reponse.status).toBe(200);
    const liens = () => m.maison.base.pool.query("select count(*)::int as n from lien_secret");
    expect((await liens()).rows[0].n).toBe(3);
    await m.maison.base.pool.query("update demande_lien set demande_le = demande_le - interval '61 minutes'");
    await recevoirUnLien(m, courriel);
    expect((await liens()).rows[0].n).toBe(4);
  });
});

describe("mon compte", () => {
  it("le nom se change, la phrase demande l’ancienne, et ferme les autres appareils", async () => {
    const m = await ouvrirMaisonDeTest();
    const nadia = await m.client("conseiller");
    const courriel = await courrielDe(m, nadia);
    const { client: telephone } = await entrer(m, courriel);
    expect((await nadia.post("/compte/nom", { nom: "Nadia Fictive" })).status).toBe(303);
    expect(await (await telephone.get("/compte")).text()).toContain("Nadia Fictive");
    const fausse = await nadia.post("/compte/phrase", {
      motDePasse: "pas la bonne phrase",
      nouvelle: PHRASE,
    });
    expect(fausse.status).toBe(422);
    expect((await telephone.get("/compte")).status).toBe(200);
    const juste = await nadia.post("/compte/phrase", { motDePasse: MOT_DE_PASSE, nouvelle: PHRASE });
    expect(juste.status).toBe(303);
    expect((await telephone.get("/compte")).status).toBe(303);
    expect((await nadia.get("/compte")).status).toBe(200);
    const { rows } = await m.maison.base.pool.query("select modele from message_sortie");
    expect(rows).toEqual([{ modele: "mot-de-passe-change" }]);
  });

  it("les appareils se voient et se ferment un à un, et jamais ceux d’un autre", async () => {
    const m = await ouvrirMaisonDeTest();
    const [nadia, autre] = [await m.client("conseiller"), await m.client("conseiller")];
    const courriel = await courrielDe(m, nadia);
    const entree = await m.comptes.seConnecter(
      courriel,
      MOT_DE_PASSE,
      "203.0.113.77",
      "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0",
    );
    if (entree.issue !== "ouverte") return expect.fail(entree.issue);
    const telephone = clientDe(m.app, entree.cookies, nadia.auteur);
    const page = await (await nadia.get("/compte/appareils")).text();
    expect(page).toContain("Firefox, sur un appareil Android");
    expect(page).toContain("203.0.113.0");
    expect(page).not.toContain("203.0.113.77");
    const session = /name="session" value="([0-9a-f-]{36})"/.exec(page)?.[1] ?? "";
    await autre.post("/compte/appareils", { session });
    expect((await telephone.get("/compte")).status).toBe(200);
    await nadia.post("/compte/appareils", { session });
    expect([(await telephone.get("/compte")).status, (await nadia.get("/compte")).status]).toEqual([
      303, 200,
    ]);
  });
});

describe("le second facteur", () => {
  it("une fois posé, la phrase ne suffit plus ; le même code ne sert pas deux fois", async () => {
    const m = await ouvrirMaisonDeTest();
    const nadia = await m.client("conseiller");
    const courriel = await courrielDe(m, nadia);
    const { secret, code, codes, dedans } = await enroler(m, nadia);
    expect(codes).toHaveLength(10);
    expect((await dedans.get("/compte")).status).toBe(200);
    const { reponse, client } = await entrer(m, courriel);
    expect([reponse.status, (await reponse.text()).includes("Votre code")]).toEqual([200, true]);
    expect((await client.get("/dossiers")).status).toBe(303);
    const donner = (c: string) => client.post("/connexion/code", { code: c, suite: "/dossiers" });
    expect((await donner(code)).status).toBe(422);
    const bon = codeDe(secret, 1);
    const deux = await Promise.all([donner(bon), donner(bon)]);
    expect(deux.map((r) => r.status).sort()).toEqual([303, 422]);
    const entree = deux.find((r) => r.status === 303)!;
    expect(entree.headers.get("location")).toBe("/dossiers");
    const cookies = clientDe(m.app, entree.headers.getSetCookie(), nadia.auteur);
    expect((await cookies.get("/dossiers")).status).toBe(200);
    const secours = await entrer(m, courriel);
    const parSecours = await secours.client.post("/connexion/code", { code: codes[0]! });
    expect(parSecours.status).toBe(303);
    const encore = await entrer(m, courriel);
    expect((await encore.client.post("/connexion/code", { code: codes[0]! })).status).toBe(422);
    expect(m.pannes).toEqual([]);
  });

  it("un lien ne dispense pas du code", async () => {
    const m = await ouvrirMaisonDeTest();
    const nadia = await m.client("conseiller");
    const courriel = await courrielDe(m, nadia);
    const { secret } = await enroler(m, nadia);
    const { lien } = await recevoirUnLien(m, courriel);
    const entree = await personne(m).post(lien ?? "");
    expect(entree.headers.get("location")).toBe("/connexion/code?suite=%2F");
    const client = clientDe(m.app, entree.headers.getSetCookie(), nadia.auteur);
    expect((await client.get("/dossiers")).status).toBe(303);
    const fini = await client.post("/connexion/code", { code: codeDe(secret, 1) });
    expect(fini.status).toBe(303);
    const dedans = clientDe(m.app, fini.headers.getSetCookie(), nadia.auteur);
    expect((await dedans.get("/dossiers")).status).toBe(200);
  });

  it("dix codes faux ferment la porte un moment, même au bon", async () => {
    const m = await ouvrirMaisonDeTest();
    const nadia = await m.client("conseiller");
    const courriel = await courrielDe(m, nadia);
    const { secret } = await enroler(m, nadia);
    for (let i = 0; i < 10; i += 1) {
      const { client } = await entrer(m, courriel);
      const faux = String((Number(codeDe(secret)) + 1 + i) % 1_000_000).padStart(6, "0");
      await client.post("/connexion/code", { code: faux });
    }
    const { client } = await entrer(m, courriel);
    expect((await client.post("/connexion/code", { code: codeDe(secret, 1) })).status).toBe(429);
  });

  it("le délai de l’organisme passé, toute page y conduit, et la pose rouvre tout", async () => {
    const m = await ouvrirMaisonDeTest();
    const nadia = await m.client("conseiller");
    expect((await nadia.get("/dossiers")).status).toBe(200);
    m.regler(new Date(Date.now() + 31 * 86_400_000).toISOString());
    expect((await nadia.get("/dossiers")).headers.get("location")).toBe("/compte/second-facteur");
    const acte = await nadia.post("/dossiers/nouveau", { jeton: randomUUID() });
    expect(acte.headers.get("location")).toBe("/compte/second-facteur");
    const { dedans } = await enroler(m, nadia);
    expect((await dedans.get("/dossiers")).status).toBe(200);
  });
});

it("l’organisme fixe le délai du second facteur, et le garde écrit", async () => {
  const m = await ouvrirMaisonDeTest();
  const nadia = await m.client("conseiller", m.organismeId, { gere: true });
  const autre = await m.client("assistant");
  const DELAI = "/organisme/membres/second-facteur";
  expect((await nadia.post(DELAI, { jeton: randomUUID(), delai: "400" })).status).toBe(422);
  expect((await nadia.post(DELAI, { jeton: randomUUID(), delai: "60" })).status).toBe(303);
  m.regler(new Date(Date.now() + 59 * 86_400_000).toISOString());
  expect((await autre.get("/dossiers")).status).toBe(200);
  expect(await (await nadia.get("/organisme/membres")).text()).toContain("60 jours au lieu de 30 jours");
  m.regler(new Date(Date.now() + 61 * 86_400_000).toISOString());
  expect((await autre.get("/dossiers")).headers.get("location")).toBe("/compte/second-facteur");
});

it("qui a plusieurs places choisit, et sa session s’en souvient", async () => {
  const m = await ouvrirMaisonDeTest();
  const nadia = await m.client("conseiller");
  const ailleurs = await m.fonder();
  await m.maison.base.pool.query(
    "insert into membre (organisme_id, utilisateur_id, role, intervenant) values ($1, $2, 'assistant', '')",
    [ailleurs, nadia.auteur.utilisateur],
  );
  expect((await nadia.get("/dossiers")).headers.get("location")).toBe("/places");
  expect(await (await nadia.get("/places")).text()).toContain("Assistant");
  expect((await nadia.post("/places", { organisme: randomUUID() })).status).toBe(404);
  expect((await nadia.post("/places", { organisme: ailleurs })).headers.get("location")).toBe("/");
  expect((await nadia.get("/dossiers")).status).toBe(200);
  const lue = await m.maison.base.pool.query(
    "select organisme_id from session where organisme_id is not null",
  );
  expect(lue.rows).toEqual([{ organisme_id: ailleurs }]);
  expect((await nadia.post("/places", { organisme: m.organismeId })).status).toBe(303);
});
