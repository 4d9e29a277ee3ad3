import { expect, test } from "vitest";
import type { Instant } from "../values/instant.ts";
import { debutDuDoute, prochainEssai } from "./delais.ts";
import { DELAIS } from "./postier-smtp.ts";

const A = "2026-11-25T10:00:00.000Z" as Instant;

test("on réessaie après 1, 5, 15 minutes, puis toutes les heures, pendant trois jours", () => {
  const minutes: (number | null)[] = [];
  for (let essais = 1; essais <= 77; essais += 1) {
    const prochain = prochainEssai(essais, A);
    minutes.push(prochain === null ? null : (Date.parse(prochain) - Date.parse(A)) / 60_000);
  }
  expect(minutes.slice(0, 6)).toEqual([1, 5, 15, 60, 60, 60]);
  expect(minutes.slice(74)).toEqual([60, null, null]);
  const total = minutes.reduce<number>((somme, m) => somme + (m ?? 0), 0);
  expect(total / 60).toBeGreaterThan(72);
});

test("le doute ne commence qu’après la fin du plus long envoi", () => {
  expect(Date.parse(A) - Date.parse(debutDuDoute(A))).toBeGreaterThan(DELAIS.total + 60_000);
});
