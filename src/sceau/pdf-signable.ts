import { createHash } from "node:crypto";
import type { Instant } from "../values/instant.ts";
import { ErreurSceau } from "./erreur-sceau.ts";
import { lirePdf, type PdfLu, premierePage } from "./pdf-lu.ts";

/** What a reader shows of the seal. */
export interface MentionsDuSceau {
  readonly nom: string;
  readonly motif: string;
  readonly lieu: string | null;
  readonly le: Instant;
}

/** A PDF with room for a signature. The same arguments always give the same bytes. */
export interface PdfSignable {
  /** Everything but the room: what the signature covers, to the last byte. */
  readonly aSigner: Uint8Array;
  /** The finished file, whose signature is this DER value. */
  avec(signature: Uint8Array): Uint8Array;
}

const MARQUE_ETENDUE = "/ByteRange [";
const ETENDUE_VIDE = "0000000000 0000000000 0000000000 0000000000";

/**
 * Adds a signature field at the end of a PDF (ISO 32000-1, 7.5.6 and 12.8; ETSI EN 319 142-1): no byte of what was
 * there moves, so that tags and PDF/A stay. `place` is the most bytes that the signature may take.
 */
export function preparerSignature(pdf: Uint8Array, mentions: MentionsDuSceau, place: number): PdfSignable {
  const lu = lirePdf(pdf);
  const fichier = Buffer.concat([pdf, Buffer.from(ajout(lu, mentions, place), "latin1")]);
  const debut = fichier.indexOf("/Contents <", pdf.length) + "/Contents ".length;
  const fin = debut + 2 * place + 2;
  const etendue = [0, debut, fin, fichier.length - fin].map((n) => String(n).padStart(10, "0")).join(" ");
  fichier.write(etendue, fichier.indexOf(MARQUE_ETENDUE, pdf.length) + MARQUE_ETENDUE.length, "latin1");
  return {
    aSigner: new Uint8Array(Buffer.concat([fichier.subarray(0, debut), fichier.subarray(fin)])),
    avec: (signature) => {
      if (signature.length > place) {
        throw new ErreurSceau(
          "Le sceau est plus grand que la place prévue.",
          `${signature.length} > ${place}`,
        );
      }
      const scelle = Buffer.from(fichier);
      scelle.write(Buffer.from(signature).toString("hex").toUpperCase(), debut + 1, "latin1");
      return new Uint8Array(scelle);
    },
  };
}

function ajout(pdf: PdfLu, mentions: MentionsDuSceau, place: number): string {
  const [page, signature, champ] = [premierePage(pdf), pdf.taille, pdf.taille + 1];
  const catalogue = pdf.objet(pdf.racine);
  if (/\/(AcroForm|Perms)\b/.test(catalogue)) throw new ErreurSceau("Ce papier porte déjà un sceau.");
  const formulaire = `/AcroForm << /SigFlags 3 /Fields [${champ} 0 R] >>`;
  return ecrireAjout(pdf, [
    [pdf.racine, completer(catalogue, formulaire)],
    [page, avecAnnotation(pdf.objet(page), `${champ} 0 R`)],
    [signature, dictionnaireDeSignature(mentions, place)],
    [champ, champDeSignature(page, signature)],
  ]);
}

function dictionnaireDeSignature({ nom, motif, lieu, le }: MentionsDuSceau, place: number): string {
  const quand = `${le.replace(/[-:T]/g, "").slice(0, 14)}+00'00'`;
  return [
    "<<",
    "/Type /Sig",
    "/Filter /Adobe.PPKLite",
    "/SubFilter /ETSI.CAdES.detached",
    `${MARQUE_ETENDUE}${ETENDUE_VIDE}]`,
    `/Contents <${"0".repeat(2 * place)}>`,
    `/M (D:${quand})`,
    `/Name ${texteUnicode(nom)}`,
    `/Reason ${texteUnicode(motif)}`,
    ...(lieu === null ? [] : [`/Location ${texteUnicode(lieu)}`]),
    ">>",
  ].join("\n");
}

/** A widget of no size: printed and locked (132), it shows nothing, and PDF/A-2 asks no appearance of it. */
function champDeSignature(page: number, signature: number): string {
  return [
    "<<",
    "/Type /Annot",
    "/Subtype /Widget",
    "/FT /Sig",
    `/T ${texteUnicode("sceau")}`,
    `/TU ${texteUnicode("Sceau de l’organisme")}`,
    "/F 132",
    "/Rect [0 0 0 0]",
    `/P ${page} 0 R`,
    `/V ${signature} 0 R`,
    ">>",
  ].join("\n");
}

function avecAnnotation(page: string, reference: string): string {
  if (/\/Annots \d+ 0 R/.test(page)) {
    throw new ErreurSceau("Ce papier n’a pas la forme attendue.", "indirect /Annots");
  }
  return page.includes("/Annots [")
    ? page.replace("/Annots [", `/Annots [${reference} `)
    : completer(page, `/Annots [${reference}]`);
}

const completer = (dictionnaire: string, plus: string) => `${dictionnaire.slice(0, -2)}${plus}\n>>`;

function ecrireAjout(pdf: PdfLu, objets: readonly (readonly [number, string])[]): string {
  let texte = pdf.octets.at(-1) === 0x0a ? "" : "\n";
  const lignes: string[] = [];
  for (const [numero, corps] of [...objets].sort(([a], [b]) => a - b)) {
    const position = String(pdf.octets.length + texte.length).padStart(10, "0");
    lignes.push(`${numero} 1\n${position} 00000 n\r\n`);
    texte += `${numero} 0 obj\n${corps}\nendobj\n`;
  }
  const table = pdf.octets.length + texte.length;
  const trailer = [
    "trailer",
    "<<",
    `/Size ${pdf.taille + 2}`,
    `/Root ${pdf.racine} 0 R`,
    ...(pdf.info === "" ? [] : [pdf.info]),
    ...(pdf.id === "" ? [] : [`/ID [${pdf.id} <${empreinteCourte(pdf.octets, texte)}>]`]),
    `/Prev ${pdf.table}`,
    ">>",
  ].join("\n");
  return `${texte}xref\n${lignes.join("")}${trailer}\nstartxref\n${table}\n%%EOF\n`;
}

/** The second part of /ID changes with the content (ISO 32000-1, 14.4). */
function empreinteCourte(octets: Uint8Array, ajoute: string): string {
  return createHash("sha256").update(octets).update(ajoute, "latin1").digest("hex").slice(0, 32);
}

function texteUnicode(texte: string): string {
  return `<FEFF${Buffer.from(texte, "utf16le").swap16().toString("hex").toUpperCase()}>`;
}
