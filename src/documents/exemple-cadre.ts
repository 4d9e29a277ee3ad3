import type { Heure } from "../values/heure.ts";
import { parseHeure } from "../values/heure.ts";
import { jour } from "../values/jour.ts";
import { parseSiret } from "../values/siret.ts";
import type { Cadre } from "./papier.ts";
import type { Signature } from "./signature.ts";

/** A fictitious organisation; its papers are the samples that tests check and people look at. */
export const cadreExemple: Cadre = {
  organisme: {
    nom: "Centre Horizon",
    adresse: ["14 rue des Tanneurs", "35000 Rennes"],
    siret: parseSiret("81234567600017"),
    declaration: { numero: "53 35 09876 35", region: "Bretagne" },
    telephone: "02 99 00 00 00",
    courriel: "contact@centre-horizon.example",
    logo: null,
    couleur: null,
  },
  reference: "D-2026-0147",
  etabliLe: jour("2026-11-30"),
  temoin: "journal.centre-horizon.example 48213 Yk3vF0mZbq7n5R2uWJtX9cLs8dGhTaPe4oVrKxBw1iE=",
};

/** For times written in our own samples and tests. */
export function heure(texte: string): Heure {
  const lue = parseHeure(texte);
  if (lue === null) throw new RangeError(`not a time: ${texte}`);
  return lue;
}

export const signatureCamille: Signature = {
  jour: jour("2026-11-30"),
  heure: heure("15:31"),
  moyen: "depuis son lien personnel, code reçu par courriel",
};

export const signatureNadia: Signature = {
  jour: jour("2026-11-30"),
  heure: heure("15:33"),
  moyen: "depuis son compte, mot de passe",
};
