const INSECABLE = "\u00a0";
const FINE = "\u202f";

// Addresses are copied and clicked: nothing in them may change. The stand-in itself is taken out too, if typed.
const TENANT_LIEU = "\ue000";
const INTOUCHABLE = /(?:https?:\/\/|www\.)\S+|[^\s<>()«»]+@[^\s<>()«»]+\.[^\s<>()«»]+|\ue000/g;

/**
 * French typography of a text typed by a person: apostrophes, guillemets, spaces before double punctuation, in
 * amounts, durations and « n° ». Web and mail addresses, times (10:30) and code (`a;b`) come out as they went in.
 * Doing it twice changes nothing more.
 */
export function typographier(texte: string): string {
  const adresses = texte.match(INTOUCHABLE) ?? [];
  let corrige = texte.replace(INTOUCHABLE, TENANT_LIEU);
  // One correction can call for another (« a:? »): a few passes settle every text.
  for (let passe = 0; passe < 4; passe += 1) corrige = corriger(corrige);
  let rang = 0;
  return corrige.replaceAll(TENANT_LIEU, () => adresses[rang++]!);
}

function corriger(texte: string): string {
  return espacer(ouvrirGuillemets(texte))
    .replace(/(\p{L})'(?=[\p{L}\d«])/gu, "$1’")
    .replace(/\.{3}(?!\.)/g, "…");
}

const BLANC = "[ \\u00a0\\u202f]";

// "mot" in pairs only, opening after a space and closing before one: inches and stray quotes stay.
function ouvrirGuillemets(texte: string): string {
  return texte
    .replace(/(^|[\s(’'])"([^"\n]*[^"\s])"(?=$|[\s).,;:!?])/gu, "$1«$2»")
    .replace(/“([^“”\n]+)”/g, "«$1»");
}

function espacer(texte: string): string {
  return texte
    .replace(new RegExp(`«${BLANC}*`, "g"), `«${INSECABLE}`)
    .replace(new RegExp(`${BLANC}*»`, "g"), `${INSECABLE}»`)
    .replace(new RegExp(`(?<=[^\\s:(\\[])${BLANC}*:(?=\\s|$)`, "g"), `${INSECABLE}:`)
    .replace(new RegExp(`(?<=[^\\s;!?(\\[])${BLANC}*([;!?]+)(?=[\\s).»]|\\u00a0»|$)`, "g"), `${FINE}$1`)
    .replace(new RegExp(`\\b([nN])°${BLANC}*(?=\\d)`, "g"), `$1°${INSECABLE}`)
    .replace(
      new RegExp(`(?<=\\d)${BLANC}(?=\\d{3}(?!\\d)(?:${BLANC}\\d{3})*(?:,\\d+)?${BLANC}*€)`, "g"),
      FINE,
    )
    .replace(new RegExp(`(?<=\\d)${BLANC}*([€%])`, "g"), `${INSECABLE}$1`)
    .replace(new RegExp(`(?<=\\d)${BLANC}(h|min)(?![\\p{L}])`, "gu"), `${INSECABLE}$1`)
    .replace(new RegExp(`(?<=\\d${INSECABLE}h)${BLANC}(?=\\d{2}(?!\\d))`, "g"), INSECABLE);
}
