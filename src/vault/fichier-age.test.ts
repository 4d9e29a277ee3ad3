import { Decrypter } from "age-encryption";
import { expect, test } from "vitest";
import { estDestinataire, fermerOctets, ouvrirFluxAge } from "./fichier-age.ts";

const lire = async (phrase: string, octets: Uint8Array) => {
  const lus: Uint8Array[] = [];
  for await (const o of ouvrirFluxAge(
    { phrase },
    (async function* () {
      yield octets;
    })(),
  ))
    lus.push(o);
  return Buffer.concat(lus).toString();
};

test("une phrase ferme et ouvre ; une autre le dit", async () => {
  const ferme = await fermerOctets({ phrase: "quatre mots à retenir" }, Buffer.from("bonjour"));
  expect(Buffer.from(ferme).toString("latin1").split("\n")[0]).toBe("age-encryption.org/v1");
  expect(await lire("quatre mots à retenir", ferme)).toBe("bonjour");
  const autrement = new Decrypter();
  autrement.addPassphrase("quatre mots à retenir");
  expect(Buffer.from(await autrement.decrypt(ferme)).toString()).toBe("bonjour");
  await expect(lire("quatre autres mots", ferme)).rejects.toThrow(
    "Cette phrase secrète ou cette clé n’ouvre pas ce fichier.",
  );
});

test("un destinataire est une clé publique de age, et rien d’autre", () => {
  expect(estDestinataire("age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg")).toBe(true);
  for (const texte of ["", "age1", "nadia", "AGE-SECRET-KEY-1"]) expect(estDestinataire(texte)).toBe(false);
});
