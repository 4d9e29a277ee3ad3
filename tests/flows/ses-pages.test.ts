import { expect, it } from "vitest";
import * as commande from "../../src/dossier/faits/commande.ts";
import * as financement from "../../src/dossier/faits/financement.ts";
import { attentesDe } from "../../src/dossier/signature/objets.ts";
import { MENTIONS_TRIPARTITE } from "../../src/law/listes/mentions-convention.ts";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import { jour } from "../../src/values/jour.ts";
import { BILAN_CERTIFIE, BILAN_DETRUIT, BILAN_REMIS, CANARI } from "../harness/bilan.ts";
import { ecrireFaits, ouvrirDossierVide, type Recit } from "../harness/histoire.ts";
import { type Client, ouvrirMaisonDeTest } from "../harness/maison.ts";
import { champ } from "../harness/page.ts";
import { entrerChezElle } from "../harness/personne.ts";

const PAGES = ["", "/papiers", "/recus", "/accords", "/qui-voit", "/tout", "/tout/page"].map(
  (p) => `/mon-bilan${p}`,
);
const liens = (page: string) =>
  [...page.matchAll(/href="(\/mon-bilan[^"#]*)"/g)].map(([, href]) => href!.replaceAll("&amp;", "&"));

/** Every page that she can reach from her first one, each asked once; files are left where they are. */
async function parcourir(elle: Client): Promise<Map<string, string>> {
  const vues = new Map<string, string>();
  const file = [...PAGES];
  for (const chemin of file) {
    if (vues.has(chemin) || /\/(pdf|archive)$|\/papiers\/./.test(chemin)) continue;
    const reponse = await elle.get(chemin);
    const page = await reponse.text();
    expect([chemin, reponse.status]).toEqual([chemin, 200]);
    vues.set(chemin, page);
    file.push(...liens(page));
  }
  return vues;
}

it("à chaque moment du bilan, chacune de ses pages s’ouvre et chaque lien arrive", async () => {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  const { reference } = await ouvrirDossierVide(m.maison, auteur);
  const elle = await entrerChezElle(m, auteur, reference);
  let vues = 0;
  const pas = 6;
  for (let i = 0; i < BILAN_CERTIFIE.length; i += pas) {
    vues += (await parcourir(elle)).size;
    await ecrireFaits(m.maison, auteur, reference, BILAN_CERTIFIE.slice(i, i + pas));
  }
  vues += (await parcourir(elle)).size;
  expect(vues).toBeGreaterThan(80);
  expect(m.pannes).toEqual([]);
}, 120_000);

it("une fois détruits, ses textes ne se lisent plus, et ses pages le disent", async () => {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  const { reference } = await ouvrirDossierVide(m.maison, auteur);
  await ecrireFaits(m.maison, auteur, reference, BILAN_CERTIFIE);
  const elle = await entrerChezElle(m, auteur, reference);
  const avant = await parcourir(elle);
  expect([...avant.values()].some((page) => page.includes(CANARI))).toBe(true);
  await ecrireFaits(m.maison, auteur, reference, BILAN_DETRUIT.slice(BILAN_CERTIFIE.length));
  for (const [chemin, page] of await parcourir(elle)) {
    expect([chemin, page.includes(CANARI)]).toEqual([chemin, false]);
  }
  expect(await (await elle.get("/mon-bilan/tout/page")).text()).toContain("ont été détruits");
  expect((await elle.get("/mon-bilan/papiers/synthese")).status).toBe(404);
  expect(m.pannes).toEqual([]);
});

it("rien d’une autre personne ne s’ouvre dans son espace, quelle que soit l’adresse", async () => {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  const sansSignature: Recit = BILAN_REMIS.filter(
    (f) => typeof f === "function" || !/^(seance_signee|synthese_remise)\./.test(f.type),
  );
  const autre = await ouvrirDossierVide(m.maison, auteur);
  await ecrireFaits(m.maison, auteur, autre.reference, sansSignature);
  const { etat, au } = (await consulterDossier(m.maison, auteur, autre.reference))!;
  const { reference } = await ouvrirDossierVide(m.maison, auteur);
  const elle = await entrerChezElle(m, auteur, reference);
  const siennes = attentesDe(etat, "beneficiaire", au).filter((a) => a.sur !== null);
  expect(siennes.length).toBeGreaterThan(9);
  for (const { objet, sur } of siennes) {
    for (const verbe of ["signer", "desaccord"]) {
      const chemin = `/mon-bilan/${verbe}/${objet}/${sur}`;
      const [lu, ecrit] = [await elle.get(chemin), await elle.post(chemin, { nom: "Camille Fictive" })];
      expect([chemin, lu.status, ecrit.status]).toEqual([chemin, 404, 404]);
      expect(await lu.text()).not.toContain(CANARI);
    }
  }
  for (const chemin of ["/mon-bilan/recus/5", "/mon-bilan/recus/5/pdf", "/mon-bilan/papiers/synthese"]) {
    expect([chemin, (await elle.get(chemin)).status]).toEqual([chemin, 404]);
  }
});

it("la convention se signe par chacun pour soi : la direction et qui gère pour l’organisme, elle pour elle", async () => {
  const m = await ouvrirMaisonDeTest();
  const conseiller = await m.client("conseiller");
  const { reference } = await ouvrirDossierVide(m.maison, conseiller.auteur);
  await ecrireFaits(m.maison, conseiller.auteur, reference, [
    ...BILAN_REMIS.slice(0, 3),
    financement.financementArrete.nouveau(jour("2026-09-07"), {
      financeurs: ["employeur"],
      employeurPrescripteur: true,
      plan: true,
      surTempsDeTravail: true,
      bilanAnterieur: { declare: "aucun" },
    }),
    BILAN_REMIS.find((f) => typeof f !== "function" && f.type.startsWith("devis_emis"))!,
    commande.conventionTransmise.nouveau(jour("2026-11-20"), {
      entreprise: "Ateliers Fictifs",
      debut: jour("2026-11-30"),
      fin: jour("2027-02-26"),
      reglement: "En une fois, à réception de la facture.",
      forme: "tripartite",
      transmiseParEmployeurLe: jour("2026-11-20"),
      mentions: MENTIONS_TRIPARTITE.map((x) => x.code),
      mentionNda: true,
    }),
  ]);
  const lire = async () => (await consulterDossier(m.maison, conseiller.auteur, reference))!;
  const sur = (await lire()).etat.convention!.fait;
  const elle = await entrerChezElle(m, conseiller.auteur, reference);
  const signer = async (client: Client, chemin: string, nom: string) => {
    const page = await (await client.get(chemin)).text();
    const caches = { jeton: champ(page, "jeton"), empreinte: champ(page, "empreinte") };
    return (await client.post(chemin, { ...caches, nom, atteste: "oui" })).status;
  };
  const ici = `/dossiers/${reference}/signer/convention/${sur}`;
  expect(await signer(conseiller, ici, "Nadia Benali")).toBe(404);
  const gerant = await m.client("conseiller", undefined, { gere: true });
  // In his own name, and in no other.
  expect(await signer(gerant, ici, "Camille Fictive")).toBe(422);
  expect(await signer(gerant, ici, "Alix Fictif")).toBe(303);
  expect(await signer(await m.client("responsable"), ici, "Alix Fictif")).toBe(404);
  expect(await signer(elle, `/mon-bilan/signer/convention/${sur}`, "Camille Fictive")).toBe(303);
  expect((await lire()).etat.convention!.signatures.map((s) => s.par)).toEqual(["organisme", "beneficiaire"]);
});
