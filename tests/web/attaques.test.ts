import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { acteDeNom } from "../../src/dossier/catalogue-actes.ts";
import { agir } from "../../src/usecases/dossier/agir.ts";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import { ouvrirDossierDeTest } from "../harness/dossier.ts";
import { ENTRETIEN_TAPE } from "../harness/entretien.ts";
import { type MaisonDeTest, ouvrirMaisonDeTest, URL_DE_TEST } from "../harness/maison.ts";

const ENTRETIEN = {
  ...ENTRETIEN_TAPE,
  // What a visitor would send to point at a content instead of writing one.
  notes: ['{"id":"0b4c7f0e-0000-4000-8000-000000000001","engagement":"AAAA"}'],
};

function envoyer(m: MaisonDeTest, chemin: string, entetes: Record<string, string>, body: BodyInit) {
  return m.app.request(`${URL_DE_TEST}${chemin}`, { method: "POST", headers: entetes, body });
}

it("aucun type de contenu ne dispense de venir d’ici", async () => {
  const m = await ouvrirMaisonDeTest();
  for (const type of [
    "application/json",
    "text/html, application/x-www-form-urlencoded",
    "text/plain",
    "application/octet-stream",
    "application/x-www-form-urlencoded",
  ]) {
    const origines: Record<string, string>[] = [
      {},
      { origin: "https://ailleurs.example" },
      { "sec-fetch-site": "same-site" },
      // A name of theirs led to this machine: their page and ours are then of the same origin.
      { origin: "http://piege.example", host: "piege.example", "sec-fetch-site": "same-origin" },
    ];
    for (const origine of origines) {
      for (const chemin of ["/connexion", "/deconnexion", "/dossiers/D-2026-0001/controle"]) {
        const reponse = await envoyer(m, chemin, { "content-type": type, ...origine }, "courriel=a");
        expect([type, origine, chemin, reponse.status]).toEqual([type, origine, chemin, 403]);
      }
    }
  }
});

it("un corps qui n’est pas un formulaire est dit illisible, sans panne", async () => {
  const m = await ouvrirMaisonDeTest();
  for (const type of ["application/json", "multipart/form-data", "multipart/form-data; boundary=x"]) {
    const reponse = await envoyer(
      m,
      "/connexion",
      { "content-type": type, origin: URL_DE_TEST },
      '{"courriel":"alix@exemple.invalid"}',
    );
    expect([type, reponse.status]).toEqual([type, 400]);
    expect(await reponse.text()).not.toContain("alix@");
  }
  expect(m.pannes).toEqual([]);
});

it("un champ qui porte le nom d’une propriété de JavaScript n’est qu’un champ de trop", async () => {
  const m = await ouvrirMaisonDeTest();
  const nadia = await m.client("conseiller");
  for (const nom of ["__proto__", "constructor", "toString", "hasOwnProperty", "__proto__[role]"]) {
    const reponse = await nadia.post("/connexion", { [nom]: ["responsable", "auditeur"] });
    expect([nom, reponse.status]).toEqual([nom, 422]);
  }
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(m.pannes).toEqual([]);
});

it("une adresse trafiquée n’atteint jamais la base de données", async () => {
  const m = await ouvrirMaisonDeTest();
  const nadia = await m.client("conseiller");
  const reference = await ouvrirDossierDeTest(m.maison, nadia.auteur);
  const id = randomUUID();
  for (const [chemin, statut] of [
    ["/dossiers/%00", 404],
    ["/dossiers?etape=%00", 404],
    [`/dossiers?nom=a&rang=%00&id=${id}`, 404],
    ["/dossiers.csv?conseiller=a%00", 404],
    [`/dossiers?rang=2026-99-99&id=${id}`, 200],
    [`/dossiers?rang=0000-01-01&id=${id}`, 200],
    [`/dossiers/${reference}/controle/${"-".repeat(36)}`, 404],
    [`/dossiers/${reference}/controle/${"-".repeat(36)}/fichier`, 404],
  ] as const) {
    expect([chemin, (await nadia.get(chemin)).status]).toEqual([chemin, statut]);
  }
  expect(m.pannes).toEqual([]);
});

it("la page d’ouverture d’un dossier n’est ouverte qu’à qui peut en ouvrir", async () => {
  const m = await ouvrirMaisonDeTest();
  for (const [role, statut] of [
    ["conseiller", 200],
    ["assistant", 200],
    ["responsable", 404],
    ["reseau", 404],
  ] as const) {
    const client = await m.client(role);
    expect([role, (await client.get("/dossiers/nouveau")).status]).toEqual([role, statut]);
    const tete = await m.app.request(`${URL_DE_TEST}/dossiers/nouveau`, { method: "HEAD" });
    expect(tete.status).toBe(303);
  }
});

it("la clé d’un formulaire ne vaut que pour son acte, son dossier et sa personne", async () => {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  const { auteur: autre } = await m.client("conseiller");
  const reference = await ouvrirDossierDeTest(m.maison, auteur);
  const voisin = await ouvrirDossierDeTest(m.maison, auteur, { prenom: "Deux", nom: "Autre" });
  // As long as a form may be: a key of any length is a key.
  const cle = `${randomUUID()}\0${Array.from({ length: 3000 }, () => randomUUID()).join("")}`;
  const noter = (qui: typeof auteur, dossier: string, acte = "noterEntretien") =>
    agir(m.maison, qui, {
      reference: dossier,
      acte: acteDeNom(acte)!,
      brut: ENTRETIEN,
      cle,
    });
  const faits = async (dossier: string) =>
    (await consulterDossier(m.maison, auteur, dossier))!.faits.map((f) => f.type);
  expect((await noter(auteur, reference)).issue).toBe("fait");
  expect((await noter(auteur, voisin)).issue).toBe("fait");
  expect(await faits(voisin)).toEqual(["demande_recue.v1", "entretien_prealable_tenu.v1"]);
  expect((await noter(auteur, reference, "planifierSeance")).issue).toBe("refus");
  // Somebody else's key is not his: he is told that the stage is past, and gets no empty answer.
  expect((await noter(autre, reference)).issue).toBe("refus");
  expect(await faits(reference)).toHaveLength(2);
});

it("une référence de contenu forgée est scellée comme un texte, et n’ouvre rien", async () => {
  const m = await ouvrirMaisonDeTest();
  const nadia = await m.client("conseiller");
  const reference = await ouvrirDossierDeTest(m.maison, nadia.auteur);
  const envoi = { ...ENTRETIEN, jeton: randomUUID() };
  expect((await nadia.post(`/dossiers/${reference}/actes/noterEntretien`, envoi)).status).toBe(303);
  const { faits } = (await consulterDossier(m.maison, nadia.auteur, reference))!;
  expect(JSON.stringify(faits)).not.toContain("0b4c7f0e-0000");
  expect(await (await nadia.get(`/dossiers/${reference}/notes`)).text()).toContain("0b4c7f0e-0000");
});
