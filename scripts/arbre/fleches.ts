import type { Ecart } from "./ecart.ts";
import { type Import, importsDe } from "./imports.ts";
import { ligneDe, type ModuleLu } from "./module-lu.ts";
import { isCompositionRoot, ROOMS, type Room, roomOf } from "./rooms.ts";

function refus(de: string, room: Room, { cible, interne, typeSeul }: Import): string | null {
  if (!interne) {
    const permis = room.packages;
    if (permis === undefined || permis.includes(cible)) return null;
    return `Room « ${de} » uses no package but ${permis.join(", ") || "none"}: it imports « ${cible} ».`;
  }
  if (!cible.startsWith("src/")) return `The product imports nothing outside src/: here « ${cible} ».`;
  const vers = roomOf(cible);
  if (vers === de || room.to.includes(vers)) return null;
  if (room.types?.includes(vers)) {
    return typeSeul ? null : `Room « ${de} » knows only the types of « ${vers} »: write « import type ».`;
  }
  return `Arrows go down only: room « ${de} » may not import room « ${vers} ».`;
}

/** The arrows between rooms (`rooms.ts`), tests apart. */
export function verifierFleches(m: ModuleLu): Ecart[] {
  if (m.estTest || !m.chemin.startsWith("src/") || isCompositionRoot(m.chemin)) return [];
  const de = roomOf(m.chemin);
  const room = ROOMS[de];
  if (room === undefined) {
    const phrase = `« ${de} » is no known room: give it a row in scripts/arbre/rooms.ts, and a decision.`;
    return [{ fichier: m.chemin, ligne: 1, phrase }];
  }
  return importsDe(m).flatMap((i) => {
    const phrase = refus(de, room, i);
    return phrase === null ? [] : [{ fichier: m.chemin, ligne: ligneDe(m.texte, i.position), phrase }];
  });
}
