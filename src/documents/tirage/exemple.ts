import { jour } from "../../values/jour.ts";
import { cadreExemple, heure } from "../exemple-cadre.ts";
import type { DonneesTirage } from "./donnees.ts";

export const exempleTirage: DonneesTirage = {
  ...cadreExemple,
  reference: "Audit 7c1e04b2",
  du: jour("2025-12-01"),
  au: jour("2026-11-30"),
  regle: "Tous les bilans commencés le 30 novembre 2026 ou avant, et pas finis avant le 1er décembre 2025.",
  population: ["D-2026-0101", "D-2026-0118", "D-2026-0147", "D-2026-0152"],
  sha256: "e6a4930b7d18fc52ab0964e321f75c9d3b9e1f07c45d82aa90e17b365f02d8c1",
  graine: "CERT-2026-0147",
  taille: 2,
  tires: [
    {
      reference: "D-2026-0147",
      empreinte: "0b9e1f07c45d82aa90e17b365f02d8c1e6a4930b7d18fc52ab0964e321f75c9d",
    },
    {
      reference: "D-2026-0101",
      empreinte: "3f02d8c1e6a4930b7d18fc52ab0964e321f75c9d0b9e1f07c45d82aa90e17b36",
    },
  ],
  recette: [
    "GRAINE='CERT-2026-0147'",
    "sha256sum references.txt",
    "while read -r r; do",
    `  printf '%s %s\\n' "$(printf '%s %s' "$GRAINE" "$r" | sha256sum | cut -c1-64)" "$r"`,
    "done < references.txt | LC_ALL=C sort | head -n 2",
  ],
  fait: { jour: jour("2026-11-30"), heure: heure("10:04") },
  par: "Nadia Benali",
  finLe: jour("2026-12-21"),
  montreNoms: false,
};
