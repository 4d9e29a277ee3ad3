import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { syntheseRemise } from "../../src/dossier/faits/conclusion.ts";
import { conservationAutorisee } from "../../src/dossier/faits/fin.ts";
import { jour } from "../../src/values/jour.ts";
import { BILAN_CERTIFIE, BILAN_REMIS, CANARI } from "../harness/bilan.ts";
import { ecrireFaits, ecrireHistoire } from "../harness/histoire.ts";
import { type Client, ouvrirMaisonDeTest } from "../harness/maison.ts";
import { messagesEnAttente } from "../harness/messages.ts";
import { entrerChezElle } from "../harness/personne.ts";

const ACTE = "detruireContenus";
const garderLaSynthese = conservationAutorisee.nouveau(jour("2026-11-16"), {
  base: "accord_suivi",
  documents: ["synthese"],
  signeLe: jour("2026-11-16"),
  jusquAu: jour("2029-11-16"),
});
const SAISIE = { date: "24/11/2026", documents: "0", atteste: "oui" };

async function unBilan() {
  const m = await ouvrirMaisonDeTest();
  const nadia = await m.client("conseiller");
  const { reference } = await ecrireHistoire(m, nadia.auteur, BILAN_CERTIFIE);
  const page = async (qui: Client, chemin: string) => enTexte(await (await qui.get(chemin)).text());
  const adresse = `/dossiers/${reference}/actes/${ACTE}`;
  return { m, nadia, reference, adresse, page };
}

const enTexte = (html: string) =>
  html
    .replace(/<[^>]+>/g, " ")
    .replace(/&nbsp;|[\u00a0\u202f]/g, " ")
    .replace(/\s+/g, " ");

it("dit ce qui part et ce qui reste, compté par sorte, et que c’est sans retour", async () => {
  const { m, nadia, reference, adresse, page } = await unBilan();
  await ecrireFaits(m.maison, nadia.auteur, reference, [garderLaSynthese]);
  const lue = await page(nadia, adresse);
  for (const phrase of [
    "Notes d’entretien et de séance : 10",
    "Réponses aux questionnaires : 2",
    "C’est sans retour",
    "La synthèse, jusqu’au 16 novembre 2029 : accord écrit de la personne, pour son suivi.",
    "Synthèse, projet professionnel : 1",
    "Les preuves : devis, présences",
    "art. R6313-7",
    "Recopiez la référence du dossier",
  ]) {
    expect(lue, phrase).toContain(phrase);
  }
  const [part, reste] = [lue.indexOf("Sera détruit"), lue.indexOf("Restera")];
  expect(lue.slice(part, reste)).not.toContain("Synthèse");
  expect(lue).not.toContain(CANARI);
});

it("ne détruit rien sans la référence recopiée ; deux envois du même formulaire n’ont qu’un effet", async () => {
  const { nadia, reference, adresse, page } = await unBilan();
  for (const confirmation of ["", "D-2026-9999"]) {
    const refuse = await nadia.post(adresse, { jeton: randomUUID(), ...SAISIE, confirmation });
    expect(refuse.status).toBe(422);
    expect(enTexte(await refuse.text())).toContain(`Recopiez la référence ${reference} pour confirmer`);
  }
  expect(await page(nadia, `/dossiers/${reference}/notes`)).toContain(CANARI);
  const jeton = randomUUID();
  const envois = [1, 2].map(() =>
    nadia.post(adresse, { jeton, ...SAISIE, confirmation: reference.toLowerCase() }),
  );
  const [un, deux] = await Promise.all(envois);
  expect([un!.status, un!.headers.get("location")]).toEqual([303, deux!.headers.get("location")]);
  expect(await page(nadia, `/dossiers/${reference}/notes`)).toContain("Ces textes ont été détruits");
  expect(await page(nadia, adresse)).toContain("est déjà notée, et rien n’a été écrit depuis.");
});

it("offre d’abord sa copie à la personne : le courriel part, et la page sait quand elle l’a prise", async () => {
  const { m, nadia, reference, adresse, page } = await unBilan();
  expect(await page(nadia, adresse)).toContain("Camille n’a pas d’espace ouvert");
  const elle = await entrerChezElle(m, nadia.auteur, reference);
  expect(await page(nadia, adresse)).toContain("Camille n’a jamais pris son dossier ni sa synthèse");
  const envoi = { jeton: randomUUID(), geste: "copie" };
  for (const _ of [1, 2]) expect((await nadia.post(`/dossiers/${reference}/acces`, envoi)).status).toBe(303);
  const partis = (await messagesEnAttente(m)).filter((x) => x.modele === "copie-avant-destruction");
  expect(partis).toMatchObject([{ chemin: expect.stringMatching(/^\/lien\//) }]);
  expect((await elle.get("/mon-bilan/tout/page")).status).toBe(200);
  expect(await page(nadia, adresse)).toContain("Camille a pris sa copie le 24 novembre 2026.");
  expect(m.pannes).toEqual([]);
});

it("retiré chez elle, l’accord emporte ce qu’il gardait dans le même geste, et sa page le dit", async () => {
  const { m, nadia, reference, adresse, page } = await unBilan();
  const elle = await entrerChezElle(m, nadia.auteur, reference);
  await ecrireFaits(m.maison, nadia.auteur, reference, [garderLaSynthese]);
  await nadia.post(adresse, { jeton: randomUUID(), ...SAISIE, confirmation: reference });
  expect(await page(nadia, `/dossiers/${reference}/notes`)).toContain(CANARI);
  const accords = await (await elle.get("/mon-bilan/accords")).text();
  const retrait = /href="(\/mon-bilan\/signer\/retrait_conservation\/[^"]+)"/.exec(accords)![1]!;
  const avant = await (await elle.get(retrait)).text();
  expect(enTexte(avant)).toContain(
    "Tout ce qui était gardé avec votre accord est détruit dès que vous signez.",
  );
  const caches = [...avant.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([balise]) => [
    /name="([^"]+)"/.exec(balise)![1]!,
    /value="([^"]*)"/.exec(balise)![1]!,
  ]);
  const signe = await elle.post(retrait, {
    ...Object.fromEntries(caches),
    nom: "Camille Fictive",
    atteste: "oui",
  });
  expect([signe.status, enTexte(await signe.text())]).toEqual([303, expect.anything()]);
  expect(await page(nadia, `/dossiers/${reference}/notes`)).not.toContain(CANARI);
  expect(await page(elle, "/mon-bilan/accords")).toContain("Ce que vous aviez laissé en garde est détruit.");
});

it("tant que la personne n’a ni signé son reçu ni choisi, dit ce qui l’attend avant de presser de détruire", async () => {
  const m = await ouvrirMaisonDeTest({ maintenant: "2026-11-16T15:00:00.000Z" });
  const nadia = await m.client("conseiller");
  const sansRecu = BILAN_REMIS.map((f) =>
    typeof f !== "function" && f.type === syntheseRemise.type
      ? syntheseRemise.nouveau(jour("2026-11-16"), {
          documents: ["synthese", "resultats_detailles"],
          signatures: [],
        })
      : f,
  );
  const { reference } = await ecrireHistoire(m, nadia.auteur, sansRecu);
  const page = async (chemin: string) => enTexte(await (await nadia.get(chemin)).text());
  const dossier = await page(`/dossiers/${reference}`);
  expect(dossier).toContain("Il lui reste à signer le reçu de ses documents et à choisir ce que l’on garde.");
  expect(dossier).toContain("due au terme du bilan, le 16 novembre 2026 (aujourd’hui)");
  expect(dossier.indexOf("Il lui reste à")).toBeLessThan(dossier.indexOf("Prochain acte"));
  expect(dossier).toContain("Déclarer la sortie et le service fait Tous les actes possibles");
  expect(await page("/aujourdhui")).not.toContain("Détruire les contenus");
  expect(await page(`/dossiers/${reference}/actes/${ACTE}`)).toContain("Camille n’a pas encore répondu.");
});
