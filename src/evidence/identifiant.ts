import { PreuveInvalide } from "./preuve-invalide.ts";

const IDENTIFIANT = /^[0-9A-Za-z][0-9A-Za-z._-]{0,63}$/;

/**
 * A dossier's identifier as the evidence writes it: 1 to 64 ASCII letters, digits, `.`, `_`, `-`. Nothing that a line
 * of text, a NUL separator or a shell could read otherwise. Throws PreuveInvalide.
 */
export function checkDossierId(id: string): string {
  if (!IDENTIFIANT.test(id))
    throw new PreuveInvalide("L’identifiant du dossier contient un caractère qui n’y est pas permis.");
  return id;
}
