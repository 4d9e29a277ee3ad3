import { describe, expect, it } from "vitest";
import { enBlocs } from "./blocs.ts";

describe("couper un texte en paragraphes et listes", () => {
  it.each([
    ["rien", " \n \n", []],
    ["deux paragraphes", "un\n\ndeux", [{ lignes: ["un"] }, { lignes: ["deux"] }]],
    ["deux lignes d’un paragraphe", "un\r\ndeux", [{ lignes: ["un", "deux"] }]],
    ["une liste", "- un\n• deux", [{ points: ["un", "deux"] }]],
    [
      "une liste annoncée",
      "Voici :\n- un\n- deux",
      [{ lignes: ["Voici\u00a0:"] }, { points: ["un", "deux"] }],
    ],
    ["un tiret de dialogue au milieu", "- un\nsuite", [{ lignes: ["- un", "suite"] }]],
    ["un nombre négatif", "-3 degrés", [{ lignes: ["-3 degrés"] }]],
    ["la typographie au passage", "l'été ?", [{ lignes: ["l’été\u202f?"] }]],
  ])("%s", (_quoi, texte, attendu) => {
    expect(enBlocs(texte)).toEqual(attendu);
  });
});
