import { expect, it } from "vitest";
import { parseFournisseurIdentite } from "./fournisseur-identite.ts";

const BON = {
  emetteur: "https://identite.example/reseau/",
  client: "probant",
  secret: "un-secret-a-ne-jamais-dire",
  nom: "Réseau Horizon",
};
const refusDe = (change: Partial<Record<keyof typeof BON, string | undefined>>) => {
  const lu = parseFournisseurIdentite({ ...BON, ...change });
  return lu !== null && "refus" in lu ? lu.refus : null;
};

it("se lit tel qu’il est écrit, et l’absence de tout n’est pas une faute", () => {
  expect(parseFournisseurIdentite(BON)).toEqual(BON);
  const rien = { emetteur: undefined, client: undefined, secret: undefined, nom: undefined };
  expect(parseFournisseurIdentite(rien)).toBeNull();
});

it("les quatre réglages vont ensemble : ceux qui manquent sont nommés", () => {
  expect(refusDe({ secret: undefined })).toBe(
    "PROBANT_OIDC_CLIENT_SECRET manque : les quatre réglages PROBANT_OIDC_… vont ensemble.",
  );
  expect(refusDe({ client: undefined, nom: undefined })).toBe(
    "PROBANT_OIDC_CLIENT_ID, PROBANT_OIDC_NOM manquent : les quatre réglages PROBANT_OIDC_… vont ensemble.",
  );
});

it.each([
  ["identite.example", "n’est pas une adresse"],
  ["ftp://identite.example", "n’est pas une adresse"],
  ["http://identite.example", "il faut https://"],
  ["http://127.0.0.1.ailleurs.example", "il faut https://"],
  ["https://nom:motsecret@identite.example", "ni mot de passe"],
  ["https://identite.example/?locataire=1", "ni « ? »"],
  ["https://identite.example/#", "ni « # »"],
  ["https://identite.example/.well-known/openid-configuration", "s’arrête avant"],
])("l’émetteur %s est refusé par une phrase qui ne le répète pas", (emetteur, dit) => {
  const refus = refusDe({ emetteur });
  expect(refus).toMatch(/^PROBANT_OIDC_ISSUER /);
  expect(refus).toContain(dit);
  expect(refus).not.toContain("motsecret");
});

it("en clair sur cette machine seulement", () => {
  for (const emetteur of ["http://127.0.0.1:8080", "http://localhost:8080/a", "http://[::1]:8080"])
    expect([emetteur, refusDe({ emetteur })]).toEqual([emetteur, null]);
});

it("le nom du bouton tient en une ligne", () => {
  for (const nom of ["n".repeat(41), "deux\nlignes", "caché\u202e"])
    expect(refusDe({ nom })).toBe("PROBANT_OIDC_NOM tient en une ligne de 40 caractères au plus.");
});
