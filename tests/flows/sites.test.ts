import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { transaction } from "../../src/store/connexion.ts";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import { sitesOuverts } from "../../src/usecases/membres/sites.ts";
import { ecrireMessage } from "../../src/usecases/messages/preparer-message.ts";
import { lireASigner } from "../../src/usecases/signer/lire-a-signer.ts";
import { parseAdresseCourriel } from "../../src/values/adresse-courriel.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { ecrireFaits, ouvrirDossierVide } from "../harness/histoire.ts";
import { type Client, ouvrirMaisonDeTest } from "../harness/maison.ts";

const OUVERTURE = {
  prenom: "Camille",
  nom: "Moreau",
  statut: "salarie",
  date: "24/11/2026",
  origine: "beneficiaire",
};

async function ouvrir(client: Client, nom: string, site?: string) {
  const champs = { ...OUVERTURE, nom, jeton: randomUUID(), ...(site === undefined ? {} : { site }) };
  const reponse = await client.post("/dossiers/nouveau", champs);
  const adresse = reponse.headers.get("location") ?? "";
  return { statut: reponse.status, reference: /D-\d+-\d+/.exec(adresse)?.[0] ?? "" };
}

/** An organisation with two sites, whoever manages it, and a counsellor held to Rennes. */
async function deuxLieux() {
  const m = await ouvrirMaisonDeTest();
  const nadia = await m.client("conseiller", m.organismeId, { gere: true });
  for (const nom of ["Rennes", "Brest"]) {
    const reponse = await nadia.post("/organisme/lieux/nouveau", { jeton: randomUUID(), nom, ouvert: "oui" });
    expect(reponse.status).toBe(303);
  }
  const [brest, rennes] = await sitesOuverts(m.maison, nadia.auteur);
  const yves = await m.client("assistant");
  const place = { jeton: randomUUID(), role: "assistant", sites: rennes!.id };
  const tenu = await nadia.post(`/organisme/membres/${yves.auteur.utilisateur}`, place);
  expect(tenu.status).toBe(303);
  return { m, nadia, yves, rennes: rennes!.id, brest: brest!.id };
}

it("un membre tenu à un lieu n’en voit que les dossiers, partout", async () => {
  const { m, nadia, yves, rennes, brest } = await deuxLieux();
  const ici = await ouvrir(nadia, "Rennaise", rennes);
  const ailleurs = await ouvrir(nadia, "Canaribrest", brest);
  const nulle = await ouvrir(nadia, "Canarisans");
  expect([ici.statut, ailleurs.statut, nulle.statut]).toEqual([303, 303, 303]);
  const dossierId = (await consulterDossier(m.maison, nadia.auteur, ailleurs.reference))!.id;
  await transaction(m.maison.base, m.organismeId, (tx) =>
    ecrireMessage(m.maison, tx, {
      modele: "lien-de-connexion",
      a: parseAdresseCourriel("canaribrest@exemple.invalid")!,
      donnees: { minutes: 15 },
      chemin: "/",
      dossierId,
    }),
  );
  for (const page of ["/dossiers", "/dossiers?nom=Camille", "/dossiers.csv", "/aujourdhui", "/messages"]) {
    const [sien, entier] = [await (await yves.get(page)).text(), await (await nadia.get(page)).text()];
    expect([page, /canari(brest|sans)/i.test(sien.replace(/value="[^"]*"/g, ""))]).toEqual([page, false]);
    if (page !== "/aujourdhui") expect([page, /canaribrest/i.test(entier)]).toEqual([page, true]);
  }
  expect(await (await yves.get("/dossiers")).text()).toContain("Rennaise");
  expect((await yves.get(`/dossiers/${ici.reference}`)).status).toBe(200);
  const inconnu = await (await yves.get("/dossiers/D-2026-9999")).text();
  for (const { reference } of [ailleurs, nulle]) {
    for (const suite of [
      "",
      "/seances",
      "/papiers",
      "/actes/noterEntretien",
      "/controle",
      "/faits/1",
      "/lieu",
    ]) {
      const reponse = await yves.get(`/dossiers/${reference}${suite}`);
      expect([suite, reponse.status, (await reponse.text()) === inconnu]).toEqual([suite, 404, true]);
      expect((await nadia.get(`/dossiers/${reference}${suite}`)).status).toBe(200);
    }
    const acte = { jeton: randomUUID(), date: "24/11/2026", origine: "beneficiaire" };
    expect((await yves.post(`/dossiers/${reference}/actes/noterDemande`, acte)).status).toBe(404);
  }
  expect(m.pannes).toEqual([]);
});

it("il ouvre dans un de ses lieux, et nulle part ailleurs", async () => {
  const { nadia, yves, rennes, brest } = await deuxLieux();
  expect((await ouvrir(yves, "Sans")).statut).toBe(422);
  expect((await ouvrir(yves, "Ailleurs", brest)).statut).toBe(422);
  const { reference } = await ouvrir(yves, "Rennaise", rennes);
  expect((await yves.get(`/dossiers/${reference}`)).status).toBe(200);
  const deplacer = (client: Client, site: string) =>
    client.post(`/dossiers/${reference}/lieu`, { jeton: randomUUID(), site });
  expect([(await deplacer(yves, brest)).status, (await deplacer(yves, "")).status]).toEqual([422, 422]);
  expect((await deplacer(nadia, brest)).status).toBe(303);
  expect((await yves.get(`/dossiers/${reference}`)).status).toBe(404);
});

it("la base elle-même ne montre rien d’un autre lieu, quelle que soit la question", async () => {
  const { m, nadia, yves, rennes, brest } = await deuxLieux();
  await ouvrir(nadia, "Rennaise", rennes);
  await ouvrir(nadia, "Brestoise", brest);
  const noms = (sites: string[] | null) =>
    transaction(m.maison.base, { ...yves.auteur, sites }, async (tx) => {
      const lus = await tx.db.selectFrom("dossier").select("nom_affiche").orderBy("nom_affiche").execute();
      return lus.map((l) => l.nom_affiche);
    });
  expect(await noms([rennes])).toEqual(["Camille Rennaise"]);
  expect(await noms([])).toEqual([]);
  expect(await noms(null)).toEqual(["Camille Brestoise", "Camille Rennaise"]);
  await expect(noms(["x'; drop table dossier; --"])).rejects.toThrow("a site is not a lower-case uuid");
});

it("enregistrer un membre tenu à un lieu fermé ne lui donne pas tout l’organisme", async () => {
  const { m, nadia, yves, rennes, brest } = await deuxLieux();
  const page = `/organisme/membres/${yves.auteur.utilisateur}`;
  const ses = async () =>
    (
      await m.maison.base.pool.query("select role, sites from membre where utilisateur_id = $1", [
        yves.auteur.utilisateur,
      ])
    ).rows[0];
  const placer = async (champs: Record<string, string | readonly string[]>) =>
    (await nadia.post(page, { jeton: randomUUID(), role: "assistant", ...champs })).status;
  await nadia.post(`/organisme/lieux/${rennes}`, { jeton: randomUUID(), nom: "Rennes" });
  const html = await (await nadia.get(page)).text();
  expect(html).toMatch(new RegExp(`value="${rennes}"[^>]*checked`));
  expect(html).toContain("Rennes (fermé)");
  expect([await placer({ role: "responsable", sites: rennes }), await ses()]).toEqual([
    303,
    { role: "responsable", sites: [rennes] },
  ]);
  // Nothing ticked says nothing; a site that is no choice of his says something else than what is kept.
  for (const sites of [[], [randomUUID()], [brest, "ailleurs"], ["tous", brest]]) {
    expect([sites.length, await placer({ sites }), (await ses()).sites]).toEqual([
      sites.length,
      422,
      [rennes],
    ]);
  }
  expect([await placer({ sites: "tous" }), (await ses()).sites]).toEqual([303, null]);
  expect([await placer({ sites: rennes }), (await ses()).sites]).toEqual([422, null]);
  const invite = {
    jeton: randomUUID(),
    nom: "Karim Fictif",
    courriel: "karim@exemple.invalid",
    role: "assistant",
  };
  const inviter = (sites: readonly string[]) =>
    nadia.post("/organisme/membres/nouveau", { ...invite, sites });
  for (const sites of [[], [rennes]]) expect((await inviter(sites)).status).toBe(422);
  expect((await inviter([brest])).status).toBe(303);
});

it("ce qui attend sa signature dans un autre lieu n’est pas montré à celui qui n’y est plus", async () => {
  const { m, nadia, brest, rennes } = await deuxLieux();
  const { reference } = await ouvrirDossierVide(m.maison, nadia.auteur);
  const signee = BILAN_REMIS.findIndex((f) => typeof f !== "function" && f.type === "seance_signee.v1");
  await ecrireFaits(m.maison, nadia.auteur, reference, BILAN_REMIS.slice(0, signee));
  await nadia.post(`/dossiers/${reference}/lieu`, { jeton: randomUUID(), site: brest });
  const lire = (sites: string[] | null) =>
    lireASigner(m.maison, { ...nadia.auteur, sites }, { reference, objet: "seance", sur: "s1" });
  expect((await lire([brest]))?.par).toBe("conseiller");
  expect(await lire([rennes])).toBeUndefined();
});
