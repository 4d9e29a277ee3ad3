import { describe, expect, it } from "vitest";
import { BILAN } from "../bilan-exemple.ts";
import { motsAutresServices } from "./mots-dans-une-offre.ts";

const dans = (intitule: string, texte: string) => {
  const { titre, texte: decrits } = motsAutresServices({
    ...BILAN.organisme.offres[0]!,
    intitule,
    texte,
  });
  return [titre.map((m) => m.mot), decrits.map((m) => m.mot)];
};

describe("les mots d’un autre service dans une offre", () => {
  it("se trouvent sans accent ni majuscule, en mots entiers", () => {
    expect(dans("BILAN DE CARRIERE", "")).toEqual([["bilan de carrière"], []]);
    expect(dans("Bilan de compétences, cocoaching", "")).toEqual([[], []]);
  });

  it("ne comptent pas dans une phrase qui les écarte", () => {
    expect(dans("Bilan", "Ce n’est pas un coaching. Une lettre de motivation se fait après.")).toEqual([
      [],
      [],
    ]);
    expect(dans("Bilan", "Ce n’est pas une formation. Un coaching vous attend !")).toEqual([
      [],
      ["coaching"],
    ]);
  });

  it("laissent nommer le CEP et la VAE dans la description, pas dans le titre", () => {
    expect(dans("Bilan", "Le CEP est gratuit ; le projet peut mener à une VAE.")).toEqual([[], []]);
    expect(dans("Bilan et VAE", "")).toEqual([["VAE"], []]);
  });

  it("portent le texte qui les écarte", () => {
    const { titre } = motsAutresServices({ ...BILAN.organisme.offres[0]!, intitule: "Coaching" });
    expect(titre[0]!.source.ref).toContain("question 14");
  });
});
