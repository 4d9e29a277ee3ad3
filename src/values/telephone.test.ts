import { expect, it } from "vitest";
import { parseTelephone } from "./telephone.ts";

it.each(["06 12 34 56 78", "+33 6.12.34.56.78", "(0)2-99-00-00-00", "0590/00 00 00"])(
  "« %s » est un numéro",
  (texte) => {
    expect(parseTelephone(` ${texte} `)).toBe(texte);
  },
);

it.each(["abc", "", "12345", "06 12 34 56 78 poste 3", "1234567890123456"])(
  "« %s » n’en est pas un",
  (texte) => {
    expect(parseTelephone(texte)).toBeNull();
  },
);
