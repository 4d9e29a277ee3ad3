import { jour } from "../../values/jour.ts";
import { defineParameter } from "../parameter.ts";
import { code, lecture, secondaire } from "../sources.ts";

const depuis2024 = code("R6323", "LEGIARTI000049488983", "version du 2 mai 2024");
const en2025 = secondaire("Participation portée à 102,23 € en 2025 (indexation annuelle)", "2026-11-23");
const en2026 = secondaire(
  "Participation portée à 103,20 € au 1er janvier 2026 (arrêté du 30 décembre 2025)",
  "2026-11-23",
);
const depuisAvril2026 = secondaire(
  "Décret n° 2026-234 du 30 mars 2026, repris par service-public (A17364, F10705)",
  "2026-11-23",
);
const en2027 = lecture(
  "Aucun texte lu ne donne la participation de 2027 (projet de loi de finances non voté)",
);

/**
 * What the holder pays himself, in cents, by the day of the request; none before May 2024.
 * null = a year whose amount no text that we read gives: computations say so instead of guessing.
 */
export const participationCpf = defineParameter<number | null>({
  id: "participation-cpf",
  statement: "Participation du titulaire au financement d’une action payée par le CPF.",
  unit: "centimes",
  values: [
    { from: jour("2024-05-02"), value: 100_00, source: depuis2024 },
    { from: jour("2025-01-01"), value: 102_23, source: en2025 },
    { from: jour("2026-01-01"), value: 103_20, source: en2026 },
    { from: jour("2026-04-02"), value: 150_00, source: depuisAvril2026 },
    { from: jour("2027-01-01"), value: null, source: en2027 },
  ],
});
