/** A mail address that one may write in a header and in an envelope as it is: `local@domaine`, ASCII. */
export type AdresseCourriel = string & { readonly __adresseCourriel: unique symbol };

/** Much more than RFC 5321 (§4.5.3.1) lets an address have: what is longer is not read at all. */
const LONGUEUR_MAX = 400;
const FORME = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i;

/**
 * Reads one address; a domain with accents is written in ASCII. null when it is none, or holds anything (a space, a
 * comma, a line end) that a mail server could read as more than one address.
 */
export function parseAdresseCourriel(texte: string): AdresseCourriel | null {
  if (texte.length > LONGUEUR_MAX) return null;
  const [local = "", domaine = "", ...reste] = texte.trim().split("@");
  if (reste.length > 0 || /[\s/?#:\\[\]%]/.test(domaine)) return null;
  const adresse = `${local}@${URL.parse(`http://${domaine}`)?.hostname ?? ""}`;
  return FORME.test(adresse) && !/^\.|\.\.|\.@/.test(adresse) ? (adresse as AdresseCourriel) : null;
}

/** Who a message comes from: an address, with the name that readers see. */
export interface Expediteur {
  readonly nom: string | null;
  readonly adresse: AdresseCourriel;
}

/** Reads « Cabinet Horizon <contact@horizon.example> » or the address alone; null when it is neither. */
export function parseExpediteur(texte: string): Expediteur | null {
  const t = texte.trim();
  const debut = t.indexOf("<");
  if (debut !== -1 && !t.endsWith(">")) return null;
  const adresse = parseAdresseCourriel(debut === -1 ? t : t.slice(debut + 1, -1));
  const nom = sansGuillemets(t.slice(0, Math.max(debut, 0)).trim());
  if (adresse === null || /[">]/.test(nom)) return null;
  return { nom: nom === "" ? null : nom, adresse };
}

function sansGuillemets(nom: string): string {
  const debut = nom.startsWith('"') ? 1 : 0;
  return nom.slice(debut, nom.endsWith('"') && nom.length > debut ? -1 : undefined).trim();
}
