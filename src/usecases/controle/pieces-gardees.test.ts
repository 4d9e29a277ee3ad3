import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { BILAN_REMIS, CANARI } from "../../../tests/harness/bilan.ts";
import { ecrireHistoire } from "../../../tests/harness/histoire.ts";
import { ouvrirMaisonDeTest } from "../../../tests/harness/maison.ts";
import { attentesDe } from "../../dossier/signature/objets.ts";
import { verifierDossierControle } from "../../evidence/dossier-controle.ts";
import { parcourirZip } from "../../evidence/zip-parcours.ts";
import { jour } from "../../values/jour.ts";
import { consulterDossier } from "../dossier/consulter-dossier.ts";
import { verserFeuille } from "../emargement/verser-feuille.ts";
import type { Auteur } from "../maison.ts";
import { apposerSignature } from "../signer/apposer-signature.ts";
import { lireASigner } from "../signer/lire-a-signer.ts";
import { produireDossierControle } from "./produire-dossier-controle.ts";

const FEUILLE = new Uint8Array(Buffer.from("%PDF-1.7\n1 0 obj<<>>endobj\n%%EOF", "latin1"));

/** Two sessions held and signed by nobody: the rest of the story stops there. */
async function deuxSeances() {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  const recit = BILAN_REMIS.filter((f) => typeof f === "function" || f.type !== "seance_signee.v1");
  const { reference } = await ecrireHistoire(m, auteur, recit);
  const elle: Auteur = { ...auteur, utilisateur: "elle", role: "beneficiaire" };
  const signer = async (objet: string, sur: string | null) => {
    const cible = { reference, objet, sur, moyen: "compte" as const };
    const vu = (await lireASigner(m.maison, elle, cible))!;
    const { prenom, nom } = vu.dossier.identite;
    const saisie = { nom: `${prenom} ${nom}`, atteste: true, empreinte: vu.montre.empreinte };
    const reponse = await apposerSignature(m.maison, elle, { ...cible, ...saisie, cle: randomUUID() });
    if (reponse.issue !== "fait") throw new Error(JSON.stringify(reponse));
    return reponse.n;
  };
  const produire = async (taire: readonly number[] = []) =>
    (await produireDossierControle(
      { maison: m.maison, auteur, imprimer: m.imprimer, avancer: () => undefined },
      reference,
      taire,
    ))!.octets;
  return { m, auteur, reference, signer, produire };
}

const pieces = (octets: Uint8Array) =>
  new Map(parcourirZip(octets).map((e) => [e.nom.replace(/^pieces\/\d+-/, ""), Buffer.from(e.contenu)]));

it("le texte signé et la feuille signée à la main entrent dans le dossier de contrôle, à l’octet", async () => {
  const { m, auteur, reference, signer, produire } = await deuxSeances();
  await signer("seance", "s1");
  const cle = randomUUID();
  const feuille = { reference, seances: ["s2"], octets: FEUILLE, cle };
  expect((await verserFeuille(m.maison, auteur, feuille)).issue).toBe("fait");
  const octets = await produire();
  expect(verifierDossierControle(octets, m.maison.hasher).verdict).toBe("intact");
  const lues = pieces(octets);
  expect(lues.get("texte-signe-seance.txt")?.toString()).toMatch(/^Présence à une séance\n/);
  expect(lues.get("feuille-signee-a-la-main.pdf")).toEqual(Buffer.from(FEUILLE));
  expect(Buffer.from(await produire()).equals(octets)).toBe(true);
});

it("un fait retenu emporte le texte qu’il nomme", async () => {
  const { signer, produire } = await deuxSeances();
  const n = await signer("seance", "s1");
  expect([...pieces(await produire()).keys()]).toContain("texte-signe-seance.txt");
  expect([...pieces(await produire([n])).keys()]).not.toContain("texte-signe-seance.txt");
});

it("aucun contenu n’y entre avec une signature, quoi qu’elle ait signé", async () => {
  const { m, auteur, reference, signer, produire } = await deuxSeances();
  const { etat } = (await consulterDossier(m.maison, auteur, reference))!;
  const attendues = attentesDe(etat, "beneficiaire", jour("2026-11-24"));
  expect(attendues.length).toBeGreaterThan(2);
  for (const { objet, sur } of attendues) await signer(objet, sur);
  for (const { contenu, nom } of parcourirZip(await produire())) {
    expect([nom, Buffer.from(contenu).includes(CANARI)]).toEqual([nom, false]);
  }
});
