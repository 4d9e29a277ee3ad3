import { expect, test } from "vitest";
import { administrer } from "../../../tests/harness/base.ts";
import { BILAN_CERTIFIE, BILAN_DETRUIT, BILAN_REMIS, CANARI } from "../../../tests/harness/bilan.ts";
import { ecrireFaits, ouvrirDossierVide, type Recit } from "../../../tests/harness/histoire.ts";
import { ouvrirMaisonDeTest } from "../../../tests/harness/maison.ts";
import { entrerChezElle } from "../../../tests/harness/personne.ts";
import { lireZip } from "../../evidence/zip-canonique.ts";
import { suivrePreparation } from "../controle/preparations.ts";
import { lireTout, preparerTout, suivreTout } from "./preparer-tout.ts";

const ICI = "/mon-bilan/tout/archive";

async function chezElle(recit: Recit) {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  const { reference } = await ouvrirDossierVide(m.maison, auteur);
  await ecrireFaits(m.maison, auteur, reference, recit);
  const elle = await entrerChezElle(m, auteur, reference);
  const preparer = (imprimer = m.imprimer) =>
    preparerTout({ maison: m.maison, auteur: elle.auteur, imprimer }, reference, (e) => m.pannes.push(e));
  /** Stops at its first paper, until it is told to go on. */
  const commencer = async () => {
    const [commencee, suite] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const lancee = await preparer(async (document) => {
      commencee.resolve();
      await suite.promise;
      return await m.imprimer(document);
    });
    await commencee.promise;
    const finir = () => {
      suite.resolve();
      return lancee.finie;
    };
    return { lancee, finir };
  };
  return { m, conseiller: auteur, reference, elle, preparer, commencer };
}

test("une longue préparation se suit, se rejoint d’un second clic, puis donne son fichier", async () => {
  const { m, conseiller, reference, elle, preparer, commencer } = await chezElle(BILAN_REMIS);
  const { lancee, finir } = await commencer();
  const pendant = await (await elle.get(`${ICI}/${lancee.id}`)).text();
  expect(pendant).toMatch(/<progress[^>]*value="0"[^>]*max="\d+"/);
  expect(pendant).not.toContain('http-equiv="refresh"');
  expect(await (await elle.get(`${ICI}/${lancee.id}?suivre=seul`)).text()).toContain('http-equiv="refresh"');
  expect((await elle.post(ICI)).headers.get("location")).toBe(`${ICI}/${lancee.id}`);
  expect((await elle.get(`${ICI}/${lancee.id}/fichier`)).status).toBe(404);
  await finir();
  expect(await (await elle.get(`${ICI}/${lancee.id}`)).text()).toContain("Vos papiers sont prêts");
  const fichier = await elle.get(`${ICI}/${lancee.id}/fichier`);
  const octets = new Uint8Array(await fichier.arrayBuffer());
  const lire = lireZip(octets).find((e) => e.nom === "lire.html")!;
  expect(Buffer.from(lire.contenu).toString()).toContain(CANARI);
  // In the database it is sealed, and it is no control file for anybody.
  const { rows } = await m.maison.base.pool.query<{ scelle: Buffer }>("select scelle from preparation");
  expect(rows[0]!.scelle.includes(Buffer.from("lire.html"))).toBe(false);
  expect(await suivrePreparation(m.maison, conseiller, lancee.id)).toBeUndefined();
  expect(await suivreTout(m.maison, elle.auteur, "D-2026-9999", lancee.id)).toBeUndefined();
  // One file a dossier: the next takes its place.
  const autre = await preparer();
  await autre.finie;
  expect((await elle.get(`${ICI}/${lancee.id}`)).status).toBe(404);
  expect((await elle.get(`${ICI}/${autre.id}`)).status).toBe(200);
  const { etat } = (await suivreTout(m.maison, elle.auteur, reference, autre.id))!;
  expect(etat).toBe("prete");
  expect(m.pannes).toEqual([]);
});

test("qui préparait est mort : la page le dit, et l’on recommence", async () => {
  const { m, elle, preparer } = await chezElle(BILAN_REMIS);
  const commencee = Promise.withResolvers<void>();
  const morte = await preparer(() => {
    commencee.resolve();
    return new Promise<Uint8Array>(() => undefined);
  });
  await commencee.promise;
  await administrer(
    "update preparation set maj_le = now() - interval '3 minutes'",
    (m.maison.base.pool.options as { database: string }).database,
  );
  const page = await elle.get(`${ICI}/${morte.id}`);
  expect([page.status, await page.text()]).toEqual([503, expect.stringContaining("Recommencer")]);
  const reprise = await preparer();
  expect(reprise.id).not.toBe(morte.id);
  await reprise.finie;
  expect((await elle.get(`${ICI}/${reprise.id}/fichier`)).status).toBe(200);
  expect(m.pannes).toEqual([]);
});

test("le contenu détruit, le fichier d’avant ne s’ouvre plus, et celui d’après n’a plus de texte", async () => {
  const { m, conseiller, reference, elle, preparer } = await chezElle(BILAN_CERTIFIE);
  const avant = await preparer();
  await avant.finie;
  await ecrireFaits(m.maison, conseiller, reference, BILAN_DETRUIT.slice(BILAN_CERTIFIE.length));
  expect(await lireTout(m.maison, elle.auteur, reference, avant.id)).toBeUndefined();
  const apres = await preparer();
  await apres.finie;
  const octets = await lireTout(m.maison, elle.auteur, reference, apres.id);
  const lire = lireZip(octets!).find((e) => e.nom === "lire.html")!;
  expect(Buffer.from(lire.contenu).toString()).not.toContain(CANARI);
  expect(m.pannes).toEqual([]);
});

test("le contenu détruit pendant la préparation : rien de ce qui était réuni n’est gardé", async () => {
  const { m, conseiller, reference, elle, commencer } = await chezElle(BILAN_CERTIFIE);
  const { lancee, finir } = await commencer();
  await ecrireFaits(m.maison, conseiller, reference, BILAN_DETRUIT.slice(BILAN_CERTIFIE.length));
  await finir();
  expect((await elle.get(`${ICI}/${lancee.id}/fichier`)).status).toBe(404);
  const { rows } = await m.maison.base.pool.query("select 1 from preparation where scelle is not null");
  expect(rows).toEqual([]);
  expect(m.pannes).toEqual([]);
});
