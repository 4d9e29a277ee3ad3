import { expect, it } from "vitest";
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
    maintenant: () => maintenant,
    essayer: async (secret) => {
      essais.push(secret);
      return "phrase" in secret ? secret.phrase === BONNE : secret.cle === CLE;
    },
    fausse: PHRASE_FAUSSE,
  });
  const envoyer = async (
    champs: Record<string, string>,
    entetes: Record<string, string> = { origin: URL_ICI },
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

it("une phrase fausse est dite ; après cinq, plus aucune n’est essayée pendant cinq minutes", async () => {
  const { envoyer, essais, avancer } = scene();
  expect((await envoyer({ phrase: " " })).status).toBe(422);
  for (let i = 0; i < 5; i += 1) {
    const reponse = await envoyer({ phrase: `fausse ${i}` });
    expect([reponse.status, (await reponse.text()).includes("n’ouvre pas le trousseau")]).toEqual([
      422,
      true,
    ]);
  }
  const trop = await envoyer({ phrase: BONNE });
  expect([trop.status, (await trop.text()).includes("Attendez cinq minutes"), essais.length]).toEqual([
    429,
    true,
    5,
  ]);
  // The command of the machine brings the key itself, which nobody guesses.
  avancer(299_000);
  expect((await envoyer({ phrase: BONNE })).status).toBe(429);
  avancer(2_000);
  expect((await envoyer({ phrase: BONNE })).status).toBe(200);
});

it("un envoi d’un autre site n’est pas essayé ; deux à la fois non plus ; la clé de la machine ouvre", async () => {
  const { app, envoyer, essais } = scene();
  expect((await envoyer({ phrase: BONNE }, { origin: "https://ailleurs.example" })).status).toBe(403);
  expect((await envoyer({ phrase: BONNE }, {})).status).toBe(403);
  expect(essais).toEqual([]);
  const deux = await Promise.all([envoyer({ phrase: "fausse" }), envoyer({ phrase: "fausse" })]);
  expect(deux.map((r) => r.status).sort()).toEqual([422, 429]);
  expect((await envoyer({ cle: "cd".repeat(32) }, {})).status).toBe(422);
  const ouverte = await envoyer({ cle: CLE }, {});
  expect([ouverte.status, (await ouverte.text()).includes("Le trousseau est ouvert")]).toEqual([200, true]);
  expect((await app.request(`${URL_ICI}/`)).status).toBe(200);
});
