import { expect, it } from "vitest";
import { rafraichirResumes } from "../../src/usecases/dossier/rafraichir-resumes.ts";
import type { Instant } from "../../src/values/instant.ts";
import { BILAN_CERTIFIE, BILAN_REMIS } from "../harness/bilan.ts";
import { ecrireHistoire } from "../harness/histoire.ts";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";

const MOTS = /\d+ points? à corriger|En retard|\d+ signatures? attendues?|Terminé|Fermé|En ordre/g;
const plat = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/&nbsp;|[\s\u00a0\u202f]+/g, " ");

it("la liste et la page d’un dossier disent son état du même mot", async () => {
  const m = await ouvrirMaisonDeTest();
  const nadia = await m.client("conseiller");
  const mots = new Set<string>();
  for (const recit of [
    BILAN_REMIS.slice(0, 3),
    BILAN_REMIS.slice(0, 9),
    BILAN_REMIS.slice(0, 21),
    BILAN_CERTIFIE,
  ]) {
    const { reference } = await ecrireHistoire(m, nadia.auteur, recit);
    // The row is of the day of its last fact until the day's own reading.
    await rafraichirResumes(m.maison, "2100-01-01T00:00:00.000Z" as Instant);
    const liste = await (await nadia.get(`/dossiers?nom=${reference}`)).text();
    const page = await (await nadia.get(`/dossiers/${reference}`)).text();
    const [ligne] = plat(/<tbody[\s\S]*?<\/tbody>/.exec(liste)![0]).match(MOTS)!;
    const [bande] = plat(/<section class="identity"[\s\S]*?<\/dl>/.exec(page)![0]).match(MOTS)!;
    expect([reference, bande]).toEqual([reference, ligne]);
    mots.add(ligne);
  }
  expect(mots.size).toBeGreaterThan(2);
});
