import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { ACTES, acteDeNom } from "../../src/dossier/catalogue-actes.ts";
import { consulterDossier, type DossierConsulte } from "../../src/usecases/dossier/consulter-dossier.ts";
import type { Reponses } from "../dossier/essai.ts";
import { BILAN_CPF } from "../dossier/recits.ts";
import { DEMANDE, ouvrirDossierDeTest } from "../harness/dossier.ts";
import { type Client, type MaisonDeTest, ouvrirMaisonDeTest } from "../harness/maison.ts";

interface Monde {
  maison: MaisonDeTest;
  client: Client;
  reference: string;
}

const lire = async ({ maison, client, reference }: Monde): Promise<DossierConsulte> =>
  (await consulterDossier(maison.maison, client.auteur, reference))!;

/** What the page proposes, changed by the answers: what a browser would send. */
async function remplir(monde: Monde, acte: string, reponses: Reponses) {
  const dossier = await lire(monde);
  const contexte = { ...monde.client.auteur, au: dossier.au, faits: dossier.faits };
  const proposees = acteDeNom(acte)!.valeurs(dossier.etat, contexte);
  return {
    jeton: randomUUID(),
    vu: String(dossier.tete.taille),
    ...proposees,
    confirmation: monde.reference,
    ...reponses,
  };
}

async function faire(monde: Monde, acte: string, reponses: Reponses = {}): Promise<number> {
  const champs = await remplir(monde, acte, reponses);
  const reponse = await monde.client.post(`/dossiers/${monde.reference}/actes/${acte}`, champs);
  return reponse.status;
}

async function ouvrir(le: string): Promise<Monde> {
  const maison = await ouvrirMaisonDeTest({ maintenant: `${le}T08:00:00.000Z` });
  const client = await maison.client("conseiller");
  const demande = { ...DEMANDE, date: [`${le.slice(8)}/${le.slice(5, 7)}/${le.slice(0, 4)}`] };
  const personne = { prenom: "Camille", nom: "Fictive" };
  const reference = await ouvrirDossierDeTest(maison.maison, client.auteur, personne, demande);
  return { maison, client, reference };
}

it("un bilan entier se fait par ses pages, et chaque acte a la sienne", async () => {
  const monde = await ouvrir("2026-09-01");
  for (const [le, acte, reponses] of BILAN_CPF.slice(1)) {
    monde.maison.regler(`${le}T16:00:00.000Z`);
    expect([le, acte, await faire(monde, acte, reponses)]).toEqual([le, acte, 303]);
  }
  for (const acte of ACTES) {
    const page = await monde.client.get(`/dossiers/${monde.reference}/actes/${acte.nom}`);
    // The synthesis has a room of its own, where the page of its act leads.
    const salle = acte.nom === "redigerSynthese";
    expect([acte.nom, page.status]).toEqual([acte.nom, salle ? 303 : 200]);
    if (salle) expect((await monde.client.get(page.headers.get("location")!)).status).toBe(200);
  }
  expect(monde.maison.pannes).toEqual([]);
  const { etat } = await lire(monde);
  expect(etat.serviceFait).toMatchObject({ motif: "integralite", tauxDeclare: 10_000 });
}, 120_000);

it("une page refusée rend ce qui a été tapé, et dit où", async () => {
  const monde = await ouvrir("2026-09-03");
  const reponse = await monde.client.post(`/dossiers/${monde.reference}/actes/noterEntretien`, {
    jeton: randomUUID(),
    date: "31/02/2027",
    duree: "1 h",
  });
  const page = await reponse.text();
  expect(reponse.status).toBe(422);
  expect(page).toContain("n’est pas une date qui existe.");
  expect(page).toContain('value="31/02/2027"');
});

it("un fait annulé laisse un dossier qui se lit", async () => {
  const monde = await ouvrir("2026-09-03");
  expect(await faire(monde, "noterRefus")).toBe(303);
  const { faits } = await lire(monde);
  const refus = faits.find((f) => f.type === "refus_note.v1")!;
  expect(
    await faire(monde, "corrigerFait", { fait: refus.id, quoi: "annuler", motif: "autre dossier" }),
  ).toBe(303);
  expect((await lire(monde)).etat.refus).toBeNull();
  expect((await monde.client.get(`/dossiers/${monde.reference}`)).status).toBe(200);
  const page = await monde.client.get(`/dossiers/${monde.reference}/actes/corrigerFait?sur=${faits[0]!.id}`);
  expect(await page.text()).not.toContain('name="montant"');
});

it("la liste des actes commence par ce que le dossier attend, puis suit les moments du bilan", async () => {
  const monde = await ouvrir("2026-09-03");
  const page = await (await monde.client.get(`/dossiers/${monde.reference}/actes`)).text();
  const [main = ""] = page.split("<main")[1]?.split("</main>") ?? [];
  const titres = [...main.matchAll(/<h2 id="([^"]+)"/g)].map((m) => m[1]);
  expect(titres).toEqual(["dabord", "avant", "corrections", "pas-encore"]);
  const liens = [...main.matchAll(/href="[^"]*\/actes\/(\w+)"/g)].map((m) => m[1]);
  expect(liens[0]).toBe("noterEntretien");
  expect(new Set(liens).size).toBe(liens.length);
});
