import { expect, it } from "vitest";
import { z } from "zod";
import { catalogue } from "./catalogue.ts";
import { contenusNommes, nomDuContenu } from "./contenus-nommes.ts";

it("trouve chaque contenu nommé, où qu’il soit, et rien d’autre", () => {
  const [a, b] = [
    { id: "a", engagement: "x" },
    { id: "b", engagement: "y" },
  ];
  expect(contenusNommes({ notes: a, autres: [{ resultats: b }, { id: "seul" }], vide: null })).toEqual([
    { cle: "notes", ...a },
    { cle: "resultats", ...b },
  ]);
  for (const rien of [null, undefined, "a", 3, [], {}]) expect(contenusNommes(rien)).toEqual([]);
});

it("chaque champ de contenu d’un fait a un nom français", () => {
  const cles = new Set<string>();
  for (const { schema } of catalogue) {
    const forme = schema instanceof z.ZodObject ? schema.shape : {};
    for (const cle of Object.keys(forme)) {
      const lu = schema.safeParse({ [cle]: { id: "a", engagement: "x" } });
      if (lu.success || !lu.error.issues.some((i) => i.path[0] === cle)) cles.add(cle);
    }
  }
  // A correction holds the whole data of another fact: the contents inside have their own keys.
  cles.delete("remplacement");
  expect([...cles].filter((c) => nomDuContenu(c) === "Texte")).toEqual(["contenu"]);
});
