import { setImmediate as tourSuivant } from "node:timers/promises";
import { expect, it } from "vitest";
import { rendreLaMemoire } from "./rendre-la-memoire.ts";

it("ce que plus rien ne tient s’en va tout de suite, et rien n’est laissé à appeler", async () => {
  const lache = new WeakRef({ texte: "x".repeat(1_000) });
  const avant = process.memoryUsage().heapTotal;
  // Until the end of the turn that made it, a weak reference holds what it names.
  await tourSuivant();
  rendreLaMemoire();
  expect(lache.deref()).toBeUndefined();
  expect(process.memoryUsage().heapTotal).toBeLessThanOrEqual(avant);
  expect("gc" in globalThis).toBe(false);
});
