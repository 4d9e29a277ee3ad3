import { prefixeDe } from "./prefixe-adresse.ts";

/** The device behind a request: its address as our server saw it, and what it says of itself. */
export interface Appareil {
  adresse: string;
  agent: string;
}

/** Headers by which the library keeps, with a session, where it was opened from: the beginning of the address alone. */
export function entetesDe({ adresse, agent }: Appareil): Record<string, string> {
  return { "x-probant-adresse": prefixeCourt(adresse), "user-agent": agent.slice(0, 200) };
}

/** « 203.0.113.0 »: the last number of an IPv4 address is left out, as the second half of an IPv6 one is. */
function prefixeCourt(adresse: string): string {
  return prefixeDe(adresse).replace(/^(\d+\.\d+\.\d+)\.\d+$/, "$1.0");
}
