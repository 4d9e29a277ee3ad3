import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { Essai } from "../../tests/dossier/essai.ts";
import { BILAN_CPF, raconter } from "../../tests/dossier/recits.ts";
import type { Refus } from "../dossier/acte.ts";
import { tenirSeance } from "../dossier/actes/tenir-seance.ts";
import { ACTES } from "../dossier/catalogue-actes.ts";
import { champMemesHeures } from "../dossier/memes-heures.ts";
import { jour } from "../values/jour.ts";
import { ChampsRendus, type Valeurs } from "./champs-rendus.tsx";

const essai = raconter(BILAN_CPF, new Essai(), "verserTravail");
const CONTEXTE = {
  au: jour("2026-10-26"),
  role: "conseiller",
  intervenant: "nadia",
  faits: essai.faits,
} as const;

function dessiner(valeurs: Valeurs, refus: readonly Refus[] = []) {
  const champs = tenirSeance.champs(essai.etat, CONTEXTE);
  const html = String(
    <ChampsRendus champs={champs} valeurs={valeurs} refus={refus} repli={tenirSeance.repli(valeurs)} />,
  );
  const replis = [...html.matchAll(/<details[^>]*>.*?<\/details>/gs)].map((m) => m[0]);
  const noms = (texte: string) => new Set([...texte.matchAll(/ name="(\w+)"/g)].map((m) => m[1]!));
  const enVue = replis.reduce((reste, r) => reste.replace(r, ""), html);
  return {
    replis,
    enVue: [...noms(enVue)],
    tous: noms(html),
    cases: enVue.match(/type="checkbox"/g)?.length,
  };
}

const PREVUE = tenirSeance.valeurs(essai.etat, CONTEXTE);

test("une séance prévue ne montre que ce qui n’est pas déjà dit : la séance, les thèmes de sa phase, les notes", () => {
  const { enVue, replis, tous, cases } = dessiner(PREVUE);
  expect(enVue).toEqual(["seance", "themes", "notes"]);
  expect(cases).toBe(8);
  expect(replis[0]!.replace(/[\u00a0\u202f]/g, " ")).toMatch(
    /^<details class="mt-4"><summary>Le 26\/10\/2026, 9 h 30 à 12 h, .+ Changer<\/summary>/,
  );
  expect([...tous].sort()).toEqual(Object.keys(tenirSeance.champs(essai.etat, CONTEXTE)).sort());
});

test("un refus rouvre ce qui était replié, et un thème d’une autre phase reste sous les yeux", () => {
  const refus = [{ champ: "fin", phrase: "La fin vient après le début." }];
  const { replis } = dessiner({ ...PREVUE, fin: "9 h", themes: ["cv_lettre"] }, refus);
  expect(replis.map((r) => /^<details[^>]* open/.test(r))).toEqual([true, true]);
  expect(
    dessiner({ ...PREVUE, themes: ["parcours"] }).replis.map((r) => /^<details[^>]* open/.test(r)),
  ).toEqual([false, false]);
});

test("une séance qui n’était pas prévue montre sa date, ses heures et son lieu", () => {
  const { enVue } = dessiner({ ...PREVUE, seance: "non_prevue" });
  expect(enVue).toEqual(["seance", "date", "debut", "fin", "phase", "modalite", "lieu", "themes", "notes"]);
});

test("chaque champ qu’une réponse rend inutile a sa ligne dans la feuille de style, et rien de plus", () => {
  const champs = ACTES.flatMap((a) => Object.values(a.champs(essai.etat, CONTEXTE)));
  const paires = champs.flatMap(({ sauf }) => (sauf === undefined ? [] : [`${sauf.champ}=${sauf.valeur}`]));
  const css = readFileSync(new URL("./styles/components/field.css", import.meta.url), "utf8");
  const regles = [...css.matchAll(/\[name="(\w+)"\]\[value="(\w+)"\]:checked\) \[data-sauf="(\1=\2)"\]/g)];
  expect(new Set(paires)).toEqual(new Set(regles.map((r) => r[3])));
  expect(paires.length).toBeGreaterThan(0);
});

test("la case des mêmes heures, montrée parce qu’elle bloque, ne se dit pas facultative", () => {
  const dessinee = String(<ChampsRendus champs={{ memesHeures: champMemesHeures("x") }} valeurs={{}} />);
  expect(dessinee).toContain("J’ai vu, je garde ces heures");
  expect(dessinee).not.toContain("facultatif");
});
