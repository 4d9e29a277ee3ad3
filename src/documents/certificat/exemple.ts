import { minutes } from "../../values/duree.ts";
import { jour } from "../../values/jour.ts";
import { cadreExemple } from "../exemple-cadre.ts";
import type { DonneesCertificat } from "./donnees.ts";

export const exempleCertificat: DonneesCertificat = {
  ...cadreExemple,
  etabliLe: jour("2026-12-02"),
  representant: { nom: "Karim Aït Saïd", qualite: "responsable" },
  beneficiaire: "Camille Moreau",
  employeur: "Menuiserie Bertin",
  intitule: "Bilan de compétences individuel",
  nature: "bilan",
  du: jour("2026-09-28"),
  au: jour("2026-11-30"),
  realise: minutes(1110),
  faitA: "Rennes",
  signature: null,
};
