import { expect, it } from "vitest";
import { questionnaireRempli } from "../../src/dossier/faits/deroulement.ts";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import { jour } from "../../src/values/jour.ts";
import { ACCES } from "../../src/web/acces.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { ecrireFaits, ouvrirDossierVide } from "../harness/histoire.ts";
import { type Client, clientDe, MOT_DE_PASSE, ouvrirMaisonDeTest } from "../harness/maison.ts";
import { champ } from "../harness/page.ts";
import { entrerChezElle } from "../harness/personne.ts";

const JUSQU_A_LA_SEANCE = BILAN_REMIS.findIndex(
  (f) => typeof f !== "function" && f.type === "seance_signee.v1",
);
const APPAREIL = "probant-appareil=0123456789abcdefghijkl";

async function seanceTenue() {
  const m = await ouvrirMaisonDeTest();
  const conseiller = await m.client("conseiller");
  const { reference } = await ouvrirDossierVide(m.maison, conseiller.auteur);
  await ecrireFaits(m.maison, conseiller.auteur, reference, BILAN_REMIS.slice(0, JUSQU_A_LA_SEANCE));
  const derniere = async () =>
    (await consulterDossier(m.maison, conseiller.auteur, reference))!.faits.at(-1)!;
  const base = `/dossiers/${reference}/seances/s1`;
  const montrer = async () => {
    const page = await (await conseiller.post(`${base}/emargement`)).text();
    const code = /class="code-court">(\d{3})\u00a0(\d{3})</.exec(page)!;
    return { page, code: `${code[1]} ${code[2]}` };
  };
  return { m, conseiller, reference, derniere, base, montrer };
}

/** Reads the page, then sends its form back as a person fills it in. */
async function remplir(client: Client, chemin: string, page: string, saisie: Record<string, string> = {}) {
  return await client.post(chemin, {
    jeton: champ(page, "jeton"),
    empreinte: champ(page, "empreinte"),
    code: champ(page, "code"),
    atteste: "oui",
    nom: "Camille Fictive",
    ...saisie,
  });
}

it("dans son espace, les six chiffres que montre le conseiller mènent à sa séance, et le fait le dit", async () => {
  const { m, conseiller, reference, derniere, montrer } = await seanceTenue();
  const elle = await entrerChezElle(m, conseiller.auteur, reference);
  const { code } = await montrer();
  const lue = await elle.post("/mon-bilan/emarger", { code });
  const page = await lue.text();
  expect([lue.status, page.includes("Cette séance a eu lieu")]).toEqual([200, true]);
  const signe = await remplir(elle, "/mon-bilan/emarger", page);
  expect([signe.status, signe.headers.get("location")]).toEqual([303, expect.stringMatching(/recus\/\d+$/)]);
  expect(await derniere()).toMatchObject({
    type: "signature_apposee.v1",
    auteur: { role: "beneficiaire", utilisateur: elle.auteur.utilisateur },
    donnees: { sur: "s1", moyen: "code_de_seance", memeAppareil: false },
  });
});

it("qu’elle attende en tête ou non, toute séance se signe avec un code : de son espace, de sa page, du rendez-vous", async () => {
  const { m, conseiller, reference, montrer } = await seanceTenue();
  await ecrireFaits(m.maison, conseiller.auteur, reference, [
    (sceller) =>
      questionnaireRempli.nouveau(jour("2026-09-28"), {
        moment: "preliminaire",
        rubriques: ["parcours"],
        reponses: sceller("Vingt ans de vente."),
      }),
  ]);
  const elle = await entrerChezElle(m, conseiller.auteur, reference);
  const lire = async (chemin: string) => {
    const reponse = await elle.get(chemin);
    return { statut: reponse.status, texte: await reponse.text() };
  };
  const CODE = 'href="/mon-bilan/emarger"';
  // Something else waits for her first: her session is in the list, with its code.
  const accueil = (await lire("/mon-bilan")).texte;
  const [enTete = "", etapes = ""] = accueil.split('id="etapes"');
  expect(/do-now.*?<\/section>/s.exec(enTete)?.[0]).not.toContain("Signer la séance");
  expect(etapes).toContain(CODE);
  for (const chemin of ["/mon-bilan/signer/seance/s1", "/mon-bilan/rendez-vous/s1"]) {
    const { statut, texte } = await lire(chemin);
    expect([chemin, statut, texte.includes(CODE)]).toEqual([chemin, 200, true]);
  }
  // The day of an appointment, before her counsellor noted it as held.
  const s2 = (await consulterDossier(m.maison, conseiller.auteur, reference))!.etat.seances.find(
    (s) => s.id === "s2",
  )!;
  expect((await lire("/mon-bilan/rendez-vous/s2")).texte).not.toContain(CODE);
  m.regler(`${s2.date}T09:00:00.000Z`);
  expect((await lire("/mon-bilan/rendez-vous/s2")).texte).toContain(CODE);
  const { code } = await montrer();
  const lue = await (await elle.post("/mon-bilan/emarger", { code })).text();
  expect((await remplir(elle, "/mon-bilan/emarger", lue)).status).toBe(303);
  expect((await lire("/mon-bilan/rendez-vous/s1")).statut).toBe(404);
  expect(m.pannes).toEqual([]);
});

it("un code faux dix fois de suite meurt, même juste ensuite", async () => {
  const { m, conseiller, reference, montrer } = await seanceTenue();
  const elle = await entrerChezElle(m, conseiller.auteur, reference);
  const { code } = await montrer();
  const faux = code === "000 000" ? "000001" : "000000";
  for (let i = 0; i < 10; i += 1) {
    const reponse = await elle.post("/mon-bilan/emarger", { code: faux });
    expect([i, reponse.status]).toEqual([i, 422]);
    expect(await reponse.text()).toContain("Ce code n’est pas celui de votre séance");
  }
  expect((await elle.post("/mon-bilan/emarger", { code })).status).toBe(422);
  for (const saisi of ["", "abc", "12345", "1234567", "’OR 1=1"]) {
    expect([saisi, (await elle.post("/mon-bilan/emarger", { code: saisi })).status]).toEqual([saisi, 422]);
  }
});

/** The address in the square, as a telephone would read it: the test asks the table for it, the page draws it. */
async function carre({ m, conseiller, reference }: Awaited<ReturnType<typeof seanceTenue>>) {
  const { montrerCodeDeSeance } = await import("../../src/usecases/emargement/montrer-code.ts");
  const appareil = APPAREIL.split("=")[1]!;
  const montre = await montrerCodeDeSeance(m.maison, conseiller.auteur, {
    reference,
    seance: "s1",
    appareil,
  });
  return `/emarger/${montre!.jeton}`;
}

it("sans compte, le carré photographié suffit, une fois, sous son nom", async () => {
  const t = await seanceTenue();
  const chemin = await carre(t);
  const telephone = clientDe(t.m.app, [], t.conseiller.auteur);
  const page = await (await telephone.get(chemin)).text();
  expect((await remplir(telephone, chemin, page, { nom: "Nadia Benali" })).status).toBe(422);
  const signe = await remplir(telephone, chemin, page);
  expect([signe.status, (await signe.text()).includes("C’est signé")]).toEqual([200, true]);
  expect(await t.derniere()).toMatchObject({
    auteur: { role: "beneficiaire", utilisateur: "code-de-seance" },
    donnees: { moyen: "code_de_seance", memeAppareil: false },
  });
  expect((await telephone.get(chemin)).status).toBe(404);
});

it("le carré ouvert sur l’appareil qui le montre, ou par quelqu’un de l’équipe : le fait dit que c’est le même", async () => {
  for (const equipe of [false, true]) {
    const t = await seanceTenue();
    const chemin = await carre(t);
    const navigateur = equipe ? t.conseiller : clientDe(t.m.app, [APPAREIL], t.conseiller.auteur);
    const page = await (await navigateur.get(chemin)).text();
    expect((await remplir(navigateur, chemin, page)).status).toBe(200);
    expect(await t.derniere()).toMatchObject({ donnees: { memeAppareil: true } });
  }
});

it("le carré passé de date n’ouvre plus rien", async () => {
  const t = await seanceTenue();
  const chemin = await carre(t);
  const telephone = clientDe(t.m.app, [], t.conseiller.auteur);
  const page = await (await telephone.get(chemin)).text();
  await t.m.maison.base.pool.query("update code_de_seance set expire_le = now()");
  expect((await telephone.get(chemin)).status).toBe(404);
  expect((await remplir(telephone, chemin, page)).status).toBe(404);
});

/** Lends the device, and reads the page that the person then has before her. */
async function passer(conseiller: Client, base: string): Promise<string> {
  const passe = await conseiller.post(`${base}/sur-place`, { faire: "passer" });
  expect([passe.status, passe.headers.get("location")]).toEqual([303, `${base}/sur-place`]);
  return await (await conseiller.get(`${base}/sur-place`)).text();
}

it("l’appareil passé n’ouvre que la signature, et revient par la phrase de passe de son conseiller", async () => {
  const { conseiller, base, reference } = await seanceTenue();
  expect(await (await conseiller.get(`${base}/sur-place`)).text()).not.toContain("Cette séance a eu lieu");
  const page = await passer(conseiller, base);
  expect(page).not.toMatch(/href="\/(dossiers"|aujourdhui|messages|compte)/);
  for (const [route, acces] of Object.entries(ACCES)) {
    const [methode, motif = ""] = route.split(" ");
    if (acces === "tous" || motif.endsWith("/sur-place")) continue;
    const chemin = motif.replace(":reference", reference).replace(/:\w+/g, "s1");
    const reponse = methode === "GET" ? await conseiller.get(chemin) : await conseiller.post(chemin);
    const texte = await reponse.text();
    expect([route, reponse.status, texte.includes("Rendez l’appareil")]).toEqual([route, 403, true]);
    expect(texte).not.toContain("Fictive");
  }
  // Another session's signing page is no more open than the rest.
  const autre = `/dossiers/${reference}/seances/s2/sur-place`;
  expect([(await conseiller.get(autre)).status, (await conseiller.post(autre)).status]).toEqual([403, 403]);
  expect(await (await conseiller.get("/aide")).text()).not.toContain("/aujourdhui");

  const rendre = await (await conseiller.get(`${base}/sur-place?rendre=oui`)).text();
  expect([rendre.includes("Rendez l’appareil"), rendre.includes("C’est signé")]).toEqual([true, false]);
  const signe = await remplir(conseiller, `${base}/sur-place`, page);
  const retour = await (await conseiller.get(signe.headers.get("location")!)).text();
  expect(retour).toContain("C’est signé. Rendez l’appareil");
  const faux = await conseiller.post(`${base}/sur-place`, {
    faire: "reprendre",
    motDePasse: "ce n’est pas elle du tout",
  });
  expect(faux.status).toBe(422);
  expect((await conseiller.get("/dossiers")).status).toBe(403);
  const repris = await conseiller.post(`${base}/sur-place`, { faire: "reprendre", motDePasse: MOT_DE_PASSE });
  expect([repris.status, repris.headers.get("location")]).toEqual([303, `${base}/emargement`]);
  expect((await conseiller.get("/dossiers")).status).toBe(200);
  // Nothing is left to sign: there is nothing to lend it for.
  expect((await conseiller.post(`${base}/sur-place`, { faire: "passer" })).status).toBe(404);
});

it("la phrase de passe d’un appareil prêté ne s’essaie pas sans fin", async () => {
  const { conseiller, base } = await seanceTenue();
  await passer(conseiller, base);
  const statuts = [];
  for (let i = 0; i < 11; i += 1)
    statuts.push(
      (await conseiller.post(`${base}/sur-place`, { faire: "reprendre", motDePasse: "non" })).status,
    );
  expect([statuts[0], statuts.at(-1)]).toEqual([422, 429]);
});

it("sur l’appareil du conseiller, à tour de rôle : le fait dit sur quel appareil et par quel compte", async () => {
  const { conseiller, base, derniere } = await seanceTenue();
  const page = await passer(conseiller, base);
  const refuse = await remplir(conseiller, `${base}/sur-place`, page, { nom: "Nadia Benali" });
  expect(refuse.status).toBe(422);
  const signe = await remplir(conseiller, `${base}/sur-place`, page);
  expect([signe.status, signe.headers.get("location")]).toEqual([303, `${base}/sur-place`]);
  expect(await derniere()).toMatchObject({
    auteur: { role: "conseiller" },
    donnees: { par: "beneficiaire", moyen: "appareil_du_conseiller", memeAppareil: true },
  });
});

it("un collègue ne fait pas signer la séance d’un autre", async () => {
  const { m, base, reference } = await seanceTenue();
  const collegue = await m.client("conseiller");
  await m.maison.base.pool.query("update membre set intervenant = 'un-autre' where utilisateur_id = $1", [
    collegue.auteur.utilisateur,
  ]);
  for (const chemin of [`${base}/emargement`, `${base}/sur-place`, `/dossiers/${reference}/feuille`]) {
    expect([chemin, (await collegue.get(chemin)).status]).toEqual([chemin, 404]);
    expect([chemin, (await collegue.post(chemin)).status]).toEqual([chemin, 404]);
  }
  // Nor does a page offer him what it would refuse.
  const page = await (await collegue.get(`/dossiers/${reference}/seances`)).text();
  expect(page).not.toContain("/emargement");
});

/** Sends the form of the sheet as a browser does, with its file. */
async function verser(client: Client, base: string, fichier: Uint8Array, seances: readonly string[]) {
  const corps = new FormData();
  corps.append("fichier", new File([Uint8Array.from(fichier)], "../feuille<b>.jpg", { type: "text/html" }));
  for (const s of seances) corps.append("seances", s);
  return await client.envoyer(base, corps);
}

const FEUILLE = Buffer.from("%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF", "latin1");
const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

it("la feuille photographiée est gardée à l’octet, et reporte les deux signatures à leur jour", async () => {
  const { m, conseiller, reference, base } = await seanceTenue();
  const ou = `/dossiers/${reference}/feuille`;
  const sansSeance = await verser(conseiller, ou, FEUILLE, []);
  expect([sansSeance.status, (await sansSeance.text()).includes("Cochez au moins une séance")]).toEqual([
    422,
    true,
  ]);
  const sansFichier = await verser(conseiller, ou, new Uint8Array(), ["s1"]);
  expect(sansFichier.status).toBe(422);

  expect((await verser(conseiller, ou, FEUILLE, ["s1"])).status).toBe(303);
  const dossier = (await consulterDossier(m.maison, conseiller.auteur, reference))!;
  expect(dossier.faits.slice(-3).map((f) => [f.type, f.date])).toEqual([
    ["piece_versee.v1", "2026-11-24"],
    ["seance_signee.v1", "2026-09-28"],
    ["seance_signee.v1", "2026-09-28"],
  ]);
  const lien = /href="([^"]*\/feuille\/[^"]+)"/.exec(await (await conseiller.get(ou)).text())![1]!;
  const lue = await conseiller.get(lien);
  expect(Buffer.from(await lue.arrayBuffer())).toEqual(FEUILLE);
  expect(lue.headers.get("content-disposition")).toMatch(
    /^attachment; filename="D-2026-\d+-feuille-signee.pdf"$/,
  );
  expect(lue.headers.get("content-security-policy")).toContain("sandbox");
  expect((await conseiller.get(`${base}/emargement`)).status).toBe(200);
});

it("un virus d’essai est mis de côté, scellé : rien n’est signé et rien ne le rend", async () => {
  const { m, conseiller, reference } = await seanceTenue();
  const ou = `/dossiers/${reference}/feuille`;
  const avant = (await consulterDossier(m.maison, conseiller.auteur, reference))!.faits.length;
  const reponse = await verser(conseiller, ou, Buffer.from(EICAR), ["s1"]);
  expect([reponse.status, (await reponse.text()).includes("la marque d’un virus")]).toEqual([422, true]);
  expect((await consulterDossier(m.maison, conseiller.auteur, reference))!.faits).toHaveLength(avant);
  const { rows } = await m.maison.base.pool.query("select scelle from fichier_ecarte");
  expect(rows).toHaveLength(1);
  expect(rows[0].scelle.includes("EICAR")).toBe(false);
  const page = await (await conseiller.get(ou)).text();
  expect(page).toContain("Fichiers mis de côté");
});

it("une signature partie plus tard garde le jour du serveur, et dit l’heure de l’appareil", async () => {
  const { m, conseiller, reference, base, derniere } = await seanceTenue();
  const page = await passer(conseiller, base);
  m.regler("2026-11-26T08:00:00.000Z");
  const signe = await remplir(conseiller, `${base}/sur-place`, page, { signeeA: "2026-11-24T10:32:00.000Z" });
  expect(signe.status).toBe(303);
  expect(await derniere()).toMatchObject({
    date: "2026-11-26",
    donnees: { differee: { jour: "2026-11-24", heure: "11:32" } },
  });
  await conseiller.post(`${base}/sur-place`, { faire: "reprendre", motDePasse: MOT_DE_PASSE });
  expect(await (await conseiller.get(`/dossiers/${reference}/seances`)).text()).toContain(
    "59\u00a0jours après",
  );
});

it.each(["demain", "2026-11-30T10:00:00.000Z", "1e309", "<script>"])(
  "une heure d’appareil impossible (« %s ») n’est pas crue",
  async (signeeA) => {
    const { conseiller, base, derniere } = await seanceTenue();
    const page = await passer(conseiller, base);
    expect((await remplir(conseiller, `${base}/sur-place`, page, { signeeA })).status).toBe(303);
    expect(await derniere()).toMatchObject({ donnees: { differee: null } });
  },
);
