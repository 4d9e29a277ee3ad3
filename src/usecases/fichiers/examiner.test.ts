import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { examiner, POIDS_MAX } from "./examiner.ts";

const octets = (...morceaux: (string | Uint8Array | number[])[]) =>
  Uint8Array.from(
    Buffer.concat(morceaux.map((m) => (typeof m === "string" ? Buffer.from(m, "latin1") : Buffer.from(m)))),
  );
const u16 = (n: number) => [n >> 8, n & 0xff];
const u32 = (n: number) => [...u16(n >>> 16), ...u16(n & 0xffff)];

const segment = (marque: number, corps: Uint8Array) => octets([0xff, marque], u16(corps.length + 2), corps);
/** EXIF with a way up and a place, big-endian as telephones write it. */
const EXIF = octets(
  "Exif\0\0MM\0*",
  u32(8),
  u16(2),
  [...u16(0x0112), ...u16(3), ...u32(1), ...u16(6), 0, 0],
  [...u16(0x8825), ...u16(4), ...u32(1), ...u32(0)],
  u32(0),
  "48.117266,-1.677793",
);
const SOF = (l = 64, h = 48) => segment(0xc0, octets([8], u16(h), u16(l), [1, 1, 0x11, 0]));
const IMAGE = octets([0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0], [0x12, 0xff, 0, 0x34], [0xff, 0xd9]);
const jpeg = (avant: Uint8Array = octets(), sof = SOF(), suite: Uint8Array | string = "") =>
  octets([0xff, 0xd8], avant, sof, IMAGE, suite);

const chunk = (nom: string, corps: Uint8Array) => {
  const dit = octets(nom, corps);
  return octets(u32(corps.length), dit, u32(crc32(dit)));
};
const png = (l = 2, h = 2, ...annexes: Uint8Array[]) =>
  octets(
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    chunk("IHDR", octets(u32(l), u32(h), [8, 0, 0, 0, 0])),
    ...annexes,
    chunk("IDAT", deflateSync(Buffer.alloc(h * (l + 1)))),
    chunk("IEND", octets()),
  );

const latin1 = (o: Uint8Array) => Buffer.from(o).toString("latin1");
const gardes = (o: Uint8Array) => {
  const examen = examiner(o);
  return examen.issue === "sain" ? examen.octets : expect.fail(JSON.stringify(examen));
};

describe("une photo garde son sens et perd le lieu", () => {
  test("JPEG : le lieu, l’appareil et ce qui suit la fin s’en vont, l’image reste à l’octet", () => {
    const photo = jpeg(
      octets(segment(0xe1, EXIF), segment(0xfe, octets("iPhone de Camille"))),
      SOF(),
      "PK\x03\x04",
    );
    const propre = gardes(photo);
    expect(latin1(propre)).not.toMatch(/48\.117|iPhone|PK/);
    expect(latin1(propre)).toContain(latin1(IMAGE));
    expect(latin1(propre)).toContain(latin1(octets(u16(0x0112), u16(3), u32(1), u16(6))));
    expect(gardes(propre)).toEqual(propre);
  });
  test("PNG : les mots et le lieu s’en vont, « file » y voit toujours la même image", () => {
    const photo = png(2, 2, chunk("tEXt", octets("Author\0Camille")), chunk("eXIf", octets("48.117266")));
    const propre = gardes(octets(photo, "PK\x03\x04"));
    expect(latin1(propre)).not.toMatch(/Camille|48\.117|PK/);
    expect(propre).toEqual(png());
    expect(execFileSync("file", ["-b", "-"], { input: propre }).toString()).toMatch(/PNG image data, 2 x 2/);
  });
});

test.each([
  ["vide", octets(), "vide"],
  ["trop lourd", new Uint8Array(POIDS_MAX + 1), "10 Mo"],
  ["une page nommée .pdf", octets("<html><script>alert(1)</script>"), "Envoyez une photo"],
  ["un SVG", octets("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), "Envoyez une photo"],
  ["une archive", octets("PK\x03\x04"), "Envoyez une photo"],
  ["un PNG de 50 000 points de côté", png(50_000, 50_000), "trop grande"],
  ["un JPEG de 65 535 points de côté", jpeg(octets(), SOF(65_535, 65_535)), "trop grande"],
  ["un JPEG coupé", jpeg().slice(0, -4), "abîmée"],
  ["un JPEG sans dimensions", octets([0xff, 0xd8], IMAGE), "ne se lit pas"],
  ["un PDF coupé", octets("%PDF-1.7\n"), "incomplet"],
])("refuse %s", (_, fichier, phrase) => {
  const examen = examiner(fichier);
  expect(examen.issue).toBe("refuse");
  expect("phrase" in examen && examen.phrase).toContain(phrase);
});

const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");
test.each([
  ["EICAR seul", octets(EICAR)],
  ["EICAR dans un PDF", octets("%PDF-1.7\n", EICAR, "\n%%EOF")],
  ["EICAR derrière une photo", jpeg(octets(), SOF(), EICAR)],
  ["EICAR dans une photo", jpeg(segment(0xfe, octets(EICAR)))],
  ...["/JavaScript", "/Launch", "/EmbeddedFile", "/OpenAction", "/XFA"].map(
    (mot) => [`un PDF avec ${mot}`, octets(`%PDF-1.7\n1 0 obj<<${mot} 2 0 R>>endobj\n%%EOF`)] as const,
  ),
] as const)("met de côté %s", (_, fichier) => {
  expect(examiner(fichier).issue).toBe("quarantaine");
});

const pdf = (...corps: (string | Uint8Array)[]) => octets("%PDF-1.7\n", ...corps, "\n%%EOF\n");
const flux = (dictionnaire: string, donnees: Uint8Array | string) =>
  octets(`1 0 obj\n<<${dictionnaire}>>\nstream\n`, donnees, "\nendstream\nendobj\n");
const PAQUET = "/Type/ObjStm/N 1/First 4/Filter/FlateDecode";
const paquet = (texte: string) => deflateSync(Buffer.from(texte, "latin1"));
const AGIT = "3 0 <</S/JavaScript/JS(app.alert\\(1\\))>>";

describe("un PDF qui cache ce qu’il fait est mis de côté", () => {
  test.each([
    ["un nom écrit en codes", pdf("1 0 obj<</Open#41ction<</S/J#61vaScript/J#53(a)>>>>endobj")],
    ["un nom tout en codes", pdf("1 0 obj<</#4c#61#75#6e#63#68 2 0 R>>endobj")],
    ["un fichier joint", pdf("1 0 obj<</Names<</EmbeddedFiles 2 0 R>>>>endobj")],
    ["une action derrière un commentaire", pdf("1 0 obj<</AA% [\n<</O 2 0 R>>>>endobj")],
    ["un objet dans un paquet", pdf(flux(PAQUET, paquet(AGIT)))],
    ["un paquet dont le genre est écrit en codes", pdf(flux(PAQUET.replace("O", "#4f"), paquet(AGIT)))],
    ["un paquet dont le genre est dit ailleurs", pdf(flux("/Type 9 0 R/Filter/FlateDecode", paquet(AGIT)))],
    ["un paquet sans filtre", pdf(flux("/Type/ObjStm/N 1/First 4", AGIT))],
    ["un paquet sous deux filtres", pdf(flux(PAQUET.replace("/Flate", "[/ASCIIHexDecode/Flate"), "789c"))],
    ["un paquet sous un filtre deux fois", pdf(flux(PAQUET, deflateSync(paquet(AGIT))))],
    ["un paquet abîmé", pdf(flux(PAQUET, paquet(AGIT).subarray(0, 12)))],
    ["un paquet qui enfle", pdf(flux(PAQUET, paquet(`3 0 ${" ".repeat(20_000_000)}`)))],
    [
      "des paquets qui enflent ensemble",
      pdf(...Array(6).fill(flux(PAQUET, paquet(`3 0 ${" ".repeat(15e6)}`)))),
    ],
    ["six mille flux", pdf("stream\nx\x9c".repeat(6_000))],
    ["une page", pdf("<HTML><body>")],
    ["un script", pdf("1 0 obj(<script src=a>)endobj")],
    ["une archive derrière la fin", octets(pdf(), "PK\x03\x04")],
    ["une archive qui imite la fin", octets(pdf("PK\x03\x04"), "PK\x05\x06", "\0".repeat(18), "%%EOF")],
  ])("%s", (_, fichier) => {
    expect(examiner(fichier).issue).toBe("quarantaine");
  });
});

describe("un PDF ordinaire n’est pas soupçonné", () => {
  const photo = Buffer.from(Array.from({ length: 500_000 }, (_, i) => (i * i * 31 + (i >> 5)) & 255));
  test.each([
    ["des objets en paquet", pdf(flux(PAQUET, paquet("3 0 <</Type/Page/Contents 4 0 R>>")))],
    ["une photo", pdf(flux("/Subtype/Image/Filter/DCTDecode", octets(jpeg(), photo)))],
    ["une photo où trois lettres tombent ensemble", pdf(flux("/Filter/DCTDecode", "\xff\xd8/JS\x81/AA\xfe"))],
    [
      "de grandes images sans perte",
      pdf(...Array(4).fill(flux("/Filter/FlateDecode", deflateSync(new Uint8Array(3e7))))),
    ],
    ["la page où il s’ouvre", pdf("1 0 obj<</OpenAction[3 0 R /Fit]>>endobj")],
    ["des blancs à la fin", octets(pdf(), "\r\n\0\0")],
  ])("%s", (_, fichier) => {
    expect(examiner(fichier)).toMatchObject({ issue: "sain", format: "pdf" });
  });

  test("un papier que qpdf a mis en paquets, et le même quand il agit", () => {
    const objets = (annexe: string) =>
      `%PDF-1.7
1 0 obj<</Type/Catalog/Pages 2 0 R${annexe}>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj
4 0 obj<</S/JavaScript/JS(a)>>endobj
trailer<</Root 1 0 R/Size 5>>
%%EOF
`;
    const options = ["--object-streams=generate", "--warning-exit-0"];
    for (const [annexe, issue] of [
      ["", "sain"],
      ["/OpenAction 4 0 R", "quarantaine"],
    ] as const) {
      const dossier = mkdtempSync(join(tmpdir(), "probant-pdf-"));
      onTestFinished(() => rmSync(dossier, { recursive: true }));
      const [source, fait] = [join(dossier, "a.pdf"), join(dossier, "b.pdf")];
      writeFileSync(source, objets(annexe));
      execFileSync("qpdf", [...options, source, fait], { stdio: "ignore" });
      const lu = readFileSync(fait);
      expect([latin1(lu).includes("/ObjStm"), latin1(lu).includes("/OpenAction")]).toEqual([true, false]);
      expect(examiner(lu).issue).toBe(issue);
    }
  });
});

test("aucune suite d’octets n’arrête le programme, et ce qui est sain le reste à la relecture", () => {
  const debuts = fc.constantFrom(jpeg(), png(), octets("%PDF-1.7"), octets());
  fc.assert(
    fc.property(debuts, fc.uint8Array({ maxLength: 200 }), fc.nat(300), (debut, bruit, place) => {
      const fichier = octets(debut.slice(0, place), bruit, debut.slice(place));
      const examen = examiner(fichier);
      if (examen.issue === "sain") expect(examiner(examen.octets)).toEqual(examen);
    }),
    { numRuns: 3_000 },
  );
});
