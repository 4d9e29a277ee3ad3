/** A mail address that one may write in a header and in an envelope as it is: `local@domaine`, ASCII. */
export type AdresseCourriel = string & { readonly __adresseCourriel: unique symbol };

const FORME = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/i;

/**
 * Reads one address; a domain with accents is written in ASCII. null when it is none, or holds anything (a space, a
 * comma, a line end) that a mail server could read as more than one address.
 */
export function parseAdresseCourriel(texte: string): AdresseCourriel | null {
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
  const lu = /^\s*(?:"?([^"<>]*?)"?\s*<([^<>]+)>|([^<>\s]+))\s*$/.exec(texte);
  const adresse = parseAdresseCourriel(lu?.[2] ?? lu?.[3] ?? "");
  if (adresse === null) return null;
  const nom = lu?.[1]?.trim() ?? "";
  return { nom: nom === "" ? null : nom, adresse };
}
