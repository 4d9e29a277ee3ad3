import { expect, it } from "vitest";
import { ouvrirBaseDeTest } from "../../tests/harness/base.ts";
import { ouvrirComptes } from "./comptes.ts";
import { consommerDefi, defiJuste, nouveauDefi } from "./defis.ts";

const secret = "un secret de test assez long pour signer des cookies";

it("une réponse qui n’en est pas une n’ouvre rien, et ne se garde pas", async () => {
  const base = await ouvrirBaseDeTest();
  const { clesAcces, creer } = ouvrirComptes({ pool: base.pool, secret, url: "http://localhost:4180" });
  const utilisateurId = await creer({
    nom: "Nadia Fictive",
    courriel: "nadia@exemple.invalid",
    motDePasse: "une phrase assez longue",
  });
  const cle = { id: "a", rawId: "a", type: "public-key", response: {}, clientExtensionResults: {} };
  for (const texte of [
    "",
    "{",
    "null",
    "[]",
    JSON.stringify(cle),
    JSON.stringify({ ...cle, type: "autre" }),
  ]) {
    expect([texte, await clesAcces.reconnaitre(texte)]).toEqual([texte, null]);
    expect([texte, await clesAcces.enregistrer(utilisateurId, "Clé", texte)]).toEqual([texte, false]);
  }
  expect(await clesAcces.lister(utilisateurId)).toEqual([]);
});

it("un défi vaut pour son usage et sous son secret, et ne sert qu’une fois", async () => {
  const base = await ouvrirBaseDeTest();
  const defi = nouveauDefi(secret, "entrer").toString("base64url");
  expect(defiJuste(secret, "entrer", defi)).toBe(true);
  expect(defiJuste(secret, "créer|quelqu’un", defi)).toBe(false);
  expect(defiJuste(`${secret} autre`, "entrer", defi)).toBe(false);
  expect(defiJuste(secret, "entrer", "")).toBe(false);
  const autre = defi.startsWith("A") ? `B${defi.slice(1)}` : `A${defi.slice(1)}`;
  expect(defiJuste(secret, "entrer", autre)).toBe(false);
  const deux = await Promise.all([consommerDefi(base.pool, defi), consommerDefi(base.pool, defi)]);
  expect(deux.sort()).toEqual([false, true]);
});
