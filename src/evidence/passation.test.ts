import { describe, expect, it } from "vitest";
import { makeCleExemple } from "../../tests/evidence/cle-exemple.ts";
import { CLE, compositionExemple, journalExemple, preuveOf, SIGNER } from "../../tests/evidence/exemple.ts";
import type { Instant } from "../values/instant.ts";
import { hasherNode as h } from "../verifier/hasher-node.ts";
import { empreinteCle } from "./cle.ts";
import { assembler, type PassationInscrite, verifierDossierControle } from "./dossier-controle.ts";
import { rootOf } from "./merkle.ts";
import { openPassation, signPassation } from "./passation.ts";

const ANCIENNE = makeCleExemple(CLE.nom, 8);
const NOUVELLE = { cle: CLE, signer: SIGNER };
const LE = "2026-11-25T10:00:00.000Z" as Instant;

function passation(taille: number, de = ANCIENNE, vers = NOUVELLE): string {
  return signPassation(
    h,
    { taille, racine: rootOf(h, []), ancienne: de.cle, nouvelle: vers.cle, le: LE },
    { ancien: de.signer, nouveau: vers.signer },
  );
}

/** The sample control file, its log beginning with these hand-overs. */
function avecPassations(notes: readonly string[], places = notes.map((_, i) => i)): Uint8Array {
  const composition = compositionExemple();
  const journal = [...notes, ...journalExemple(composition.faits)];
  const prouver = (index: number) => preuveOf(journal, index, journal.length);
  const passations: PassationInscrite[] = notes.map((note, i) => ({ note, preuve: prouver(places[i]!) }));
  return assembler(h, { ...composition, journal: prouver(journal.length - 1), passations });
}

describe("une passation de clé", () => {
  it("se relit, signée par ses deux clés", () => {
    const note = passation(12);
    expect(openPassation(h, note)).toMatchObject({
      taille: 12,
      le: LE,
      ancienne: ANCIENNE.cle,
      nouvelle: CLE,
    });
  });

  it("est refusée dès qu’un caractère change, ou sans l’une des signatures", () => {
    const note = passation(12);
    for (let i = 0; i < note.length; i += 1) {
      const altere = `${note.slice(0, i)}${note[i] === "0" ? "1" : "0"}${note.slice(i + 1)}`;
      expect(() => openPassation(h, altere), String(i)).toThrow();
    }
    const lignes = note.split("\n");
    for (const ligne of [8, 9]) {
      expect(() => openPassation(h, lignes.toSpliced(ligne, 1).join("\n"))).toThrow("clé attendue");
    }
    const [, nouvelle] = lignes.slice(8);
    expect(() => openPassation(h, `${note}${nouvelle}\n`)).toThrow("deux signatures");
  });

  it("ne relie pas une clé à elle-même, ni deux journaux", () => {
    expect(() => passation(1, NOUVELLE, NOUVELLE)).toThrow("deux clés d’un même journal");
    expect(() => passation(1, makeCleExemple("autre.example", 8))).toThrow("deux clés d’un même journal");
  });
});

describe("dans un dossier de contrôle", () => {
  it("la clé d’avant est reconnue, et la file entière se suit", () => {
    const plusVieille = makeCleExemple(CLE.nom, 9);
    const octets = avecPassations([passation(0, plusVieille, ANCIENNE), passation(1)]);
    for (const { cle } of [plusVieille, ANCIENNE, NOUVELLE]) {
      const rapport = verifierDossierControle(octets, h, { cle: empreinteCle(h, cle) });
      expect(rapport).toMatchObject({ verdict: "intact", passations: [{ place: 0 }, { place: 1 }] });
    }
    const etrangere = verifierDossierControle(octets, h, {
      cle: empreinteCle(h, makeCleExemple("x", 3).cle),
    });
    expect(etrangere.verdict).toBe("altere");
  });

  it("une file qui ne mène pas à la clé, une place fausse ou trop loin sont refusées", () => {
    expect(() => avecPassations([passation(0, ANCIENNE, makeCleExemple(CLE.nom, 9))])).toThrow(
      "ne mènent pas à la clé",
    );
    expect(() => avecPassations([passation(0)], [1])).toThrow("à la place indiquée");
    expect(() => avecPassations([passation(0, makeCleExemple(CLE.nom, 9), ANCIENNE), passation(0)])).toThrow(
      "pas à sa place",
    );
  });
});
