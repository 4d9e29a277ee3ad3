import { describe, expect, it } from "vitest";
import { EXEMPLES } from "../../src/documents/exemples.ts";
import { compilateur, imprimer, motsHorsPage, motsSuperposes, outil } from "./pdf.ts";

describe.each(EXEMPLES.map((e) => [e.nom, e] as const))("le fichier PDF de « %s »", (_nom, exemple) => {
  const composition = exemple.composer();
  const fichier = imprimer(composition);
  if (!composition.ok) throw new Error("unreachable");
  const { document } = composition;

  it("est bien formé", () => {
    expect(outil("qpdf", "--check", fichier)).toContain("No syntax or stream encoding errors found");
  });

  it("embarque toutes ses polices, avec leur table Unicode", () => {
    const polices = outil("pdffonts", fichier)
      .split("\n")
      .slice(2)
      .filter((l) => l !== "");
    expect(polices.length).toBeGreaterThan(1);
    for (const police of polices) expect(police).toMatch(/ yes yes yes +\d+ +\d+$/);
  });

  it("ne superpose aucun mot et n’en laisse sortir aucun de la feuille", () => {
    expect(motsSuperposes(fichier)).toEqual([]);
    expect(motsHorsPage(fichier)).toEqual([]);
  });

  it("est balisé, titré, daté par le dossier, en format A4", () => {
    const info = outil("pdfinfo", "-isodates", fichier);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toContain(document.titre);
    expect(info).toMatch(new RegExp(`^CreationDate: +${document.date}T`, "m"));
    expect(info).toMatch(/^Page size: +595\.\d+ x 841\.\d+ pts \(A4\)$/m);
  });

  it("se déclare en français, et en PDF/A-2a dans ses métadonnées", () => {
    expect(outil("qpdf", "--json", "--json-key=qpdf", fichier)).toMatch(/"\/Lang": "u:fr-FR"/);
    const xmp = outil("pdfinfo", "-meta", fichier);
    expect(xmp).toContain("<pdfaid:part>2</pdfaid:part>");
    expect(xmp).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
  });

  it("a un seul grand titre, lu par les lecteurs d’écran", () => {
    const balises = outil("pdfinfo", "-struct", fichier);
    expect(balises.match(/^ *H1\b/gm)).toHaveLength(1);
  });

  it("passe aussi la norme d’accessibilité PDF/UA-1", () => {
    expect(compilateur.compiler(document, "ua-1").length).toBeGreaterThan(1000);
  });

  it("est le même à l’octet près, imprimé deux fois", () => {
    expect(Buffer.compare(compilateur.compiler(document), compilateur.compiler(document))).toBe(0);
  });
});
