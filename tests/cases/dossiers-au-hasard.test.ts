import fc from "fast-check";
import { expect, it } from "vitest";
import { etatAu, lireFichier } from "../../src/dossier/fichier.ts";
import { resumer } from "../../src/dossier/resume.ts";
import { constatPublic } from "../../src/law/constat-public.ts";
import { juger } from "../../src/law/judge.ts";
import { ajouterJours, jour } from "../../src/values/jour.ts";
import { paires } from "./paires.ts";

const dossiers = paires.flatMap((p) => [p.nonConforme, p.conforme]).map((d) => JSON.stringify(d));

/** A value put in the place of another one: what people and broken exports write. */
const intrus = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1, 59_999, 1e9, 1.5, "", " ", "x", "s1", "s9", [], {}, [
    {},
  ]),
  fc.constantFrom(
    "0001-01-01",
    "9999-12-31",
    "2024-02-29",
    "2026-11-24",
    "00:00",
    "23:59",
    "cpf",
    "employeur",
    "presentiel",
  ),
  fc.integer(),
  fc.string({ maxLength: 20 }),
);

type Lieu = { porteur: Record<string, unknown>; cle: string };

/** Every place of a JSON value where something is written. */
function lieux(valeur: unknown): Lieu[] {
  if (typeof valeur !== "object" || valeur === null) return [];
  const porteur = valeur as Record<string, unknown>;
  return Object.keys(porteur).flatMap((cle) => [{ porteur, cle }, ...lieux(porteur[cle])]);
}

interface Coup {
  ou: number;
  /** « voisin » puts what another place of the same name says; « double » says a thing twice. */
  comment: "intrus" | "voisin" | "efface" | "double";
  quoi: unknown;
}
interface Casse {
  rang: number;
  coups: Coup[];
  aRebours: boolean;
}

const casses: fc.Arbitrary<Casse> = fc.record({
  rang: fc.nat({ max: dossiers.length - 1 }),
  coups: fc.array(
    fc.record({
      ou: fc.nat(),
      comment: fc.constantFrom("intrus", "voisin", "voisin", "voisin", "efface", "double"),
      quoi: intrus,
    }),
    { minLength: 1, maxLength: 4 },
  ),
  aRebours: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
});

function frapper(d: unknown, { ou, comment, quoi }: Coup): void {
  const tous = lieux(d);
  const { porteur, cle } = tous[ou % tous.length]!;
  const voisins = tous.filter((l) => l.cle === cle);
  const liste = Array.isArray(porteur) ? porteur : null;
  if (comment === "voisin") {
    const autre = voisins[ou % voisins.length]!;
    porteur[cle] = structuredClone(autre.porteur[cle]);
  } else if (comment === "intrus") porteur[cle] = quoi;
  else if (liste === null) Reflect.deleteProperty(porteur, cle);
  else if (comment === "efface") liste.splice(Number(cle), 1);
  else liste.push(structuredClone(liste[Number(cle)]));
}

function casser({ rang, coups, aRebours }: Casse): unknown {
  const d = JSON.parse(dossiers[rang]!) as { faits: unknown };
  for (const coup of coups) frapper(d, coup);
  if (aRebours && Array.isArray(d.faits)) d.faits.reverse();
  return JSON.parse(JSON.stringify(d)) as unknown;
}

it("un dossier abîmé n’importe comment est refusé en français ou jugé, jamais une erreur", () => {
  let juges = 0;
  let refuses = 0;
  fc.assert(
    fc.property(casses, fc.integer({ min: -800, max: 4000 }), (casse, n) => {
      const lu = lireFichier(casser(casse));
      if ("anomalies" in lu) {
        refuses += 1;
        for (const { ou, phrase } of lu.anomalies) {
          expect(ou).not.toBe("");
          expect(phrase).toMatch(/[.)?…]$/);
          expect(phrase).not.toMatch(/undefined|Invalid|Entrée invalide|NaN/);
        }
        return;
      }
      juges += 1;
      const au = ajouterJours(jour("2026-05-01"), n);
      const etat = etatAu(lu, au);
      const constats = juger(etat, au);
      expect(constats.length).toBeGreaterThan(60);
      for (const c of constats.map(constatPublic)) {
        expect(c.explication).not.toMatch(/\b(undefined|NaN|null)\b|\[object/);
        expect(c.explication).toMatch(/[.)»?!]$/);
      }
      resumer(etat, lu.faits, au);
    }),
    { numRuns: 600 },
  );
  expect(juges).toBeGreaterThan(50);
  expect(refuses).toBeGreaterThan(50);
});
