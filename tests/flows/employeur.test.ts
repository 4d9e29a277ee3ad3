import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { conventionTransmise } from "../../src/dossier/faits/commande.ts";
import { factureEmise } from "../../src/dossier/faits/fin.ts";
import type { Financement, Financeur } from "../../src/law/etat.ts";
import { listerLecturesDeTiers } from "../../src/usecases/acces/lectures-de-tiers.ts";
import { lireQuiAAcces } from "../../src/usecases/acces/lire-acces.ts";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import { minutes } from "../../src/values/duree.ts";
import { jour } from "../../src/values/jour.ts";
import { centimes } from "../../src/values/montant.ts";
import { CANARI } from "../harness/bilan.ts";
import { CAMILLE, ecrireFaits, ecrireHistoire } from "../harness/histoire.ts";
import { lienEnvoye } from "../harness/lien-envoye.ts";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "../harness/maison.ts";
import { champ } from "../harness/page.ts";
import { entrerChezElle } from "../harness/personne.ts";
import { bilanFinance, CANARI_EN_CLAIR, entrerParSonLien, motsDuPdf, parcourir } from "../harness/tiers.ts";

const ADRESSE = "rh@employeur.example";
const SIGNEUR = { nom: "Lucie Inventée", courriel: ADRESSE };
const PLAN: Partial<Financement> = { financeurs: ["employeur"], plan: true, surTempsDeTravail: true };

async function dossierFinance(f: Partial<Financement>) {
  const m = await ouvrirMaisonDeTest();
  const conseiller = await m.client("conseiller");
  const { reference } = await ecrireHistoire(m, conseiller.auteur, bilanFinance(f));
  const page = `/dossiers/${reference}/acces/employeur`;
  const ouvrir = (saisie: Record<string, string> = SIGNEUR) =>
    conseiller.post(page, { jeton: randomUUID(), geste: "ouvrir", ...saisie });
  const dossier = async () => (await consulterDossier(m.maison, conseiller.auteur, reference))!;
  return { m, conseiller, reference, page, ouvrir, dossier };
}

const entrer = async (m: MaisonDeTest) =>
  entrerParSonLien(m, await lienEnvoye(m, "espace-employeur", ADRESSE), "employeur");

it.each<[string, Partial<Financement>, string]>([
  ["CPF hors du temps de travail", { financeurs: ["cpf"] }, "n’en est pas informé"],
  [
    "CPF hors du temps de travail, à sa demande",
    { financeurs: ["cpf"], employeurPrescripteur: true },
    "n’en est pas informé",
  ],
  ["la personne paie", { financeurs: ["fonds_propres"] }, "ne paie pas ce bilan"],
])("l’employeur n’a pas d’espace : %s", async (_, financement, phrase) => {
  const { m, conseiller, page, ouvrir, dossier } = await dossierFinance(financement);
  const avant = (await dossier()).faits.length;
  const lue = await (await conseiller.get(page)).text();
  expect(lue).toContain(phrase);
  expect(lue).not.toContain("Ouvrir et envoyer le lien");
  const reponse = await ouvrir();
  expect([reponse.status, (await reponse.text()).includes(phrase)]).toEqual([422, true]);
  expect((await dossier()).faits).toHaveLength(avant);
  expect(await lienEnvoye(m, "espace-employeur", ADRESSE)).toBeNull();
});

it("une saisie fausse ou l’adresse d’un autre est refusée, et rien n’est perdu", async () => {
  const { m, conseiller, reference, ouvrir, dossier } = await dossierFinance(PLAN);
  const avant = (await dossier()).faits.length;
  const acces = await lireQuiAAcces(m.maison, conseiller.auteur, reference);
  const duConseiller = acces!.membres[0]!.courriel;
  for (const [saisie, phrase] of [
    [{ nom: "", courriel: ADRESSE }, "Remplissez"],
    [{ nom: "Lucie", courriel: ADRESSE }, "le prénom, puis le nom"],
    [{ nom: "Lucie Inventée", courriel: "rh@" }, "n’est pas complète"],
    [{ nom: "Lucie Inventée", courriel: `x@y.example\r\nBcc: a@b.example` }, "n’est pas complète"],
    [
      { nom: "Lucie Inventée", courriel: CAMILLE.courriel!.toUpperCase() },
      "l’adresse de la personne accompagnée",
    ],
    [{ nom: "Lucie Inventée", courriel: duConseiller }, "l’adresse d’un membre de l’organisme"],
  ] as const) {
    const reponse = await ouvrir(saisie);
    const texte = await reponse.text();
    expect([saisie, reponse.status, texte.includes(phrase)]).toEqual([saisie, 422, true]);
    if (saisie.nom !== "") expect(texte).toContain(`value="${saisie.nom}"`);
  }
  expect((await conseiller.post("/dossiers/D-2026-9999/acces/employeur", { geste: "ouvrir" })).status).toBe(
    404,
  );
  expect((await dossier()).faits).toHaveLength(avant);
});

it("il entre par son lien, lit d’abord ce qu’il ne verra jamais, et signe la convention", async () => {
  const { m, ouvrir, dossier } = await dossierFinance(PLAN);
  expect((await ouvrir()).status).toBe(303);
  expect((await dossier()).faits.at(-1)).toMatchObject({
    type: "espace_ouvert.v1",
    donnees: { role: "employeur" },
  });
  const lui = await entrer(m);
  expect((await lui.get("/")).headers.get("location")).toBe("/employeur");
  const page = await (await lui.get("/employeur")).text();
  const corps = page.slice(page.indexOf("<main"));
  expect(corps.indexOf("Ce que vous ne verrez jamais")).toBeGreaterThan(0);
  expect(corps.indexOf("Ce que vous ne verrez jamais")).toBeLessThan(corps.indexOf("<h2"));
  expect(page).toMatch(/28\sseptembre\s2026/);
  expect(page).toContain("F-2026-042");
  expect(page).toContain("Prendre le certificat");

  const adresse = /href="(\/employeur\/signer\/convention\/[^"]+)"/.exec(page)![1]!;
  const texte = await (await lui.get(adresse)).text();
  const saisie = { jeton: champ(texte, "jeton"), empreinte: champ(texte, "empreinte"), atteste: "oui" };
  const autre = await lui.post(adresse, { ...saisie, nom: "Camille Fictive" });
  expect([autre.status, (await autre.text()).includes("Écrivez votre nom")]).toEqual([422, true]);
  const change = await lui.post(adresse, {
    ...saisie,
    jeton: randomUUID(),
    empreinte: "0".repeat(64),
    nom: "Lucie Inventée",
  });
  expect(change.status).toBe(409);
  const signe = await lui.post(adresse, { ...saisie, jeton: randomUUID(), nom: "lucie inventee" });
  expect(signe.status).toBe(303);
  const recu = await (await lui.get(signe.headers.get("location")!)).text();
  expect(recu).toContain("C’est signé");
  expect(recu).toContain('href="/employeur/convention"');
  expect((await dossier()).etat.convention!.signatures).toEqual([{ par: "employeur", le: "2026-11-24" }]);
  expect((await lui.get(adresse)).status).toBe(404);
  expect(m.pannes).toEqual([]);
});

it("il signe du nom que le dossier lui donne, pas de celui de son compte", async () => {
  const { m, ouvrir, dossier, reference } = await dossierFinance(PLAN);
  await m.comptes.trouverOuCreer({ nom: "Nom Secret", courriel: ADRESSE });
  await ouvrir({ ...SIGNEUR, nom: "Lucie Anne Claire Zoé Inventée" });
  const lui = await entrer(m);
  const adresse = /href="(\/employeur\/signer\/convention\/[^"]+)"/.exec(
    await (await lui.get("/employeur")).text(),
  )![1]!;
  const texte = await (await lui.get(adresse)).text();
  const saisie = { empreinte: champ(texte, "empreinte"), atteste: "oui" };
  const signer = (nom: string) => lui.post(adresse, { ...saisie, jeton: randomUUID(), nom });
  expect((await signer("Nom Secret")).status).toBe(422);
  expect((await dossier()).etat.convention!.signatures).toEqual([]);
  const signe = await signer("Claire Inventée");
  expect(signe.status).toBe(303);
  // The paper says who signed for the company, when, and under which receipt.
  const papier = await lui.get("/employeur/convention");
  const mots = motsDuPdf(Buffer.from(await papier.arrayBuffer())).replace(/\s+/g, " ");
  const recu = `n° ${reference}-${/\d+$/.exec(signe.headers.get("location") ?? "")?.[0]}`;
  for (const dit of ["Lucie Anne Claire Zoé", "24 novembre 2026 à 10 h", recu, "1 580,00 €"]) {
    expect(mots).toContain(dit);
  }
  expect(mots).not.toContain("autre rédaction");
});

it("une convention à qui il manque une mention de la loi se lit, dit ce qui manque, et ne se signe pas", async () => {
  const { m, conseiller, reference, ouvrir, dossier } = await dossierFinance(PLAN);
  const { donnees } = (await dossier()).faits.find((f) => f.type === "convention_transmise.v1")!;
  await ecrireFaits(m.maison, conseiller.auteur, reference, [
    conventionTransmise.nouveau(jour("2026-09-11"), {
      ...(donnees as Parameters<typeof conventionTransmise.nouveau>[1]),
      fin: null,
      reglement: null,
    }),
  ]);
  await ouvrir();
  const lui = await entrer(m);
  const adresse = /href="(\/employeur\/signer\/convention\/[^"]+)"/.exec(
    await (await lui.get("/employeur")).text(),
  )![1]!;
  const texte = await (await lui.get(adresse)).text();
  const manque = "Ce texte ne dit pas encore la période de réalisation et les modalités de règlement.";
  expect(texte).toContain(manque);
  expect(texte).toContain("Le dossier ne le dit pas encore.");
  const reponse = await lui.post(adresse, {
    jeton: randomUUID(),
    empreinte: champ(texte, "empreinte"),
    atteste: "oui",
    nom: SIGNEUR.nom,
  });
  expect([reponse.status, (await reponse.text()).includes(manque)]).toEqual([422, true]);
  expect((await dossier()).etat.convention!.signatures).toEqual([]);
});

it("il peut dire non sans dire pourquoi", async () => {
  const { m, ouvrir, dossier } = await dossierFinance(PLAN);
  await ouvrir();
  const lui = await entrer(m);
  const adresse = /href="\/employeur\/signer\/(convention\/[^"]+)"/.exec(
    await (await lui.get("/employeur")).text(),
  )![1]!;
  const page = await (await lui.get(`/employeur/desaccord/${adresse}`)).text();
  const reponse = await lui.post(`/employeur/desaccord/${adresse}`, {
    jeton: champ(page, "jeton"),
    empreinte: champ(page, "empreinte"),
  });
  expect(reponse.status).toBe(303);
  expect(await (await lui.get(reponse.headers.get("location")!)).text()).toContain("C’est noté");
  expect((await dossier()).faits.at(-1)).toMatchObject({ type: "desaccord_exprime.v1" });
});

it("rien du contenu, d’aucun lieu, motif, thème ni test n’arrive jusqu’à lui", async () => {
  const { m, reference, ouvrir } = await dossierFinance(PLAN);
  await ouvrir();
  const lui = await entrer(m);
  const vues = await parcourir(lui, [
    "/employeur",
    "/",
    `/dossiers/${reference}`,
    `/dossiers/${reference}/notes`,
    `/dossiers/${reference}/papiers/synthese`,
    `/dossiers/${reference}/controle`,
    "/mon-bilan",
    "/aujourdhui",
    "/dossiers",
    "/messages",
  ]);
  expect(vues.size).toBeGreaterThan(12);
  expect(vues.get("/employeur")).toContain("À signer");
  expect(vues.get("/employeur/certificat")).toContain("Camille");
  expect(vues.get("/employeur/convention")).toContain("Ateliers Fictifs");
  const INTERDITS = [CANARI, CANARI_EN_CLAIR, "analyse_besoin", "maladie"];
  // The convention names the three phases of the law (R6313-8); nothing else of his does.
  const PHASES = ["préliminaire", "investigation"];
  const AIDE = /^\/(aide|styles|scripts|polices|icone)/;
  for (const [adresse, octets] of vues) {
    if (AIDE.test(adresse)) continue;
    const interdits = adresse.includes("/convention") ? INTERDITS : [...INTERDITS, ...PHASES];
    for (const mot of interdits) expect([adresse, mot, octets.includes(mot)]).toEqual([adresse, mot, false]);
  }
  expect(vues.get(`/dossiers/${reference}`)).toContain("Cette page n’existe pas");
  expect(m.pannes).toEqual([]);
});

it("hors du temps de travail, aucune date de présence ne lui est dite", async () => {
  const { m, ouvrir } = await dossierFinance({ ...PLAN, surTempsDeTravail: false });
  await ouvrir();
  const page = await (await (await entrer(m)).get("/employeur")).text();
  expect(page).toContain("n’est pas sur le temps de travail");
  expect(page).not.toMatch(/28\sseptembre/);
});

it("chacune de ses lectures est notée : la personne et l’organisme voient qui, quoi et quand", async () => {
  const { m, conseiller, page, reference, ouvrir } = await dossierFinance(PLAN);
  await ouvrir();
  const lui = await entrer(m);
  const elle = await entrerChezElle(m, conseiller.auteur, reference);
  expect(await (await elle.get("/mon-bilan/qui-voit")).text()).toContain("Rien n’a été lu");
  const adresse = /href="(\/employeur\/signer\/convention\/[^"]+)"/.exec(
    await (await lui.get("/employeur")).text(),
  )![1]!;
  m.regler("2026-11-24T10:05:00.000Z");
  expect((await lui.get(adresse)).status).toBe(200);
  expect((await lui.get("/employeur/signer/convention/inconnue")).status).toBe(404);
  expect((await lui.get("/employeur/certificat")).status).toBe(200);
  expect((await lui.post(adresse, { atteste: "oui", nom: "x", empreinte: "0" })).status).toBe(409);
  const lectures = await listerLecturesDeTiers(m.maison, conseiller.auteur, reference);
  expect(lectures!.map((l) => [l.nom, l.role, l.quoi]).toReversed()).toEqual([
    ["Lucie Inventée", "employeur", "La convention, les présences, le certificat, ses factures"],
    ["Lucie Inventée", "employeur", "Le texte de « Signer la convention »"],
    ["Lucie Inventée", "employeur", "Le certificat de réalisation (PDF)"],
    ["Lucie Inventée", "employeur", "Le texte de « Signer la convention »"],
  ]);
  const assistant = await m.client("assistant");
  for (const vue of [
    await (await elle.get("/mon-bilan/qui-voit")).text(),
    await (await conseiller.get(page)).text(),
    await (await assistant.get(page)).text(),
  ]) {
    expect(vue).toMatch(/24\snovembre\s2026 à 11\sh\s05/);
    expect(vue).toContain("Lucie Inventée, employeur");
    expect(vue).toContain("Le certificat de réalisation (PDF)");
  }
  await conseiller.post(page, { jeton: randomUUID(), geste: "fermer" });
  await lui.get("/employeur");
  expect(await listerLecturesDeTiers(m.maison, conseiller.auteur, reference)).toHaveLength(4);
  const ailleurs = await m.client("conseiller", await m.fonder());
  expect(await listerLecturesDeTiers(m.maison, ailleurs.auteur, reference)).toBeUndefined();
  expect(m.pannes).toEqual([]);
});

it("il ne voit que les factures qui lui sont adressées ; la personne les voit toutes, et pour qui", async () => {
  const { m, conseiller, reference, ouvrir } = await dossierFinance({
    ...PLAN,
    financeurs: ["opco", "employeur"],
  });
  const facture = (numero: string, payeur: Financeur | null) =>
    factureEmise.nouveau(jour("2026-11-21"), {
      numero,
      lignes: [{ nature: "accompagnement", minutes: minutes(60), montant: centimes(10_000) }],
      priseEnChargeDuReste: null,
      payeur,
    });
  await ecrireFaits(m.maison, conseiller.auteur, reference, [
    facture("F-2026-043", "employeur"),
    facture("F-2026-044", "opco"),
    facture("F-2026-045", "fonds_propres"),
    facture("F-2026-046", "conge_reclassement"),
  ]);
  await ouvrir();
  const lues = (page: string) => [...new Set(page.match(/F-2026-\d{3}/g))];
  const page = await (await (await entrer(m)).get("/employeur")).text();
  // F-2026-042 is older than the question: it names nobody, and he is not the only one who pays.
  expect(lues(page)).toEqual(["F-2026-043", "F-2026-046"]);
  const elle = await entrerChezElle(m, conseiller.auteur, reference);
  const siennes = await (await elle.get("/mon-bilan/papiers")).text();
  expect(lues(siennes)).toEqual(["F-2026-042", "F-2026-043", "F-2026-044", "F-2026-045", "F-2026-046"]);
  for (const qui of ["Non dit", "L’employeur", "L’opérateur de compétences", "Vous"])
    expect(siennes).toContain(`>${qui}<`);
  expect(m.pannes).toEqual([]);
});

it("une facture émise dit à qui elle est adressée, parmi ceux qui paient", async () => {
  const { conseiller, reference, dossier } = await dossierFinance({ financeurs: ["opco"], plan: true });
  const adresse = `/dossiers/${reference}/actes/emettreFacture`;
  const formulaire = await (await conseiller.get(adresse)).text();
  const choix = /name="payeur"[\s\S]*?<\/select>/.exec(formulaire)![0];
  expect([...choix.matchAll(/value="([a-z_]+)"/g)].map((x) => x[1])).toEqual([
    "employeur",
    "opco",
    "fonds_propres",
  ]);
  const saisie = { numero: "F-2026-050", date: "24/11/2026", minutes: "1 h", montant: "90" };
  const envoyer = (payeur: string) => conseiller.post(adresse, { jeton: randomUUID(), ...saisie, payeur });
  const sans = await envoyer("");
  expect([sans.status, (await sans.text()).includes("À qui elle est adressée")]).toEqual([422, true]);
  expect((await envoyer("region")).status).toBe(422);
  const avant = (await dossier()).faits.length;
  expect((await envoyer("employeur")).status).toBe(303);
  expect((await dossier()).faits.slice(avant)).toMatchObject([
    { type: "facture_emise.v1", donnees: { numero: "F-2026-050", payeur: "employeur" } },
  ]);
});

it("sa porte fermée, la page suivante est refusée ; une autre adresse a une autre porte", async () => {
  const { m, conseiller, reference, page, ouvrir } = await dossierFinance(PLAN);
  await ouvrir();
  const deux = await ouvrir({ nom: "Autre Fictif", courriel: "autre@employeur.example" });
  expect([deux.status, (await deux.text()).includes("a déjà un espace")]).toEqual([422, true]);
  const lui = await entrer(m);
  const acces = await (await conseiller.get(`/dossiers/${reference}/acces`)).text();
  expect(acces).toContain("Lucie Inventée");
  expect(acces).toContain("les présences sur le temps de travail");
  const ferme = await conseiller.post(page, { jeton: randomUUID(), geste: "fermer" });
  expect(ferme.status).toBe(303);
  expect((await lui.get("/employeur")).status).not.toBe(200);
  const renvoi = await conseiller.post(page, { jeton: randomUUID(), geste: "renvoyer" });
  expect(renvoi.status).toBe(422);
});

it("ouvrir deux fois avec le même formulaire n’a qu’un effet", async () => {
  const { conseiller, page, dossier } = await dossierFinance(PLAN);
  const avant = (await dossier()).faits.length;
  const jeton = randomUUID();
  for (let i = 0; i < 2; i += 1)
    expect((await conseiller.post(page, { jeton, geste: "ouvrir", ...SIGNEUR })).status).toBe(303);
  expect((await dossier()).faits).toHaveLength(avant + 1);
});
