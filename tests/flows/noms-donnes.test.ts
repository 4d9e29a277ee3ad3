import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { lireQuiAAcces } from "../../src/usecases/acces/lire-acces.ts";
import { ouvrirEspace } from "../../src/usecases/acces/ouvrir-espace.ts";
import { consulterAudit } from "../../src/usecases/audit/tenir-audit.ts";
import { CAMILLE, ecrireHistoire } from "../harness/histoire.ts";
import { lienEnvoye } from "../harness/lien-envoye.ts";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";
import { bilanFinance, entrerParSonLien } from "../harness/tiers.ts";

const ELLE = CAMILLE.courriel!;
const RECIT = bilanFinance({ financeurs: ["employeur"], plan: true, surTempsDeTravail: true });

/** An organisation where an account has that address already, under a name that it never typed. */
async function chezUnAutre() {
  const m = await ouvrirMaisonDeTest();
  await m.comptes.trouverOuCreer({ nom: "Nom Secret", courriel: ELLE });
  return { m, gerant: await m.client("conseiller", m.organismeId, { gere: true }) };
}

it("un auditeur porte le nom que l’organisme a écrit, dans la liste et dans ses lectures", async () => {
  const { m, gerant } = await chezUnAutre();
  await ecrireHistoire(m, gerant.auteur, RECIT, { ...CAMILLE, courriel: null });
  const cree = await gerant.post("/organisme/audits/nouveau", {
    jeton: randomUUID(),
    du: "01/01/2026",
    au: "31/12/2026",
    taille: "1",
    graine: "CERT-2026-0147",
    auditeurs: `Xavier Inventé, ${ELLE}`,
    finLe: "15/12/2026",
  });
  const adresse = cree.headers.get("location") ?? "";
  const lui = await entrerParSonLien(m, await lienEnvoye(m, "acces-auditeur", ELLE), "auditeur");
  expect((await lui.get("/audit")).status).toBe(200);
  const page = await (await gerant.get(adresse)).text();
  expect([page.includes("Xavier Inventé"), page.includes("Nom Secret")]).toEqual([true, false]);
  const id = /[0-9a-f-]{36}/.exec(adresse)?.[0] ?? "";
  const vu = await consulterAudit(m.maison, gerant.auteur, id);
  expect(vu?.lectures.map((l) => l.nom)).toEqual(["Xavier Inventé"]);
});

it("une porte porte le nom du dossier, ou celui que le conseiller a écrit de l’employeur", async () => {
  const { m, gerant } = await chezUnAutre();
  const nomsDe = async (reference: string) =>
    (await lireQuiAAcces(m.maison, gerant.auteur, reference))!.portes.map((p) => [p.role, p.nom]);
  const sien = await ecrireHistoire(m, gerant.auteur, RECIT);
  const ouvert = await ouvrirEspace(m.maison, m.comptes, gerant.auteur, { ...sien, cle: randomUUID() });
  expect(ouvert.issue).toBe("fait");
  expect(await nomsDe(sien.reference)).toEqual([["beneficiaire", "Camille Fictive"]]);
  const { reference } = await ecrireHistoire(m, gerant.auteur, RECIT, { ...CAMILLE, courriel: null });
  const page = `/dossiers/${reference}/acces`;
  const porte = { jeton: randomUUID(), geste: "ouvrir", nom: "Lucie Inventée", courriel: ELLE };
  expect((await gerant.post(`${page}/employeur`, porte)).status).toBe(303);
  expect(await nomsDe(reference)).toEqual([["employeur", "Lucie Inventée"]]);
  const lui = await entrerParSonLien(m, await lienEnvoye(m, "espace-employeur", ELLE), "employeur");
  expect((await lui.get("/employeur")).status).toBe(200);
  const { rows } = await m.maison.base.pool.query("select distinct nom from lecture_de_tiers");
  expect(rows).toEqual([{ nom: "Lucie Inventée" }]);
  expect(await (await gerant.get(page)).text()).not.toContain("Nom Secret");
});
