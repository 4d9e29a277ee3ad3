import { describe, expect, it } from "vitest";
import { CAS } from "../../tests/dossier/cas-des-actes.ts";
import { raconter } from "../../tests/dossier/recits.ts";
import { jour } from "../values/jour.ts";
import { ACTES } from "./catalogue-actes.ts";
import { incoherences } from "./coherence.ts";

/** A plain space reads like the ones that French typography wants. */
const plat = (t: string | undefined) => t?.replace(/[\u00a0\u202f]/g, " ");

it("chaque acte a son cas", () => {
  expect(Object.keys(CAS).sort()).toEqual(ACTES.map((a) => a.nom).sort());
});

describe.each(Object.entries(CAS))("%s", (nom, { avant, au, reponses, refus }) => {
  it("se fait, et ses faits se relisent du journal", () => {
    const essai = raconter(avant);
    expect(essai.faire(nom, jour(au), reponses).length).toBeGreaterThan(0);
    const etat = essai.etat;
    essai.relire();
    expect(essai.etat).toEqual(etat);
    expect(incoherences(essai.faits)).toEqual([]);
  });

  it.each(refus.map((r) => [r.phrase, r] as const))("refuse : %s", (phrase, r) => {
    const essai = raconter(r.avant ?? avant);
    const trouves = essai.refus(nom, jour(r.au ?? au), r.reponses);
    const dits = trouves.map((t) => ({ champ: t.champ ?? null, phrase: plat(t.phrase) }));
    expect(dits).toContainEqual({ champ: r.champ, phrase: plat(phrase) });
  });
});
