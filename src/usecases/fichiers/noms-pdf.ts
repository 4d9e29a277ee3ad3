/** White space and delimiters, which end a name (ISO 32000-1, 7.2.2). */
const FINIT = new Set([..."\0\t\n\f\r ()<>[]{}/%"].map((c) => c.charCodeAt(0)));
const BARRE = 0x2f;
const DIESE = 0x23;
/** Letters at most of a name that says anything here. */
const NOM_MAX = 24;

/** One name with its `#xx` read as the bytes that they stand for, and where it ends. */
interface Nom {
  nom: string;
  fin: number;
}

/** Every name of a PDF that is short enough to mean anything to us, in order, in one pass. */
export function* lesNoms(octets: Buffer): Generator<Nom> {
  for (let i = octets.indexOf(BARRE); i !== -1; i = octets.indexOf(BARRE, i + 1)) {
    const lu = FINIT.has(octets[i + 1] ?? 0) ? null : lireNom(octets, i + 1);
    if (lu !== null) yield lu;
  }
}

/** The names of a dictionary, each once. */
export function nomsDe(octets: Buffer): Set<string> {
  return new Set([...lesNoms(octets)].map(({ nom }) => nom));
}

function lireNom(octets: Buffer, debut: number): Nom | null {
  let nom = "";
  let i = debut;
  while (i < octets.length && !FINIT.has(octets[i]!)) {
    if (nom.length === NOM_MAX) return null;
    const code = octets[i] === DIESE ? octets.toString("latin1", i + 1, i + 3) : "";
    const cache = /^[0-9A-Fa-f]{2}$/.test(code);
    nom += String.fromCharCode(cache ? Number.parseInt(code, 16) : octets[i]!);
    i += cache ? 3 : 1;
  }
  return { nom, fin: i };
}
