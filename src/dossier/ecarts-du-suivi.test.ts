import { expect, it } from "vitest";
import { BILAN } from "../law/bilan-exemple.ts";
import type { DocumentSuivi, Seance } from "../law/etat.ts";
import { minutes, sommeMinutes } from "../values/duree.ts";
import { jour } from "../values/jour.ts";
import { ecartsDuSuivi } from "./ecarts-du-suivi.ts";

const SEANCES = BILAN.seances;
const duree = (phase?: Seance["phase"]) =>
  sommeMinutes(SEANCES.filter((s) => phase === undefined || s.phase === phase).map((s) => s.fait));
/** What was decided exactly as its calendar is. */
const PAREIL: DocumentSuivi = {
  ...BILAN.documentsSuivi[0]!,
  seances: SEANCES.length,
  duree: duree(),
  phases: {
    preliminaire: duree("preliminaire"),
    investigation: duree("investigation"),
    conclusion: duree("conclusion"),
  },
  debut: SEANCES.map((s) => s.date).toSorted()[0]!,
  fin: SEANCES.map((s) => s.date)
    .toSorted()
    .at(-1)!,
  modalite: "mixte",
};

it("un document arrêté comme son calendrier n’a aucun écart, même quand des séances restent à dater", () => {
  expect(ecartsDuSuivi(PAREIL, SEANCES)).toEqual([]);
  expect(ecartsDuSuivi(PAREIL, SEANCES.slice(0, 3))).toEqual([]);
  expect(ecartsDuSuivi(PAREIL, [])).toEqual([]);
});

it.each<[string, Partial<DocumentSuivi>, RegExp]>([
  ["une séance de trop", { seances: SEANCES.length - 1 }, /en arrête/],
  ["une durée plus courte", { duree: minutes(duree() - 30) }, /Les séances du calendrier font/],
  [
    "une durée plus longue, tout étant daté",
    { duree: minutes(duree() + 30) },
    /Les séances du calendrier font/,
  ],
  ["une phase dépassée", { phases: { ...PAREIL.phases, conclusion: minutes(0) } }, /phase de conclusion/],
  ["un début plus tardif", { debut: jour("2026-10-01") }, /avant le début/],
  ["une fin plus tôt", { fin: jour("2026-10-01") }, /après la fin/],
])("%s se dit", (_, change, phrase) => {
  const [premier, ...autres] = ecartsDuSuivi({ ...PAREIL, ...change }, SEANCES);
  expect([premier, autres.length]).toEqual([expect.stringMatching(phrase), 0]);
});
