import { isIP } from "node:net";

/**
 * What one visitor cannot easily change of his address: an IPv4 address whole, the first half of an IPv6 one (his
 * provider gives him the rest). A text that is no address is itself.
 */
export function prefixeDe(adresse: string): string {
  const brute = adresse.replace(/%.*$/, "").toLowerCase();
  const [, mappee] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(brute) ?? [];
  if (mappee !== undefined) return mappee;
  if (isIP(brute) !== 6) return brute;
  const [tete = "", queue] = brute.split("::");
  const avant = tete === "" ? [] : tete.split(":");
  const apres = queue === undefined || queue === "" ? [] : queue.split(":");
  const zeros =
    queue === undefined ? [] : Array<string>(Math.max(0, 8 - avant.length - apres.length)).fill("0");
  const groupes = [...avant, ...zeros, ...apres].slice(0, 4);
  return `${groupes.map((g) => Number.parseInt(g, 16).toString(16)).join(":")}::/64`;
}
