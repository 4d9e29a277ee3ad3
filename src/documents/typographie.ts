const INSECABLE = "\u00a0";
const FINE = "\u202f";

// Addresses are copied and clicked: nothing in them may change. The stand-in itself is taken out too, if typed.
const TENANT_LIEU = "\ue000";
const ADRESSE_WEB = /^(?:https?:\/\/|www\.)/;
// Every word is cut out once and looked at apart: a pattern that searches for a mail address tries each of its letters.
const MOT = /(?:https?:\/\/|www\.)\S+|(?:(?!https?:\/\/|www\.)[^\s<>()«»\ue000])+|\ue000/g;

function estIntouchable(mot: string): boolean {
  if (mot === TENANT_LIEU || ADRESSE_WEB.test(mot)) return true;
  const arobase = mot.indexOf("@", 1);
  const point = mot.lastIndexOf(".", mot.length - 2);
  return arobase !== -1 && point > arobase + 1;
}

/**
 * French typography of a text typed by a person: apostrophes, guillemets, spaces before double punctuation, in
 * amounts, durations and « n° ». Web and mail addresses, times (10:30) and code (`a;b`) come out as they went in.
 * Doing it twice changes nothing more.
 */
export function typographier(texte: string): string {
  const adresses: string[] = [];
  let corrige = texte.replace(MOT, (mot) => {
    if (!estIntouchable(mot)) return mot;
    adresses.push(mot);
    return TENANT_LIEU;
  });
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
    .replace(new RegExp(`(?<!${BLANC})${BLANC}*»`, "g"), `${INSECABLE}»`)
    .replace(new RegExp(`(?<=[^\\s:(\\[])${BLANC}*:(?=\\s|$)`, "g"), `${INSECABLE}:`)
    .replace(new RegExp(`(?<=[^\\s;!?(\\[])${BLANC}*([;!?]+)(?=[\\s).»]|\\u00a0»|$)`, "g"), `${FINE}$1`)
    .replace(new RegExp(`\\b([nN])°${BLANC}*(?=\\d)`, "g"), `$1°${INSECABLE}`)
    .replace(
      new RegExp(`(?<=\\d)${BLANC}(?=\\d{3}(?!\\d)(?:${BLANC}\\d{3}){0,5}(?:,\\d+)?${BLANC}*€)`, "g"),
      FINE,
    )
    .replace(new RegExp(`(?<=\\d)${BLANC}*([€%])`, "g"), `${INSECABLE}$1`)
    .replace(new RegExp(`(?<=\\d)${BLANC}(h|min)(?![\\p{L}])`, "gu"), `${INSECABLE}$1`)
    .replace(new RegExp(`(?<=\\d${INSECABLE}h)${BLANC}(?=\\d{2}(?!\\d))`, "g"), INSECABLE);
}
