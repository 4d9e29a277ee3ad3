import { expect, test } from "vitest";
import { parseAdresseCourriel, parseExpediteur } from "./adresse-courriel.ts";

test("une adresse ordinaire se lit, un domaine accentué s’écrit en ASCII", () => {
  expect(parseAdresseCourriel(" zoe.dupont+bilan@horizon.example ")).toBe("zoe.dupont+bilan@horizon.example");
  expect(parseAdresseCourriel("zoe@Été.example")).toBe("zoe@xn--t-9fab.example");
});

test("ce qui pourrait être lu comme deux adresses, ou une autre ligne, est refusé", () => {
  for (const texte of [
    "",
    "zoe",
    "zoe@",
    "@horizon.example",
    "zoe@horizon",
    "a@b.example,c@d.example",
    "a@b.example c@d.example",
    "a@b.example\r\nBcc: c@d.example",
    "a\n@b.example",
    "a@b.example\u2028c",
    "a@b.example%0d%0aBcc:c@d.example",
    "a@b@c.example",
    "<a@b.example>",
    '"a b"@c.example',
    "a..b@c.example",
    ".a@c.example",
    "a.@c.example",
    "a@[127.0.0.1]",
    "é@c.example",
  ]) {
    expect([texte, parseAdresseCourriel(texte)]).toEqual([texte, null]);
  }
});

test("un expéditeur a son nom ou n’en a pas", () => {
  expect(parseExpediteur("Cabinet Horizon <contact@horizon.example>")).toEqual({
    nom: "Cabinet Horizon",
    adresse: "contact@horizon.example",
  });
  expect(parseExpediteur("contact@horizon.example")).toEqual({
    nom: null,
    adresse: "contact@horizon.example",
  });
  expect(parseExpediteur('"Horizon, Rennes" <contact@horizon.example>')?.nom).toBe("Horizon, Rennes");
  for (const texte of ["Cabinet Horizon", "<>", "a <b> <c@d.example>", "Nom <pas une adresse>"]) {
    expect([texte, parseExpediteur(texte)]).toEqual([texte, null]);
  }
});
