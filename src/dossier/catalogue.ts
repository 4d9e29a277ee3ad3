import type { Definition } from "./fait.ts";
import * as acces from "./faits/acces.ts";
import * as accueil from "./faits/accueil.ts";
import * as commande from "./faits/commande.ts";
import * as conclusion from "./faits/conclusion.ts";
import * as controle from "./faits/controle.ts";
import * as deroulement from "./faits/deroulement.ts";
import * as distance from "./faits/distance.ts";
import * as fin from "./faits/fin.ts";
import * as financement from "./faits/financement.ts";
import * as gel from "./faits/gel.ts";
import * as seances from "./faits/seances.ts";
import * as signature from "./faits/signature.ts";

function estDefinition(x: unknown): x is Definition {
  return typeof x === "object" && x !== null && "type" in x && "evolve" in x;
}

/** Every kind of fact, in the order of a bilan. */
export const catalogue: readonly Definition[] = [
  accueil,
  financement,
  commande,
  deroulement,
  seances,
  signature,
  distance,
  conclusion,
  fin,
  controle,
  gel,
  acces,
].flatMap((groupe) => Object.values(groupe).filter(estDefinition));

const parType = new Map(catalogue.map((d) => [d.type, d]));

/** Whether this version of the program reads that kind of fact. */
export function connait(type: string): boolean {
  return parType.has(type);
}

/** The kind of a fact; throws on an unknown one, which `lireDossier` refuses beforehand in French. */
export function definitionDe(type: string): Definition {
  const definition = parType.get(type);
  if (definition === undefined) throw new Error(`unknown kind of fact: ${type}`);
  return definition;
}
