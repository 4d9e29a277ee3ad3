import { expect, test } from "vitest";
import { parseHeure } from "../../values/heure.ts";
import { jour } from "../../values/jour.ts";
import { commenceAvant, enOrdre } from "./ordre-des-seances.ts";

const a = (date: string, debut: string) => ({ date: jour(date), debut: parseHeure(debut)! });

test("range les séances par jour, puis par heure, et garde l’ordre de celles qui commencent ensemble", () => {
  const [soir, matin, veille, ensemble] = [
    a("2026-09-28", "14:00"),
    a("2026-09-28", "9:00"),
    a("2026-09-27", "18:00"),
    a("2026-09-28", "14:00"),
  ];
  const rangees = enOrdre([soir, matin, veille, ensemble]);
  expect(rangees).toEqual([veille, matin, soir, ensemble]);
  expect(rangees[2]).toBe(soir);
  expect([commenceAvant(matin, soir), commenceAvant(soir, ensemble)]).toEqual([true, false]);
});
