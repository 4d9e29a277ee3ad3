import { execFileSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { BILAN_CERTIFIE, BILAN_REMIS, CANARI } from "../../../tests/harness/bilan.ts";
import { ecrireFaits, ecrireHistoire } from "../../../tests/harness/histoire.ts";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "../../../tests/harness/maison.ts";
import { prestationConvenue } from "../../dossier/faits/conclusion.ts";
import { controleOuvert } from "../../dossier/faits/controle.ts";
import { verifierDossierControle } from "../../evidence/dossier-controle.ts";
import { jour } from "../../values/jour.ts";
import { hasherNoble } from "../../verifier/hasher-noble.ts";
import type { Auteur } from "../maison.ts";
import type { Avancement } from "../preparations/mener.ts";
import { produireDossierControle } from "./produire-dossier-controle.ts";

const fabrique = (m: MaisonDeTest, auteur: Auteur, suivi: Avancement[] = []) => ({
  maison: m.maison,
  auteur,
  imprimer: m.imprimer,
  avancer: (a: Avancement) => {
    suivi.push(a);
  },
});

async function produire(m: MaisonDeTest, auteur: Auteur, reference: string): Promise<Uint8Array> {
  const fait = await produireDossierControle(fabrique(m, auteur), reference);
  if (fait === undefined) throw new Error("no control file");
  return fait.octets;
}

/** The files of the archive, laid in a folder by the system's own tool. */
async function ouvrirAvecUnzip(octets: Uint8Array): Promise<string> {
  const dossier = await mkdtemp(join(tmpdir(), "probant-controle-"));
  onTestFinished(() => rm(dossier, { recursive: true }));
  await writeFile(join(dossier, "c.zip"), octets);
  execFileSync("unzip", ["-q", "c.zip"], { cwd: dossier });
  return dossier;
}

it("un bilan entier : intact, complet, nommé, sans un mot du contenu", async () => {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("responsable");
  const { reference } = await ecrireHistoire(m, auteur, BILAN_CERTIFIE);
  const suivi: Avancement[] = [];
  const fait = (await produireDossierControle(fabrique(m, auteur, suivi), reference))!;
  const rapport = verifierDossierControle(fait.octets, hasherNoble);
  expect(rapport.constats.filter((c) => !c.ok)).toEqual([]);
  expect(rapport.verdict).toBe("intact");
  const total = BILAN_CERTIFIE.length + 5;
  expect(rapport.faits).toEqual({ total, montres: total, retenus: 0 });
  expect(fait.manquantes.map((p) => p.libelle)).toEqual([
    "Attestation de destruction",
    "Destruction des documents de travail",
  ]);
  expect(suivi.at(-1)).toEqual({ fait: 8, total: 8, etape: "Terminé" });
  const dossier = await ouvrirAvecUnzip(fait.octets);
  const noms = [
    "devis",
    "document-de-suivi",
    "feuille-d-emargement",
    "recepisse-de-remise",
    "certificat-de-realisation",
  ];
  const textes = [await readFile(join(dossier, "index.html"), "utf8")];
  for (const [i, nom] of noms.entries()) {
    const fichier = join(dossier, "pieces", `0${i + 1}-${nom}.pdf`);
    textes.push(execFileSync("pdftotext", ["-layout", fichier, "-"], { encoding: "utf8" }));
  }
  textes.push(execFileSync("pdftotext", ["-layout", join(dossier, "index.pdf"), "-"], { encoding: "utf8" }));
  textes.push(await readFile(join(dossier, "preuves", "faits.jsonl"), "utf8"));
  for (const texte of textes) expect(texte).not.toContain(CANARI);
  for (const texte of textes.slice(0, -1)) expect(texte).toContain("Camille Fictive");
  expect(Buffer.from(fait.octets).includes(CANARI)).toBe(false);
  expect(textes[0]).not.toContain("<script");
});

it("les mêmes faits donnent les mêmes octets, même quand le journal continue et que le temps passe", async () => {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("responsable");
  const { reference } = await ecrireHistoire(m, auteur, BILAN_REMIS);
  const premier = await produire(m, auteur, reference);
  await ecrireHistoire(m, auteur, BILAN_REMIS.slice(0, 3));
  m.regler("2027-02-01T08:00:00.000Z");
  expect(Buffer.from(await produire(m, auteur, reference)).equals(premier)).toBe(true);
  await ecrireFaits(m.maison, auteur, reference, [
    prestationConvenue.nouveau(jour("2027-01-31"), { nature: "cv_lettre", financeur: "la personne" }),
  ]);
  const suivant = await produire(m, auteur, reference);
  expect(Buffer.from(suivant).equals(premier)).toBe(false);
  expect(verifierDossierControle(suivant, hasherNoble).faits?.total).toBe(BILAN_REMIS.length + 5);
});

it("un octet changé, n’importe où, se voit", async () => {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  const { reference } = await ecrireHistoire(m, auteur, BILAN_REMIS.slice(0, 8));
  const octets = await produire(m, auteur, reference);
  const pas = Math.floor(octets.length / 40);
  for (let i = 0; i < octets.length; i += pas) {
    const faux = octets.slice();
    faux[i]! ^= 1;
    expect(verifierDossierControle(faux, m.maison.hasher).verdict, `octet ${i}`).not.toBe("intact");
  }
});

it("un fait écrit pendant l’impression fait recommencer : le dossier rendu le contient", async () => {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("responsable");
  const { reference } = await ecrireHistoire(m, auteur, BILAN_REMIS.slice(0, 8));
  let ecrits = 0;
  const fait = await produireDossierControle(
    {
      ...fabrique(m, auteur),
      imprimer: async (document) => {
        if (ecrits === 0) {
          ecrits += 1;
          await ecrireFaits(m.maison, auteur, reference, [
            controleOuvert.nouveau(jour("2026-11-20"), { organe: "cdc", echeance: null, pieces: ["devis"] }),
          ]);
        }
        return await m.imprimer(document);
      },
    },
    reference,
  );
  expect(fait?.faits).toBe(8 + 1 + 1);
  expect(verifierDossierControle(fait!.octets, m.maison.hasher).verdict).toBe("intact");
});

it("un dossier inconnu, ou d’un autre organisme, ne donne rien", async () => {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("responsable");
  const { reference } = await ecrireHistoire(m, auteur, BILAN_REMIS.slice(0, 3));
  const autre = await m.client("responsable", await m.fonder());
  expect(await produireDossierControle(fabrique(m, autre.auteur), reference)).toBeUndefined();
  expect(await produireDossierControle(fabrique(m, auteur), "D-2026-9999")).toBeUndefined();
});
