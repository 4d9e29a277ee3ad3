import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { textesDuDocument } from "../../src/dossier/documents-remis.ts";
import { resultatsJoints } from "../../src/dossier/faits/conclusion.ts";
import { conservationAutorisee, conservationRetiree, contenusDetruits } from "../../src/dossier/faits/fin.ts";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import { FICHIERS_MAX } from "../../src/usecases/resultats/joindre-fichier.ts";
import { jour } from "../../src/values/jour.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { ecrireFaits, ecrireHistoire } from "../harness/histoire.ts";
import { type Client, ouvrirMaisonDeTest } from "../harness/maison.ts";
import { entrerChezElle } from "../harness/personne.ts";

const REMISE = BILAN_REMIS.findIndex((f) => typeof f !== "function" && f.type === "synthese_remise.v1");
const PDF = Buffer.from("%PDF-1.7\n1 0 obj<<>>endobj\n% zibeline\n%%EOF", "latin1");
const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

async function joindre(client: Client, adresse: string, fichier: Uint8Array, intitule = "Test d’intérêts") {
  const corps = new FormData();
  corps.append("jeton", randomUUID());
  corps.append("intitule", intitule);
  corps.append("fichier", new File([Uint8Array.from(fichier)], "../x<b>.html", { type: "text/html" }));
  return await client.envoyer(adresse, corps);
}

it("un fichier de résultats est scellé, rendu aux deux seuls, et part avec les contenus", async () => {
  const m = await ouvrirMaisonDeTest();
  const nadia = await m.client("conseiller");
  const { reference } = await ecrireHistoire(m, nadia.auteur, BILAN_REMIS.slice(0, REMISE));
  const adresse = `/dossiers/${reference}/resultats`;
  for (const [octets, intitule, phrase] of [
    [PDF, " ", "Dites de quoi ce sont les résultats"],
    [Buffer.from("<script>"), "Test", "Envoyez une photo (JPEG ou PNG) ou un PDF."],
    [Buffer.from(EICAR), "Test", "la marque d’un virus"],
  ] as const) {
    const refuse = await joindre(nadia, adresse, octets, intitule);
    expect([phrase, refuse.status]).toEqual([phrase, 422]);
    expect((await refuse.text()).replace(/[\u00a0\u202f]/g, " ")).toContain(phrase);
  }
  const { rows } = await m.maison.base.pool.query("select scelle from fichier_ecarte");
  expect(rows).toHaveLength(1);

  expect((await joindre(nadia, adresse, PDF)).status).toBe(303);
  const { faits } = (await consulterDossier(m.maison, nadia.auteur, reference))!;
  const joint = faits.at(-1)!;
  expect(joint.type).toBe("resultats_joints.v1");
  // The remise names it as one of the documents handed over, by its commitment.
  expect(textesDuDocument("resultats_detailles", faits).map((t) => t.cle)).toEqual(["fichier"]);
  const gardes = await m.maison.base.pool.query(
    "select scelle from contenu where nature = 'fichier_resultats'",
  );
  expect(gardes.rows.map((r: { scelle: Buffer }) => r.scelle.includes("zibeline"))).toEqual([false]);

  const elle = await entrerChezElle(m, nadia.auteur, reference);
  const chezElle = `/mon-bilan/resultats/${joint.n}`;
  expect(await (await elle.get("/mon-bilan/papiers")).text()).toContain(`href="${chezElle}"`);
  expect(await (await nadia.get(`/dossiers/${reference}/notes`)).text()).toContain(`${adresse}/${joint.n}`);
  for (const lu of [await elle.get(chezElle), await nadia.get(`${adresse}/${joint.n}`)]) {
    expect(Buffer.from(await lu.arrayBuffer())).toEqual(PDF);
    expect(lu.headers.get("content-disposition")).toMatch(
      /^attachment; filename="D-2026-\d+-resultats-\d+.pdf"$/,
    );
    expect(lu.headers.get("content-security-policy")).toContain("sandbox");
  }
  expect((await elle.get("/mon-bilan/resultats/1")).status).toBe(404);
  expect((await elle.get("/mon-bilan/resultats/x")).status).toBe(404);
  for (const role of ["assistant", "responsable"] as const) {
    expect((await (await m.client(role)).get(`${adresse}/${joint.n}`)).status).toBe(404);
  }
  const papier = await elle.get("/mon-bilan/papiers/resultats-detailles");
  expect(papier.status).toBe(200);

  await ecrireFaits(m.maison, nadia.auteur, reference, [
    ...BILAN_REMIS.slice(REMISE),
    contenusDetruits.nouveau(jour("2026-11-24"), { documents: 0 }),
  ]);
  expect((await elle.get(chezElle)).status).toBe(404);
  expect(await (await elle.get("/mon-bilan/papiers")).text()).not.toContain(chezElle);
});

it("un accord retiré avant toute destruction emporte le fichier : aucune page ne l’offre plus", async () => {
  const m = await ouvrirMaisonDeTest();
  const nadia = await m.client("conseiller");
  const { reference } = await ecrireHistoire(m, nadia.auteur, BILAN_REMIS.slice(0, REMISE));
  expect((await joindre(nadia, `/dossiers/${reference}/resultats`, PDF)).status).toBe(303);
  const accord = conservationAutorisee.nouveau(jour("2026-11-24"), {
    base: "accord_suivi",
    documents: ["resultats_detailles"],
    signeLe: jour("2026-11-24"),
    jusquAu: jour("2029-11-16"),
  });
  await ecrireFaits(m.maison, nadia.auteur, reference, [...BILAN_REMIS.slice(REMISE), accord]);
  const elle = await entrerChezElle(m, nadia.auteur, reference);
  const papiers = async () => await (await elle.get("/mon-bilan/papiers")).text();
  expect(await papiers()).toContain("/mon-bilan/resultats/");
  await ecrireFaits(m.maison, nadia.auteur, reference, [conservationRetiree.nouveau(jour("2026-11-24"), {})]);
  expect(await papiers()).not.toContain("/mon-bilan/resultats/");
  expect(await (await nadia.get(`/dossiers/${reference}/papiers`)).text()).toContain(
    "Les résultats ont été détruits.",
  );
  expect(await (await nadia.get(`/dossiers/${reference}/notes`)).text()).not.toContain(
    `/dossiers/${reference}/resultats/`,
  );
});

it("au-delà de vingt fichiers, un bilan n’en prend plus : l’archive de la personne tient en mémoire", async () => {
  const m = await ouvrirMaisonDeTest();
  const nadia = await m.client("conseiller");
  const { reference } = await ecrireHistoire(m, nadia.auteur, BILAN_REMIS.slice(0, REMISE));
  const joints = Array.from({ length: FICHIERS_MAX - 1 }, (_, i) =>
    resultatsJoints.nouveau(jour("2026-11-16"), {
      intitule: `Feuille ${i}`,
      format: "pdf",
      fichier: { id: randomUUID(), engagement: "AAAA" },
    }),
  );
  await ecrireFaits(m.maison, nadia.auteur, reference, joints);
  expect((await joindre(nadia, `/dossiers/${reference}/resultats`, PDF)).status).toBe(303);
  const refuse = await joindre(nadia, `/dossiers/${reference}/resultats`, PDF);
  expect([refuse.status, await refuse.text()]).toEqual([422, expect.stringContaining("fichiers joints.")]);
});
