import { parseTaille } from "../decimal.ts";
import { checkDossierId } from "../identifiant.ts";
import { PreuveInvalide } from "../preuve-invalide.ts";
import { isFichierDePassation, isPiece, MANIFESTE, OBLIGATOIRES } from "./entrees.ts";

/** How many facts a dossier has, how many of them are given to read, how many are only counted. */
export type CompteFaits = { readonly total: number; readonly montres: number; readonly retenus: number };

/** What the organisation signs: the dossier, its facts counted, the SHA-256 (hexadecimal) of every other file. */
export type Manifeste = {
  readonly dossierId: string;
  readonly faits: CompteFaits;
  readonly empreintes: ReadonlyMap<string, string>;
};

const FORMAT = "probant-manifeste/1";
const LIGNE = /^([0-9a-f]{64}) {2}(.+)$/;

/** The text to sign; its last lines are what `sha256sum -c` reads. */
export function formatManifeste({ dossierId, faits, empreintes }: Manifeste): string {
  const noms = [...empreintes.keys()].sort();
  const texte = [
    FORMAT,
    `dossier ${dossierId}`,
    `faits ${faits.total}`,
    `montres ${faits.montres}`,
    `retenus ${faits.retenus}`,
    ...noms.map((nom) => `${empreintes.get(nom)}  ${nom}`),
    "",
  ].join("\n");
  parseManifeste(texte);
  return texte;
}

/** Reads it back. Throws PreuveInvalide on another spelling, an unknown file, a missing one, or counts that disagree. */
export function parseManifeste(texte: string): Manifeste {
  const [format, dossier = "", total = "", montres = "", retenus = "", ...lignes] = texte.split("\n");
  if (format !== FORMAT || lignes.pop() !== "")
    throw new PreuveInvalide(`Le manifeste n’est pas un texte « ${FORMAT} ».`);
  const faits = {
    total: parseTaille(after("faits ", total), "Le nombre de faits du manifeste"),
    montres: parseTaille(after("montres ", montres), "Le nombre de faits montrés du manifeste"),
    retenus: parseTaille(after("retenus ", retenus), "Le nombre de faits retenus du manifeste"),
  };
  if (faits.montres + faits.retenus !== faits.total)
    throw new PreuveInvalide("Les nombres de faits du manifeste ne s’additionnent pas.");
  return {
    dossierId: checkDossierId(after("dossier ", dossier)),
    faits,
    empreintes: parseEmpreintes(lignes),
  };
}

function parseEmpreintes(lignes: readonly string[]): Map<string, string> {
  const empreintes = new Map<string, string>();
  let precedent = "";
  for (const ligne of lignes) {
    const [, empreinte = "", nom = ""] = LIGNE.exec(ligne) ?? [];
    if (nom <= precedent)
      throw new PreuveInvalide("Les lignes du manifeste sont mal écrites ou mal rangées.");
    if (
      nom === MANIFESTE ||
      ![OBLIGATOIRES.includes(nom), isPiece(nom), isFichierDePassation(nom)].includes(true)
    )
      throw new PreuveInvalide(`Le manifeste nomme un fichier qui n’a pas sa place ici : « ${nom} ».`);
    empreintes.set(nom, empreinte);
    precedent = nom;
  }
  const absent = OBLIGATOIRES.find((nom) => nom !== MANIFESTE && !empreintes.has(nom));
  if (absent !== undefined) throw new PreuveInvalide(`Le manifeste ne nomme pas « ${absent} ».`);
  return empreintes;
}

function after(label: string, ligne: string): string {
  return ligne.startsWith(label) ? ligne.slice(label.length) : "";
}
