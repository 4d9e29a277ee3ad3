import { expect, it } from "vitest";
import type { Role } from "../../src/dossier/acte.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { ouvrirDossierDeTest } from "../harness/dossier.ts";
import { ecrireHistoire } from "../harness/histoire.ts";
import { type Client, ouvrirMaisonDeTest } from "../harness/maison.ts";

const LIENS = /<a [^>]*href="(\/[^"#]*)/g;

/** Every address that the pages lead to, from the first one on, with the status that answers. */
async function suivreLesLiens(client: Client): Promise<Map<string, number>> {
  const statuts = new Map<string, number>();
  const aVoir = ["/aujourdhui"];
  for (let adresse = aVoir.pop(); adresse !== undefined; adresse = aVoir.pop()) {
    if (statuts.has(adresse)) continue;
    let reponse = await client.get(adresse);
    // An act that has a page of its own leads there: that one has to open.
    if (reponse.status === 303) reponse = await client.get(reponse.headers.get("location")!);
    statuts.set(adresse, reponse.status);
    // The help is the same for everybody and has its own test; files lead nowhere.
    if (adresse.startsWith("/aide") || !reponse.headers.get("content-type")?.includes("html")) continue;
    for (const [, href] of (await reponse.text()).matchAll(LIENS)) aVoir.push(href!.replaceAll("&amp;", "&"));
  }
  return statuts;
}

it.each<Role>(["conseiller", "assistant", "responsable"])(
  "chaque lien que voit un %s s’ouvre",
  async (role) => {
    const m = await ouvrirMaisonDeTest();
    const conseiller = await m.client("conseiller");
    await ouvrirDossierDeTest(m.maison, conseiller.auteur);
    await ecrireHistoire(m, conseiller.auteur, BILAN_REMIS);
    await ecrireHistoire(m, conseiller.auteur, BILAN_REMIS.slice(0, 30));
    const statuts = await suivreLesLiens(await m.client(role));
    expect(statuts.size).toBeGreaterThan(40);
    expect([...statuts].filter(([, statut]) => statut !== 200)).toEqual([]);
    expect(m.pannes).toEqual([]);
  },
  120_000,
);
