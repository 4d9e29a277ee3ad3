import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AVANTAGES } from "./avantages.ts";
import { PUBLICITE_TROMPEUSE } from "./publicite.ts";
import { defineLexique, reperer } from "./reperer.ts";

const lexique = defineLexique(["prime", "carte cadeau", "cadeau", "100 % financé"], ["prime d’activité"]);

describe("le repérage de mots", () => {
  it.each([
    ["Une PRIME vous attend", ["prime"]],
    ["Avec votre carte-cadeau, un cadeau !", ["carte cadeau", "cadeau"]],
    ["100% finance par le CPF", ["100 % financé"]],
    ["La prime d'activité ne change pas", []],
    ["La prime d’activité, et une prime en plus", ["prime"]],
    ["Les primes et le primeur", []],
    ["", []],
  ])("« %s »", (texte, attendu) => {
    expect(reperer(texte, lexique)).toEqual(attendu);
  });

  it("ne voit ni la casse ni les accents, et trouve un terme où qu’il soit", () => {
    const autour = fc.stringMatching(/^[xyz .,!]{0,12}$/);
    const terme = fc.constantFrom(...lexique.termes.values());
    fc.assert(
      fc.property(autour, terme, autour, (avant, t, apres) => {
        const nu = t.normalize("NFD").replace(/\p{M}/gu, "");
        for (const ecrit of [t, t.toUpperCase(), nu]) {
          expect(reperer(`${avant} ${ecrit} ${apres}`, lexique)).toEqual([t]);
        }
      }),
    );
  });

  it("laisse passer une offre honnête", () => {
    const honnete =
      "L’entretien préalable est gratuit. La synthèse est remise à la fin. Enregistrée sous le numéro 53350987635. " +
      "Cet enregistrement ne vaut pas agrément de l’État.";
    expect(reperer(honnete, PUBLICITE_TROMPEUSE)).toEqual([]);
    expect(reperer(honnete, AVANTAGES)).toEqual([]);
  });

  it("arrête une offre qui ne l’est pas", () => {
    const douteuse = "Bilan 100 % pris en charge, sans reste à charge : tablette offerte !";
    expect(reperer(douteuse, PUBLICITE_TROMPEUSE)).toEqual(["100 % pris en charge", "sans reste à charge"]);
    expect(reperer(douteuse, AVANTAGES)).toEqual(["offerte"]);
  });
});
