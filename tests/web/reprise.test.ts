import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { ouvrirDossierDeTest } from "../harness/dossier.ts";
import {
  type Client,
  type MaisonDeTest,
  MOT_DE_PASSE,
  ouvrirMaisonDeTest,
  URL_DE_TEST,
} from "../harness/maison.ts";

const NOTES = "Ses mots à elle : « je veux\nchanger » & <b>vite</b>";

/** The hidden fields of the form that posts there, read as a browser reads them. */
function caches(page: string, action: string): [string, string][] {
  const forme = page.split(`action="${action}"`)[1]?.split("</form>")[0] ?? "";
  return [...forme.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map((m) => [
    m[1]!,
    m[2]!.replace(/&(lt|gt|quot|#39|amp);/g, (_, n: string) => ENTITES[n]!),
  ]);
}
const ENTITES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };

const envoyer = ({ app }: MaisonDeTest, chemin: string, champs: [string, string][]) =>
  app.request(URL_DE_TEST + chemin, {
    method: "POST",
    headers: { origin: URL_DE_TEST },
    body: new URLSearchParams(champs),
  });

async function courrielDe(m: MaisonDeTest, { auteur }: Client): Promise<string> {
  const { rows } = await m.maison.base.pool.query<{ email: string }>(
    "select email from utilisateur where id = $1",
    [auteur.utilisateur],
  );
  return rows[0]!.email;
}

/** A counsellor who wrote for long: the form as it was drawn, its session over, its words sent. */
async function tropTard() {
  const m = await ouvrirMaisonDeTest();
  const nadia = await m.client("conseiller");
  const reference = await ouvrirDossierDeTest(m.maison, nadia.auteur);
  const action = `/dossiers/${reference}/actes/noterEntretien`;
  const dessine = caches(await (await nadia.get(action)).text(), action);
  await m.maison.base.pool.query(`update session set "expiresAt" = now() - interval '1 minute'`);
  const tapes: [string, string][] = [
    ["duree", "1 h"],
    ["objectif", "reconversion"],
    ["notes", NOTES],
  ];
  const reponse = await nadia.post(action, Object.fromEntries([...dessine, ...tapes]));
  const entrer = async (qui: Client, motDePasse = MOT_DE_PASSE, page?: string) =>
    await envoyer(m, "/connexion", [
      ...caches(page ?? (await attente), "/connexion"),
      ["courriel", await courrielDe(m, qui)],
      ["motDePasse", motDePasse],
    ]);
  const attente = reponse.text();
  return { m, nadia, action, dessine, reponse, attente, entrer };
}

const faits = async ({ maison }: MaisonDeTest) =>
  (await maison.base.pool.query("select count(*)::int as n from fait")).rows[0].n;

it("la session finie pendant qu’on écrivait : après l’entrée, le formulaire revient avec ses mots", async () => {
  const { m, nadia, action, dessine, reponse, attente, entrer } = await tropTard();
  expect([reponse.status, reponse.headers.get("cache-control")]).toEqual([401, "no-store"]);
  expect(await attente).toContain("Votre session a pris fin");

  const rate = await entrer(nadia, "une autre phrase de passe");
  expect(rate.status).toBe(422);
  const revenu = await entrer(nadia, MOT_DE_PASSE, await rate.text());
  expect(revenu.status).toBe(200);
  expect(revenu.headers.getSetCookie().join()).toContain("session_token");
  const page = await revenu.text();
  expect(page).toContain("Vos réponses sont revenues.");
  expect(page).toMatch(
    /<textarea[^>]*name="notes"[^>]*>Ses mots à elle : « je veux\r?\nchanger » &amp; &lt;b&gt;vite/,
  );
  expect(page).toMatch(/<option value="reconversion" selected/);
  // The same token and the same reading of the dossier: nothing was written, nothing will be twice.
  expect(caches(page, action)).toEqual(dessine);
  expect(await faits(m)).toBe(1);
  expect(m.pannes).toEqual([]);
});

it("une autre personne qui entre ne reprend pas les mots de la première", async () => {
  const { m, entrer } = await tropTard();
  const yves = await m.client("conseiller");
  const reponse = await entrer(yves);
  expect([reponse.status, reponse.headers.get("location")]).toEqual([303, "/aujourdhui"]);
  expect(await reponse.text()).toBe("");
});

it("l’entrée ne rejoue que des formulaires, et sans effet", async () => {
  const m = await ouvrirMaisonDeTest();
  const nadia = await m.client("conseiller");
  const reference = await ouvrirDossierDeTest(m.maison, nadia.auteur);
  const entrer = async (suite: string) =>
    envoyer(m, "/connexion", [
      ["suite", suite],
      ["saisie.pour", nadia.auteur.utilisateur],
      ["saisie.jeton", randomUUID()],
      ["saisie.vers", "cep"],
      ["courriel", await courrielDe(m, nadia)],
      ["motDePasse", MOT_DE_PASSE],
    ]);
  expect((await entrer(`/dossiers/${reference}/controle`)).headers.get("location")).toBe("/aujourdhui");
  expect((await entrer(`/dossiers/${reference}/actes/orienter`)).status).toBe(200);
  expect((await entrer("/dossiers/nouveau")).status).toBe(200);
  expect((await entrer("/dossiers/D-2026-9999/actes/orienter")).status).toBe(404);
  expect(await faits(m)).toBe(1);
});
