import { formatBase64, parseHash } from "../base64.ts";
import { canonicalize, isObjet, parseCanonical, type ValeurCanonique } from "../canonical.ts";
import { engagementDuFait } from "../engagement.ts";
import type { Hasher } from "../hasher.ts";
import { PreuveInvalide } from "../preuve-invalide.ts";

/** A fact given to read: its canonical text and the 32-byte salt of its commitment. */
export type FaitMontre = { readonly n: number; readonly texte: string; readonly sel: Uint8Array };

/** A fact that is only counted: its 32-byte commitment. */
export type FaitRetenu = { readonly n: number; readonly engagement: Uint8Array };

export type FaitControle = FaitMontre | FaitRetenu;

/** One canonical JSON line per fact, in the order of the dossier. */
export function formatFaits(faits: readonly FaitControle[]): string {
  const lignes = faits.map((fait) =>
    "texte" in fait
      ? canonicalize({ n: fait.n, texte: fait.texte, sel: formatBase64(fait.sel) })
      : canonicalize({ n: fait.n, engagement: formatBase64(fait.engagement) }),
  );
  return lignes.map((ligne) => `${ligne}\n`).join("");
}

/** Reads the lines back; throws PreuveInvalide naming the line that is not canonical or not of its rank. */
export function parseFaits(texte: string): FaitControle[] {
  const lignes = texte.split("\n");
  if (lignes.pop() !== "")
    throw new PreuveInvalide("La liste des faits est coupée avant la fin de sa dernière ligne.");
  return lignes.map((ligne, i) => parseFait(ligne, i + 1));
}

/** The leaf data of a fact in the dossier's tree. */
export function engagementOf(h: Hasher, fait: FaitControle): Uint8Array {
  return "texte" in fait ? engagementDuFait(h, fait.sel, fait.texte) : fait.engagement;
}

function parseFait(ligne: string, n: number): FaitControle {
  let value: ValeurCanonique;
  try {
    value = parseCanonical(ligne);
  } catch {
    throw new PreuveInvalide(`La ligne ${n} de la liste des faits n’est pas écrite sous sa forme canonique.`);
  }
  if (!isObjet(value) || value.n !== n)
    throw new PreuveInvalide(`Le fait n° ${n} manque ou n’est pas à sa place.`);
  const cles = Object.keys(value).join();
  const { texte, sel, engagement } = value;
  if (cles === "n,sel,texte" && typeof sel === "string" && typeof texte === "string")
    return { n, texte, sel: parseHash(sel, `Le sel du fait n° ${n}`) };
  if (cles === "engagement,n" && typeof engagement === "string")
    return { n, engagement: parseHash(engagement, `L’engagement du fait n° ${n}`) };
  throw new PreuveInvalide(`La ligne ${n} de la liste des faits n’a pas les champs attendus.`);
}
