import { expect, test } from "vitest";
import { html } from "./html.ts";

test("aucun mot tapé ne devient une balise ni ne ferme un attribut", () => {
  expect(html(`<b onclick="f('x')">Dupont & fils</b>`)).toBe(
    "&lt;b onclick=&quot;f(&#39;x&#39;)&quot;&gt;Dupont &amp; fils&lt;/b&gt;",
  );
});

test("un texte français reste ce qu’il est", () => {
  expect(html("« L’été », 1 580,00 €")).toBe("« L’été », 1 580,00 €");
});
