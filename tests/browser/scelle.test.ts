import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { freinParAdresse } from "../../src/auth/frein-par-adresse.ts";
import { PHRASE_FAUSSE } from "../../src/vault/trousseau-scelle.ts";
import { preparerRessources } from "../../src/web/ressources.ts";
import { creerAppScelle } from "../../src/web/scelle.tsx";
import { fautesDAcces } from "./acces.ts";
import { LECTEURS, lancerNavigateur, regarderAvec } from "./navigateur.ts";

test("la page du trousseau scellé se lit étroite et large, en clair et en sombre, avec ou sans script", async () => {
  const serveur = createServer();
  serveur.listen(0, "127.0.0.1");
  await once(serveur, "listening");
  const url = `http://127.0.0.1:${(serveur.address() as AddressInfo).port}`;
  let maintenant = 0;
  const app = creerAppScelle({
    servies: preparerRessources(),
    url,
    proxys: 0,
    frein: freinParAdresse(() => maintenant),
    essayer: async () => false,
    fausse: PHRASE_FAUSSE,
  });
  serveur.on(
    "request",
    getRequestListener((requete, env) => app.fetch(requete, env)),
  );
  const essayer = (fois: number) => async (page: Page) => {
    for (let i = 0; i < fois; i += 1) {
      await page.getByLabel("Phrase du trousseau").fill("une phrase fausse");
      await page.getByRole("button", { name: "Ouvrir" }).click();
      await page.getByRole("alert").waitFor();
    }
  };
  const navigateur = await lancerNavigateur();
  try {
    const regarder = regarderAvec(navigateur);
    const fautes: string[] = [];
    for (const lecteur of LECTEURS) {
      for (const [fois, attendu] of [
        [0, "Probant est scellé"],
        [1, "n’ouvre pas le trousseau"],
        [4, "Trop d’essais depuis votre adresse"],
      ] as const) {
        maintenant += 10_000_000;
        const trouvees = await regarder(
          url,
          lecteur,
          async ({ page, plaintes }) => {
            expect(await page.content()).toContain(attendu);
            return [...plaintes, ...(await fautesDAcces(page))];
          },
          essayer(fois),
        );
        fautes.push(...trouvees.map((f) => `${fois} ${JSON.stringify(lecteur)} : ${f}`));
      }
    }
    expect(fautes).toEqual([]);
  } finally {
    await navigateur.close();
    serveur.close();
  }
}, 120_000);
