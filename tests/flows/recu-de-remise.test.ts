import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { remettreSynthese } from "../../src/dossier/actes/remettre-synthese.ts";
import { resultatsEcrits } from "../../src/dossier/faits/conclusion.ts";
import { attentesDe } from "../../src/dossier/signature/objets.ts";
import { formatBase64, parseBase64 } from "../../src/evidence/base64.ts";
import { hex } from "../../src/evidence/bytes.ts";
import { engagementDuContenu, selDuContenu } from "../../src/evidence/engagement.ts";
import { transaction } from "../../src/store/connexion.ts";
import { ouvrirContenus } from "../../src/usecases/contenus/contenus-ouverts.ts";
import { agir } from "../../src/usecases/dossier/agir.ts";
import { chargerDossier, cleDuDossier } from "../../src/usecases/dossier/charger-dossier.ts";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import { donnerPapier } from "../../src/usecases/sceau/donner-papier.ts";
import { jour } from "../../src/values/jour.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { ecrireFaits, ouvrirDossierVide, type Recit, type Sceller } from "../harness/histoire.ts";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";

const REMISE = BILAN_REMIS.findIndex((f) => typeof f !== "function" && f.type === "synthese_remise.v1");

const RESULTATS = (sceller: Sceller) =>
  resultatsEcrits.nouveau(jour("2026-11-13"), {
    intitule: "entretiens d’exploration",
    resultats: sceller("Le travail manuel domine.", "resultats"),
  });

async function avantLaRemise({ resultats = [RESULTATS] }: { resultats?: Recit } = {}) {
  const { maison, client, imprimer } = await ouvrirMaisonDeTest();
  const conseiller = await client("conseiller");
  const { auteur } = conseiller;
  const { reference, id } = await ouvrirDossierVide(maison, auteur);
  await ecrireFaits(maison, auteur, reference, [...BILAN_REMIS.slice(0, REMISE), ...resultats]);
  const remettre = (reponses: Record<string, string>) =>
    agir(maison, auteur, {
      reference,
      acte: remettreSynthese,
      cle: randomUUID(),
      brut: {
        date: ["16/11/2026"],
        documents: ["synthese", "resultats_detailles"],
        ...Object.fromEntries(Object.entries(reponses).map(([nom, v]) => [nom, [v]])),
      },
    });
  const dossier = async () => (await consulterDossier(maison, auteur, reference))!;
  const etat = async () => (await dossier()).etat;
  return { remettre, etat, dossier, maison, auteur, reference, id, imprimer, conseiller };
}

it("des résultats qui n’existent pas ne se disent pas remis, sauf sur papier, et le reçu le dit", async () => {
  const { remettre, dossier, reference, conseiller } = await avantLaRemise({ resultats: [] });
  const formulaire = await (await conseiller.get(`/dossiers/${reference}/actes/remettreSynthese`)).text();
  expect(formulaire).toContain("Rien n’est écrit dans ce dossier.");
  const signe = { signature: "ici", recu: "oui", nom: "Camille Fictive" };
  expect(await remettre(signe)).toMatchObject({
    issue: "refus",
    refus: [{ champ: "documents", phrase: "Les résultats détaillés ne sont pas écrits dans ce dossier." }],
  });
  expect(await remettre({ ...signe, surPapier: "oui" })).toMatchObject({ issue: "fait" });
  const { donnees } = (await dossier()).faits.at(-1)!;
  expect(donnees).toMatchObject({ surPapier: ["resultats_detailles"] });
  expect((donnees as Remis).textes.map((t) => t.document)).toEqual(Array(3).fill("synthese"));
});

type Remis = { textes: { document: string; fait: string; cle: string; engagement: string }[] };

it("le fait et le récépissé portent l’engagement de chaque texte remis, ceux des faits qui les ont scellés", async () => {
  const { remettre, dossier, maison, auteur, reference, id, imprimer } = await avantLaRemise();
  await remettre({ signature: "ici", recu: "oui", nom: "Camille Fictive" });
  const { faits } = await dossier();
  const { textes } = faits.at(-1)!.donnees as Remis;
  expect(textes.map((t) => t.cle)).toEqual(["circonstances", "competences", "projet", "resultats"]);
  for (const { fait, cle, engagement } of textes) {
    const source = faits.find((f) => f.id === fait)!.donnees as Record<string, { engagement: string }>;
    expect(source[cle]!.engagement).toBe(engagement);
  }
  // The commitment opens with the sealed text and the key of its dossier, and with nothing else.
  const recalcule = await transaction(maison.base, auteur, async (tx) => {
    const charge = (await chargerDossier(tx, reference))!;
    const cle = await cleDuDossier(maison, tx, id, "contenu");
    const lus = (await ouvrirContenus(maison, tx, charge))!;
    const source = faits.find((f) => f.id === textes[3]!.fait)!.donnees as { resultats: { id: string } };
    const octets = new TextEncoder().encode(lus.get(source.resultats.id));
    const sel = selDuContenu(maison.hasher, cle, id, source.resultats.id);
    return engagementDuContenu(maison.hasher, sel, octets);
  });
  expect(formatBase64(recalcule)).toBe(textes[3]!.engagement);
  const papier = await donnerPapier({ maison, auteur, imprimer }, reference, "recepisse-de-remise");
  const { octets } = papier as { octets: Uint8Array };
  const lu = execFileSync("pdftotext", ["-layout", "-", "-"], { input: octets, encoding: "utf8" });
  const colle = lu.replace(/\s/g, "");
  for (const { engagement } of textes) expect(colle).toContain(hex(parseBase64(engagement)));
  expect(lu).toContain("entretiens d’exploration");
  expect(lu).not.toContain("manuel");
});

it("un reçu signé d’un autre nom que le sien est refusé, le sien est gardé", async () => {
  const { remettre, etat } = await avantLaRemise();
  const signe = { signature: "ici", recu: "oui" };
  expect(await remettre({ ...signe, nom: "Mickey Mouse" })).toMatchObject({
    issue: "refus",
    refus: [{ champ: "nom", phrase: "Écrivez son nom comme dans le dossier : Camille Fictive." }],
  });
  expect((await etat()).remise).toBeNull();
  expect(await remettre({ ...signe, nom: "camille fictive" })).toMatchObject({ issue: "fait" });
  expect((await etat()).remise?.signatures).toMatchObject([{ par: "beneficiaire" }]);
});

it("quand elle signera dans son espace, rien n’est signé et son reçu l’y attend", async () => {
  const { remettre, etat } = await avantLaRemise();
  expect(await remettre({ signature: "espace" })).toMatchObject({ issue: "fait" });
  const apres = await etat();
  expect(apres.remise?.signatures).toEqual([]);
  const attend = attentesDe(apres, "beneficiaire", jour("2026-11-24")).map((a) => a.objet);
  expect(attend).toContain("remise");
});
