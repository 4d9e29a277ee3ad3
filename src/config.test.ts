import { expect, it } from "vitest";
import { lireConfig } from "./config.ts";

const lire = (env: Record<string, string>) => lireConfig(env, "/srv/probant");

it("aucun serveur frontal n’est cru sans qu’on l’ait dit", () => {
  expect(lire({}).proxys).toBe(0);
  expect(lire({ PROBANT_PROXY: " 2 " }).proxys).toBe(2);
});

it.each(["-1", "1.5", "11", "oui", "10.0.0.1"])("PROBANT_PROXY=%s est refusé par une phrase", (valeur) => {
  expect(() => lire({ PROBANT_PROXY: valeur })).toThrow(
    `PROBANT_PROXY vaut « ${valeur} » : il faut le nombre de serveurs frontaux`,
  );
});
