import { expect, test } from "vitest";
import { csv } from "./csv.ts";

test("une cellule qui ressemble à une formule reste un texte, et les séparateurs restent dedans", () => {
  expect(
    csv(
      ["Qui", "Quoi"],
      [
        ["=1+1", 'a;"b"\n'],
        ["Éloïse", "-2"],
      ],
    ),
  ).toBe(`\uFEFFQui;Quoi\r\n'=1+1;"a;""b""\n"\r\nÉloïse;'-2\r\n`);
});
