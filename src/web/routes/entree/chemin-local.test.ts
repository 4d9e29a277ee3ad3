import { expect, it } from "vitest";
import { cheminLocal } from "./chemin-local.ts";

it("ramène à la page demandée avec sa recherche", () => {
  expect(cheminLocal("/dossiers?nom=moreau")).toBe("/dossiers?nom=moreau");
  expect(cheminLocal("/dossiers/D-2026-0001#journal")).toBe("/dossiers/D-2026-0001");
});

it("ne mène jamais ailleurs, même par un chemin qui se replie en une autre adresse", () => {
  for (const chemin of [
    undefined,
    "",
    "//ailleurs.example",
    "/\\ailleurs.example",
    "https://ailleurs.example/",
    "/a/..//ailleurs.example/x",
    "/a/%2e%2e//ailleurs.example",
    "/a/..///ailleurs.example",
    "/a\r\nset-cookie: x=1",
    "/\tailleurs",
  ]) {
    expect([chemin, cheminLocal(chemin)]).toEqual([chemin, "/"]);
  }
});
