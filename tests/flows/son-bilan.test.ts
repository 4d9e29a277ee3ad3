import { expect, it, vi } from "vitest";
import * as conclusion from "../../src/dossier/faits/conclusion.ts";
import { desaccordsDe } from "../../src/dossier/signature/objets.ts";
import { lireZip } from "../../src/evidence/zip-canonique.ts";
import { jour } from "../../src/values/jour.ts";
import { BILAN_REMIS, recitAvant } from "../harness/bilan.ts";
import { ecrireFaits } from "../harness/histoire.ts";
import type { Client } from "../harness/maison.ts";
import { messagesEnAttente } from "../harness/messages.ts";
import { plat, remplir, signer } from "../harness/page.ts";
import { chezElle } from "../harness/personne.ts";
import { bilanFinance } from "../harness/tiers.ts";

const JUSQU_A_LA_REMISE = recitAvant("synthese_remise.v1");
const JUSQU_A_LA_SEANCE = recitAvant("seance_signee.v1");

it("elle dit non et pourquoi : son conseiller le voit et le lit, la direction ne lit pas pourquoi", async () => {
  const { m, conseiller, reference, elle, dossier } = await chezElle(JUSQU_A_LA_SEANCE);
  const chemin = "/mon-bilan/desaccord/seance/s1";
  const raison = "Nous avons fini une heure plus tôt.";
  const reponse = await remplir(elle, chemin, { raison });
  expect(reponse.status).toBe(303);
  expect(await (await elle.get(reponse.headers.get("location")!)).text()).toContain("C’est noté");
  const { etat, au } = await dossier();
  expect(desaccordsDe(etat, "beneficiaire", au).map((d) => d.sur)).toEqual(["s1"]);
  expect(await (await elle.get("/mon-bilan")).text()).toContain("Votre conseiller va vous répondre");
  const nouvelle = (await messagesEnAttente(m)).at(-1)!;
  const membre = (
    await m.maison.base.pool.query("select email from utilisateur where id = $1", [
      conseiller.auteur.utilisateur,
    ])
  ).rows[0];
  expect(nouvelle).toMatchObject({ modele: "nouvelle-du-dossier", a: membre.email });
  expect(JSON.stringify(nouvelle.champs)).not.toMatch(/Camille|accord|heure plus/);
  const page = await (await conseiller.get(`/dossiers/${reference}`)).text();
  expect(page).toContain("Camille n’est pas d’accord");
  expect(page).not.toContain(raison);
  expect(await (await conseiller.get(`/dossiers/${reference}/notes`)).text()).toContain(raison);
  const direction = await m.client("responsable");
  expect(await (await direction.get(`/dossiers/${reference}`)).text()).not.toContain(raison);
  expect((await direction.get(`/dossiers/${reference}/notes`)).status).toBe(404);
  // She may change her mind: the same text, signed after all.
  expect((await signer(elle, "/mon-bilan/signer/seance/s1")).status).toBe(303);
  expect(desaccordsDe((await dossier()).etat, "beneficiaire", au)).toEqual([]);
});

it("une étape que son conseiller n’a pas notée n’est pas dite comme sa faute à elle, et lui la voit", async () => {
  const recit = bilanFinance({ financeurs: ["employeur"], plan: true, surTempsDeTravail: true });
  const type = (f: (typeof recit)[number]) => (typeof f === "function" ? "" : f.type);
  const envoyee = recit.findIndex((f) => type(f).startsWith("convention_transmise"));
  const sansInformation = recit.slice(0, envoyee + 1).filter((f) => !type(f).startsWith("information_"));
  const { conseiller, reference, elle } = await chezElle(sansInformation);
  const [chemin] = /\/mon-bilan\/signer\/convention\/[^"#]+/.exec(
    await (await elle.get("/mon-bilan")).text(),
  )!;
  const reponse = await signer(elle, chemin);
  const page = await reponse.text();
  expect(reponse.status).toBe(422);
  expect(page).toContain("Votre conseiller doit d’abord noter une étape. Il le voit dans son dossier.");
  expect(page).not.toMatch(/Règle B03|s’est engagée/);
  const lui = `/dossiers/${reference}`;
  expect(await (await conseiller.get(lui)).text()).toContain(`${lui}/actes/informer`);
  const envoi = await (await conseiller.get(`${lui}/actes/transmettreConvention`)).text();
  expect(envoi).toContain("L’information de la personne n’est pas notée");
});

it("après une partie de la synthèse, le reçu mène à la suivante, et son espace les dit à relire", async () => {
  const sansElle = JUSQU_A_LA_REMISE.filter(
    (f) =>
      typeof f === "function" || !JSON.stringify(f.donnees).startsWith('{"seance":"s1","par":"beneficiaire"'),
  );
  const { elle } = await chezElle(sansElle);
  const accueil = plat(await (await elle.get("/mon-bilan")).text());
  expect(accueil.match(/À relire/g)).toHaveLength(3);
  expect(accueil).toContain("/mon-bilan/signer/seance/s1");
  const parties = [...accueil.matchAll(/href="(\/mon-bilan\/signer\/synthese\/[^"]+)"/g)].map((m) => m[1]!);
  const recu = await elle.get((await signer(elle, parties[0]!)).headers.get("location")!);
  // The session waits too, and comes first in the order of a bilan.
  const suite = /id="suite"[\s\S]*?<\/section>/.exec(await recu.text())![0];
  expect(suite).toContain(`href="${parties[1]}"`);
  expect(suite).not.toContain("/signer/seance/");
});

it("chaque signature donne son reçu : page, PDF scellé, courriel avec le journal", async () => {
  const { m, reference, elle, dossier } = await chezElle(JUSQU_A_LA_SEANCE);
  const reponse = await signer(elle, "/mon-bilan/signer/seance/s1");
  const adresse = reponse.headers.get("location")!;
  const n = (await dossier()).faits.length;
  expect(adresse).toBe(`/mon-bilan/recus/${n}`);
  const message = (await messagesEnAttente(m)).at(-1)!;
  expect(plat(String(message.champs.quoi))).toBe("la séance du lundi 28 septembre 2026");
  expect(message).toMatchObject({
    modele: "recu-de-signature",
    champs: { reference: `${reference}-${n}`, heure: "10:00" },
    pieces: [{ genre: "papier", papier: `recu-${n}` }, { genre: "checkpoint" }],
  });
  const pdf = await elle.get(`${adresse}/pdf`);
  expect(pdf.headers.get("content-type")).toBe("application/pdf");
  expect(Buffer.from(await pdf.arrayBuffer()).toString("latin1")).toContain("/ByteRange");
  const liste = await (await elle.get("/mon-bilan/recus")).text();
  expect(plat(liste)).toContain("La séance du lundi 28 septembre 2026");
  expect((await elle.get("/mon-bilan/recus/1/pdf")).status).toBe(404);
  expect(m.pannes).toEqual([]);
});

it("elle relit sa synthèse partie par partie, ajoute un mot, en refuse une ; la version suivante la redemande", async () => {
  const { m, conseiller, reference, elle, dossier } = await chezElle(JUSQU_A_LA_REMISE);
  const { etat } = await dossier();
  const fait = etat.syntheses.at(-1)!.fait;
  const mot = "J’ajoute mon année à l’étranger.";
  const premiere = `/mon-bilan/signer/synthese/${fait}.circonstances`;
  expect(await (await elle.get(premiere)).text()).toContain("circonstances du bilan");
  expect((await signer(elle, premiere, "Camille Fictive", { observation: mot })).status).toBe(303);
  const raison = "Il manque mon projet de rechange.";
  await remplir(elle, `/mon-bilan/desaccord/synthese/${fait}.projet`, { raison });
  const notes = await (await conseiller.get(`/dossiers/${reference}/notes`)).text();
  expect([notes.includes(mot), notes.includes(raison)]).toEqual([true, true]);
  // No proof carries a word of it.
  const textes = (await dossier()).faits.map((f) => JSON.stringify(f.donnees)).join();
  expect(textes).not.toMatch(/étranger|rechange/);
  await ecrireFaits(m.maison, conseiller.auteur, reference, [
    (sceller) =>
      conclusion.syntheseRedigee.nouveau(jour("2026-11-24"), {
        parties: ["circonstances", "competences", "projet"],
        projet: sceller("Avec le projet de rechange."),
      }),
  ]);
  expect((await elle.get(premiere)).status).toBe(404);
  const nouvelle = (await dossier()).etat.syntheses.at(-1)!.fait;
  const page = await (await elle.get(`/mon-bilan/signer/synthese/${nouvelle}.projet`)).text();
  expect(page).toContain("Avec le projet de rechange.");
  expect(m.pannes).toEqual([]);
});

it("elle donne un accord pour un document et un destinataire, et le retire", async () => {
  const { m, conseiller, reference, elle, dossier } = await chezElle(BILAN_REMIS);
  const accords = async () => await (await elle.get("/mon-bilan/accords")).text();
  // One line a document; to whom is chosen on its page, and no choice is signed by itself.
  const liens = (page: string) => page.match(/\/mon-bilan\/signer\/communication\/[a-z_.]+/g);
  expect(liens(await accords())).toEqual(
    ["synthese", "resultats_detailles"].map((d) => `/mon-bilan/signer/communication/${d}`),
  );
  const choix = await (await elle.get("/mon-bilan/signer/communication/synthese")).text();
  // « Une autre personne » is nobody to agree to: her counsellor writes down the name with her written agreement.
  expect(liens(choix)).toHaveLength(6);
  expect(choix).toContain("donnez son nom à votre conseiller");
  expect(
    (await elle.post("/mon-bilan/signer/communication/synthese", { nom: "Camille Fictive" })).status,
  ).toBe(404);
  await signer(elle, "/mon-bilan/signer/communication/synthese.cep");
  expect((await dossier()).etat.communications).toMatchObject([
    { document: "synthese", destinataire: "cep", accordLe: "2026-11-24", revoqueLe: null },
  ]);
  expect((await elle.get("/mon-bilan/signer/communication/synthese.cep")).status).toBe(404);
  expect((await elle.get("/mon-bilan/signer/communication/synthese.voisin")).status).toBe(404);
  await signer(elle, "/mon-bilan/signer/retrait_communication/synthese.cep");
  expect((await dossier()).etat.communications).toMatchObject([{ revoqueLe: "2026-11-24" }]);

  // Another person, whom her counsellor named for her: she reads the name, and takes it back herself.
  await ecrireFaits(m.maison, conseiller.auteur, reference, [
    (sceller) =>
      conclusion.communicationAutorisee.nouveau(jour("2026-11-24"), {
        document: "resultats_detailles",
        destinataire: "autre",
        lecteur: sceller("Sacha Inventé", "lecteur"),
      }),
  ]);
  expect(await accords()).toContain("Sacha Inventé");
  const nommee = (await dossier()).etat.communications.at(-1)!;
  await signer(elle, `/mon-bilan/signer/retrait_communication/resultats_detailles.autre.${nommee.fait}`);
  expect((await dossier()).etat.communications.at(-1)).toMatchObject({ revoqueLe: "2026-11-24" });
});

it("elle choisit ce que l’on garde ; après le terme, plus rien ne se demande", async () => {
  const { m, elle, dossier } = await chezElle(JUSQU_A_LA_REMISE);
  const page = await (await elle.get("/mon-bilan/signer/conservation/nouveau")).text();
  expect(page).toContain("Ne rien garder");
  // A choice is signed by one of its answers, never by itself.
  expect((await elle.post("/mon-bilan/signer/conservation/nouveau", { nom: "Camille Fictive" })).status).toBe(
    404,
  );
  await signer(elle, "/mon-bilan/signer/conservation/accord_suivi");
  expect((await dossier()).etat.conservations).toMatchObject([
    { base: "accord_suivi", signeLe: "2026-11-24" },
  ]);
  expect((await elle.get("/mon-bilan/signer/conservation/rien")).status).toBe(404);
  const tard = await chezElle(BILAN_REMIS);
  expect((await tard.elle.get("/mon-bilan/signer/conservation/nouveau")).status).toBe(404);
  expect(m.pannes).toEqual([]);
});

it("elle répond à son rendez-vous ; demander une autre date se voit au dossier", async () => {
  const { m, conseiller, reference, elle, dossier } = await chezElle(JUSQU_A_LA_SEANCE);
  const chemin = "/mon-bilan/rendez-vous/s2";
  const { date } = (await dossier()).etat.seances.find((s) => s.id === "s2")!;
  const offre = async (heure: string) => {
    m.regler(`${date}T${heure}:00.000Z`);
    return (await (await elle.get("/mon-bilan")).text()).includes("Je viens");
  };
  expect([await offre("04:00"), await offre("20:00")]).toEqual([true, false]);
  const vient = await elle.post(chemin, { reponse: "vient", jeton: "a" });
  expect(vient.headers.get("location")).toBe("/mon-bilan");
  await remplir(elle, chemin, { reponse: "a_deplacer" });
  expect((await dossier()).etat.reponsesRendezVous).toMatchObject([{ seance: "s2", reponse: "a_deplacer" }]);
  expect(await (await conseiller.get(`/dossiers/${reference}`)).text()).toContain("demande une autre date");
  expect((await elle.post("/mon-bilan/rendez-vous/s1", { reponse: "vient", jeton: "b" })).status).toBe(404);
});

it("le conseiller signe de son compte ses séances à lui, sous son nom, et rien d’autre", async () => {
  const { m, conseiller, reference, dossier } = await chezElle(JUSQU_A_LA_SEANCE);
  const chemin = `/dossiers/${reference}/signer/seance/s1`;
  expect(await (await conseiller.get(`/dossiers/${reference}`)).text()).toContain(chemin);
  expect((await signer(conseiller, chemin)).status).toBe(422);
  expect((await signer(conseiller, chemin, "Nadia Benali")).status).toBe(303);
  expect((await dossier()).etat.seances[0]!.signatures).toMatchObject([{ par: "conseiller" }]);
  const direction = await m.client("responsable");
  expect((await direction.get(`/dossiers/${reference}/signer/seance/s1`)).status).toBe(404);
  expect((await conseiller.get(`/dossiers/${reference}/signer/consentement/nouveau`)).status).toBe(404);
});

it("elle lit ses papiers, sa synthèse comprise, et rien d’un autre dossier", async () => {
  const { m, elle } = await chezElle(BILAN_REMIS);
  const page = await (await elle.get("/mon-bilan/papiers")).text();
  expect(page).toContain("Vos signatures de présence");
  expect(page).not.toMatch(/Feuille d’émargement|our la personne seule|Pour vous seul/);
  expect([page.includes("Document de synthèse"), page.includes("feuille-d-emargement-vierge")]).toEqual([
    true,
    false,
  ]);
  const synthese = await elle.get("/mon-bilan/papiers/synthese");
  expect([synthese.status, synthese.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  expect((await elle.get("/mon-bilan/papiers/recu-1")).status).toBe(404);
  const qui = await (await elle.get("/mon-bilan/qui-voit")).text();
  expect(qui).toContain("Votre employeur");
  expect(m.pannes).toEqual([]);
});

/** Asks for her file and follows its page until it offers the file. */
async function preparerTout(elle: Client) {
  const chemin = (await elle.post("/mon-bilan/tout/archive")).headers.get("location")!;
  const page = await vi.waitFor(
    async () => {
      const lue = await (await elle.get(chemin)).text();
      expect(lue).not.toContain("se préparent");
      return lue;
    },
    { timeout: 30_000, interval: 50 },
  );
  expect(page).toContain("Vos papiers sont prêts");
  return { chemin, fichier: await elle.get(`${chemin}/fichier`) };
}

it("elle emporte tout : une page qui se lit seule, et l’archive avec ses papiers", async () => {
  const { m, elle, reference } = await chezElle(JUSQU_A_LA_REMISE);
  await signer(elle, "/mon-bilan/signer/conservation/rien");
  const fichier = await elle.get("/mon-bilan/tout/page");
  expect(fichier.headers.get("content-disposition")).toBe(`attachment; filename="${reference}.html"`);
  const page = await fichier.text();
  for (const mot of [
    "circonstances du bilan",
    "réponses du premier questionnaire",
    "Je veux que rien ne soit gardé",
    "camille@exemple.invalid",
    "(pas parti)",
    "(adresse du lien)",
    "Personne du centre ne les a ouverts",
  ]) {
    expect([mot, page.includes(mot)]).toEqual([mot, true]);
  }
  expect(page).not.toContain("/lien/");
  expect(page).not.toMatch(/<script|<link|src=|https?:\/\/[^"]*\.(css|js)/);
  const { fichier: archive } = await preparerTout(elle);
  const entrees = lireZip(new Uint8Array(await archive.arrayBuffer()));
  const noms = entrees.map((e) => e.nom);
  expect(noms).toEqual(expect.arrayContaining(["lire.html", "papiers/synthese.pdf", "preuves/journal.txt"]));
  expect(noms.filter((n) => n.startsWith("recus/"))).toHaveLength(1);
  const lire = Buffer.from(entrees.find((e) => e.nom === "lire.html")!.contenu).toString();
  for (const lien of lire.matchAll(/href="([^"]+)"/g)) expect(noms).toContain(lien[1]);
  expect(m.pannes).toEqual([]);
});
