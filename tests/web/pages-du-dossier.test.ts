import { execFileSync } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
import { seancePlanifiee, seanceSignee } from "../../src/dossier/faits/seances.ts";
import { rangsRetenus, verifierDossierControle } from "../../src/evidence/dossier-controle.ts";
import { lancerPreparation, suivrePreparation } from "../../src/usecases/controle/preparations.ts";
import { sIdentite } from "../../src/usecases/dossier/identite.ts";
import { tenirLesJournaux } from "../../src/usecases/journal/signer-journal.ts";
import type { Heure } from "../../src/values/heure.ts";
import { jour } from "../../src/values/jour.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";
import { BILAN_CERTIFIE, BILAN_DETRUIT, BILAN_REMIS, CANARI } from "../harness/bilan.ts";
import { ecrireFaits, ecrireHistoire, ouvrirDossierVide } from "../harness/histoire.ts";
import { type Client, type MaisonDeTest, ouvrirMaisonDeTest } from "../harness/maison.ts";

/** The words of a PDF on one line, every kind of space made plain. */
const pdf = (octets: ArrayBuffer) =>
  execFileSync("pdftotext", ["-layout", "-", "-"], {
    input: new Uint8Array(octets),
    encoding: "utf8",
  }).replace(/[\s\u00a0\u202f]+/g, " ");

/** The text of a page, markup gone and spaces made plain. */
async function lire(
  client: Client,
  chemin: string,
): Promise<{ statut: number; texte: string; html: string }> {
  const reponse = await client.get(chemin);
  const html = await reponse.text();
  const texte = html.replace(/<style[\s\S]*?<\/style>|<[^>]+>/g, " ").replace(/[\s\u00a0\u202f]+/g, " ");
  return { statut: reponse.status, texte, html };
}

async function attendre(m: MaisonDeTest, client: Client, adresse: string): Promise<void> {
  const id = adresse.split("/").at(-1)!;
  while ((await suivrePreparation(m.maison, client.auteur, id))?.etat === "enCours") {
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Eleven facts before the sessions, nine sessions planned, the first one held. */
const SEANCE_1_TENUE = 21;

const PAPIERS = [
  "devis",
  "document-de-suivi",
  "feuille-d-emargement",
  "feuille-d-emargement-vierge",
  "recepisse-de-remise",
  "certificat-de-realisation",
];

describe("un bilan certifié", () => {
  it("chaque papier s’ouvre en PDF sous un nom neutre, sans un mot du contenu ; la synthèse pour le conseiller seul", async () => {
    const m = await ouvrirMaisonDeTest();
    const nadia = await m.client("conseiller");
    const { reference } = await ecrireHistoire(m, nadia.auteur, BILAN_CERTIFIE);
    for (const papier of PAPIERS) {
      const reponse = await nadia.get(`/dossiers/${reference}/papiers/${papier}`);
      expect([papier, reponse.status]).toEqual([papier, 200]);
      expect(reponse.headers.get("content-type")).toBe("application/pdf");
      expect(reponse.headers.get("content-disposition")).toBe(
        `inline; filename="${papier}-${reference}.pdf"`,
      );
      const texte = pdf(await reponse.arrayBuffer());
      expect(texte).toContain("Camille Fictive");
      expect(texte).not.toContain(CANARI);
    }
    const synthese = `/dossiers/${reference}/papiers/synthese`;
    const lue = pdf(await (await nadia.get(synthese)).arrayBuffer());
    for (const partie of ["circonstances du bilan", "compétences et aptitudes", "projet professionnel"]) {
      expect(lue).toContain(`${partie} : ${CANARI}`);
    }
    for (const role of ["assistant", "responsable"] as const) {
      const autre = await m.client(role);
      expect((await autre.get(synthese)).status).toBe(404);
      expect((await autre.get(`/dossiers/${reference}/notes`)).status).toBe(404);
      const liste = await lire(autre, `/dossiers/${reference}/papiers`);
      expect(liste.html).not.toContain("papiers/synthese");
      expect(liste.html).not.toContain(`/dossiers/${reference}/notes`);
    }
    expect(m.pannes).toEqual([]);
  });

  it("la feuille d’émargement dit l’heure et le moyen de chaque signature, le récépissé porte le journal", async () => {
    const m = await ouvrirMaisonDeTest();
    const nadia = await m.client("conseiller");
    const { reference } = await ecrireHistoire(m, nadia.auteur, BILAN_CERTIFIE);
    const ouvrir = async (papier: string) =>
      pdf(await (await nadia.get(`/dossiers/${reference}/papiers/${papier}`)).arrayBuffer());
    const feuille = await ouvrir("feuille-d-emargement");
    expect(feuille).toContain("12 oct. 2026 à 18 h 12 oct. 2026 à 18 h");
    expect(feuille).toContain("sur l’appareil du conseiller");
    expect(feuille).toContain("depuis son compte");
    expect(feuille).not.toContain("non signée");
    const recu = await ouvrir("recepisse-de-remise");
    expect(recu).toContain(`Témoin : probant/${m.organismeId}`);
    await ecrireHistoire(m, nadia.auteur, BILAN_REMIS.slice(0, 2));
    await tenirLesJournaux(m.maison);
    expect(await ouvrir("recepisse-de-remise")).toBe(recu);
    const certificat = await ouvrir("certificat-de-realisation");
    expect(certificat).toContain("Karim Aït Saïd");
    expect(certificat).toContain("20,00 heures (20 h)");
  });

  it("les notes sont rangées par ce qu’elles sont ; détruites, la page le dit", async () => {
    const m = await ouvrirMaisonDeTest();
    const nadia = await m.client("conseiller");
    const vide = await ouvrirDossierVide(m.maison, nadia.auteur);
    expect((await lire(nadia, `/dossiers/${vide.reference}/notes`)).texte).toContain(
      "Aucune note pour le moment",
    );
    const { reference } = await ecrireHistoire(m, nadia.auteur, BILAN_REMIS);
    const { texte } = await lire(nadia, `/dossiers/${reference}/notes`);
    expect(texte).toContain("Seuls Camille et son conseiller lisent cette page");
    for (const voulu of [
      `notes de l’entretien : ${CANARI}`,
      `notes de la séance s3 : ${CANARI}`,
      `réponses reprises : ${CANARI}`,
      "1. Les circonstances du bilan",
      "2. Les compétences et les aptitudes",
      "3. Le projet professionnel",
    ]) {
      expect(texte).toContain(voulu);
    }
    const detruit = await ecrireHistoire(m, nadia.auteur, BILAN_DETRUIT);
    const apres = await lire(nadia, `/dossiers/${detruit.reference}/notes`);
    expect(apres.texte).toContain("Ces textes ont été détruits");
    expect(apres.texte).not.toContain(CANARI);
    expect((await nadia.get(`/dossiers/${detruit.reference}/papiers/synthese`)).status).toBe(409);
  });

  it("un fait montre sa preuve : d’abord en attente, puis sa place et la tête signée", async () => {
    const m = await ouvrirMaisonDeTest();
    const nadia = await m.client("conseiller");
    const { reference } = await ecrireHistoire(m, nadia.auteur, BILAN_REMIS.slice(0, 3));
    const avant = await lire(nadia, `/dossiers/${reference}/faits/2`);
    expect(avant.texte).toContain("Pas encore inscrit au journal");
    expect(avant.texte).toContain("Contenu scellé : Notes");
    expect(avant.texte).not.toContain(CANARI);
    await tenirLesJournaux(m.maison);
    const apres = await lire(nadia, `/dossiers/${reference}/faits/2`);
    expect(apres.texte).toContain("Scellé au journal");
    expect(apres.texte).toContain("Position au journal 1");
    expect(apres.texte).toMatch(
      /Signé par Centre Horizon Au journal, sa clé porte le nom probant\/[0-9a-f-]{36}/,
    );
    expect(apres.texte).toContain("3 septembre 2026 à 18 h, par le conseiller");
    expect(apres.html).toContain(`/dossiers/${reference}/actes/corrigerFait?sur=`);
    const qualite = await m.client("responsable");
    expect((await lire(qualite, `/dossiers/${reference}/faits/2`)).html).not.toContain("corrigerFait");
    for (const n of ["0", "4", "1.5", "-1", "x"]) {
      expect((await nadia.get(`/dossiers/${reference}/faits/${n}`)).status).toBe(404);
    }
  });

  it("les séances : signatures, retard, actes possibles, page vide", async () => {
    const m = await ouvrirMaisonDeTest();
    const nadia = await m.client("conseiller");
    const vide = await ouvrirDossierVide(m.maison, nadia.auteur);
    expect((await lire(nadia, `/dossiers/${vide.reference}/seances`)).texte).toContain(
      "Aucune séance pour le moment",
    );
    const { reference } = await ecrireHistoire(m, nadia.auteur, [
      ...BILAN_REMIS.slice(0, SEANCE_1_TENUE),
      seanceSignee.nouveau(jour("2026-09-30"), { seance: "s1", par: "beneficiaire", moyen: "papier" }),
    ]);
    const page = await lire(nadia, `/dossiers/${reference}/seances`);
    expect(page.texte).toContain("Prévue");
    expect(page.html).toContain(`/dossiers/${reference}/actes/tenirSeance?sur=s3`);
    expect(page.html).toContain(`/dossiers/${reference}/actes/signerSeance?sur=s1`);
    expect(page.texte).toContain("Camille : 30 sept. 2026, 2 jours après");
    expect(page.texte).toContain("Conseiller : pas signé");
    const qualite = await m.client("responsable");
    expect((await lire(qualite, `/dossiers/${reference}/seances`)).html).not.toContain("/actes/");
  });

  it("une convocation ne dit pas pourquoi on vient à qui l’a demandé", async () => {
    const m = await ouvrirMaisonDeTest();
    const nadia = await m.client("conseiller");
    const discrete = sIdentite.parse({ prenom: "Camille", nom: "Fictive", discretion: true });
    const { reference } = await ecrireHistoire(m, nadia.auteur, BILAN_REMIS.slice(0, 11), discrete);
    const chemin = `/dossiers/${reference}/papiers/convocation`;
    const attend = await lire(nadia, chemin);
    expect([attend.statut, attend.texte.includes("Aucune séance à venir")]).toEqual([409, true]);
    await ecrireFaits(m.maison, nadia.auteur, reference, [
      seancePlanifiee.nouveau(jour("2026-11-24"), {
        seance: "s1",
        date: jour("2026-12-01"),
        debut: "09:30" as Heure,
        fin: "11:30" as Heure,
        phase: "preliminaire",
        modalite: "presentiel",
        lieu: "12 rue du Vau Saint-Germain, Rennes",
        intervenant: "nadia",
      }),
    ]);
    const texte = pdf(await (await nadia.get(chemin)).arrayBuffer());
    expect(texte).toContain("mardi 1er décembre 2026");
    expect(texte).not.toMatch(/bilan|compétence/i);
  });
});

describe("le dossier de contrôle par le web", () => {
  let m: MaisonDeTest;
  let nadia: Client;
  let reference: string;
  const fermer: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    m = await ouvrirMaisonDeTest({
      aLaFin: (f) => {
        fermer.push(f);
      },
    });
    nadia = await m.client("conseiller");
    ({ reference } = await ecrireHistoire(m, nadia.auteur, BILAN_CERTIFIE));
    return async () => {
      for (const f of fermer.reverse()) await f();
    };
  });

  it("se prépare une fois, se suit par un lien, se télécharge intact", async () => {
    const base = `/dossiers/${reference}/controle`;
    const accueil = await lire(nadia, base);
    expect(accueil.texte).toContain("Destruction des documents de travail");
    expect(accueil.texte).toContain("5 présentes, 2 manquantes");
    const [un, deux] = await Promise.all([nadia.post(base), nadia.post(base)]);
    expect([un.status, un.headers.get("location")]).toEqual([303, deux.headers.get("location")]);
    const adresse = un.headers.get("location")!;
    const suivi = await lire(nadia, adresse);
    expect(suivi.texte).toContain("Préparation en cours");
    expect(suivi.html).toContain("Actualiser l’avancement");
    expect(suivi.html).not.toContain('http-equiv="refresh"');
    const seul = await lire(nadia, `${adresse}?suivre=seul`);
    expect(seul.html).toContain('http-equiv="refresh"');
    await attendre(m, nadia, adresse);
    const prete = await lire(nadia, adresse);
    expect(prete.texte).toContain("Dossier de contrôle scellé");
    expect(prete.texte).toMatch(
      /Scellé par Centre Horizon Au journal, sa clé porte le nom probant\/[0-9a-f-]{36}/,
    );
    expect(prete.texte).toContain("Vérifié à l’instant Intact");
    expect(prete.texte).toContain(`${BILAN_CERTIFIE.length + 5} faits`);
    expect(prete.texte).toContain(`npx probant verifier ${reference}.zip`);
    const fichier = await nadia.get(`${adresse}/fichier`);
    expect(fichier.headers.get("content-disposition")).toBe(`attachment; filename="${reference}.zip"`);
    const octets = new Uint8Array(await fichier.arrayBuffer());
    expect(verifierDossierControle(octets, hasherNode).verdict).toBe("intact");
    expect(Buffer.from(octets).includes(CANARI)).toBe(false);
    const encore = (await nadia.post(base)).headers.get("location")!;
    await attendre(m, nadia, encore);
    expect((await nadia.get(encore)).headers.get("location")).toBe(adresse);
    expect(m.pannes).toEqual([]);
  });

  it("des faits cochés ne sont pas montrés : la page dit avant quelles pièces s’en vont", async () => {
    const base = `/dossiers/${reference}/controle`;
    expect((await lire(nadia, base)).html).toContain(`${base}?choisir=faits`);
    const choix = await lire(nadia, `${base}?choisir=faits`);
    expect(choix.statut).toBe(200);
    expect(choix.html.match(/type="checkbox"/g)!.length).toBeGreaterThanOrEqual(BILAN_CERTIFIE.length);
    expect(choix.texte).toMatch(/Sans lui, ne seront pas jointes\s?: .*Feuille d’émargement/);
    const adresse = (await nadia.post(base, { taire: ["2", "4"] })).headers.get("location")!;
    await attendre(m, nadia, adresse);
    expect((await lire(nadia, adresse)).texte).toContain("dont 2 retenus");
    const octets = new Uint8Array(await (await nadia.get(`${adresse}/fichier`)).arrayBuffer());
    expect(rangsRetenus(octets)).toEqual([2, 4]);
    expect((await nadia.post(base, { taire: "deux" })).status).toBe(400);
    expect(m.pannes).toEqual([]);
  });

  it("une impression qui échoue se dit sans sa cause, et se recommence", async () => {
    const { id, finie } = await lancerPreparation(
      {
        maison: m.maison,
        auteur: nadia.auteur,
        imprimer: () => Promise.reject(new Error("panne d’essai")),
      },
      { reference },
      (erreur) => m.pannes.push(erreur),
    );
    await finie;
    const page = await lire(nadia, `/dossiers/${reference}/controle/${id}`);
    expect(page.statut).toBe(503);
    expect(page.texte).toContain("recommencez");
    expect(page.texte).not.toContain("panne d’essai");
    expect(m.pannes.map((e) => e.message)).toEqual(["panne d’essai"]);
  });

  it("un autre organisme n’en voit rien, même avec la bonne adresse", async () => {
    const base = `/dossiers/${reference}/controle`;
    const adresse = (await nadia.post(base)).headers.get("location")!;
    const ailleurs = await m.client("conseiller", await m.fonder());
    const inconnu = await ailleurs.get("/dossiers/D-2026-9999/controle");
    const attendu = await inconnu.text();
    for (const chemin of [base, adresse, `${adresse}/fichier`]) {
      const reponse = await ailleurs.get(chemin);
      expect([chemin, reponse.status, await reponse.text()]).toEqual([chemin, 404, attendu]);
    }
    expect((await ailleurs.post(base)).status).toBe(404);
    await attendre(m, nadia, adresse);
  });
});
