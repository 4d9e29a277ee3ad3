import { expect, it } from "vitest";
import { ACCORD_NOMME, TERME } from "../../tests/dossier/cas/histoires.ts";
import { raconter } from "../../tests/dossier/recits.ts";
import { juger } from "../law/judge.ts";
import { jour } from "../values/jour.ts";
import { accordVise } from "./accord-vise.ts";
import type { FaitNouveau } from "./fait.ts";
import { communicationRevoquee, documentCommunique } from "./faits/conclusion.ts";

const AU = jour("2026-11-17");
const D10 = (essai: ReturnType<typeof raconter>) =>
  juger(essai.etat, AU).find((c) => c.rule.id === "D10")!.verdict;

function deuxAccords() {
  const essai = raconter([...TERME, ACCORD_NOMME, ACCORD_NOMME]);
  const ecrire = (f: FaitNouveau) => {
    essai.faits = [...essai.faits, { ...f, id: `f${essai.faits.length + 1}`, consigneLe: AU }];
  };
  return { essai, ecrire, vise: (i: number) => accordVise(essai.etat.communications[i]!) };
}

it("un retrait et une communication portent sur l’accord qu’ils visent, et sur lui seul", () => {
  const { essai, ecrire, vise } = deuxAccords();
  ecrire(communicationRevoquee.nouveau(AU, vise(0)));
  ecrire(documentCommunique.nouveau(AU, vise(1)));
  essai.relire();
  expect(essai.etat.communications).toMatchObject([
    { revoqueLe: AU, communiqueLe: null },
    { revoqueLe: null, communiqueLe: AU },
  ]);
  expect(D10(essai)).toBe("conforme");
});

it("communiqué sans dire quel accord, ou d’après un autre, c’est sans accord", () => {
  for (const accord of [undefined, "inconnu"]) {
    const { essai, ecrire } = deuxAccords();
    ecrire(documentCommunique.nouveau(AU, { document: "synthese", destinataire: "autre", accord }));
    expect(essai.etat.communications).toHaveLength(3);
    expect(D10(essai)).toBe("non_conforme");
  }
});

it("l’accord sur lequel un fait repose ne s’annule pas avant lui ; l’autre, si", () => {
  const { essai, ecrire, vise } = deuxAccords();
  ecrire(documentCommunique.nouveau(AU, vise(1)));
  const annuler = (i: number) =>
    essai.refus("corrigerFait", AU, {
      fait: essai.etat.communications[i]!.fait,
      quoi: "annuler",
      motif: "noté deux fois",
    });
  expect(annuler(1)).toHaveLength(1);
  expect(annuler(0)).toEqual([]);
});
