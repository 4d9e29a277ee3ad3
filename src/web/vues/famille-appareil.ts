import { capitale } from "../../values/capitale.ts";

const NAVIGATEURS: readonly [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMES: readonly [RegExp, string][] = [
  [/iPhone/, "un iPhone"],
  [/iPad/, "un iPad"],
  [/Android/, "un appareil Android"],
  [/Windows/, "un ordinateur Windows"],
  [/Mac OS X|Macintosh/, "un Mac"],
  [/CrOS/, "un Chromebook"],
  [/Linux/, "un ordinateur Linux"],
];

const nomDe = (table: readonly [RegExp, string][], agent: string) =>
  table.find(([re]) => re.test(agent))?.[1];

/** « Firefox, sur un ordinateur Windows »: what a browser says of itself, as its owner recognises it. */
export function familleDAppareil(agent: string): string {
  const [navigateur, systeme] = [nomDe(NAVIGATEURS, agent), nomDe(SYSTEMES, agent)];
  if (navigateur === undefined && systeme === undefined) return "Un appareil non reconnu";
  if (systeme === undefined) return navigateur ?? "";
  return navigateur === undefined ? capitale(systeme) : `${navigateur}, sur ${systeme}`;
}
