import { expect, test } from "vitest";
import { jour } from "../values/jour.ts";
import { type AuditSaisi, auditOuvert, lireAuditeurs, refusDAudit } from "./formulaire-audit.ts";

const AUJOURDHUI = jour("2026-11-24");
const saisie: AuditSaisi = {
  du: jour("2026-01-01"),
  au: jour("2026-10-31"),
  taille: 5,
  graine: null,
  auditeurs: "Alix Fictif, alix@certificateur.example",
  finLe: jour("2026-12-15"),
  montreNoms: false,
};

test.each<[string, Partial<AuditSaisi>, string]>([
  ["la période à l’envers", { au: jour("2025-12-31") }, "au"],
  ["une graine trop courte", { graine: "abc" }, "graine"],
  ["une graine qu’un terminal lirait autrement", { graine: "$(rm)" }, "graine"],
  ["une adresse incomplète", { auditeurs: "Alix Fictif, alix@" }, "auditeurs"],
  ["un nom sans adresse", { auditeurs: "Alix Fictif" }, "auditeurs"],
  ["une adresse sans nom", { auditeurs: "alix@certificateur.example" }, "auditeurs"],
  [
    "six auditeurs",
    { auditeurs: [1, 2, 3, 4, 5, 6].map((i) => `Alix Fictif, a${i}@c.example`).join("\n") },
    "auditeurs",
  ],
  ["une fin passée", { finLe: jour("2026-11-23") }, "finLe"],
  ["une fin trop lointaine", { finLe: jour("2027-11-24") }, "finLe"],
])("est refusé : %s", (_, faux, champ) => {
  expect(refusDAudit({ ...saisie, ...faux }, AUJOURDHUI).map((r) => r.champ)).toEqual([champ]);
});

test("un champ illisible n’empêche pas de dire ce qui ne va pas aux autres", () => {
  const lisibles = { auditeurs: "Alix Fictif", finLe: jour("2026-11-23") };
  expect(refusDAudit(lisibles, AUJOURDHUI).map((r) => r.champ)).toEqual(["auditeurs", "finLe"]);
});

test("une saisie juste n’est pas refusée, et chaque adresse compte une fois", () => {
  expect(refusDAudit(saisie, AUJOURDHUI)).toEqual([]);
  expect(refusDAudit({ ...saisie, graine: "CERT-2026 0147", finLe: AUJOURDHUI }, AUJOURDHUI)).toEqual([]);
  expect(
    lireAuditeurs(
      "Alix Fictif, alix@c.example\n\n  Jean-Luc de l’Étang ; jl@c.example\nAlix Fictif, ALIX@c.example",
    ),
  ).toEqual({
    auditeurs: [
      { nom: "Alix Fictif", adresse: "ALIX@c.example" },
      { nom: "Jean-Luc de l’Étang", adresse: "jl@c.example" },
    ],
  });
});

test("un audit s’ouvre jusqu’à son dernier jour compris, sauf s’il est fermé", () => {
  expect(auditOuvert({ finLe: "2026-11-24", closLe: null }, AUJOURDHUI)).toBe(true);
  expect(auditOuvert({ finLe: "2026-11-23", closLe: null }, AUJOURDHUI)).toBe(false);
  expect(auditOuvert({ finLe: "2026-12-24", closLe: "2026-11-24T08:00:00.000Z" }, AUJOURDHUI)).toBe(false);
});
