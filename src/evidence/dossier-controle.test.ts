import { describe, expect, it } from "vitest";
import { makeCleExemple } from "../../tests/evidence/cle-exemple.ts";
import { CLE, compositionExemple, DOSSIER, PIECES } from "../../tests/evidence/exemple.ts";
import { hasherNoble } from "../verifier/hasher-noble.ts";
import { hasherNode as h } from "../verifier/hasher-node.ts";
import { utf8 } from "./bytes.ts";
import { empreinteCle, formatVkey } from "./cle.ts";
import { assembler, verifierDossierControle } from "./dossier-controle.ts";
import { ecrireZip, lireZip } from "./zip-canonique.ts";

const COMPOSITION = compositionExemple();
const BYTES = assembler(h, COMPOSITION);
const VKEY = formatVkey(CLE);

describe("le dossier de contrôle", () => {
  it("est reconnu intact, par Node comme dans le navigateur", () => {
    const rapport = verifierDossierControle(BYTES, h, { cle: VKEY });
    expect(rapport.constats.filter(({ ok }) => !ok)).toEqual([]);
    expect(rapport).toMatchObject({
      verdict: "intact",
      dossier: DOSSIER,
      faits: { total: 12, montres: 9, retenus: 3 },
      cle: { nom: CLE.nom, empreinte: empreinteCle(h, CLE) },
      checkpoint: { origine: CLE.nom, taille: 25 },
      remarques: [],
    });
    expect(verifierDossierControle(BYTES, hasherNoble, { cle: VKEY })).toEqual(rapport);
  });

  it("se fabrique deux fois à l’octet près", () => {
    expect(assembler(h, compositionExemple())).toEqual(BYTES);
  });

  it("demande de comparer l’empreinte de la clé quand aucune n’est attendue", () => {
    const [remarque] = verifierDossierControle(BYTES, h).remarques;
    expect(remarque).toContain(`d’empreinte ${empreinteCle(h, CLE)}. Comparez cette empreinte`);
  });

  it("accepte la clé attendue sous forme d’empreinte, et refuse une autre clé", () => {
    const avec = (cle: string) => verifierDossierControle(BYTES, h, { cle }).verdict;
    expect(avec(empreinteCle(h, CLE))).toBe("intact");
    expect(avec(empreinteCle(h, CLE).toUpperCase().replaceAll(" ", ""))).toBe("intact");
    expect(avec(formatVkey(makeCleExemple(CLE.nom, 8).cle))).toBe("altere");
    expect(avec("0".repeat(64))).toBe("altere");
    expect(avec("")).toBe("altere");
  });

  it("ne contient des faits retenus que leur engagement", () => {
    const faits = lireZip(BYTES).find(({ nom }) => nom === "preuves/faits.jsonl");
    const lignes = new TextDecoder().decode(faits?.contenu).trimEnd().split("\n");
    expect(lignes).toHaveLength(12);
    expect(Object.keys(JSON.parse(lignes[2]!))).toEqual(["engagement", "n"]);
    expect(Object.keys(JSON.parse(lignes[3]!))).toEqual(["n", "sel", "texte"]);
  });

  it("signale, sans le condamner, une pièce qu’aucun fait ne nomme", () => {
    const pieces = [...PIECES, { nom: "pieces/03-autre.pdf", contenu: utf8("ajoutée") }];
    const rapport = verifierDossierControle(assembler(h, { ...COMPOSITION, pieces }), h, { cle: VKEY });
    expect(rapport.verdict).toBe("intact");
    expect(rapport.remarques).toHaveLength(1);
    expect(rapport.remarques[0]).toContain("pieces/03-autre.pdf");
  });

  it("nomme le fichier changé, ajouté ou manquant", () => {
    const entrees = lireZip(BYTES);
    const sans = entrees.filter(({ nom }) => nom !== "pieces/01-convention.pdf");
    const change = [...sans, { nom: "pieces/01-convention.pdf", contenu: utf8("fausse") }];
    const phrases = (e: typeof entrees) =>
      verifierDossierControle(ecrireZip(e), h)
        .constats.filter(({ ok }) => !ok)
        .map(({ phrase }) => phrase.replaceAll("\u00a0", " "));
    expect(phrases(change)).toEqual(["Le fichier « pieces/01-convention.pdf » a été modifié."]);
    expect(phrases(sans)).toEqual(["Le fichier « pieces/01-convention.pdf » manque."]);
    expect(phrases([...entrees, { nom: "pieces/09-ajout.pdf", contenu: utf8("x") }])).toEqual([
      "Un fichier que le manifeste ne nomme pas a été ajouté.",
    ]);
  });

  it("dit illisible ce qui n’est pas un dossier de contrôle, altéré ce qui en fut un", () => {
    const verdict = (bytes: Uint8Array) => verifierDossierControle(bytes, h).verdict;
    expect(verdict(new Uint8Array(0))).toBe("illisible");
    expect(verdict(utf8("%PDF-1.7 n’importe quoi"))).toBe("illisible");
    expect(verdict(ecrireZip([{ nom: "a.txt", contenu: utf8("x") }]))).toBe("illisible");
    expect(verdict(ecrireZip([]))).toBe("illisible");
    expect(verdict(BYTES.subarray(0, BYTES.length - 1))).toBe("altere");
    expect(verdict(BYTES.subarray(1))).toBe("altere");
    expect(verdict(Uint8Array.of(...BYTES, 10))).toBe("altere");
  });

  it("refuse de fabriquer un dossier que son propre contrôle refuserait", () => {
    const faux = (autre: object) => () => assembler(h, { ...COMPOSITION, ...autre });
    expect(faux({ faits: COMPOSITION.faits.slice(1) })).toThrow("serait refusé");
    expect(faux({ journal: { ...COMPOSITION.journal, index: 0 } })).toThrow("serait refusé");
    expect(faux({ cle: makeCleExemple(CLE.nom, 8).cle })).toThrow("serait refusé");
    expect(faux({ pieces: [{ nom: "pieces/Convention.pdf", contenu: utf8("x") }] })).toThrow(
      "pieces/NN-nom.ext",
    );
  });
});
