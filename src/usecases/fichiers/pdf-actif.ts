import { constants, inflateSync } from "node:zlib";
import { lesNoms, nomsDe } from "./noms-pdf.ts";

/** What makes a PDF act when it is opened, or hides a file in it. A scanned sheet has none of it. */
const ACTIFS = new Set([
  ...["JavaScript", "JS", "Rendition", "Launch", "RichMedia", "XFA"],
  ...["EmbeddedFile", "EmbeddedFiles", "OpenAction", "AA"],
]);
/** What may follow a short name that acts: three bytes alone come by chance in any photograph. */
const VALEUR = /^[\s\0]*[(<%\d]/;

const PEU = 512;
/** Streams at most, and packed ones that are tried: ten pages of a text processor have some hundred. */
const FLUX_MAX = 50_000;
const TENTES_MAX = 5_000;
const OBJETS_MAX = 16 * 1024 * 1024;
const OBJETS_EN_TOUT = 4 * OBJETS_MAX;

/**
 * What a PDF holds: nothing that acts; something that does; or objects packed so that nobody can look at them here.
 * Bounded: each pack 16 MB once open, 64 MB in all.
 */
export function activiteDuPdf(octets: Buffer): "aucune" | "active" | "illisible" {
  if (agit(octets)) return "active";
  let reste = OBJETS_EN_TOUT;
  let [flux, tentes] = [0, 0];
  for (let fin = 0, i = octets.indexOf("stream"); i !== -1; i = octets.indexOf("stream", fin)) {
    const avant = octets.subarray(fin, i);
    fin = i + "stream".length;
    if (avant.subarray(-3).equals(FERMANT)) continue;
    const debut = apresLesBlancs(octets, fin);
    flux += 1;
    if (estZlib(octets, debut)) tentes += 1;
    if (flux > FLUX_MAX || tentes > TENTES_MAX) return "illisible";
    const genre = genreDe(avant, octets, debut);
    if (genre === "illisible") return genre;
    if (genre === "autre") continue;
    const objets = ouvrir(octets.subarray(debut), Math.min(OBJETS_MAX, reste));
    if (objets === null) return "illisible";
    if (agit(objets)) return "active";
    reste -= objets.length;
  }
  return "aucune";
}

const FERMANT = Buffer.from("end");

function agit(octets: Buffer): boolean {
  for (const { nom, fin } of lesNoms(octets)) {
    if (!ACTIFS.has(nom)) continue;
    const suite = octets.toString("latin1", fin, fin + 16);
    // A place in the pages is no action: many programs write on which page to open.
    if (nom === "OpenAction" ? !/^[\s\0]*\[/.test(suite) : nom.length > 2 || VALEUR.test(suite)) return true;
  }
  return false;
}

function apresLesBlancs(octets: Buffer, i: number): number {
  let debut = i;
  while (debut < i + 16 && [0, 9, 10, 12, 13, 32].includes(octets[debut] ?? -1)) debut += 1;
  return debut;
}

/**
 * Packed objects (ISO 32000-1, 7.5.7) by what their dictionary says, or by how they begin: pairs of numbers. One that
 * hides under more than one filter, or under another than Flate, is not looked for further.
 */
function genreDe(avant: Buffer, octets: Buffer, debut: number): "objets" | "autre" | "illisible" {
  const noms = nomsDe(avant.subarray(avant.lastIndexOf("obj") + 1));
  const annonces = noms.has("ObjStm") || (noms.has("First") && noms.has("N"));
  const tete = ouvrirLaTete(octets.subarray(debut, debut + PEU));
  if (!annonces) return tete !== null && /^[\s\0]*\d+[\s\0]+\d+[\s\0]/.test(tete) ? "objets" : "autre";
  const filtres = [...noms].filter((nom) => nom.endsWith("Decode") || nom === "Crypt");
  // Without a filter they lie open, and were read with the rest.
  if (!noms.has("Filter") && filtres.length === 0) return "autre";
  const seul = filtres.length === 1 && filtres[0] === "FlateDecode";
  return tete !== null && seul && !noms.has("Predictor") && /^[\s\0]*[\d%]/.test(tete)
    ? "objets"
    : "illisible";
}

/** RFC 1950, 2.2: the first two bytes tell what Flate packed. */
function estZlib(octets: Buffer, debut: number): boolean {
  const [cmf, flg] = [octets[debut] ?? 0, octets[debut + 1] ?? 0];
  return (cmf & 15) === 8 && (cmf * 256 + flg) % 31 === 0;
}

/** How unpacked data begin; null for data that Flate did not pack. */
function ouvrirLaTete(octets: Buffer): string | null {
  if (!estZlib(octets, 0)) return null;
  return (
    ouvrir(octets, PEU * 1032, { finishFlush: constants.Z_SYNC_FLUSH })?.toString("latin1", 0, PEU) ?? null
  );
}

/** null for what cannot be unpacked, or is more than `max` bytes once it is. */
function ouvrir(octets: Buffer, max: number, options: { finishFlush?: number } = {}): Buffer | null {
  if (max <= 0) return null;
  try {
    return inflateSync(octets, { maxOutputLength: max, ...options });
  } catch {
    return null;
  }
}
