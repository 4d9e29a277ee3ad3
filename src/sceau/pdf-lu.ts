import { ErreurSceau } from "./erreur-sceau.ts";

/** What an addition at the end of a PDF must know of it. */
export interface PdfLu {
  readonly octets: Uint8Array;
  /** Number of the catalogue, and the first number that is free. */
  readonly racine: number;
  readonly taille: number;
  /** Where the cross-reference table begins. */
  readonly table: number;
  /** The /Info line of the trailer, empty when there is none. */
  readonly info: string;
  /** First part of /ID, as it is written: it stays the same through every addition. */
  readonly id: string;
  /** Dictionary of an object, `<<` to `>>`. */
  objet(numero: number): string;
}

/**
 * Reads a PDF as the printer writes them: one cross-reference table, objects in clear, no form, no encryption.
 * Throws `ErreurSceau` for any other: an addition that guesses would spoil the file.
 */
export function lirePdf(octets: Uint8Array): PdfLu {
  const texte = Buffer.from(octets.buffer, octets.byteOffset, octets.length).toString("latin1");
  const fin = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(texte.slice(-64));
  const table = Number(fin?.[1] ?? -1);
  const debutTrailer = table < 0 ? -1 : texte.indexOf("trailer", table);
  if (debutTrailer < 0 || !texte.startsWith("xref", table)) throw inconnu("no classic cross-reference table");
  const trailer = texte.slice(debutTrailer);
  const racine = nombre(/\/Root (\d+) 0 R/, trailer);
  const positions = lireTable(texte.slice(table + 4, debutTrailer));
  if (/\/(Prev|Encrypt|XRefStm)\b/.test(trailer)) throw inconnu("already updated, or encrypted");
  const objet = (numero: number): string => {
    const debut = positions.get(numero);
    const entete = `${numero} 0 obj`;
    if (debut === undefined || !texte.startsWith(entete, debut)) throw inconnu(`no object ${numero}`);
    const corps = texte.slice(debut + entete.length, texte.indexOf("endobj", debut)).trim();
    if (!corps.startsWith("<<") || !corps.endsWith(">>")) throw inconnu(`object ${numero}: no dictionary`);
    return corps;
  };
  return {
    octets,
    racine,
    taille: nombre(/\/Size (\d+)/, trailer),
    table,
    info: /\/Info \d+ 0 R/.exec(trailer)?.[0] ?? "",
    id: /\/ID \[\s*(\([^()\\]*\)|<[0-9A-Fa-f]*>)/.exec(trailer)?.[1] ?? "",
    objet,
  };
}

/** Number of the first page, through however many levels of the page tree. */
export function premierePage(pdf: PdfLu): number {
  let numero = nombre(/\/Pages (\d+) 0 R/, pdf.objet(pdf.racine));
  for (let niveau = 0; niveau < 16; niveau += 1) {
    const kids = /\/Kids \[\s*(\d+) 0 R/.exec(pdf.objet(numero));
    if (kids === null) return numero;
    numero = Number(kids[1]);
  }
  throw inconnu("page tree too deep");
}

function lireTable(texte: string): ReadonlyMap<number, number> {
  const positions = new Map<number, number>();
  const lignes = texte.split(/\r\n|\n|\r/).map((l) => l.trim());
  let suivant = 0;
  for (const ligne of lignes) {
    const entree = /^(\d{10}) \d{5} ([nf])$/.exec(ligne);
    if (entree === null) suivant = Number(/^(\d+) \d+$/.exec(ligne)?.[1] ?? suivant);
    else {
      if (entree[2] === "n") positions.set(suivant, Number(entree[1]));
      suivant += 1;
    }
  }
  return positions;
}

function nombre(motif: RegExp, texte: string): number {
  const lu = motif.exec(texte)?.[1];
  if (lu === undefined) throw inconnu(`${motif.source} not found`);
  return Number(lu);
}

const inconnu = (detail: string) =>
  new ErreurSceau("Ce papier n’a pas la forme attendue : le sceau ne peut pas y être apposé.", detail);
