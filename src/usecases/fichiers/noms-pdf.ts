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
    const cache = octets[i] === DIESE ? seize(octets[i + 1]) * 16 + seize(octets[i + 2]) : Number.NaN;
    const nu = Number.isNaN(cache);
    nom += String.fromCharCode(nu ? octets[i]! : cache);
    i += nu ? 1 : 3;
  }
  return { nom, fin: i };
}

/** The value of a hexadecimal digit; NaN for any other byte. */
function seize(octet = 0): number {
  if (octet >= 0x30 && octet <= 0x39) return octet - 0x30;
  const lettre = octet | 0x20;
  return lettre >= 0x61 && lettre <= 0x66 ? lettre - 0x57 : Number.NaN;
}
