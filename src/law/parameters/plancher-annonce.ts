import { heures } from "../../values/duree.ts";
import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { secondaire } from "../sources.ts";

/**
 * Announced, never found published: R6313-4 had the same version on 20 August 2026. Dated by the first account of the
 * draft that was read; a number that warns and must not be called the law.
 */
export const plancherAnnonce = defineParameter({
  id: "plancher-annonce",
  statement: "Durée minimale d’accompagnement annoncée par un projet de décret.",
  unit: "minutes",
  values: [
    {
      from: jour("2026-02-17"),
      value: heures(13),
      source: secondaire(
        "Projet de décret NOR TRSD2602696D, d’après Centre Inffo, 17 février 2026",
        "2026-11-23",
      ),
    },
  ],
});
