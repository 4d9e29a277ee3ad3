import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { documentCommunique } from "../../src/dossier/faits/conclusion.ts";
import { conservationAutorisee, contenusDetruits } from "../../src/dossier/faits/fin.ts";
import { lireZip } from "../../src/evidence/zip-canonique.ts";
import { lancerPreparation } from "../../src/usecases/controle/preparations.ts";
import { produireDossierControle } from "../../src/usecases/controle/produire-dossier-controle.ts";
import { rendreLesDestructionsEffectives } from "../../src/usecases/destruction/tourner-les-cles.ts";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import { jour } from "../../src/values/jour.ts";
import { ecrireFaits, ecrireHistoire } from "../harness/histoire.ts";
import { lienEnvoye } from "../harness/lien-envoye.ts";
import { type Client, ouvrirMaisonDeTest, URL_DE_TEST } from "../harness/maison.ts";
import { entrerChezElle } from "../harness/personne.ts";
import { bilanFinance, entrerParSonLien, motsDuPdf, parcourir } from "../harness/tiers.ts";

/** Words that stand nowhere else: who may read one document, and who another. */
const NOMS = ["Ocelot Grenadine", "Fennec Vermillon"] as const;
const CANARI = /Ocelot|Grenadine|Fennec|Vermillon/;
const AILLEURS = "une autre personne, nommée dans l’accord du 24 nov. 2026";
const LECTEUR = "lecteur@conseil.example";

const champ = (page: string, nom: string) =>
  new RegExp(`name="${nom}" value="([^"]*)"`).exec(page)?.[1] ?? "";
const plat = (t: string) => t.replace(/[\u00a0\u202f]/g, " ");
const lire = async (client: Client, chemin: string) => plat(await (await client.get(chemin)).text());

/** A whole bilan that the employer pays, and her agreements for two other persons, written down by her counsellor. */
async function bilanNomme() {
  const m = await ouvrirMaisonDeTest();
  const conseiller = await m.client("conseiller", m.organismeId, { gere: true });
  const recit = bilanFinance({ financeurs: ["employeur"], plan: true, surTempsDeTravail: true });
  const { reference, id } = await ecrireHistoire(m, conseiller.auteur, recit);
  const dossier = async () => (await consulterDossier(m.maison, conseiller.auteur, reference))!;
  const agir = (acte: string, reponses: Record<string, string>) =>
    conseiller.post(`/dossiers/${reference}/actes/${acte}`, { jeton: randomUUID(), ...reponses });
  const accorder = (document: string, lecteur: string) =>
    agir("autoriserCommunication", {
      date: "24/11/2026",
      document,
      destinataire: "autre",
      lecteur,
      accord: "oui",
    });
  expect((await accorder("synthese", NOMS[0])).status).toBe(303);
  expect((await accorder("resultats_detailles", NOMS[1])).status).toBe(303);
  const [synthese, resultats] = (await dossier()).etat.communications;
  const elle = await entrerChezElle(m, conseiller.auteur, reference);
  return { m, conseiller, elle, reference, id, dossier, agir, accorder, synthese, resultats };
}

/** She takes the second agreement back on her screen. */
async function retirer(elle: Client, fait: string) {
  const chemin = `/mon-bilan/signer/retrait_communication/resultats_detailles.autre.${fait}`;
  const page = await lire(elle, chemin);
  const reponse = await elle.post(chemin, {
    jeton: champ(page, "jeton"),
    empreinte: champ(page, "empreinte"),
    atteste: "oui",
    nom: "Camille Fictive",
  });
  expect(reponse.status).toBe(303);
  return page;
}

it("la personne et son conseiller lisent le nom ; un collègue, lui, n’apprend que l’accord", async () => {
  const { m, conseiller, elle, reference, agir, resultats, synthese } = await bilanNomme();
  const accords = await lire(elle, "/mon-bilan/accords");
  for (const nom of NOMS) expect(accords).toContain(nom);
  expect(await lire(elle, "/mon-bilan/tout/page")).toContain(NOMS[0]);
  for (const fin of ["acces/communiquer", "actes/revoquerCommunication", "actes/communiquerDocument"])
    expect([fin, await lire(conseiller, `/dossiers/${reference}/${fin}`)]).toEqual([
      fin,
      expect.stringContaining(NOMS[0]),
    ]);
  const collegue = await m.client("conseiller");
  await m.maison.base.pool.query("update membre set intervenant = 'yves' where utilisateur_id = $1", [
    collegue.auteur.utilisateur,
  ]);
  for (const acte of ["revoquerCommunication", "communiquerDocument"]) {
    const page = await lire(collegue, `/dossiers/${reference}/actes/${acte}`);
    expect(page).toContain(AILLEURS);
    expect(page).not.toMatch(CANARI);
  }
  // What is done rests on the agreement that was chosen, and on that one alone.
  const fait = await agir("communiquerDocument", {
    date: "24/11/2026",
    document: "synthese",
    destinataire: "autre",
    accord: synthese!.fait,
  });
  expect(fait.status).toBe(303);
  expect(await retirer(elle, resultats!.fait)).toContain(NOMS[1]);
  expect(await lire(elle, "/mon-bilan/accords")).not.toContain(NOMS[1]);
  expect(m.pannes).toEqual([]);
});

it("un nom d’un seul mot, ou déjà accordé, ne se note pas ; le nom reste dans la page, nulle part ailleurs", async () => {
  const { accorder, dossier } = await bilanNomme();
  const avant = (await dossier()).faits.length;
  const court = await accorder("synthese", "Ocelot");
  expect(court.status).toBe(422);
  const page = await court.text();
  expect(page).toContain("Écrivez le prénom, puis le nom.");
  expect(page).toContain('value="Ocelot"');
  // What is typed is never taken for what was sealed: it would name another text of hers, or say one in clear.
  const forge = await accorder("synthese", '{"id":"OcelotGrenadine","engagement":"AAAA"}');
  expect([forge.status, await forge.text()]).toEqual([
    422,
    expect.stringContaining("Écrivez le prénom, puis le nom."),
  ]);
  const deux = await accorder("synthese", NOMS[0]);
  expect([deux.status, await deux.text()]).toEqual([
    422,
    expect.stringContaining("La personne a déjà donné cet accord."),
  ]);
  expect((await dossier()).faits).toHaveLength(avant);
});

it("ni le journal, ni le dossier de contrôle, ni l’employeur, ni l’auditeur ne voient le nom", async () => {
  const { m, conseiller, elle, reference, id, dossier, resultats, synthese } = await bilanNomme();
  const envoi = await conseiller.post(`/dossiers/${reference}/acces/communiquer`, {
    jeton: randomUUID(),
    geste: "envoyer",
    accord: `synthese.autre.${synthese!.fait}`,
    nom: NOMS[0],
    courriel: LECTEUR,
    jours: "14",
  });
  expect(envoi.status).toBe(303);
  const chemin = (await lienEnvoye(m, "document-communique", LECTEUR))!;
  const ouvert = await m.app.request(`${URL_DE_TEST}${chemin}`, {
    method: "POST",
    headers: { origin: URL_DE_TEST },
  });
  expect(ouvert.status).toBe(303);
  await retirer(elle, resultats!.fait);
  const faits = (await dossier()).faits.filter((f) => f.type.match(/communi/));
  expect(faits.map((f) => [f.type, (f.donnees as { accord?: string | null }).accord])).toEqual([
    ["communication_autorisee.v1", undefined],
    ["communication_autorisee.v1", undefined],
    ["document_communique.v1", synthese!.fait],
    ["communication_revoquee.v1", resultats!.fait],
  ]);
  const { rows } = await m.maison.base.pool.query<{ texte: Buffer | string }>(
    "select texte from fait where dossier_id = $1",
    [id],
  );
  expect(rows.length).toBe((await dossier()).faits.length);
  expect(rows.map((r) => r.texte.toString()).join("\n")).not.toMatch(CANARI);

  const { maison, imprimer } = m;
  const fabrique = { maison, imprimer, auteur: conseiller.auteur, avancer: () => undefined };
  const { octets } = (await produireDossierControle(fabrique, reference))!;
  for (const f of lireZip(octets)) {
    const mots = f.nom.endsWith(".pdf")
      ? motsDuPdf(Buffer.from(f.contenu))
      : Buffer.from(f.contenu).toString();
    expect([f.nom, mots.match(CANARI)]).toEqual([f.nom, null]);
  }

  const acces = `/dossiers/${reference}/acces/employeur`;
  await conseiller.post(acces, {
    jeton: randomUUID(),
    geste: "ouvrir",
    nom: "Lucie Inventée",
    courriel: "rh@employeur.example",
  });
  const lui = await entrerParSonLien(
    m,
    await lienEnvoye(m, "espace-employeur", "rh@employeur.example"),
    "employeur",
  );
  await conseiller.post("/organisme/audits/nouveau", {
    jeton: randomUUID(),
    du: "01/01/2026",
    au: "31/12/2026",
    taille: "1",
    graine: "CERT-2026-0147",
    auditeurs: "Alix Auditrice, alix@certificateur.example",
    finLe: "15/12/2026",
    montreNoms: "oui",
  });
  await (await lancerPreparation(fabrique, { reference }, (e) => m.pannes.push(e))).finie;
  const auditeur = await entrerParSonLien(
    m,
    await lienEnvoye(m, "acces-auditeur", "alix@certificateur.example"),
    "auditeur",
  );
  for (const [tiers, depart] of [
    [lui, "/employeur"],
    [auditeur, "/audit"],
  ] as const) {
    const vues = await parcourir(tiers, [depart]);
    expect(vues.size).toBeGreaterThan(5);
    for (const [adresse, mots] of vues) expect([adresse, mots.match(CANARI)]).toEqual([adresse, null]);
  }
  expect(m.pannes).toEqual([]);
});

it("les textes détruits, l’accord demeure sans dire de nom, se retire, et aucun lien ne part plus", async () => {
  const { m, conseiller, elle, reference, dossier, resultats, synthese } = await bilanNomme();
  await ecrireFaits(m.maison, conseiller.auteur, reference, [
    contenusDetruits.nouveau(jour("2026-11-24"), { documents: 1 }),
  ]);
  await rendreLesDestructionsEffectives(m.maison);
  const accords = await lire(elle, "/mon-bilan/accords");
  expect(accords).toContain(AILLEURS);
  expect(accords).not.toMatch(CANARI);
  const page = await lire(conseiller, `/dossiers/${reference}/acces/communiquer`);
  expect(page).toContain(AILLEURS);
  expect(await lire(elle, "/mon-bilan/tout/page")).not.toMatch(CANARI);
  expect(await retirer(elle, resultats!.fait)).toContain(AILLEURS);
  expect((await dossier()).etat.communications).toMatchObject([
    { fait: synthese!.fait, revoqueLe: null },
    { fait: resultats!.fait, revoqueLe: "2026-11-24" },
  ]);
  expect(m.pannes).toEqual([]);
});

it("la synthèse gardée parce qu’elle a été montrée, le nom de qui l’a reçue l’est avec elle", async () => {
  const { m, conseiller, elle, reference, synthese } = await bilanNomme();
  const le = jour("2026-11-24");
  await ecrireFaits(m.maison, conseiller.auteur, reference, [
    documentCommunique.nouveau(le, { document: "synthese", destinataire: "autre", accord: synthese!.fait }),
    conservationAutorisee.nouveau(le, {
      base: "communication_l6313_4",
      documents: ["synthese"],
      signeLe: le,
      jusquAu: jour("2029-11-16"),
    }),
    contenusDetruits.nouveau(le, { documents: 1 }),
  ]);
  await rendreLesDestructionsEffectives(m.maison);
  expect(await lire(elle, "/mon-bilan/accords")).toContain(NOMS[0]);
  expect(m.pannes).toEqual([]);
});
