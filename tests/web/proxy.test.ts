import { expect, it } from "vitest";
import { ESSAIS_MAX } from "../../src/auth/essais.ts";
import { creerApp } from "../../src/web/app.tsx";
import { preparerRessources } from "../../src/web/ressources.ts";
import { type MaisonDeTest, ouvrirMaisonDeTest, URL_DE_TEST } from "../harness/maison.ts";

/** The same house, with so many proxies before it. */
function derriere({ maison, comptes, imprimer }: MaisonDeTest, proxys: number) {
  const servies = preparerRessources();
  const portes = { maison, comptes, imprimer, ressources: servies.adresses, demonstration: false };
  return creerApp({ ...portes, url: URL_DE_TEST, proxys }, servies, () => undefined);
}

it.each([
  [1, 422, "derrière un serveur frontal, un visiteur n’épuise pas les essais d’un autre"],
  [0, 429, "sans serveur frontal, l’en-tête d’un visiteur n’est pas cru"],
])(
  "PROBANT_PROXY=%s : %s, %s",
  async (proxys, attendu) => {
    const app = derriere(await ouvrirMaisonDeTest(), proxys);
    const essayer = async (adresse: string) => {
      const reponse = await app.request(`${URL_DE_TEST}/connexion`, {
        method: "POST",
        headers: { origin: URL_DE_TEST, "x-forwarded-for": `192.0.2.1, ${adresse}` },
        body: new URLSearchParams({ courriel: "nadia@horizon.example", motDePasse: "une phrase fausse" }),
      });
      return reponse.status;
    };
    for (let i = 0; i < ESSAIS_MAX.compteDIci; i += 1) expect(await essayer("203.0.113.7")).toBe(422);
    expect(await essayer("203.0.113.7")).toBe(429);
    expect(await essayer("203.0.113.8")).toBe(attendu);
  },
  30_000,
);
