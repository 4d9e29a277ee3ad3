import { expect, it } from "vitest";
import { CENTRE_HORIZON } from "../../src/demonstration/organisme.ts";
import type { Organisme } from "../../src/law/etat.ts";
import { consulterOrganisme } from "../../src/usecases/organisme/changer-organisme.ts";
import { jour } from "../../src/values/jour.ts";
import { ACCES, peut } from "../../src/web/acces.ts";
import { DEMANDE, ouvrirDossierDeTest } from "../harness/dossier.ts";
import { type Client, ouvrirMaisonDeTest } from "../harness/maison.ts";

async function ouvrir(organisme: Organisme = CENTRE_HORIZON) {
  const m = await ouvrirMaisonDeTest({ organisme });
  const nadia = await m.client("conseiller", m.organismeId, { gere: true });
  const lire = () => consulterOrganisme(m.maison, { organismeId: m.organismeId });
  return { ...m, nadia, lire };
}

/** The hidden fields of the page's form: what a browser would send back. */
async function caches(client: Client, chemin: string): Promise<{ jeton: string; vu: string }> {
  const html = await (await client.get(chemin)).text();
  const valeur = (nom: string) => new RegExp(`name="${nom}" value="([^"]*)"`).exec(html)?.[1] ?? "";
  return { jeton: valeur("jeton"), vu: valeur("vu") };
}

async function envoyer(client: Client, chemin: string, champs: Record<string, string | string[]>) {
  return await client.post(chemin, { ...(await caches(client, chemin)), ...champs });
}

const CERTIFICAT = { numero: "B-2028-001", du: "10/03/2028", au: "09/03/2031", categories: ["bilan", "vae"] };

it("le résumé montre tout l’organisme, à qui le gère et au responsable, qui ne le change pas", async () => {
  const { nadia, client, pannes } = await ouvrir();
  const page = await (await nadia.get("/organisme")).text();
  for (const dit of ["Centre Horizon", "999&nbsp;000&nbsp;102", "B-2025-114", "Yves Kerbrat", "94"])
    expect(page.replaceAll("\u00a0", "&nbsp;")).toContain(dit);
  expect(page).toContain('href="/organisme/identite"');
  const responsable = await client("responsable");
  const lu = await (await responsable.get("/organisme")).text();
  expect(lu).toContain("Yves Kerbrat");
  expect(lu).not.toMatch(/href="\/organisme\//);
  expect((await responsable.get("/organisme/identite")).status).toBe(404);
  expect((await responsable.post("/organisme/identite", { vu: "1" })).status).toBe(404);
  expect(pannes).toEqual([]);
});

it("un conseiller qui ne gère pas l’organisme n’en a aucune page, ni le lien", async () => {
  const { client, lire } = await ouvrir();
  const yves = await client("conseiller");
  for (const chemin of [
    "/organisme",
    "/organisme/identite",
    "/organisme/logo",
    "/organisme/offres/rennes/retirer",
  ])
    expect([chemin, (await yves.get(chemin)).status]).toEqual([chemin, 404]);
  expect((await yves.post("/organisme/certificats/nouveau", { ...CERTIFICAT, vu: "1" })).status).toBe(404);
  expect(await (await yves.get("/aujourdhui")).text()).not.toContain('href="/organisme"');
  expect((await lire()).version).toBe(1);
});

it("chaque rôle × chaque route de l’organisme : seuls ceux de la table entrent", async () => {
  const { client, organismeId, lire, pannes } = await ouvrir();
  const routes = Object.entries(ACCES).filter(([r]) => /^\w+ \/organisme(\/(:partie|logo).*)?$/.test(r));
  expect(routes.length).toBeGreaterThanOrEqual(12);
  for (const role of ["conseiller", "assistant", "responsable", "beneficiaire", "auditeur"] as const) {
    for (const gere of [false, true]) {
      const qui = await client(role, organismeId, { gere });
      for (const [route, acces] of routes) {
        const [methode, motif = ""] = route.split(" ");
        const chemin = motif.replace(":partie", "certificats").replace(":cible", "nouveau");
        if (peut(acces, { role, gere })) continue;
        const reponse = methode === "GET" ? await qui.get(chemin) : await qui.post(chemin, { vu: "1" });
        expect([role, gere, route, reponse.status]).toEqual([role, gere, route, 404]);
      }
      // The flag opens nothing to another role than a counsellor's.
      const ouvert = (await qui.get("/organisme/identite")).status === 200;
      expect([role, gere, ouvert]).toEqual([role, gere, role === "conseiller" && gere]);
    }
  }
  expect((await lire()).version).toBe(1);
  expect(pannes).toEqual([]);
});

it("un certificat s’ajoute une fois, même envoyé deux fois, et l’histoire dit qui", async () => {
  const { nadia, lire } = await ouvrir();
  const champs = { ...(await caches(nadia, "/organisme/certificats/nouveau")), ...CERTIFICAT };
  for (let i = 0; i < 2; i += 1) {
    const reponse = await nadia.post("/organisme/certificats/nouveau", champs);
    expect([reponse.status, reponse.headers.get("location")]).toEqual([303, "/organisme?fait=1"]);
  }
  const { organisme, changements, version } = await lire();
  expect(organisme.certificats).toHaveLength(3);
  expect(organisme.certificats.at(-1)).toEqual({
    numero: "B-2028-001",
    du: "2028-03-10",
    au: "2031-03-09",
    categories: ["bilan", "vae"],
  });
  expect(version).toBe(2);
  expect(changements).toMatchObject([
    { version: 2, nom: "Alix Fictif", quoi: "Certificat B-2028-001 ajouté" },
  ]);
  expect(await (await nadia.get("/organisme?fait=1")).text()).toContain(
    "Certificat B-2028-001 ajouté, par Alix",
  );
});

it("une réponse fausse est dite à son champ, les autres sont gardées, et rien n’est écrit", async () => {
  const { nadia, lire } = await ouvrir();
  const reponse = await envoyer(nadia, "/organisme/identite", {
    raisonSociale: "Centre Horizon et Fils",
    siret: "123",
    nda: "12",
    regimeTva: "franchise",
    territoire: "reunion",
    groupe: "999000201\n77",
  });
  expect(reponse.status).toBe(422);
  const html = await reponse.text();
  for (const champ of ["siret", "nda", "groupe"]) expect(html).toContain(`id="champ-${champ}-erreur"`);
  expect(html).toContain('value="Centre Horizon et Fils"');
  expect(html).toMatch(/value="reunion" selected/);
  expect((await lire()).version).toBe(1);
});

it("de deux personnes qui enregistrent en même temps, la seconde est prévenue et ne perd rien", async () => {
  const { nadia, client, organismeId, lire } = await ouvrir();
  const yves = await client("conseiller", organismeId, { gere: true });
  const identite = {
    raisonSociale: "Centre Horizon",
    siret: CENTRE_HORIZON.siret,
    regimeTva: "attestation",
    territoire: "metropole",
  };
  const vus = await Promise.all([nadia, yves].map((qui) => caches(qui, "/organisme/identite")));
  const reponses = await Promise.all([
    nadia.post("/organisme/identite", { ...identite, ...vus[0], raisonSociale: "Horizon Un" }),
    yves.post("/organisme/identite", { ...identite, ...vus[1], raisonSociale: "Horizon Deux" }),
  ]);
  expect(reponses.map((r) => r.status).sort()).toEqual([303, 409]);
  const { organisme, version } = await lire();
  expect(version).toBe(2);
  const [gagne, perdu] =
    organisme.raisonSociale === "Horizon Un"
      ? ["Horizon Un", "Horizon Deux"]
      : ["Horizon Deux", "Horizon Un"];
  const html = await reponses.find((r) => r.status === 409)!.text();
  expect(html).toContain(`value="${perdu}"`);
  expect(html).toContain("Identité changée, par Alix Fictif");
  expect(html).toContain(`<dd>${gagne}</dd>`);
  expect(html).toContain('name="vu" value="2"');
});

it("une offre changée garde l’ancienne avec ses dates, et le formulaire périmé suit la nouvelle", async () => {
  const { nadia, lire } = await ouvrir();
  const chemin = "/organisme/offres/rennes";
  const perime = await caches(nadia, chemin);
  const offre = {
    intitule: "Bilan de compétences à Rennes",
    texte: "Une description revue.",
    modalite: "presentiel",
    lieux: "12 rue du Vau Saint-Germain, 35000 Rennes\n3 quai Fictif, 35000 Rennes",
    duree: "20 h",
    prix: "1 650",
    mentions: ["objectifs", "tarif"],
    cpf: "oui",
  };
  expect((await envoyer(nadia, chemin, offre)).status).toBe(303);
  const [avant, apres, distance] = (await lire()).organisme.offres;
  expect(avant).toEqual({ ...CENTRE_HORIZON.offres[0], retireeLe: "2026-11-24" });
  expect(apres).toMatchObject({
    origine: "rennes",
    publieeLe: "2026-11-24",
    retireeLe: null,
    dureeMinutes: 1200,
    prix: 165_000,
    lieux: ["12 rue du Vau Saint-Germain, 35000 Rennes", "3 quai Fictif, 35000 Rennes"],
  });
  expect(distance).toEqual(CENTRE_HORIZON.offres[1]);
  expect((await nadia.get(chemin)).status).toBe(404);
  const conflit = await nadia.post(chemin, { ...offre, ...perime, texte: "Un texte à ne pas perdre." });
  expect(conflit.status).toBe(409);
  const html = await conflit.text();
  expect(html).toContain("Un texte à ne pas perdre.");
  expect(html).toContain(`action="/organisme/offres/${apres!.id}"`);
  const memes = { ...offre, ...(await caches(nadia, `/organisme/offres/${apres!.id}`)) };
  expect((await nadia.post(`/organisme/offres/${apres!.id}`, memes)).status).toBe(303);
  expect((await lire()).version).toBe(2);
});

it("un intervenant n’est jamais effacé : les nouveaux dossiers ne le proposent plus, les ouverts le nomment", async () => {
  const { maison, nadia, lire, regler } = await ouvrir();
  const ouvert = await ouvrirDossierDeTest(maison, nadia.auteur);
  const chemin = "/organisme/intervenants/yves";
  expect(await (await nadia.get(`${chemin}/retirer`)).text()).toContain("Rien n’est effacé");
  const retirer = { ...(await caches(nadia, `${chemin}/retirer`)) };
  expect((await nadia.post(`${chemin}/retirer`, retirer)).status).toBe(303);
  const { organisme } = await lire();
  expect(organisme.intervenants.map((i) => [i.id, i.partiLe])).toEqual([
    ["nadia", null],
    ["yves", jour("2026-11-24")],
  ]);
  expect((await nadia.get(`${chemin}/retirer`)).status).toBe(404);
  const propose = async (reference: string) =>
    /Yves Kerbrat \(jusqu’au\s24\snov\.\s2026\)/u.test(
      await (await nadia.get(`/dossiers/${reference}/actes/noterEntretien`)).text(),
    );
  expect(await propose(ouvert)).toBe(true);
  regler("2026-11-25T09:00:00.000Z");
  const demain = { ...DEMANDE, date: ["25/11/2026"] };
  const suivant = await ouvrirDossierDeTest(maison, nadia.auteur, undefined, demain);
  expect(await propose(suivant)).toBe(false);
  const retour = { nom: "Yves Kerbrat", psychologie_du_travail: "titre", partiLe: "" };
  expect((await envoyer(nadia, chemin, retour)).status).toBe(303);
  expect((await lire()).organisme.intervenants[1]).toMatchObject({ id: "yves", partiLe: null });
});

it("une adresse qui n’existe pas n’existe pas", async () => {
  const { nadia, pannes } = await ouvrir();
  for (const chemin of [
    "/organisme/identite/x",
    "/organisme/certificats",
    "/organisme/certificats/inconnu",
    "/organisme/certificats/nouveau/retirer",
    "/organisme/identite/x/retirer",
    "/organisme/constructor",
    "/organisme/__proto__/x",
    "/organisme/logo/retirer",
    "/organisme/logo/image",
  ]) {
    expect([chemin, (await nadia.get(chemin)).status]).toEqual([chemin, 404]);
    if (!chemin.endsWith("image"))
      expect([chemin, (await nadia.post(chemin)).status >= 404]).toEqual([chemin, true]);
  }
  expect(pannes).toEqual([]);
});
