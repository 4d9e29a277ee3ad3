import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { envoyerLiensDemandes } from "../../src/usecases/compte/envoyer-liens.ts";
import { ecrireHistoire } from "../harness/histoire.ts";
import { lienEnvoye } from "../harness/lien-envoye.ts";
import { type MaisonDeTest, MOT_DE_PASSE, ouvrirMaisonDeTest } from "../harness/maison.ts";
import { navigateur } from "../harness/reseau.ts";
import { bilanFinance } from "../harness/tiers.ts";

const ALIX = "alix@certificateur.example";

/** Another organisation invites that address; gives the link, as whoever reads its mail has it. */
async function inviterDAilleurs(m: MaisonDeTest, courriel: string): Promise<string> {
  const organismeId = await m.fonder();
  const gerant = await m.client("conseiller", organismeId, { gere: true });
  const invite = { jeton: randomUUID(), nom: "Quelqu’un", courriel, role: "assistant" };
  expect((await gerant.post("/organisme/membres/nouveau", invite)).status).toBe(303);
  const lien = await lienEnvoye({ maison: m.maison, organismeId }, "invitation", courriel);
  return lien ?? expect.fail("no invitation was written");
}

async function nEstPasPris(m: MaisonDeTest, lien: string) {
  expect(await (await navigateur(m).get(lien)).text()).not.toContain("Choisissez votre phrase de passe");
  const prise = await navigateur(m).post(lien, { nom: "Voleur", motDePasse: MOT_DE_PASSE });
  expect([prise.status, prise.headers.getSetCookie()]).toEqual([200, []]);
}

it("l’invitation d’un autre organisme ne prend pas le compte d’un auditeur, qui l’accepte par un lien", async () => {
  const m = await ouvrirMaisonDeTest();
  const gerant = await m.client("conseiller", m.organismeId, { gere: true });
  await ecrireHistoire(m, gerant.auteur, bilanFinance({ financeurs: ["employeur"], plan: true }));
  const audit = await gerant.post("/organisme/audits/nouveau", {
    jeton: randomUUID(),
    du: "01/01/2026",
    au: "31/12/2026",
    taille: "1",
    graine: "CERT-2026-0147",
    auditeurs: `Alix Auditrice, ${ALIX}`,
    finLe: "15/12/2026",
  });
  expect(audit.status).toBe(303);
  const lien = await inviterDAilleurs(m, ALIX);
  await nEstPasPris(m, lien);
  await navigateur(m).post("/connexion/lien", { courriel: ALIX });
  await envoyerLiensDemandes(m.maison, m.comptes);
  const sien = (await lienEnvoye(m, "lien-de-connexion", ALIX)) ?? expect.fail("no link");
  const elle = navigateur(m, (await navigateur(m).post(sien)).headers.getSetCookie());
  expect((await elle.post(lien)).status).toBe(303);
  expect(await (await elle.get("/places")).text()).toContain("Assistant");
});

it("l’invitation ne prend pas un compte qui n’a qu’une clé d’accès", async () => {
  const m = await ouvrirMaisonDeTest();
  const courriel = "cle@exemple.invalid";
  const utilisateur = await m.comptes.trouverOuCreer({ nom: "Alix Fictive", courriel });
  await m.maison.base.pool.query(
    "insert into cle_acces (id, utilisateur_id, publique, compteur, transports, nom) values ('k', $1, '', 0, '{}', 'k')",
    [utilisateur],
  );
  await nEstPasPris(m, await inviterDAilleurs(m, courriel));
});
