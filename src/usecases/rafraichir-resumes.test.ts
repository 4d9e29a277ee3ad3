import { expect, it } from "vitest";
import { ouvrirDossierDeTest } from "../../tests/harness/dossier.ts";
import { ouvrirMaisonDeTest } from "../../tests/harness/maison.ts";
import type { Instant } from "../values/instant.ts";
import { debutDuJourAParis } from "./heure-de-paris.ts";
import { lister } from "./lister.ts";
import { rafraichirResumes } from "./rafraichir-resumes.ts";

it("le jour commence à minuit à Paris, en été comme en hiver", () => {
  expect(debutDuJourAParis("2026-07-01T21:59:00.000Z" as Instant)).toBe("2026-06-30T22:00:00.000Z");
  expect(debutDuJourAParis("2026-12-01T23:30:00.000Z" as Instant)).toBe("2026-12-01T23:00:00.000Z");
});

it("une ligne écrite la veille est rejugée une fois, pas deux", async () => {
  const m = await ouvrirMaisonDeTest();
  const { auteur } = await m.client("conseiller");
  await ouvrirDossierDeTest(m.maison, auteur);
  const demain = new Date(Date.now() + 86_400_000).toISOString() as Instant;
  m.regler(new Date(Date.now() + 90_000_000).toISOString());
  expect(await rafraichirResumes(m.maison, demain)).toBe(1);
  expect(await rafraichirResumes(m.maison, demain)).toBe(0);
  expect((await lister(m.maison, auteur, {}, { taille: 10 })).lignes).toHaveLength(1);
});
