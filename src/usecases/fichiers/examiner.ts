import { dimensions, estDemesuree, type Format, formatDe } from "./format.ts";
import { activiteDuPdf } from "./pdf-actif.ts";
import { estAussiAutreChose } from "./pdf-double.ts";
import { photoSansLieu } from "./photo-sans-lieu.ts";
import { pngSansTexte } from "./png-sans-texte.ts";

/** 10 MB: a photograph of today at its best. */
export const POIDS_MAX = 10 * 1024 * 1024;

/** A file received: what is kept of it, or why it is refused or set apart. */
export type Examen =
  | { issue: "sain"; format: Format; octets: Uint8Array }
  | { issue: "refuse"; phrase: string }
  | { issue: "quarantaine"; phrase: string };

/** The file by which scanners are tried (eicar.org), cut in two so that this source is no sample of it. */
const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

const contient = (octets: Uint8Array, texte: string) =>
  Buffer.from(octets.buffer, octets.byteOffset, octets.length).includes(texte, 0, "latin1");

/** Looks at a received file without opening it: kind by its bytes, size, what it could do. */
export function examiner(octets: Uint8Array): Examen {
  if (octets.length === 0) return { issue: "refuse", phrase: "Ce fichier est vide." };
  if (octets.length > POIDS_MAX)
    return { issue: "refuse", phrase: "Ce fichier est trop lourd : 10 Mo au plus." };
  if (contient(octets, EICAR))
    return { issue: "quarantaine", phrase: "Ce fichier porte la marque d’un virus." };
  const format = formatDe(octets);
  if (format === null) return { issue: "refuse", phrase: "Envoyez une photo (JPEG ou PNG) ou un PDF." };
  if (format === "pdf") return examinerPdf(octets);
  const taille = dimensions(octets, format);
  if (taille === null) return { issue: "refuse", phrase: "Cette image ne se lit pas. Prenez-la de nouveau." };
  if (estDemesuree(taille))
    return { issue: "refuse", phrase: "Cette image est trop grande : 20 000 points de côté au plus." };
  const propre = format === "png" ? pngSansTexte(octets) : photoSansLieu(octets);
  if (propre === null) return { issue: "refuse", phrase: "Cette image est abîmée. Prenez-la de nouveau." };
  return { issue: "sain", format, octets: propre };
}

function examinerPdf(octets: Uint8Array): Examen {
  if (!contient(octets, "%%EOF"))
    return { issue: "refuse", phrase: "Ce PDF est incomplet. Envoyez-le de nouveau." };
  const lu = Buffer.from(octets.buffer, octets.byteOffset, octets.length);
  if (estAussiAutreChose(lu)) {
    return { issue: "quarantaine", phrase: "Ce PDF est aussi un fichier d’une autre sorte." };
  }
  const activite = activiteDuPdf(lu);
  if (activite === "active") {
    return { issue: "quarantaine", phrase: "Ce PDF contient un programme ou un fichier caché." };
  }
  if (activite === "illisible") {
    return { issue: "quarantaine", phrase: "Une partie de ce PDF ne se lit pas. Envoyez plutôt une photo." };
  }
  return { issue: "sain", format: "pdf", octets };
}
