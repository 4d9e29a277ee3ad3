import { expect, it } from "vitest";
import { parseHeure } from "../../values/heure.ts";
import { enMemeTemps } from "./en-meme-temps.ts";

const s = (reference: string, debut: string, fin: string) => ({
  reference,
  debut: parseHeure(debut)!,
  fin: parseHeure(fin)!,
});

it("deux dossiers aux mêmes heures se nomment l’un l’autre, des heures qui se suivent non", () => {
  const [a, b, c] = [s("D-1", "9 h", "11 h"), s("D-2", "10 h 30", "12 h"), s("D-3", "12 h", "13 h")];
  const journee = [a, b, c];
  expect(journee.map((x) => enMemeTemps(x, journee).map((y) => y.reference))).toEqual([["D-2"], ["D-1"], []]);
});
