import { randomUUID } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { administrer } from "../../../tests/harness/base.ts";
import { BILAN_REMIS } from "../../../tests/harness/bilan.ts";
import { ecrireHistoire } from "../../../tests/harness/histoire.ts";
import { type MaisonDeTest, ouvrirMaisonDeTest, URL_DE_TEST } from "../../../tests/harness/maison.ts";
import { ouvrirComptes } from "../../auth/comptes.ts";
import { ajouterMembre } from "../../auth/membres.ts";
import { verifierDossierControle } from "../../evidence/dossier-controle.ts";
import { ouvrirBase } from "../../store/connexion.ts";
import { hasherNode } from "../../verifier/hasher-node.ts";
import { creerApp } from "../../web/app.tsx";
import { preparerRessources } from "../../web/ressources.ts";
import type { Maison } from "../maison.ts";
import { lancerPreparation, suivrePreparation } from "./preparations.ts";

const nomDeLaBase = (m: MaisonDeTest) => (m.maison.base.pool.options as { database: string }).database;

/** Another process on the same data: its own pool, its own application, nothing shared in memory. */
function autreProcessus(m: MaisonDeTest) {
  const poolConfig = { ...m.maison.base.pool.options, database: nomDeLaBase(m) };
  const base = ouvrirBase({ poolConfig, hasher: hasherNode, journalise: () => undefined });
  onTestFinished(() => base.fermer());
  const maison: Maison = { ...m.maison, base };
  const comptes = ouvrirComptes({
    pool: base.pool,
    secret: maison.trousseau.secretDeSession(),
    url: URL_DE_TEST,
  });
  return { maison, comptes };
}

async function entrer(m: MaisonDeTest) {
  const courriel = `${randomUUID()}@exemple.invalid`;
  const motDePasse = "quatre mots faciles à retenir";
  const utilisateur = await m.comptes.creer({ nom: "Alix Fictif", courriel, motDePasse });
  const auteur = {
    organismeId: m.organismeId,
    utilisateur,
    role: "conseiller" as const,
    intervenant: "nadia",
  };
  await ajouterMembre(m.maison.base.pool, utilisateur, auteur);
  const entree = await m.comptes.seConnecter(courriel, motDePasse, courriel);
  if (entree.issue !== "ouverte") throw new Error(`sign-in answered ${entree.issue}`);
  return { auteur, cookie: entree.cookies.map((c) => c.split(";")[0]).join("; ") };
}

test("deux processus : la page de l’un suit la préparation de l’autre, et donne son fichier", async () => {
  const m = await ouvrirMaisonDeTest();
  const { auteur, cookie } = await entrer(m);
  const { reference } = await ecrireHistoire(m, auteur, BILAN_REMIS.slice(0, 8));
  const autre = autreProcessus(m);
  const ressources = preparerRessources();
  const app = creerApp(
    {
      maison: autre.maison,
      comptes: autre.comptes,
      imprimer: () => Promise.reject(new Error("this process prints nothing")),
      ressources: ressources.adresses,
      demonstration: false,
      url: URL_DE_TEST,
    },
    ressources,
    (_, erreur) => {
      throw erreur;
    },
  );
  const demander = (chemin: string, init: RequestInit = {}) =>
    app.request(`${URL_DE_TEST}/dossiers/${reference}/controle${chemin}`, {
      ...init,
      headers: { cookie, origin: URL_DE_TEST, "content-type": "application/x-www-form-urlencoded" },
    });
  const commencee = Promise.withResolvers<void>();
  const suite = Promise.withResolvers<void>();
  const lancee = await lancerPreparation(
    {
      maison: m.maison,
      auteur,
      imprimer: async (document) => {
        commencee.resolve();
        await suite.promise;
        return await m.imprimer(document);
      },
    },
    { reference },
    (erreur) => m.pannes.push(erreur),
  );
  await commencee.promise;
  const pendant = await demander(`/${lancee.id}`);
  expect([pendant.status, await pendant.text()]).toEqual([
    200,
    expect.stringContaining("Préparation en cours"),
  ]);
  const jointe = await demander("", { method: "POST", body: "" });
  expect(jointe.headers.get("location")).toBe(`/dossiers/${reference}/controle/${lancee.id}`);
  suite.resolve();
  await lancee.finie;
  const apres = await demander(`/${lancee.id}`);
  expect(await apres.text()).toContain("Dossier de contrôle scellé");
  const octets = new Uint8Array(await (await demander(`/${lancee.id}/fichier`)).arrayBuffer());
  expect(verifierDossierControle(octets, hasherNode).verdict).toBe("intact");
  expect(m.pannes).toEqual([]);
});

test("un processus mort en route : la page le dit, et un autre recommence", async () => {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await entrer(m);
  const { reference } = await ecrireHistoire(m, auteur, BILAN_REMIS.slice(0, 8));
  const fabrique = { maison: m.maison, auteur, imprimer: m.imprimer };
  const sansFin = { ...fabrique, imprimer: () => new Promise<Uint8Array>(() => undefined) };
  const signaler = (erreur: Error) => m.pannes.push(erreur);
  const morte = await lancerPreparation(sansFin, { reference }, signaler);
  expect((await lancerPreparation(fabrique, { reference }, signaler)).id).toBe(morte.id);
  const autresFaits = await lancerPreparation(fabrique, { reference, taire: [2] }, signaler);
  expect(autresFaits.id).not.toBe(morte.id);
  await autresFaits.finie;
  await administrer("update preparation set maj_le = now() - interval '3 minutes'", nomDeLaBase(m));
  expect(await suivrePreparation(m.maison, auteur, morte.id)).toMatchObject({
    etat: "echouee",
    phrase: expect.stringContaining("recommencez"),
  });
  const reprise = await lancerPreparation(fabrique, { reference }, signaler);
  expect(reprise.id).not.toBe(morte.id);
  await reprise.finie;
  expect(await suivrePreparation(m.maison, auteur, reprise.id)).toMatchObject({ etat: "prete" });
  expect(m.pannes).toEqual([]);
});

test("ce qui est fini depuis un jour est oublié, et d’un autre organisme on ne voit rien", async () => {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await entrer(m);
  const { reference } = await ecrireHistoire(m, auteur, BILAN_REMIS.slice(0, 3));
  const fabrique = { maison: m.maison, auteur, imprimer: m.imprimer };
  const signaler = (erreur: Error) => m.pannes.push(erreur);
  const premiere = await lancerPreparation(fabrique, { reference }, signaler);
  await premiere.finie;
  const ailleurs = { ...auteur, organismeId: await m.fonder() };
  expect(await suivrePreparation(m.maison, ailleurs, premiere.id)).toBeUndefined();
  expect(await suivrePreparation(m.maison, auteur, "pas un identifiant")).toBeUndefined();
  await administrer("update preparation set maj_le = now() - interval '25 hours'", nomDeLaBase(m));
  await (await lancerPreparation(fabrique, { reference }, signaler)).finie;
  expect(await suivrePreparation(m.maison, auteur, premiere.id)).toBeUndefined();
  expect(m.pannes).toEqual([]);
});
