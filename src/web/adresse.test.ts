import { expect, it } from "vitest";
import { vueParLeProxy } from "./adresse.ts";

it.each([
  ["un proxy : la dernière", "203.0.113.7", 1, "203.0.113.7"],
  ["ce que le visiteur a écrit n’est pas lu", "1.2.3.4, 203.0.113.7", 1, "203.0.113.7"],
  ["deux proxys : l’avant-dernière", "1.2.3.4, 203.0.113.7,10.0.0.2", 2, "203.0.113.7"],
  ["avec son port", "203.0.113.7:51234", 1, "203.0.113.7"],
  ["IPv6", "2001:db8::7", 1, "2001:db8::7"],
  ["IPv6 entre crochets", "[2001:db8::7]:443", 1, "2001:db8::7"],
  ["moins d’adresses que de proxys", "203.0.113.7", 2, null],
  ["pas une adresse", "inconnu", 1, null],
  ["vide", "", 1, null],
  ["sans en-tête", undefined, 1, null],
])("%s", (_, entete, proxys, attendue) => expect(vueParLeProxy(entete, proxys)).toBe(attendue));
