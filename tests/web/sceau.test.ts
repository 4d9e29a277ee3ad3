import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { ouvrirHorodateur } from "../../src/sceau/horodateur.ts";
import { transaction } from "../../src/store/connexion.ts";
import { produireDossierControle } from "../../src/usecases/controle/produire-dossier-controle.ts";
import { signerMaintenant, tenirLesJournaux } from "../../src/usecases/journal/signer-journal.ts";
import { horodaterLesJournaux } from "../../src/usecases/sceau/horodater-journaux.ts";
import { ecrire, texte } from "../documents/pdf.ts";
import { direPdfsig, verifierCades } from "../documents/sceau-verifie.ts";
import { ouvrirAutorite } from "../harness/autorite-horodatage.ts";
import { BILAN_CERTIFIE, BILAN_REMIS, CANARI } from "../harness/bilan.ts";
import { ouvrirDossierDeTest } from "../harness/dossier.ts";
import { ecrireHistoire } from "../harness/histoire.ts";
import { type Client, type MaisonDeTest, ouvrirMaisonDeTest } from "../harness/maison.ts";

const MAINTENANT = new Date().toISOString();
const octetsDe = async (client: Client, chemin: string): Promise<Buffer> => {
  const reponse = await client.get(chemin);
  if (reponse.status !== 200) throw new Error(`${chemin}: ${reponse.status}`);
  return Buffer.from(await reponse.arrayBuffer());
};
const empreinte = (octets: Uint8Array) => createHash("sha256").update(octets).digest("hex");

/** A page in words alone: tags gone, every space a plain one. */
const motsDe = (page: string) =>
  page
    .replace(/<[^>]*>/g, "")
    .replace(/&#39;/g, "'")
    .replace(/\s+/g, " ");

/** The certificate that the page of papers gives. */
async function certificatDe(client: Client, reference: string): Promise<Buffer> {
  const page = (await octetsDe(client, `/dossiers/${reference}/papiers`)).toString();
  return await octetsDe(client, /\/sceau\/certificats\/[0-9a-f]{64}/.exec(page)![0]);
}

async function nombreDePieces({ maison, organismeId }: MaisonDeTest): Promise<number> {
  return await transaction(maison.base, organismeId, async (tx) => {
    return (await tx.db.selectFrom("piece").select("id").where("organisme_id", "=", organismeId).execute())
      .length;
  });
}

it("un papier part scellé, puis reste ce fichier, pour tous", async () => {
  const m = await ouvrirMaisonDeTest({ maintenant: MAINTENANT });
  const [client, collegue] = [await m.client("conseiller"), await m.client("responsable")];
  const { reference } = await ecrireHistoire(m, client.auteur, BILAN_CERTIFIE);
  const chemin = `/dossiers/${reference}/papiers/certificat-de-realisation`;
  const [un, deux] = await Promise.all([octetsDe(client, chemin), octetsDe(collegue, chemin)]);
  m.regler(new Date(Date.parse(MAINTENANT) + 90_000).toISOString());
  expect(Buffer.compare(un!, deux!)).toBe(0);
  expect(Buffer.compare(await octetsDe(collegue, chemin), un!)).toBe(0);
  expect(await nombreDePieces(m)).toBe(1);
  const certificat = await certificatDe(client, reference);
  const fichier = ecrire(un!);
  expect(verifierCades(fichier, certificat)).toContain("CAdES Verification successful");
  expect(direPdfsig(fichier, certificat)).toContain("Certificate is Trusted.");
  const page = motsDe((await octetsDe(client, `/dossiers/${reference}/papiers`)).toString());
  expect(page).toContain("Scellé par");
  expect(page).toContain(empreinte(un!));
  expect(page).toContain(empreinte(certificat));
  expect(m.pannes).toEqual([]);
});

it("détruire la pièce oublie aussi qu’elle était scellée", async () => {
  const m = await ouvrirMaisonDeTest({ maintenant: MAINTENANT });
  const client = await m.client("conseiller");
  const { reference } = await ecrireHistoire(m, client.auteur, BILAN_CERTIFIE);
  await octetsDe(client, `/dossiers/${reference}/papiers/certificat-de-realisation`);
  const restent = await transaction(m.maison.base, m.organismeId, async (tx) => {
    await tx.db.deleteFrom("piece").where("organisme_id", "=", m.organismeId).execute();
    return await tx.db.selectFrom("papier_scelle").select("papier").execute();
  });
  expect(restent).toEqual([]);
  const page = motsDe((await octetsDe(client, `/dossiers/${reference}/papiers`)).toString());
  expect(page).not.toContain("Scellé par");
});

it("la synthèse part scellée et n’est gardée nulle part", async () => {
  const m = await ouvrirMaisonDeTest({ maintenant: MAINTENANT });
  const client = await m.client("conseiller");
  const { reference } = await ecrireHistoire(m, client.auteur, BILAN_REMIS);
  const fichier = ecrire(await octetsDe(client, `/dossiers/${reference}/papiers/synthese`));
  expect(texte(fichier)).toContain(CANARI);
  expect(verifierCades(fichier, await certificatDe(client, reference))).toContain("successful");
  expect(await nombreDePieces(m)).toBe(0);
});

it("le dossier de contrôle est le même à l’octet près, que les papiers aient été scellés ou non", async () => {
  const m = await ouvrirMaisonDeTest({ maintenant: MAINTENANT });
  const client = await m.client("responsable");
  const { reference } = await ecrireHistoire(m, client.auteur, BILAN_CERTIFIE);
  const { maison, imprimer } = m;
  const fabrique = { maison, imprimer, auteur: client.auteur, avancer: () => undefined };
  const avant = await produireDossierControle(fabrique, reference);
  await octetsDe(client, `/dossiers/${reference}/papiers/certificat-de-realisation`);
  await octetsDe(client, `/dossiers/${reference}/papiers/recepisse-de-remise`);
  const apres = await produireDossierControle(fabrique, reference);
  expect(Buffer.compare(apres!.octets, avant!.octets)).toBe(0);
});

it("une autorité qui ne répond pas n’empêche rien, et la page le dit", async () => {
  const horodateur = ouvrirHorodateur("http://127.0.0.1:1/tsa");
  const m = await ouvrirMaisonDeTest({ maintenant: MAINTENANT, horodateur });
  const client = await m.client("conseiller");
  const { reference } = await ecrireHistoire(m, client.auteur, BILAN_CERTIFIE);
  const fichier = ecrire(await octetsDe(client, `/dossiers/${reference}/papiers/certificat-de-realisation`));
  expect(verifierCades(fichier, await certificatDe(client, reference))).toContain("successful");
  const page = motsDe((await octetsDe(client, `/dossiers/${reference}/papiers`)).toString());
  expect(page).toContain("Sans horodatage : L’autorité d’horodatage ne répond pas.");
  await tenirLesJournaux(m.maison);
  await expect(horodaterLesJournaux(m.maison)).rejects.toThrow("L’autorité d’horodatage ne répond pas.");
});

it("le journal est horodaté une fois par jour, et openssl accepte ce que la page donne", async () => {
  const autorite = await ouvrirAutorite();
  const m = await ouvrirMaisonDeTest({ maintenant: MAINTENANT, horodateur: ouvrirHorodateur(autorite.url) });
  const client = await m.client("conseiller");
  const controle = async (reference: string) =>
    (await octetsDe(client, `/dossiers/${reference}/controle`)).toString();
  const { reference } = await ecrireHistoire(m, client.auteur, BILAN_REMIS.slice(0, 4));
  await tenirLesJournaux(m.maison);
  expect(await controle(reference)).toContain("Il n’y en a pas encore.");
  await horodaterLesJournaux(m.maison);
  await ecrireHistoire(m, client.auteur, BILAN_REMIS.slice(0, 2));
  await tenirLesJournaux(m.maison);
  await horodaterLesJournaux(m.maison);
  expect(autorite.recues()).toBe(1);
  m.regler(new Date(Date.parse(MAINTENANT) + 86_400_000).toISOString());
  await horodaterLesJournaux(m.maison);
  await horodaterLesJournaux(m.maison);
  expect(autorite.recues()).toBe(2);

  const page = await controle(reference);
  expect(motsDe(page)).toContain("1.2.3.4.1");
  const adresse = /\/journal\/horodatages\/\d+/.exec(page)![0];
  const jeton = ecrire(await octetsDe(client, `${adresse}/jeton`));
  const date = await octetsDe(client, `${adresse}/checkpoint`);
  const verifier = (octets: Uint8Array) =>
    execFileSync(
      "openssl",
      ["ts", "-verify", "-token_in", "-in", jeton, "-data", ecrire(octets), "-CAfile", autorite.racine],
      { stdio: "pipe" },
    );
  expect(() => verifier(date)).not.toThrow();
  expect(() => verifier(Buffer.concat([date, Buffer.from(" ")]))).toThrow(/imprint/);
  const tete = await transaction(m.maison.base, m.organismeId, (tx) => signerMaintenant(m.maison, tx));
  expect(date.toString()).toBe(tete.texte);
});

it("le certificat et l’horodatage d’un autre organisme ne se voient pas", async () => {
  const autorite = await ouvrirAutorite();
  const m = await ouvrirMaisonDeTest({ maintenant: MAINTENANT, horodateur: ouvrirHorodateur(autorite.url) });
  const client = await m.client("conseiller");
  const { reference } = await ecrireHistoire(m, client.auteur, BILAN_REMIS.slice(0, 4));
  await tenirLesJournaux(m.maison);
  await horodaterLesJournaux(m.maison);
  const etranger = await m.client("conseiller", await m.fonder());
  const leur = await ouvrirDossierDeTest(m.maison, etranger.auteur);
  const sceau = `/sceau/certificats/${empreinte(await certificatDe(client, reference))}`;
  const page = (await octetsDe(client, `/dossiers/${reference}/controle`)).toString();
  const horodatage = /\/journal\/horodatages\/\d+/.exec(page)![0];
  expect(await certificatDe(etranger, leur)).not.toEqual(await certificatDe(client, reference));
  for (const chemin of [sceau, `${horodatage}/jeton`, `${horodatage}/checkpoint`]) {
    expect([chemin, (await client.get(chemin)).status]).toEqual([chemin, 200]);
    expect([chemin, (await etranger.get(chemin)).status]).toEqual([chemin, 404]);
  }
  for (const faux of ["0", "-1", "99999999999999999999", "1e3", "x"]) {
    expect([faux, (await client.get(`/journal/horodatages/${faux}/jeton`)).status]).toEqual([faux, 404]);
  }
});
