import { expect, test } from "vitest";
import { transaction } from "../../src/store/connexion.ts";
import { cloreMessage, type Issue, prendreMessage } from "../../src/store/messages/outbox.ts";
import { ecrireMessage } from "../../src/usecases/messages/preparer-message.ts";
import type { AdresseCourriel } from "../../src/values/adresse-courriel.ts";
import { jour } from "../../src/values/jour.ts";
import type { MaisonDeTest } from "../harness/maison.ts";
import { fautesDAcces } from "./acces.ts";
import { fonderBilan, ouvrirCentre } from "./centre.ts";
import { lancerNavigateur, regarderAvec } from "./navigateur.ts";
import { entrer } from "./personne.ts";

const ISSUES: readonly (Issue | null)[] = [
  { etat: "envoye", le: "2026-11-24T09:00:00.000Z" },
  { etat: "doute", erreur: "L’envoi a été interrompu." },
  { etat: "echec", erreur: "Le serveur de courriel refuse l’adresse du destinataire (réponse 550)." },
  {
    etat: "a_envoyer",
    prochainEssai: "2026-11-24T10:00:00.000Z",
    erreur: "Le serveur de courriel n’a pas répondu à temps.",
  },
  null,
];

/** One message in each state, to a very long address; gives their ids. */
async function ecrireTous(m: MaisonDeTest, organismeId: string): Promise<string[]> {
  const ids: string[] = [];
  for (const issue of ISSUES) {
    await transaction(m.maison.base, organismeId, async (tx) => {
      ids.push(
        await ecrireMessage(m.maison, tx, {
          modele: "invitation",
          a: `iris.${"tres-".repeat(10)}longue@exemple.example` as AdresseCourriel,
          donnees: { organisme: "Centre Horizon", invitePar: "Nadia Benali", finLe: jour("2026-12-01") },
          cheminSecret: "/invitation/jeton",
        }),
      );
      const pris = issue === null ? undefined : await prendreMessage(tx, m.maison.horloge());
      if (pris !== undefined && issue !== null) await cloreMessage(tx, pris, issue);
    });
  }
  return ids;
}

test("les messages se lisent dans tous leurs états, en clair et en sombre, étroits et larges, avec ou sans script", async () => {
  let organismeId = "";
  const centre = await ouvrirCentre(undefined, async (m) => {
    organismeId = await fonderBilan(m);
    await m.maison.base.pool.query("update membre set gere = true");
  });
  const ids = await ecrireTous(centre, organismeId);
  const navigateur = await lancerNavigateur();
  try {
    const contexte = await navigateur.newContext();
    await entrer(await contexte.newPage(), centre.url);
    const session = await contexte.storageState();
    const regarder = regarderAvec(navigateur);
    const fautes: string[] = [];
    for (const [rang, chemin] of ["", ...ids.map((id) => `/${id}`)].entries()) {
      for (const lecteur of [
        { theme: "light", largeur: 320, script: rang % 2 === 0 },
        { theme: "dark", largeur: 1280, script: rang % 2 === 1 },
      ] as const) {
        await regarder(`${centre.url}/messages${chemin}`, { ...lecteur, session }, async (vu) => {
          const trouvees = [...vu.plaintes, ...(await fautesDAcces(vu.page))];
          fautes.push(...trouvees.map((f) => `${chemin} ${lecteur.theme} : ${f}`));
          expect(await vu.page.locator("h1").textContent()).toBe(chemin === "" ? "Messages" : "Invitation");
        });
      }
    }
    expect(fautes).toEqual([]);
    const page = await contexte.newPage();
    await page.goto(`${centre.url}/messages`);
    await page
      .getByRole("row", { name: /Peut-être parti/ })
      .getByRole("link")
      .click();
    await page.getByRole("button", { name: /^Renvoyer/ }).click();
    await page.getByText("À envoyer", { exact: true }).waitFor();
    expect(await page.getByRole("button", { name: /^Renvoyer/ }).count()).toBe(0);
  } finally {
    await navigateur.close();
  }
}, 120_000);
