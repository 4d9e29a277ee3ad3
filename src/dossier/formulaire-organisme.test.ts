import { expect, it } from "vitest";
import { lireSaisie, type Saisie } from "./acte.ts";
import { CHAMPS_ORGANISME, lireOrganismeSaisi } from "./formulaire-organisme.ts";

function lire(plus: Record<string, string>) {
  const lu = lireSaisie(
    CHAMPS_ORGANISME,
    Object.fromEntries(
      Object.entries({
        raisonSociale: "Horizon",
        siret: "732 829 320 00074",
        regimeTva: "attestation",
        territoire: "metropole",
        conseiller: "Alix Fictif",
        domaine: "orientation",
        preuve: "diplôme",
        courriel: "alix@exemple.example",
        motDePasse: "quatre mots faciles à retenir",
        ...plus,
      }).map(([nom, valeur]) => [nom, [valeur]]),
    ),
  );
  if ("refus" in lu) throw new Error(JSON.stringify(lu.refus));
  return lireOrganismeSaisi(lu.saisie as Saisie<typeof CHAMPS_ORGANISME>);
}

it("une adresse ou une phrase de passe que les comptes refuseraient est refusée avant que l’organisme existe", () => {
  expect(lire({})).toMatchObject({ raisonSociale: "Horizon" });
  for (const courriel of [
    "alix@exemple",
    "alix@exemple..example",
    "alix@exemple.é",
    ".alix@exemple.example",
  ]) {
    expect([courriel, lire({ courriel })]).toMatchObject([courriel, [{ champ: "courriel" }]]);
  }
  expect(lire({ motDePasse: "a".repeat(200) })).toMatchObject({ raisonSociale: "Horizon" });
  expect(lire({ motDePasse: "a".repeat(201) })).toMatchObject([{ champ: "motDePasse" }]);
  expect(lire({ motDePasse: "a".repeat(11) })).toMatchObject([{ champ: "motDePasse" }]);
});
