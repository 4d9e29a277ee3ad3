import { expect, it } from "vitest";
import { jour } from "../../values/jour.ts";
import type { Fait } from "../fait.ts";
import {
  clesDetruites,
  conservationAutorisee,
  conservationRetiree,
  contenusConservesDetruits,
  contenusDetruits,
  tousContenusConservesDetruits,
} from "../faits/fin.ts";
import { corrigeables } from "./corrigeables.ts";

const LE = jour("2026-11-16");
const accord = conservationAutorisee.nouveau(LE, {
  base: "accord_suivi",
  documents: ["synthese"],
  signeLe: LE,
  jusquAu: jour("2029-11-16"),
});
const consigner = (...faits: Omit<Fait, "id" | "consigneLe">[]): Fait[] =>
  faits.map((f, i) => ({ ...f, id: `f${i}`, consigneLe: LE }));
const types = (faits: Fait[]) => corrigeables(faits).map((f) => f.type);

it("un accord de conservation se corrige tant que rien n’est détruit ; après, il se retire", () => {
  expect(types(consigner(accord))).toEqual(["conservation_autorisee.v1"]);
  expect(types(consigner(accord, contenusDetruits.nouveau(LE, { documents: 3 })))).toEqual([]);
});

it("ce qui est détruit ne se corrige pas", () => {
  const faits = consigner(
    contenusDetruits.nouveau(LE, { documents: 3 }),
    clesDetruites.nouveau(LE, {}),
    conservationRetiree.nouveau(LE, {}),
    contenusConservesDetruits.nouveau(LE, { accords: ["f0"] }),
    tousContenusConservesDetruits.nouveau(LE, {}),
  );
  expect(types(faits)).toEqual([]);
});
