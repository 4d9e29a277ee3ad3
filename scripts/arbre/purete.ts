import type { Ecart } from "./ecart.ts";
import { importsDe } from "./imports.ts";
import { ligneDe, type ModuleLu, type Noeud, parcourir } from "./module-lu.ts";
import { ROOMS, roomOf } from "./rooms.ts";

/** Names that bring time, chance, the machine or another thread into a room. */
const DEHORS: Readonly<Record<string, string>> = {
  Date: "reads no clock: a day or an instant comes in as an argument",
  Temporal: "reads no clock: a day or an instant comes in as an argument",
  performance: "reads no clock: a day or an instant comes in as an argument",
  setTimeout: "waits for nothing",
  setInterval: "waits for nothing",
  setImmediate: "waits for nothing",
  queueMicrotask: "waits for nothing",
  Promise: "is synchronous",
  crypto: "has no randomness and no cryptography of its own: a hasher comes in as an argument",
  process: "knows no machine",
  globalThis: "knows no machine",
  console: "writes nowhere",
  fetch: "speaks to nobody",
};

/** A name that refers to a thing, and is not merely the key of a property. */
function estReference(parent: Noeud | null, cle: string): boolean {
  if (parent === null) return true;
  const calcule = parent.computed === true;
  if (parent.type === "MemberExpression" && cle === "property") return calcule;
  if (
    /^(Property|PropertyDefinition|MethodDefinition|TSPropertySignature|TSMethodSignature)$/.test(parent.type)
  ) {
    return cle !== "key" || calcule || parent.shorthand === true;
  }
  return !(parent.type === "ImportSpecifier" && cle === "imported") && parent.type !== "TSQualifiedName";
}

function impurete(n: Noeud, parent: Noeud | null, cle: string): string | null {
  if (n.async === true || n.type === "AwaitExpression" || n.await === true) return "is synchronous";
  if (n.type === "ImportExpression") return "makes no dynamic import";
  if (
    n.type === "MemberExpression" &&
    (n.object as Noeud).name === "Math" &&
    (n.property as Noeud).name === "random"
  ) {
    return "has no randomness: a random value comes in as an argument";
  }
  if (n.type !== "Identifier" || typeof n.name !== "string" || !estReference(parent, cle)) return null;
  return Object.hasOwn(DEHORS, n.name) ? `${DEHORS[n.name]} (${n.name})` : null;
}

/** The pure rooms: no async, clock, randomness or `node:` import, tests apart. */
export function verifierPurete(m: ModuleLu): Ecart[] {
  const room = roomOf(m.chemin);
  if (!m.chemin.startsWith("src/") || m.estTest || !ROOMS[room]?.pure) return [];
  const ecarts: Ecart[] = [];
  const noter = (position: number, quoi: string) =>
    ecarts.push({
      fichier: m.chemin,
      ligne: ligneDe(m.texte, position),
      phrase: `Pure room « ${room} » ${quoi}.`,
    });
  parcourir(m.programme, (n, parent, cle) => {
    const quoi = impurete(n, parent, cle);
    if (quoi !== null) noter(n.start, quoi);
  });
  for (const i of importsDe(m))
    if (i.cible.startsWith("node:")) noter(i.position, `imports nothing of Node (${i.cible})`);
  return ecarts;
}
