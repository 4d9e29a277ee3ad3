import { execFileSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { tirer } from "../../src/evidence/tirage.ts";
import { lireQuiAAcces } from "../../src/usecases/acces/lire-acces.ts";
import { consulterAudit, listerLesAudits } from "../../src/usecases/audit/tenir-audit.ts";
import { lancerPreparation } from "../../src/usecases/controle/preparations.ts";
import { certificatsDuSceau } from "../../src/usecases/sceau/sceau-de-l-organisme.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";
import { ecrire } from "../documents/pdf.ts";
import { direPdfsig } from "../documents/sceau-verifie.ts";
import { CANARI } from "../harness/bilan.ts";
import { ecrireHistoire } from "../harness/histoire.ts";
import { lienEnvoye } from "../harness/lien-envoye.ts";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";
import { entrerChezElle } from "../harness/personne.ts";
import { bilanFinance, entrerParSonLien, motsDuPdf, parcourir } from "../harness/tiers.ts";

const ADRESSE = "alix@certificateur.example";
const SAISIE = {
  du: "01/01/2026",
  au: "31/12/2026",
  taille: "2",
  graine: "CERT-2026-0147",
  auditeurs: `Alix Auditrice, ${ADRESSE}`,
  finLe: "15/12/2026",
};

/** What a shell answers to the lines that the paper prints, beside the list alone. */
function refaireSelonLePapier(mots: string, liste: Buffer): string[] {
  const lignes = mots.split("\n").map((l) => l.trim());
  const debut = lignes.findIndex((l) => l.startsWith("GRAINE="));
  const fin = lignes.findIndex((l) => l.startsWith("done <"));
  const ici = mkdtempSync(join(tmpdir(), "probant-tirage-"));
  try {
    writeFileSync(join(ici, "references.txt"), liste);
    const recette = lignes.slice(debut, fin + 1).join("\n");
    return execFileSync("sh", ["-c", recette], { cwd: ici, encoding: "utf8" }).trim().split("\n");
  } finally {
    rmSync(ici, { recursive: true });
  }
}

async function organismeAudite(combien = 4) {
  const m = await ouvrirMaisonDeTest();
  const gerant = await m.client("conseiller", m.organismeId, { gere: true });
  const references: string[] = [];
  for (let i = 0; i < combien; i += 1) {
    const recit = bilanFinance({ financeurs: ["employeur"], plan: true });
    references.push((await ecrireHistoire(m, gerant.auteur, recit)).reference);
  }
  const creer = (plus: Record<string, string> = {}) =>
    gerant.post("/organisme/audits/nouveau", { jeton: randomUUID(), ...SAISIE, ...plus });
  const creerEtEntrer = async (plus: Record<string, string> = {}) => {
    const reponse = await creer(plus);
    const page = reponse.headers.get("location")!.replace("?fait=cree", "");
    const lui = await entrerParSonLien(m, await lienEnvoye(m, "acces-auditeur", ADRESSE), "auditeur");
    return { page, lui, id: page.split("/").at(-1)! };
  };
  const lectures = async (id: string) =>
    (await consulterAudit(m.maison, gerant.auteur, id))!.lectures.map((l) => [l.nom, l.quoi, l.reference]);
  return { m, gerant, references, creer, creerEtEntrer, lectures };
}

it("une saisie fausse est refusée, et rien n’est créé ni perdu", async () => {
  const { m, gerant, references, creer } = await organismeAudite(1);
  const acces = await lireQuiAAcces(m.maison, gerant.auteur, references[0]!);
  for (const [faux, phrase] of [
    [{ du: "31/02/2026" }, "n’est pas une date qui existe"],
    [{ au: "01/01/2025" }, "finit avant de commencer"],
    [{ du: "01/01/2020", au: "01/02/2020" }, "Aucun bilan n’a eu lieu"],
    [{ taille: "0" }, "Indiquez un nombre entre 1 et 200"],
    [{ taille: "1e3" }, "Indiquez un nombre"],
    [{ graine: "é" }, "4 à 60 lettres"],
    [{ auditeurs: "Alix" }, "ne se lit pas"],
    [{ auditeurs: `Alix Interne, ${acces!.membres[0]!.courriel}` }, "membre de l’organisme"],
    [{ finLe: "01/01/2026" }, "déjà fermé"],
    [{ finLe: "01/01/2030" }, "180 jours au plus"],
  ] as const) {
    const reponse = await creer(faux);
    const texte = (await reponse.text()).replaceAll("&#39;", "'");
    expect([faux, reponse.status, texte.includes(phrase)]).toEqual([faux, 422, true]);
    if (!("graine" in faux)) expect(texte).toContain("CERT-2026-0147");
  }
  expect(await listerLesAudits(m.maison, gerant.auteur)).toEqual([]);
  expect(await lienEnvoye(m, "acces-auditeur", ADRESSE)).toBeNull();
});

it("seul qui gère l’organisme prépare un audit", async () => {
  const { m } = await organismeAudite(1);
  for (const role of ["conseiller", "assistant", "responsable", "employeur"] as const) {
    const autre = await m.client(role);
    for (const chemin of ["/organisme/audits", "/organisme/audits/nouveau"])
      expect([role, chemin, (await autre.get(chemin)).status]).toEqual([role, chemin, 404]);
    expect((await autre.post("/organisme/audits/nouveau", SAISIE)).status).toBe(404);
  }
});

it("le tirage se refait : mêmes dossiers pour la graine et la liste que chacun peut prendre", async () => {
  const { gerant, references, creerEtEntrer } = await organismeAudite();
  const { page, lui, id } = await creerEtEntrer();
  const attendus = tirer(hasherNode, "CERT-2026-0147", references, 2).map((t) => t.reference);
  for (const [client, liste] of [
    [gerant, `${page}/references.txt`],
    [lui, `/audit/${id}/references.txt`],
  ] as const) {
    const parmi = (await (await client.get(liste)).text()).trim().split("\n");
    expect(parmi).toEqual(references);
    expect(tirer(hasherNode, "CERT-2026-0147", parmi, 2).map((t) => t.reference)).toEqual(attendus);
  }
  const vue = await (await lui.get("/audit")).text();
  expect([...vue.matchAll(/<a href="\/audit\/[^/"]+\/(D-[\d-]+)"/g)].map((x) => x[1])).toEqual(attendus);
  for (const html of [vue, await (await gerant.get(page)).text()]) expect(html).toContain("CERT-2026-0147");
  // Without a seed, one is drawn; two audits then do not follow each other.
  const sans = await creerEtEntrer({ graine: "" });
  const seconde = await (await gerant.get(sans.page)).text();
  expect(/Graine du tirage<\/dt><dd><code>([0-9a-f-]{36})</.exec(seconde)).not.toBeNull();
});

it("le papier du tirage dit tout, et ses lignes, lancées comme il les imprime, refont le tirage", async () => {
  const { m, gerant, references, creerEtEntrer, lectures } = await organismeAudite(3);
  const { page, lui, id } = await creerEtEntrer();
  const attendus = tirer(hasherNode, "CERT-2026-0147", references, 2);
  const liste = Buffer.from(await (await gerant.get(`${page}/references.txt`)).arrayBuffer());
  for (const [client, adresse] of [
    [gerant, `${page}/tirage.pdf`],
    [lui, `/audit/${id}/tirage.pdf`],
  ] as const) {
    const reponse = await client.get(adresse);
    expect([reponse.status, reponse.headers.get("content-type")]).toEqual([200, "application/pdf"]);
    const pdf = Buffer.from(await reponse.arrayBuffer());
    const [sceau] = await certificatsDuSceau(m.maison, gerant.auteur);
    expect(direPdfsig(ecrire(pdf), sceau!.certificat)).toContain("Certificate is Trusted.");
    const mots = motsDuPdf(pdf).replaceAll(/[\u00a0\u202f]/g, " ");
    for (const dit of [
      "du 1er janvier 2026 au 31 décembre 2026",
      "Tous les bilans commencés le 31 décembre 2026 ou avant",
      "15 décembre 2026 inclus",
      "mardi 24 novembre 2026 à 10 h",
      "Témoin : probant/",
      ...references,
    ])
      expect([adresse, mots.includes(dit)]).toEqual([adresse, true]);
    expect(mots).not.toMatch(/Camille|Fictive/);
    expect(refaireSelonLePapier(mots, liste)).toEqual([
      `${createHash("sha256").update(liste).digest("hex")}  references.txt`,
      ...attendus.map((t) => `${t.empreinte} ${t.reference}`),
    ]);
    for (const t of attendus) expect(mots.replaceAll(" ", "")).toContain(`${t.reference}${t.empreinte}`);
  }
  expect(await lectures(id)).toContainEqual(["Alix Auditrice", "Le tirage de l’échantillon", null]);
  expect((await gerant.post(page, { geste: "fermer", jeton: randomUUID() })).status).toBe(303);
  expect((await lui.get(`/audit/${id}/tirage.pdf`)).status).not.toBe(200);
  expect((await gerant.get(`${page}/tirage.pdf`)).status).toBe(200);
  expect((await gerant.get(`/organisme/audits/${randomUUID()}/tirage.pdf`)).status).toBe(404);
  expect(m.pannes).toEqual([]);
});

it("sans les noms : ni nom, ni papier, ni fichier ; chaque lecture est notée, et l’organisme les prend", async () => {
  const { m, gerant, creerEtEntrer, lectures, references } = await organismeAudite();
  const { page, lui, id } = await creerEtEntrer();
  const [tire, autre] = [
    tirer(hasherNode, SAISIE.graine, references, 2)[0]!.reference,
    tirer(hasherNode, SAISIE.graine, references, 4)[3]!.reference,
  ];
  expect((await lui.get("/")).headers.get("location")).toBe("/audit");
  const liste = await (await lui.get("/audit")).text();
  const dossier = await (await lui.get(`/audit/${id}/${tire}`)).text();
  expect(dossier).toContain("Séance tenue");
  // The hours held, by phase, in the list and in the dossier.
  for (const heures of ["3\u00a0h\u00a030", "12\u00a0h", "4\u00a0h\u00a030"]) {
    expect([heures, liste.includes(heures), dossier.includes(heures)]).toEqual([heures, true, true]);
  }
  expect(dossier).toContain("demandez-les-lui");
  for (const html of [liste, dossier]) expect(html).not.toMatch(/Camille|Fictive/);
  for (const chemin of [
    `/audit/${id}/${tire}/papiers/devis`,
    `/audit/${id}/${tire}/controle`,
    `/audit/${id}/${autre}`,
    `/audit/${id}/D-2026-9999`,
    `/audit/${randomUUID()}/${tire}`,
    `/audit/nul/${tire}`,
    page,
    `/dossiers/${tire}`,
    `/dossiers/${tire}/notes`,
  ]) {
    expect([chemin, (await lui.get(chemin)).status]).toEqual([chemin, 404]);
  }
  expect(await lectures(id)).toEqual([
    ["Alix Auditrice", "Les faits du dossier", tire],
    ["Alix Auditrice", "La liste de l’échantillon", null],
  ]);
  expect(await (await gerant.get(page)).text()).toContain("Les faits du dossier");
  // She whose dossier was drawn sees who read it; the others see nothing.
  const elle = await (await (await entrerChezElle(m, gerant.auteur, tire)).get("/mon-bilan/qui-voit")).text();
  for (const vu of ["Alix Auditrice, auditeur", "Les faits du dossier", "La liste de l’échantillon"])
    expect(elle).toContain(vu);
  const pasElle = await (await entrerChezElle(m, gerant.auteur, autre)).get("/mon-bilan/qui-voit");
  expect(await pasElle.text()).not.toContain("Alix Auditrice");
  const fichier = await gerant.get(`${page}/lectures.csv`);
  expect((await fichier.text()).split("\r\n").slice(0, 3)).toEqual([
    "Jour;Heure;Qui;Quoi;Dossier",
    "24/11/2026;10\u00a0h;Alix Auditrice;La liste de l’échantillon;",
    `24/11/2026;10\u00a0h;Alix Auditrice;Les faits du dossier;${tire}`,
  ]);
  expect(m.pannes).toEqual([]);
});

it("avec les noms : les papiers et le dernier dossier de contrôle, jamais un contenu", async () => {
  const { m, gerant, creerEtEntrer, lectures } = await organismeAudite(1);
  const { lui, id } = await creerEtEntrer({ montreNoms: "oui" });
  const reference = "D-2026-0001";
  expect((await lui.get(`/audit/${id}/${reference}/controle`)).status).toBe(404);
  const { maison, imprimer } = m;
  const fabrique = { maison, imprimer, auteur: gerant.auteur };
  await (await lancerPreparation(fabrique, { reference }, (e) => m.pannes.push(e))).finie;
  const vues = await parcourir(lui, [
    "/audit",
    `/dossiers/${reference}/notes`,
    `/dossiers/${reference}/papiers/synthese`,
    `/audit/${id}/${reference}/papiers/synthese`,
  ]);
  const papiers = [...vues.keys()].filter((a) => a.includes("/papiers/"));
  expect(papiers.length).toBeGreaterThan(4);
  expect(vues.get(`/audit/${id}/${reference}`)).toContain("Camille Fictive");
  const fichier = await lui.get(`/audit/${id}/${reference}/controle`);
  expect([fichier.status, fichier.headers.get("content-type")]).toEqual([200, "application/zip"]);
  for (const [adresse, octets] of vues) expect([adresse, octets.includes(CANARI)]).toEqual([adresse, false]);
  expect(vues.get(`/audit/${id}/${reference}/papiers/synthese`)).toContain("Cette page n’existe pas");
  const notees = await lectures(id);
  expect(notees).toContainEqual(["Alix Auditrice", "Le dossier de contrôle", reference]);
  expect(notees.filter(([, quoi]) => quoi!.startsWith("Le papier"))).toHaveLength(papiers.length - 2);
  expect(m.pannes).toEqual([]);
});

it("après son dernier jour, ou fermé par l’organisme, la page suivante est refusée", async () => {
  const { m, gerant, creerEtEntrer, lectures } = await organismeAudite(1);
  const un = await creerEtEntrer();
  m.regler("2026-12-15T22:30:00.000Z");
  expect((await un.lui.get("/audit")).status).toBe(200);
  m.regler("2026-12-15T23:30:00.000Z");
  const avant = await lectures(un.id);
  for (const chemin of [
    "/audit",
    `/audit/${un.id}/D-2026-0001`,
    `/audit/${un.id}/references.txt`,
    `/audit/${un.id}/tirage.pdf`,
  ])
    expect([chemin, (await un.lui.get(chemin)).status]).toEqual([chemin, 404]);
  expect(await lectures(un.id)).toEqual(avant);
  const tard = await gerant.post(un.page, { geste: "renvoyer", jeton: randomUUID(), auditeur: "x" });
  expect(tard.status).toBe(404);

  m.regler("2026-11-24T09:00:00.000Z");
  expect((await un.lui.get("/audit")).status).toBe(200);
  expect((await gerant.post(un.page, { geste: "fermer", jeton: randomUUID() })).status).toBe(303);
  expect((await un.lui.get("/audit")).status).not.toBe(200);
  expect((await gerant.post(un.page, { geste: "fermer", jeton: randomUUID() })).status).toBe(422);
});

it("un auditeur ne lit rien de l’audit d’un autre, ni d’un autre organisme", async () => {
  const { m, gerant, creerEtEntrer } = await organismeAudite(2);
  const un = await creerEtEntrer();
  const deux = await gerant.post("/organisme/audits/nouveau", {
    jeton: randomUUID(),
    ...SAISIE,
    auditeurs: "Dominique Autre, dominique@certificateur.example",
  });
  const autreId = deux.headers.get("location")!.replace("?fait=cree", "").split("/").at(-1)!;
  expect((await un.lui.get(`/audit/${autreId}/D-2026-0001`)).status).toBe(404);
  expect((await un.lui.get("/audit")).status).toBe(200);
  expect(await (await un.lui.get("/audit")).text()).not.toContain(autreId);
  const ailleurs = await m.client("conseiller", await m.fonder(), { gere: true });
  for (const fin of ["", "/references.txt", "/tirage.pdf", "/lectures.csv"])
    expect([fin, (await ailleurs.get(`${un.page}${fin}`)).status]).toEqual([fin, 404]);
  expect((await ailleurs.post(un.page, { geste: "fermer" })).status).toBe(404);
  expect((await un.lui.get("/audit")).status).toBe(200);
});

it("le lien renvoyé à un auditeur n’a qu’un effet par formulaire, et n’ouvre que l’audit", async () => {
  const { m, gerant, creerEtEntrer } = await organismeAudite(1);
  const { page, id } = await creerEtEntrer();
  const vu = (await consulterAudit(m.maison, gerant.auteur, id))!;
  const premier = await lienEnvoye(m, "acces-auditeur", ADRESSE);
  const jeton = randomUUID();
  const saisie = { geste: "renvoyer", jeton, auditeur: vu.auditeurs[0]!.utilisateurId };
  for (let i = 0; i < 2; i += 1) expect((await gerant.post(page, saisie)).status).toBe(303);
  const second = await lienEnvoye(m, "acces-auditeur", ADRESSE);
  expect(second).not.toBe(premier);
  const lui = await entrerParSonLien(m, second, "auditeur");
  for (const chemin of ["/compte", "/aujourdhui", "/dossiers", "/messages", "/organisme", "/employeur"])
    expect([chemin, (await lui.get(chemin)).status]).toEqual([chemin, 404]);
});
