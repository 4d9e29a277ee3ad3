import { abreger, lirePremiersModeles, type Modele } from "../usecases/en-nombre/modele.ts";
import { type Commande, recopier } from "../usecases/en-nombre/recopier.ts";
import { jourDeParis } from "../usecases/heure-de-paris.ts";
import type { Maison } from "../usecases/maison.ts";
import { type Jour, joursEntre } from "../values/jour.ts";
import { NOMS, PRENOMS } from "./noms.ts";
import { tirer } from "./tirage.ts";

/** A story that was told, and how far back its copies may lie. */
export interface Conte {
  modele: Modele;
  semaines: number;
}

/** A dossier that still waits for something is of these weeks; one that is finished, of the last four years. */
const SEMAINES_EN_COURS = 5;
const SEMAINES_FINIES = 4 * 52;
const FAITS_DE_LA_FIN = /^(orientation_donnee|service_fait_declare)\./;

/** The stories that were told first in an organisation, as models: those of the demonstration. */
export async function lireContes(maison: Maison, organismeId: string, au: Jour): Promise<Conte[]> {
  const modeles = await lirePremiersModeles(maison, organismeId, HISTOIRES);
  if (modeles.length === 0) throw new Error("this organisation has no dossier to copy");
  return modeles.map((modele) => ({ modele, semaines: semainesDe(modele, au) }));
}

const HISTOIRES = 12;

function semainesDe({ faits }: Modele, au: Jour): number {
  if (!faits.some((f) => FAITS_DE_LA_FIN.test(f.type))) return SEMAINES_EN_COURS;
  const ecoulees = Math.floor(joursEntre(jourDeParis(faits[0]!.consigne), au) / 7);
  return Math.max(0, SEMAINES_FINIES - ecoulees);
}

/** The same stories cut after that many facts, as they stood then. */
export function abregerContes(contes: readonly Conte[], faits: number): Conte[] {
  return contes.map(({ modele, semaines }) => ({
    modele: abreger(modele, faits),
    semaines: Math.min(semaines, SEMAINES_EN_COURS),
  }));
}

export interface Tirages {
  graine: string;
  /** Ranks of the copies: from the first to the one before the last. */
  de: number;
  a: number;
}

/** The copies of these ranks, drawn one by one: the same seed, rank and day give the same dossier, save its keys. */
function* commander(
  maison: Maison,
  contes: readonly Conte[],
  { graine, de, a }: Tirages,
): Generator<Commande> {
  for (let rang = de; rang < a; rang += 1) {
    const { entier, id } = tirer(maison.hasher.sha256, graine, rang);
    const { modele, semaines } = contes[rang % contes.length]!;
    const nom = NOMS[entier(1, NOMS.length - 1)]!;
    const second = NOMS[entier(2, NOMS.length - 1)]!;
    yield {
      modele,
      semaines: entier(3, semaines),
      prenom: PRENOMS[entier(0, PRENOMS.length - 1)]!,
      nom: nom === second ? nom : `${nom}-${second}`,
      numero: rang,
      id,
    };
  }
}

/** Writes the copies of these ranks into an organisation; `avancer` gets how many are there. Signs nothing. */
export async function multiplier(
  maison: Maison,
  organismeId: string,
  contes: readonly Conte[],
  tirages: Tirages,
  au: Jour,
  avancer: (faits: number) => void = () => undefined,
): Promise<void> {
  await recopier(maison, organismeId, commander(maison, contes, tirages), au, avancer);
}
