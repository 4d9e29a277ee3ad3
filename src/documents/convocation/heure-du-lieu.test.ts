import { describe, expect, it } from "vitest";
import { composerConvocation } from "./donnees.ts";
import { exempleConvocation } from "./exemple.ts";
import { heureDuLieu } from "./heure-du-lieu.ts";

describe("l’heure d’une convocation", () => {
  it.each([
    ["12 rue du Port, 97400 Saint-Denis", "heure de La Réunion"],
    ["4 rue Schœlcher, 97200 Fort-de-France", "heure de la Martinique"],
    ["Marigot, 97150 Saint-Martin", "heure de Saint-Martin"],
    ["Gustavia, 97133 Saint-Barthélemy", "heure de Saint-Barthélemy"],
    ["Basse-Terre, 97100", "heure de la Guadeloupe"],
    ["Papeete, 98714", "heure du lieu"],
    ["14 rue des Tanneurs, 35000 Rennes", "heure de Paris"],
  ])("est celle du lieu : %s", (lieu, attendu) => {
    expect(heureDuLieu([lieu], "metropole")).toBe(attendu);
  });

  it("est celle de l’organisme quand le lieu n’a pas de code postal, ou à distance", () => {
    expect(heureDuLieu(["Nos locaux, 2e étage"], "mayotte")).toBe("heure de Mayotte");
    expect(heureDuLieu(["Nos locaux, 2e étage"], "alsace-moselle")).toBe("heure de Paris");
    expect(heureDuLieu(null, "guyane")).toBe("heure de la Guyane");
    expect(heureDuLieu(null, "metropole")).toBe("heure de Paris");
  });

  it("reste celle de Paris pour une séance à Rennes d’un organisme de La Réunion", () => {
    expect(heureDuLieu(["14 rue des Tanneurs", "35000 Rennes"], "reunion")).toBe("heure de Paris");
  });

  it("est écrite sur la convocation", () => {
    const ou = { lieu: ["12 rue du Port", "97400 Saint-Denis"] };
    const aSaintDenis = composerConvocation({ ...exempleConvocation, ou });
    expect(JSON.stringify(aSaintDenis)).toMatch(/13\sh, heure de La Réunion/);
    const lien = { lien: "https://visio.centre-horizon.example/97400" };
    const aDistance = composerConvocation({ ...exempleConvocation, ou: lien, territoire: "mayotte" });
    expect(JSON.stringify(aDistance)).toMatch(/13\sh, heure de Mayotte/);
  });
});
