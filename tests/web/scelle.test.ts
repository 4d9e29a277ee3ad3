import { expect, it } from "vitest";
import { freinParAdresse } from "../../src/auth/frein-par-adresse.ts";
import { PHRASE_FAUSSE } from "../../src/vault/trousseau-scelle.ts";
import { preparerRessources } from "../../src/web/ressources.ts";
import { creerAppScelle } from "../../src/web/scelle.tsx";

const URL_ICI = "http://127.0.0.1:4180";
const BONNE = "cinq mots sans lien entre eux";
const CLE = "ab".repeat(32);

function scene() {
  let maintenant = 0;
  const essais: unknown[] = [];
  const app = creerAppScelle({
    servies: preparerRessources(),
    url: URL_ICI,
    proxys: 1,
    frein: freinParAdresse(() => maintenant),
    essayer: async (secret) => {
      essais.push(secret);
      return "phrase" in secret ? secret.phrase === BONNE : secret.cle === CLE;
    },
    fausse: PHRASE_FAUSSE,
  });
  const envoyer = async (
    champs: Record<string, string>,
    entetes: Record<string, string> = { origin: URL_ICI, "x-forwarded-for": "192.0.2.7" },
  ) =>
    await app.request(`${URL_ICI}/`, { method: "POST", headers: entetes, body: new URLSearchParams(champs) });
  return { app, envoyer, essais, avancer: (ms: number) => (maintenant += ms) };
}

it("scellé, toute adresse donne la page qui demande la phrase, et rien d’autre", async () => {
  const { app } = scene();
  for (const chemin of ["/", "/connexion", "/dossiers", "/sante", "/aide", "/n-importe-quoi"]) {
    const reponse = await app.request(`${URL_ICI}${chemin}`);
    const html = await reponse.text();
    expect([chemin, reponse.status, reponse.headers.get("cache-control")]).toEqual([chemin, 503, "no-store"]);
    expect(html).toContain("Probant est scellé");
    expect(html).toContain('type="password" id="champ-phrase" name="phrase"');
    expect(html).not.toContain("/connexion");
  }
  expect((await app.request(`${URL_ICI}/`)).headers.get("content-security-policy")).toContain(
    "default-src 'none'",
  );
});

const depuis = (...adresses: string[]) => ({ origin: URL_ICI, "x-forwarded-for": adresses.join(", ") });

it("une phrase fausse est dite ; d’une même adresse, il faut attendre de plus en plus", async () => {
  const { envoyer, essais, avancer } = scene();
  expect((await envoyer({ phrase: " " })).status).toBe(422);
  for (let i = 0; i < 3; i += 1) {
    const reponse = await envoyer({ phrase: `fausse ${i}` });
    expect([reponse.status, (await reponse.text()).includes("n’ouvre pas le trousseau")]).toEqual([
      422,
      true,
    ]);
  }
  for (const secondes of [5, 10, 20, 40, 80, 160, 320, 640, 900, 900]) {
    avancer(secondes * 1_000 - 1);
    const trop = await envoyer({ phrase: BONNE });
    expect([trop.status, trop.headers.get("retry-after")]).toEqual([429, "1"]);
    expect(await trop.text()).toContain("Attendez 1 seconde, ou ouvrez le trousseau depuis la machine");
    avancer(1);
    expect((await envoyer({ phrase: "fausse" })).status).toBe(422);
  }
  expect(essais).toHaveLength(13);
  avancer(3_600_001);
  expect((await envoyer({ phrase: BONNE })).status).toBe(200);
});

it("qui essaie d’une adresse ne ferme pas la porte aux autres, et une adresse inventée ne lui sert à rien", async () => {
  const { envoyer, essais } = scene();
  for (let i = 0; i < 3; i += 1) await envoyer({ phrase: "fausse" }, depuis("198.51.100.9"));
  expect((await envoyer({ phrase: "fausse" }, depuis("198.51.100.9"))).status).toBe(429);
  // What stands further left than the trusted proxy wrote was sent by the visitor himself.
  for (const inventee of ["192.0.2.7", "203.0.113.5", "2001:db8::1"]) {
    expect((await envoyer({ phrase: BONNE }, depuis(inventee, "198.51.100.9"))).status).toBe(429);
  }
  // Of an IPv6 network one has as many addresses as one likes: it counts as one.
  for (let i = 1; i <= 3; i += 1) await envoyer({ phrase: "fausse" }, depuis(`2001:db8:1:2::${i}`));
  expect((await envoyer({ phrase: BONNE }, depuis("2001:db8:1:2:ffff::9"))).status).toBe(429);
  expect(essais).toHaveLength(6);
  expect((await envoyer({ phrase: BONNE }, depuis("192.0.2.7"))).status).toBe(200);
});

it("sans serveur frontal annoncé, l’adresse écrite par le visiteur n’est pas lue", async () => {
  const app = creerAppScelle({
    servies: preparerRessources(),
    url: URL_ICI,
    proxys: 0,
    frein: freinParAdresse(() => 0),
    essayer: async () => false,
    fausse: PHRASE_FAUSSE,
  });
  const statuts = [];
  for (let i = 1; i <= 5; i += 1) {
    const body = new URLSearchParams({ phrase: "fausse" });
    statuts.push(
      (await app.request(`${URL_ICI}/`, { method: "POST", headers: depuis(`192.0.2.${i}`), body })).status,
    );
  }
  expect(statuts).toEqual([422, 422, 422, 429, 429]);
});

it("ceux qui essaient ensemble passent l’un après l’autre ; au-delà de vingt, on attend", async () => {
  const { envoyer, essais } = scene();
  const tous = await Promise.all(
    Array.from({ length: 22 }, (_, i) => envoyer({ phrase: "fausse" }, depuis(`192.0.2.${i}`))),
  );
  const trop = tous.filter((r) => r.status === 429);
  expect([trop.length, essais.length]).toEqual([2, 20]);
  expect(await trop[0]!.text()).toContain("Trop de personnes essaient");
  expect((await envoyer({ phrase: BONNE }, depuis("203.0.113.1"))).status).toBe(200);
});

it("un envoi d’un autre site n’est pas essayé ; la clé de la machine ouvre, sans que rien ne la retarde", async () => {
  const { app, envoyer, essais } = scene();
  expect((await envoyer({ phrase: BONNE }, { origin: "https://ailleurs.example" })).status).toBe(403);
  expect((await envoyer({ phrase: BONNE }, {})).status).toBe(403);
  expect(essais).toEqual([]);
  for (let i = 0; i < 4; i += 1) await envoyer({ phrase: "fausse" });
  expect((await envoyer({ cle: "cd".repeat(32) }, {})).status).toBe(422);
  const ouverte = await envoyer({ cle: CLE }, {});
  expect([ouverte.status, (await ouverte.text()).includes("Le trousseau est ouvert")]).toEqual([200, true]);
  expect((await app.request(`${URL_ICI}/`)).status).toBe(200);
});
