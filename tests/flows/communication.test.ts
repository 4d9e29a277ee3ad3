import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import type { FaitNouveau } from "../../src/dossier/fait.ts";
import { communicationAutorisee, communicationRevoquee } from "../../src/dossier/faits/conclusion.ts";
import { contenusDetruits } from "../../src/dossier/faits/fin.ts";
import { listerLecturesDeTiers } from "../../src/usecases/acces/lectures-de-tiers.ts";
import { listerDocumentsEnvoyes } from "../../src/usecases/communication/documents-envoyes.ts";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import { jour } from "../../src/values/jour.ts";
import { CANARI } from "../harness/bilan.ts";
import { ecrireFaits, ecrireHistoire, type Sceller } from "../harness/histoire.ts";
import { lienEnvoye } from "../harness/lien-envoye.ts";
import { ouvrirMaisonDeTest, URL_DE_TEST } from "../harness/maison.ts";
import { entrerChezElle } from "../harness/personne.ts";
import { bilanFinance, motsDuPdf } from "../harness/tiers.ts";

const ADRESSE = "cep@conseil.example";
const LECTEUR = { nom: "Sacha Inventé", courriel: ADRESSE, jours: "14" };
const AUJOURDHUI = jour("2026-11-24");
const accord = (document: "synthese" | "resultats_detailles") =>
  communicationAutorisee.nouveau(AUJOURDHUI, { document, destinataire: "cep" });

async function bilanRemis(accords: ("synthese" | "resultats_detailles")[]) {
  const m = await ouvrirMaisonDeTest();
  const conseiller = await m.client("conseiller");
  const { reference } = await ecrireHistoire(m, conseiller.auteur, bilanFinance({ financeurs: ["cpf"] }));
  if (accords.length > 0) {
    await ecrireFaits(m.maison, conseiller.auteur, reference, accords.map(accord));
  }
  const adresse = `/dossiers/${reference}/acces/communiquer`;
  const envoyer = (plus: Record<string, string> = {}) =>
    conseiller.post(adresse, {
      jeton: randomUUID(),
      geste: "envoyer",
      accord: "synthese.cep",
      ...LECTEUR,
      ...plus,
    });
  const dossier = async () => (await consulterDossier(m.maison, conseiller.auteur, reference))!;
  const lire = (chemin: string, method = "GET") =>
    m.app.request(`${URL_DE_TEST}${chemin}`, { method, headers: { origin: URL_DE_TEST } });
  const lien = async () => (await lienEnvoye(m, "document-communique", ADRESSE))!;
  return { m, conseiller, reference, adresse, envoyer, dossier, lire, lien };
}

it("« une autre personne » : un accord sans nom ne laisse rien partir ; nommé, le lien ne part qu’à elle", async () => {
  const { m, conseiller, reference, adresse, envoyer, dossier } = await bilanRemis([]);
  const autre =
    (nom: string | null) =>
    (sceller: Sceller): FaitNouveau =>
      communicationAutorisee.nouveau(AUJOURDHUI, {
        document: "synthese",
        destinataire: "autre",
        lecteur: nom === null ? null : sceller(nom, "lecteur"),
      });
  await ecrireFaits(m.maison, conseiller.auteur, reference, [autre(null)]);
  expect((await envoyer({ accord: "synthese.autre" })).status).toBe(422);
  expect(await (await conseiller.get(adresse)).text()).toContain("Aucun document ne peut partir");
  await ecrireFaits(m.maison, conseiller.auteur, reference, [autre("Sacha Inventé"), autre("Lou Fictive")]);
  const [, sacha, lou] = (await dossier()).etat.communications;
  const accordDe = (nom: string) => `synthese.autre.${(nom === "Lou Fictive" ? lou : sacha)!.fait}`;
  const ailleurs = await envoyer({ accord: accordDe("Lou Fictive") });
  expect(ailleurs.status).toBe(422);
  expect(await ailleurs.text()).toContain("nomme Lou Fictive");
  expect((await envoyer({ accord: accordDe("Sacha Inventé") })).status).toBe(303);
  expect((await envoyer({ accord: accordDe("Lou Fictive"), nom: "Lou Fictive" })).status).toBe(303);
  // One link each: the second reader's does not end the first one's; taking one agreement back ends its own alone.
  const vivants = async () =>
    (await listerDocumentsEnvoyes(m.maison, conseiller.auteur, reference))!
      .filter((l) => l.vivant)
      .map((l) => l.nom)
      .toSorted();
  expect(await vivants()).toEqual(["Lou Fictive", "Sacha Inventé"]);
  const retrait = { document: "synthese", destinataire: "autre", accord: lou!.fait } as const;
  await ecrireFaits(m.maison, conseiller.auteur, reference, [
    communicationRevoquee.nouveau(AUJOURDHUI, retrait),
  ]);
  expect(await vivants()).toEqual(["Sacha Inventé"]);
});

it("sans accord vivant qui nomme ce document et ce destinataire, rien ne part", async () => {
  const { m, conseiller, reference, adresse, envoyer, dossier } = await bilanRemis([]);
  expect(await (await conseiller.get(adresse)).text()).toContain("Aucun document ne peut partir");
  const refus = async (plus: Record<string, string> = {}) => {
    const reponse = await envoyer(plus);
    return [reponse.status, (await reponse.text()).includes("n’a pas donné d’accord écrit")];
  };
  expect(await refus()).toEqual([422, true]);
  const { auteur } = conseiller;
  await ecrireFaits(m.maison, auteur, reference, [accord("resultats_detailles")]);
  expect(await refus()).toEqual([422, true]);
  expect(await refus({ accord: "resultats_detailles.employeur" })).toEqual([422, true]);
  await ecrireFaits(m.maison, auteur, reference, [
    accord("synthese"),
    communicationRevoquee.nouveau(AUJOURDHUI, { document: "synthese", destinataire: "cep" }),
  ]);
  expect(await refus()).toEqual([422, true]);
  expect(await lienEnvoye(m, "document-communique", ADRESSE)).toBeNull();
  expect((await dossier()).faits.filter((f) => f.type === "document_communique.v1")).toEqual([]);
});

it("une saisie fausse est refusée, et rien n’est perdu", async () => {
  const { m, envoyer } = await bilanRemis(["synthese"]);
  for (const [faux, phrase] of [
    [{ nom: "Sacha" }, "le prénom, puis le nom"],
    [{ courriel: "cep@" }, "n’est pas complète"],
    [{ jours: "0" }, "entre 1 et 30"],
    [{ jours: "31" }, "entre 1 et 30"],
    [{ accord: "" }, "Choisissez"],
  ] as const) {
    const reponse = await envoyer(faux);
    const texte = await reponse.text();
    expect([faux, reponse.status, texte.includes(phrase)]).toEqual([faux, 422, true]);
    expect(texte).toContain(`value="${{ ...LECTEUR, ...faux }.courriel}"`);
  }
  expect(await lienEnvoye(m, "document-communique", ADRESSE)).toBeNull();
});

it("seul son conseiller montre un document : ni un collègue, ni l’assistant, ni la direction", async () => {
  const { m, adresse } = await bilanRemis(["synthese"]);
  for (const role of ["assistant", "responsable", "employeur", "auditeur"] as const) {
    const autre = await m.client(role);
    expect([role, (await autre.get(adresse)).status]).toEqual([role, 404]);
    expect([role, (await autre.post(adresse, { geste: "envoyer" })).status]).toEqual([role, 404]);
  }
  const ailleurs = await m.client("conseiller", await m.fonder());
  expect((await ailleurs.get(adresse)).status).toBe(404);
});

it("le lien ne nomme personne avant d’être ouvert ; ouvert, il donne ce document et le dossier le dit", async () => {
  const { m, conseiller, adresse, envoyer, dossier, lire, lien } = await bilanRemis([
    "synthese",
    "resultats_detailles",
  ]);
  expect((await envoyer()).status).toBe(303);
  const avant = (await dossier()).faits.length;
  const chemin = await lien();
  const fermee = await (await lire(chemin)).text();
  expect(fermee).toContain("Ouvrir le document");
  expect(fermee).not.toMatch(/Camille|Fictive|zibeline/);
  expect((await lire(`${chemin}/document.pdf`)).status).toBe(404);
  expect((await dossier()).faits).toHaveLength(avant);

  expect((await lire(chemin, "POST")).status).toBe(303);
  expect((await dossier()).faits.at(-1)).toMatchObject({
    type: "document_communique.v1",
    donnees: { document: "synthese", destinataire: "cep" },
    auteur: { role: "conseiller", utilisateur: conseiller.auteur.utilisateur },
  });
  const ouverte = await (await lire(chemin)).text();
  expect(ouverte).toContain("Camille Fictive");
  expect(ouverte).not.toContain("résultats détaillés");
  const pdf = await lire(`${chemin}/document.pdf`);
  expect(pdf.headers.get("content-type")).toBe("application/pdf");
  const mots = motsDuPdf(Buffer.from(await pdf.arrayBuffer()));
  expect(mots).toContain(CANARI);
  expect(mots).toContain("Document de synthèse");
  expect(mots).not.toContain("notes de la séance");

  // Opening it again writes nothing more.
  expect((await lire(chemin, "POST")).status).toBe(303);
  expect((await dossier()).faits).toHaveLength(avant + 1);
  const liste = await (await conseiller.get(adresse)).text();
  expect(liste).toContain("Sacha Inventé");
  expect(liste).toContain("Le 24");
  expect((await dossier()).constats.filter((c) => c.rule.id === "D10")[0]!.verdict).toBe("conforme");
  expect(m.pannes).toEqual([]);
});

it("chaque lecture d’un document montré est écrite : la personne et son conseiller la voient, un collègue non", async () => {
  const { m, conseiller, reference, adresse, envoyer, lire, lien } = await bilanRemis(["synthese"]);
  await envoyer();
  const chemin = await lien();
  await lire(chemin);
  const lues = async (auteur = conseiller.auteur) =>
    (await listerLecturesDeTiers(m.maison, auteur, reference))!.map((l) => [l.nom, l.role, l.quoi]);
  expect(await lues()).toEqual([]);
  await lire(chemin, "POST");
  m.regler("2026-11-24T10:05:00.000Z");
  for (let i = 0; i < 2; i += 1) await lire(`${chemin}/document.pdf`);
  const pris = ["Sacha Inventé", "destinataire", "La synthèse : le document pris (PDF)"];
  const attendues = [pris, pris, ["Sacha Inventé", "destinataire", "La synthèse : le lien ouvert"]];
  expect(await lues()).toEqual(attendues);
  const elle = await entrerChezElle(m, conseiller.auteur, reference);
  for (const vue of [
    await (await elle.get("/mon-bilan/qui-voit")).text(),
    await (await conseiller.get(adresse)).text(),
  ]) {
    expect(vue).toContain("Sacha Inventé, destinataire d’un document");
    expect(vue).toMatch(/24\snovembre\s2026 à 11\sh\s05/);
  }
  const tout = await (await elle.get("/mon-bilan/tout/page")).text();
  expect(tout.match(/11\sh\s05\s: Sacha Inventé, destinataire d’un document/g)).toHaveLength(2);
  for (const role of ["assistant", "responsable"] as const)
    expect([role, await lues((await m.client(role)).auteur)]).toEqual([role, []]);
});

it("les résultats détaillés sont un autre document", async () => {
  const { envoyer, lire, lien } = await bilanRemis(["resultats_detailles"]);
  expect((await envoyer({ accord: "resultats_detailles.cep" })).status).toBe(303);
  const chemin = await lien();
  await lire(chemin, "POST");
  const pdf = await lire(`${chemin}/document.pdf`);
  const mots = motsDuPdf(Buffer.from(await pdf.arrayBuffer()));
  expect(mots).toContain("Résultats détaillés");
  expect(mots).not.toContain("projet professionnel");
});

it("elle retire son accord : le lien ne montre plus rien, à l’instant, ouvert ou non", async () => {
  const { m, conseiller, reference, envoyer, lire, lien, dossier } = await bilanRemis(["synthese"]);
  await envoyer();
  const chemin = await lien();
  await lire(chemin, "POST");
  expect((await lire(`${chemin}/document.pdf`)).status).toBe(200);
  const elle = await entrerChezElle(m, conseiller.auteur, reference);
  const accords = await (await elle.get("/mon-bilan/accords")).text();
  expect(accords).toContain("Sacha Inventé");
  const voit = await (await elle.get("/mon-bilan/qui-voit")).text();
  expect(voit).not.toContain("les présences sur le temps de travail");
  const retrait = "/mon-bilan/signer/retrait_communication/synthese.cep";
  const page = await (await elle.get(retrait)).text();
  const champ = (nom: string) => new RegExp(`name="${nom}" value="([^"]*)"`).exec(page)?.[1] ?? "";
  const signe = await elle.post(retrait, {
    jeton: champ("jeton"),
    empreinte: champ("empreinte"),
    atteste: "oui",
    nom: "Camille Fictive",
  });
  expect(signe.status).toBe(303);
  const avant = (await dossier()).faits.length;
  for (const [fin, methode] of [
    ["", "GET"],
    ["", "POST"],
    ["/document.pdf", "GET"],
  ] as const) {
    const reponse = await lire(`${chemin}${fin}`, methode);
    expect([fin, methode, reponse.status]).toEqual([fin, methode, 404]);
    expect(await reponse.text()).not.toMatch(/Camille|zibeline/);
  }
  expect((await dossier()).faits).toHaveLength(avant);
});

it("le lien s’arrête à son terme, quand le conseiller l’arrête, ou quand un autre le remplace", async () => {
  const { m, conseiller, adresse, envoyer, lire, lien } = await bilanRemis(["synthese"]);
  await envoyer({ jours: "2" });
  const premier = await lien();
  m.regler("2026-11-26T08:59:00.000Z");
  expect((await lire(premier)).status).toBe(200);
  m.regler("2026-11-26T09:00:00.000Z");
  for (const fin of ["", "/document.pdf"]) expect((await lire(`${premier}${fin}`)).status).toBe(404);

  m.regler("2026-11-24T09:00:00.000Z");
  expect((await lire(premier)).status).toBe(200);
  m.regler("2026-11-24T09:05:00.000Z");
  await envoyer();
  const second = await lien();
  expect(second).not.toBe(premier);
  expect([(await lire(premier)).status, (await lire(second)).status]).toEqual([404, 200]);

  const liste = await (await conseiller.get(adresse)).text();
  const id = /name="lien" value="([^"]+)"/.exec(liste)![1]!;
  const arret = { geste: "arreter", lien: id, jeton: randomUUID() };
  expect((await conseiller.post(adresse, arret)).status).toBe(303);
  expect((await lire(second)).status).toBe(404);
  expect((await conseiller.post(adresse, { ...arret, lien: "x" })).status).toBe(422);
  for (const faux of ["/communique/x", "/communique/..%2f", `/communique/${"a".repeat(5000)}`])
    expect([faux.slice(0, 20), (await lire(faux)).status]).toEqual([faux.slice(0, 20), 404]);
  expect(m.pannes).toEqual([]);
});

it("le contenu détruit, il n’y a plus rien à montrer ; un formulaire renvoyé n’envoie qu’un lien", async () => {
  const { m, conseiller, reference, envoyer, lire, lien } = await bilanRemis(["synthese"]);
  const jeton = randomUUID();
  for (let i = 0; i < 2; i += 1) expect((await envoyer({ jeton })).status).toBe(303);
  const chemin = await lien();
  await lire(chemin, "POST");
  await ecrireFaits(m.maison, conseiller.auteur, reference, [
    contenusDetruits.nouveau(AUJOURDHUI, { documents: 14 }),
  ]);
  expect((await lire(`${chemin}/document.pdf`)).status).toBe(404);
  expect((await lire(chemin)).status).toBe(404);
  expect((await envoyer()).status).toBe(422);
});
