import { expect, it, vi } from "vitest";
import * as conclusion from "../../src/dossier/faits/conclusion.ts";
import { questionnaireRempli } from "../../src/dossier/faits/deroulement.ts";
import { texteDesReponses } from "../../src/dossier/questionnaire/questions.ts";
import { desaccordsDe } from "../../src/dossier/signature/objets.ts";
import { lireZip } from "../../src/evidence/zip-canonique.ts";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import { jour } from "../../src/values/jour.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { ecrireFaits, ouvrirDossierVide, type Recit, type Sceller } from "../harness/histoire.ts";
import { type Client, ouvrirMaisonDeTest, URL_DE_TEST } from "../harness/maison.ts";
import { messagesEnAttente } from "../harness/messages.ts";
import { entrerChezElle } from "../harness/personne.ts";
import { bilanFinance } from "../harness/tiers.ts";

/** A plain space reads like the ones that French typography wants. */
const plat = (t: string) => t.replace(/[\u00a0\u202f]/g, " ");
const champ = (page: string, nom: string) =>
  new RegExp(`name="${nom}" value="([^"]*)"`).exec(page)?.[1] ?? "";

const indiceDe = (type: string) => BILAN_REMIS.findIndex((f) => typeof f !== "function" && f.type === type);
const JUSQU_A_LA_REMISE = indiceDe("synthese_remise.v1");
const JUSQU_A_LA_SEANCE = indiceDe("seance_signee.v1");

/** Her dossier after these facts, her browser and her counsellor's. */
async function chezElle(jusqua: number | Recit) {
  const recit = typeof jusqua === "number" ? BILAN_REMIS.slice(0, jusqua) : jusqua;
  const m = await ouvrirMaisonDeTest();
  const conseiller = await m.client("conseiller");
  const { reference } = await ouvrirDossierVide(m.maison, conseiller.auteur);
  await ecrireFaits(m.maison, conseiller.auteur, reference, recit);
  const elle = await entrerChezElle(m, conseiller.auteur, reference);
  const dossier = async () => (await consulterDossier(m.maison, conseiller.auteur, reference))!;
  return { m, conseiller, reference, elle, dossier };
}

async function envoyer(client: Client, chemin: string, saisie: Record<string, string>) {
  const page = await (await client.get(chemin)).text();
  const caches = { jeton: champ(page, "jeton"), empreinte: champ(page, "empreinte") };
  return await client.post(chemin, { ...caches, ...saisie });
}

const signer = (client: Client, chemin: string, nom = "Camille Fictive", reste = {}) =>
  envoyer(client, chemin, { nom, atteste: "oui", ...reste });

it("elle dit non et pourquoi : son conseiller le voit et le lit, la direction ne lit pas pourquoi", async () => {
  const { m, conseiller, reference, elle, dossier } = await chezElle(JUSQU_A_LA_SEANCE);
  const chemin = "/mon-bilan/desaccord/seance/s1";
  const raison = "Nous avons fini une heure plus tôt.";
  const reponse = await envoyer(elle, chemin, { raison });
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
  const m = await ouvrirMaisonDeTest();
  const conseiller = await m.client("conseiller");
  const { reference } = await ouvrirDossierVide(m.maison, conseiller.auteur);
  const recit = bilanFinance({ financeurs: ["employeur"], plan: true, surTempsDeTravail: true });
  const type = (f: (typeof recit)[number]) => (typeof f === "function" ? "" : f.type);
  const envoyee = recit.findIndex((f) => type(f).startsWith("convention_transmise"));
  const sansInformation = recit.slice(0, envoyee + 1).filter((f) => !type(f).startsWith("information_"));
  await ecrireFaits(m.maison, conseiller.auteur, reference, sansInformation);
  const elle = await entrerChezElle(m, conseiller.auteur, reference);
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
  const sansElle = BILAN_REMIS.slice(0, JUSQU_A_LA_REMISE).filter(
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
  const { m, conseiller, reference, elle, dossier } = await chezElle(indiceDe("synthese_remise.v1"));
  const { etat } = await dossier();
  const fait = etat.syntheses.at(-1)!.fait;
  const mot = "J’ajoute mon année à l’étranger.";
  const premiere = `/mon-bilan/signer/synthese/${fait}.circonstances`;
  expect(await (await elle.get(premiere)).text()).toContain("circonstances du bilan");
  expect((await signer(elle, premiere, "Camille Fictive", { observation: mot })).status).toBe(303);
  const raison = "Il manque mon projet de rechange.";
  await envoyer(elle, `/mon-bilan/desaccord/synthese/${fait}.projet`, { raison });
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
  const { m, conseiller, reference, elle, dossier } = await chezElle(BILAN_REMIS.length);
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
    conclusion.communicationAutorisee.nouveau(jour("2026-11-24"), {
      document: "resultats_detailles",
      destinataire: "autre",
      nom: "Sacha Inventé",
    }),
  ]);
  expect(await accords()).toContain("Sacha Inventé");
  const nommee = (await dossier()).etat.communications.at(-1)!;
  await signer(elle, `/mon-bilan/signer/retrait_communication/resultats_detailles.autre.${nommee.fait}`);
  expect((await dossier()).etat.communications.at(-1)).toMatchObject({ revoqueLe: "2026-11-24" });
});

it("elle choisit ce que l’on garde ; après le terme, plus rien ne se demande", async () => {
  const { m, elle, dossier } = await chezElle(indiceDe("synthese_remise.v1"));
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
  const tard = await chezElle(BILAN_REMIS.length);
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
  await envoyer(elle, chemin, { reponse: "a_deplacer" });
  expect((await dossier()).etat.reponsesRendezVous).toMatchObject([{ seance: "s2", reponse: "a_deplacer" }]);
  expect(await (await conseiller.get(`/dossiers/${reference}`)).text()).toContain("demande une autre date");
  expect((await elle.post("/mon-bilan/rendez-vous/s1", { reponse: "vient", jeton: "b" })).status).toBe(404);
});

it("ses questions : gardées au fur et à mesure, jamais couvertes par une page plus vieille, puis signées", async () => {
  const { m, conseiller, elle, dossier } = await chezElle(3);
  const chemin = "/mon-bilan/questionnaire/parcours";
  const premiere = await elle.post(chemin, { reponse: "Vingt ans de vente.", version: "0" });
  expect(premiere.headers.get("location")).toBe("/mon-bilan/questionnaire/motivations");
  expect(await (await elle.get(chemin)).text()).toContain("Vingt ans de vente.");
  expect(await (await elle.get("/mon-bilan")).text()).toContain("réponse sur 7");
  expect(await (await elle.get("/mon-bilan")).text()).toContain('href="/aide/votre-espace"');
  // Another device shows the first version, and sends after a newer text was kept.
  await elle.post(chemin, { reponse: "Vingt ans de vente, deux de gestion.", version: "1" });
  const vieille = await elle.post(chemin, { reponse: "Autre chose, écrit ailleurs.", version: "1" });
  const page = await vieille.text();
  expect(vieille.status).toBe(409);
  expect([page.includes("deux de gestion"), page.includes("écrit ailleurs")]).toEqual([true, true]);
  const version = champ(page, "version");
  await elle.post(chemin, { reponse: "Vente, gestion, et le reste.", version });
  expect((await dossier()).etat.questionnaires).toHaveLength(0);

  const fin = await envoyer(elle, "/mon-bilan/questionnaire", {});
  const signature = fin.headers.get("location")!;
  expect(signature).toMatch(/^\/mon-bilan\/signer\/questionnaire\//);
  expect(await (await elle.get(signature)).text()).toContain("Vente, gestion, et le reste.");
  await signer(elle, signature);
  const { etat, reference, faits } = await dossier();
  expect(etat.questionnaires).toMatchObject([
    { moment: "entretien", rubriques: ["parcours"], signatures: [{ par: "beneficiaire" }] },
  ]);
  expect(JSON.stringify(faits)).not.toContain("gestion");
  expect((await elle.get("/mon-bilan/questionnaire")).status).toBe(404);
  expect(await (await conseiller.get(`/dossiers/${reference}/notes`)).text()).toContain("et le reste");
  expect(m.pannes).toEqual([]);
});

it("à la reprise, ses premières réponses se lisent à côté des nouvelles, et pas à la première fois", async () => {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  const { reference } = await ouvrirDossierVide(m.maison, auteur);
  const reponses = texteDesReponses(new Map([["parcours", "Vingt ans de vente."]]));
  const recit = BILAN_REMIS.slice(0, JUSQU_A_LA_SEANCE).map((f, i) =>
    i === 3
      ? (sceller: Sceller) =>
          questionnaireRempli.nouveau(jour("2026-09-03"), {
            moment: "entretien",
            rubriques: ["parcours"],
            reponses: sceller(reponses, "reponses"),
          })
      : f,
  );
  await ecrireFaits(m.maison, auteur, reference, recit);
  const elle = await entrerChezElle(m, auteur, reference);
  const page = async (fin: string) => plat(await (await elle.get(`/mon-bilan/questionnaire${fin}`)).text());
  const parcours = await page("/parcours");
  expect(parcours).toContain("Votre première réponse, le 3 septembre 2026");
  expect(parcours).toContain("Vingt ans de vente.");
  expect(await page("/motivations")).not.toContain("Votre première réponse");
  await elle.post("/mon-bilan/questionnaire/parcours", { reponse: "Et deux de gestion.", version: "0" });
  const relue = await page("");
  expect([relue.includes("Et deux de gestion."), relue.includes("La première fois, le 3 septembre")]).toEqual(
    [true, true],
  );
  const premiere = await chezElle(3);
  expect(await (await premiere.elle.get("/mon-bilan/questionnaire")).text()).not.toContain(
    "La première fois",
  );
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
  const { m, elle } = await chezElle(BILAN_REMIS.length);
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
  const { m, elle, reference } = await chezElle(indiceDe("synthese_remise.v1"));
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

it("sa session finit pendant qu’elle écrit : ses mots attendent dans la page d’entrée", async () => {
  const { m, elle } = await chezElle(3);
  const chemin = "/mon-bilan/questionnaire/parcours";
  const pour = champ(await (await elle.get(chemin)).text(), "pour");
  const sansSession = await m.app.request(`${URL_DE_TEST}${chemin}`, {
    method: "POST",
    headers: { origin: URL_DE_TEST, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ reponse: "Vingt ans de vente.", version: "0", pour }).toString(),
  });
  expect([sansSession.status, (await sansSession.text()).includes("Vingt ans de vente.")]).toEqual([
    401,
    true,
  ]);
  // Given back, they are shown and not written: she sends them herself.
  const rendus = await elle.post(chemin, {
    reponse: "Vingt ans de vente.",
    version: "0",
    pour,
    reprise: "oui",
  });
  expect((await rendus.text()).includes("Vingt ans de vente.")).toBe(true);
  expect(await (await elle.get(chemin)).text()).not.toContain("Vingt ans de vente.");
});
