import { abregerContes, type Conte, lireContes, multiplier } from "../src/demonstration/en-nombre.ts";
import { raconterToutes } from "../src/demonstration/raconter.ts";
import type { Base } from "../src/store/connexion.ts";
import { jourDeParis } from "../src/usecases/heure-de-paris.ts";
import type { Maison } from "../src/usecases/maison.ts";

/** One copy in ten is a whole story; the others stand where their dossier was after six facts (decision 0110). */
const ENTIERS = 10;
const FAITS_DES_AUTRES = 6;
const GRAINE = "mesure";
const RACONTES = 12;

/** Tells the stories of the demonstration, then adds copies as `--dossiers` does until there are `nombre`; gives what was copied. */
export async function peupler(maison: Maison, organismeId: string, nombre: number): Promise<Conte[]> {
  const au = jourDeParis(maison.horloge());
  await raconterToutes(maison, organismeId, au);
  const entiers = await lireContes(maison, organismeId, au);
  const abreges = abregerContes(entiers, FAITS_DES_AUTRES);
  const contes = Array.from({ length: ENTIERS }, (_, i) => (i === 0 ? entiers : abreges)).flat();
  await multiplier(maison, organismeId, contes, { graine: GRAINE, de: RACONTES, a: nombre }, au);
  return contes;
}

/** The same copies in another organisation, where nothing was told. */
export async function peuplerAussi(
  maison: Maison,
  organismeId: string,
  contes: readonly Conte[],
  nombre: number,
): Promise<void> {
  const au = jourDeParis(maison.horloge());
  await multiplier(maison, organismeId, contes, { graine: GRAINE, de: 0, a: nombre }, au);
}

/** What autovacuum would have done by the time anybody reads such tables. */
export async function entretenir(base: Base): Promise<void> {
  await base.pool.query("vacuum analyze");
}
