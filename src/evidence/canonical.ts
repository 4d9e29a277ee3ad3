import { isWellFormed } from "./bytes.ts";
import { PreuveInvalide } from "./preuve-invalide.ts";

/** What a fact may be made of. Neither null (leave the key out) nor fractions (count in cents, in minutes). */
export type ValeurCanonique =
  | string
  | number
  | boolean
  | readonly ValeurCanonique[]
  | { readonly [cle: string]: ValeurCanonique };

const MAX_DEPTH = 64;

/**
 * The one text of a value: RFC 8785 (JCS) over NFC strings, safe integers, booleans, arrays and plain objects. Anything
 * else throws PreuveInvalide, naming its place: two writers must never get two texts for one fact.
 */
export function canonicalize(value: unknown): string {
  return write(value, "", 0);
}

/** Reads a canonical text; throws PreuveInvalide unless it is, to the character, what `canonicalize` gives. */
export function parseCanonical(text: string): ValeurCanonique {
  let value: ValeurCanonique;
  try {
    value = JSON.parse(text);
  } catch {
    throw new PreuveInvalide("Le texte n’est pas du JSON.");
  }
  if (canonicalize(value) !== text)
    throw new PreuveInvalide("Le texte JSON n’est pas écrit sous sa forme canonique.");
  return value;
}

/** True for an object of the canonical form, as opposed to an array or a simple value. */
export function isObjet(
  value: ValeurCanonique | undefined,
): value is { readonly [cle: string]: ValeurCanonique } {
  return typeof value === "object" && !Array.isArray(value);
}

function write(value: unknown, path: string, depth: number): string {
  switch (typeof value) {
    case "string":
      return writeString(value, path);
    case "boolean":
      return value ? "true" : "false";
    case "number":
      if (!Number.isSafeInteger(value) || Object.is(value, -0))
        refuse(path, "un nombre qui n’est pas un entier sûr");
      return String(value);
    case "object":
      if (value === null) return refuse(path, "null : une donnée absente ne s’écrit pas");
      if (depth === MAX_DEPTH) return refuse(path, "trop de niveaux imbriqués");
      return Array.isArray(value) ? writeArray(value, path, depth) : writeObject(value, path, depth);
    default:
      return refuse(path, `une valeur de type ${typeof value}`);
  }
}

function writeString(value: string, path: string): string {
  // Plain ASCII is well formed and normalised: most strings need no other look.
  if (!/^[ -~]*$/.test(value)) {
    if (!isWellFormed(value)) refuse(path, "un demi-caractère Unicode isolé");
    if (value.normalize("NFC") !== value) refuse(path, "un texte Unicode non normalisé (NFC)");
  }
  return JSON.stringify(value);
}

function writeArray(value: readonly unknown[], path: string, depth: number): string {
  let text = "";
  for (let i = 0; i < value.length; i++) {
    text += (i === 0 ? "" : ",") + write(value[i], `${path}[${i}]`, depth + 1);
  }
  return `[${text}]`;
}

function writeObject(value: object, path: string, depth: number): string {
  const prototype = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    refuse(path, "un objet qui n’est pas une simple donnée");
  let text = "";
  // RFC 8785 §3.2.3 sorts by UTF-16 code unit, which is what sort() does on strings.
  for (const [key, member] of Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const at = path === "" ? key : `${path}.${key}`;
    text += `${text === "" ? "" : ","}${writeString(key, at)}:${write(member, at, depth + 1)}`;
  }
  return `{${text}}`;
}

function refuse(path: string, what: string): never {
  throw new PreuveInvalide(`Forme canonique impossible${path === "" ? "" : ` à « ${path} »`} : ${what}.`);
}
