import { expect, it } from "vitest";
import { BILAN_CERTIFIE } from "../../../tests/harness/bilan.ts";
import { ecrireHistoire } from "../../../tests/harness/histoire.ts";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "../../../tests/harness/maison.ts";
import { rangsRetenus, verifierDossierControle } from "../../evidence/dossier-controle.ts";
import { parcourirZip } from "../../evidence/zip-parcours.ts";
import { transaction } from "../../store/connexion.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import type { Auteur } from "../maison.ts";
import { lireControle } from "./lire-controle.ts";
import { piecesPerdues } from "./pieces.ts";
import { lancerPreparation, suivrePreparation } from "./preparations.ts";
import { produireDossierControle } from "./produire-dossier-controle.ts";
import { lireRangs } from "./rangs.ts";

const texteDe = (octets: Uint8Array, nom: string) =>
  new TextDecoder().decode(parcourirZip(octets).find((e) => e.nom === nom)!.contenu);

async function rangs(m: MaisonDeTest, auteur: Auteur, reference: string, type: string): Promise<number[]> {
  const dossier = await transaction(m.maison.base, auteur.organismeId, (tx) => chargerDossier(tx, reference));
  return dossier!.faits.filter((f) => f.type.startsWith(type)).map((f) => f.n);
}

async function ouvrir() {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  const { reference } = await ecrireHistoire(m, auteur, BILAN_CERTIFIE);
  const produire = async (taire: readonly number[]) =>
    (await produireDossierControle(
      { maison: m.maison, auteur, imprimer: m.imprimer, avancer: () => undefined },
      reference,
      taire,
    ))!;
  return { m, auteur, reference, produire };
}

it("un fait retenu est compté, pas montré, et le fichier reste intact", async () => {
  const { m, auteur, reference, produire } = await ouvrir();
  const taire = await rangs(m, auteur, reference, "consentement_recueilli");
  expect(taire).toHaveLength(1);
  const { octets, retenus, faits } = await produire(taire);
  const rapport = verifierDossierControle(octets, m.maison.hasher);
  expect(rapport.verdict).toBe("intact");
  expect(rapport.faits).toEqual({ total: faits, montres: faits - 1, retenus: 1 });
  expect([retenus, rangsRetenus(octets)]).toEqual([1, taire]);
  const tout = await produire([]);
  expect(texteDe(tout.octets, "preuves/faits.jsonl")).toContain("consentement_recueilli");
  expect(texteDe(octets, "preuves/faits.jsonl")).not.toContain("consentement_recueilli");
  const index = texteDe(octets, "index.html");
  expect(index).toContain("1 fait sans le montrer".replaceAll(/(\d) /g, "$1\u00a0"));
  expect(index).toContain("Consentement de la personne");
  expect(Buffer.from((await produire(taire)).octets).equals(octets)).toBe(true);
});

it("une pièce qui s’appuie sur un fait retenu n’est pas jointe, et l’index le dit", async () => {
  const { m, auteur, reference, produire } = await ouvrir();
  const [seance] = await rangs(m, auteur, reference, "seance_tenue");
  const dossier = await transaction(m.maison.base, auteur.organismeId, (tx) => chargerDossier(tx, reference));
  const perdues = piecesPerdues(dossier!, [seance!]);
  expect(perdues).toContain("Feuille d’émargement");
  expect(perdues).not.toContain("Devis");
  const { octets, manquantes } = await produire([seance!]);
  for (const titre of perdues) {
    expect(manquantes.find((p) => p.libelle === titre)?.motif).toContain("compte sans le montrer");
  }
  const noms = parcourirZip(octets).map((e) => e.nom);
  expect(noms.some((n) => n.includes("emargement"))).toBe(false);
  expect(noms.some((n) => n.endsWith("-devis.pdf"))).toBe(true);
  expect(verifierDossierControle(octets, m.maison.hasher).verdict).toBe("intact");
});

it("tous les faits retenus : rien que leur nombre", async () => {
  const { m, produire } = await ouvrir();
  const { octets, faits } = await produire(BILAN_CERTIFIE.map((_, i) => i + 1));
  expect(verifierDossierControle(octets, m.maison.hasher)).toMatchObject({
    verdict: "intact",
    faits: { total: faits, montres: 0, retenus: faits },
  });
  expect(parcourirZip(octets).some((e) => e.nom.startsWith("pieces/"))).toBe(false);
});

it("un rang que le dossier n’a pas se dit ; la page relit ce que le fichier retient", async () => {
  const { m, auteur, reference, produire } = await ouvrir();
  await expect(produire([2, 999])).rejects.toMatchObject({
    phrase: `Le dossier ${reference} compte ${BILAN_CERTIFIE.length} faits : il n’a pas de fait n° 999.`,
  });
  const fabrique = { maison: m.maison, auteur, imprimer: m.imprimer };
  const signaler = (erreur: Error) => m.pannes.push(erreur);
  const absente = await lancerPreparation(fabrique, { reference, taire: [999] }, signaler);
  await absente.finie;
  expect(await suivrePreparation(m.maison, auteur, absente.id)).toMatchObject({
    etat: "echouee",
    phrase: expect.stringContaining("n° 999"),
  });
  const [seance] = await rangs(m, auteur, reference, "seance_tenue");
  const faite = await lancerPreparation(fabrique, { reference, taire: [seance!] }, signaler);
  await faite.finie;
  const lu = (await lireControle(m.maison, auteur, reference, faite.id))!;
  expect(lu.rapport.faits?.retenus).toBe(1);
  expect(lu.presentes).not.toContain("Feuille d’émargement");
  expect(lu.manquantes.map((p) => p.libelle)).toContain("Feuille d’émargement");
  expect(m.pannes).toEqual([]);
});

it("des rangs se lisent en ordre et une fois ; le reste est refusé", () => {
  expect(lireRangs(["7", " 3", "7"])).toEqual([3, 7]);
  for (const faux of ["", "0", "-1", "1.5", "3;7", "12345678", "un"]) expect(lireRangs([faux])).toBeNull();
});
