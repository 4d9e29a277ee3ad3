import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { lienEnvoye } from "../harness/lien-envoye.ts";
import {
  type Client,
  clientDe,
  type MaisonDeTest,
  MOT_DE_PASSE,
  ouvrirMaisonDeTest,
} from "../harness/maison.ts";

const MEMBRES = "/organisme/membres";
const KARIM = { nom: "Karim Fictif", courriel: "karim@exemple.invalid", role: "assistant" };

async function maisonGeree() {
  const m = await ouvrirMaisonDeTest();
  return { m, nadia: await m.client("conseiller", m.organismeId, { gere: true }) };
}

async function inviter(m: MaisonDeTest, gerant: Client, invite: Record<string, string> = KARIM) {
  const reponse = await gerant.post(`${MEMBRES}/nouveau`, { jeton: randomUUID(), ...invite });
  expect(reponse.status, await reponse.text()).toBe(303);
  const lien = await lienEnvoye(m, "invitation", invite.courriel ?? "");
  if (lien === null) throw new Error("no invitation was written");
  return lien;
}

const visiteur = (m: MaisonDeTest) =>
  clientDe(m.app, [], { organismeId: m.organismeId, utilisateur: "", role: "assistant", intervenant: "" });

/** Follows the invitation to the end; gives the browser of the new member and his id. */
async function arriver(m: MaisonDeTest, lien: string, nom = KARIM.nom) {
  const reponse = await visiteur(m).post(lien, { nom, motDePasse: "une phrase assez longue" });
  expect(reponse.status).toBe(303);
  const { rows } = await m.maison.base.pool.query("select id from utilisateur where name = $1", [nom]);
  const utilisateur: string = rows[0].id;
  const auteur = { organismeId: m.organismeId, utilisateur, role: "assistant", intervenant: "" } as const;
  return { client: clientDe(m.app, reponse.headers.getSetCookie(), auteur), utilisateur };
}

it("un membre invité choisit sa phrase, entre, et son lien n’ouvre plus rien", async () => {
  const { m, nadia } = await maisonGeree();
  const lien = await inviter(m, nadia);
  const liste = await (await nadia.get(MEMBRES)).text();
  expect(liste).toContain("Karim Fictif");
  expect(liste).not.toContain(lien);
  const page = await (await visiteur(m).get(lien)).text();
  expect(page).toContain("karim@exemple.invalid");
  const courte = await visiteur(m).post(lien, { nom: KARIM.nom, motDePasse: "trop court" });
  expect([courte.status, (await courte.text()).includes("Choisissez au moins 12 caractères.")]).toEqual([
    422,
    true,
  ]);
  const { client } = await arriver(m, lien);
  expect((await client.get("/dossiers")).status).toBe(200);
  expect((await client.get(MEMBRES)).status).toBe(404);
  expect((await visiteur(m).get(lien)).status).toBe(404);
  expect((await visiteur(m).post(lien, { nom: "X", motDePasse: "une autre phrase longue" })).status).toBe(
    404,
  );
  const entree = await m.comptes.seConnecter(KARIM.courriel, "une phrase assez longue", "203.0.113.9");
  expect(entree.issue).toBe("ouverte");
  expect(m.pannes).toEqual([]);
});

it("partir ferme toutes les sessions : la page suivante est refusée", async () => {
  const { m, nadia } = await maisonGeree();
  const { client, utilisateur } = await arriver(m, await inviter(m, nadia));
  const ailleurs = await m.comptes.seConnecter(KARIM.courriel, "une phrase assez longue", "203.0.113.9");
  if (ailleurs.issue !== "ouverte") return expect.fail(ailleurs.issue);
  const telephone = clientDe(m.app, ailleurs.cookies, client.auteur);
  expect((await telephone.get("/dossiers")).status).toBe(200);
  const debut = performance.now();
  expect((await nadia.post(`${MEMBRES}/${utilisateur}/retirer`, { jeton: randomUUID() })).status).toBe(303);
  for (const session of [client, telephone]) {
    expect((await session.get("/dossiers")).headers.get("location")).toMatch(/^\/connexion/);
  }
  expect(performance.now() - debut).toBeLessThan(1_000);
  const { rows } = await m.maison.base.pool.query(`select 1 from session where "userId" = $1`, [utilisateur]);
  expect(rows).toEqual([]);
  expect(await (await nadia.get(MEMBRES)).text()).toContain("Départ\u00a0: Karim Fictif, par Alix Fictif");
});

it("personne ne change son propre rôle, et le dernier qui gère reste", async () => {
  const { m, nadia } = await maisonGeree();
  const elle = nadia.auteur.utilisateur;
  const seule = await nadia.post(`${MEMBRES}/${elle}/retirer`, { jeton: randomUUID() });
  expect([seule.status, (await seule.text()).includes("Vous gérez seul cet organisme")]).toEqual([422, true]);
  const role = await nadia.post(`${MEMBRES}/${elle}`, { jeton: randomUUID(), role: "assistant" });
  expect([role.status, (await role.text()).includes("Personne ne change son propre rôle.")]).toEqual([
    422,
    true,
  ]);
  await m.client("conseiller", m.organismeId, { gere: true });
  expect((await nadia.post(`${MEMBRES}/${elle}/retirer`, { jeton: randomUUID() })).status).toBe(303);
});

it("deux qui se retirent l’un l’autre au même moment : il en reste un", async () => {
  const { m, nadia } = await maisonGeree();
  const autre = await m.client("conseiller", m.organismeId, { gere: true });
  await Promise.all([
    nadia.post(`${MEMBRES}/${autre.auteur.utilisateur}/retirer`, { jeton: randomUUID() }),
    autre.post(`${MEMBRES}/${nadia.auteur.utilisateur}/retirer`, { jeton: randomUUID() }),
  ]);
  const { rows } = await m.maison.base.pool.query("select 1 from membre where gere and fin is null");
  expect(rows).toHaveLength(1);
});

it("un rôle changé vaut à la page suivante", async () => {
  const { m, nadia } = await maisonGeree();
  const { client, utilisateur } = await arriver(m, await inviter(m, nadia));
  expect((await client.get("/dossiers/nouveau")).status).toBe(200);
  const change = await nadia.post(`${MEMBRES}/${utilisateur}`, { jeton: randomUUID(), role: "responsable" });
  expect(change.status).toBe(303);
  expect((await client.get("/dossiers/nouveau")).status).toBe(404);
});

it("une invitation reprise, renvoyée ou trop vieille n’ouvre rien", async () => {
  const { m, nadia } = await maisonGeree();
  const premier = await inviter(m, nadia);
  const second = await inviter(m, nadia);
  expect([(await visiteur(m).get(premier)).status, (await visiteur(m).get(second)).status]).toEqual([
    404, 200,
  ]);
  const vieillir = (jours: number) =>
    m.maison.base.pool.query("update membre set invite_le = invite_le - make_interval(days => $1)", [jours]);
  await vieillir(8);
  expect((await visiteur(m).get(second)).status).toBe(404);
  await vieillir(-8);
  const { rows } = await m.maison.base.pool.query(
    "select utilisateur_id as id from membre where depuis is null",
  );
  await nadia.post(`${MEMBRES}/${rows[0].id}/retirer`, { jeton: randomUUID() });
  expect((await visiteur(m).get(second)).status).toBe(404);
});

it("l’invitation d’un compte qui existe ne l’ouvre pas : il faut entrer avec lui", async () => {
  const { m, nadia } = await maisonGeree();
  const ailleurs = await m.fonder();
  const rose = await m.client("conseiller", ailleurs);
  const { rows } = await m.maison.base.pool.query("select email from utilisateur where id = $1", [
    rose.auteur.utilisateur,
  ]);
  const lien = await inviter(m, nadia, { nom: "Rose Inventée", courriel: rows[0].email, role: "assistant" });
  const liste = await (await nadia.get(MEMBRES)).text();
  expect(liste).toContain("Rose Inventée");
  const inconnu = await visiteur(m).post(lien, { nom: "Voleur", motDePasse: "une phrase de voleur" });
  expect([inconnu.status, inconnu.headers.getSetCookie()]).toEqual([200, []]);
  expect((await m.comptes.seConnecter(rows[0].email, MOT_DE_PASSE, "203.0.113.9")).issue).toBe("ouverte");
  expect((await rose.post(lien)).status).toBe(303);
  expect((await visiteur(m).get(lien)).status).toBe(404);
  expect(await (await nadia.get(MEMBRES)).text()).toContain("Arrivée\u00a0: Alix Fictif");
});

it("un autre organisme ne voit ni ne change nos membres", async () => {
  const { m, nadia } = await maisonGeree();
  const chezEux = await m.client("conseiller", await m.fonder(), { gere: true });
  const nous = nadia.auteur.utilisateur;
  expect(await (await chezEux.get(MEMBRES)).text()).not.toContain(nous);
  expect((await chezEux.get(`${MEMBRES}/${nous}`)).status).toBe(404);
  expect((await chezEux.post(`${MEMBRES}/${nous}/retirer`, { jeton: randomUUID() })).status).toBe(404);
  expect((await nadia.get(MEMBRES)).status).toBe(200);
});
