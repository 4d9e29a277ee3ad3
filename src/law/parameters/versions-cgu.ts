import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { type Source, secondaire } from "../sources.ts";

const LU = "2026-11-23";
const page = (ref: string): Source => secondaire(`CGU de Mon Compte Formation, ${ref}`, LU);

/** Number of the version in force; what came before V11 was not looked for. */
export const versionsCgu = defineParameter({
  id: "versions-cgu",
  statement: "Version des conditions générales d’utilisation de Mon Compte Formation.",
  unit: "numéro de version",
  values: [
    { from: jour("2023-12-14"), value: 11, source: page("V11, Centre Inffo, 14 décembre 2023") },
    { from: jour("2024-07-11"), value: 12, source: page("V12, ce qui change, 11 juillet 2024") },
    { from: jour("2025-04-10"), value: 13, source: page("V13, relayée par Formites") },
    { from: jour("2025-12-04"), value: 14, source: page("V14, relayée par Cap Métiers") },
    {
      from: jour("2026-05-05"),
      value: 15,
      source: page("V15, notes du 2 octobre 2026 sur le texte officiel"),
    },
  ],
});
