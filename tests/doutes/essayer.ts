import {
  type Atelier,
  fonderInstallation,
  type Installation,
  type Ouverte,
  ouvrirLieu,
} from "./installation.ts";
import { INVARIANTS } from "./invariants.ts";
import { deranger, type Point } from "./points.ts";
import type { Sujet, Voie } from "./voies.ts";

/** One way on an installation of its own, with its points as an undisturbed run has them. */
export interface Essai {
  voie: Voie;
  ou: Installation;
  points: readonly Point[];
}

export async function preparerEssai(atelier: Atelier, voie: Voie): Promise<Essai> {
  const fondee = await fonderInstallation(atelier);
  const ou = { ...fondee, maintenant: (voie.maintenant ?? fondee.maintenant) as Installation["maintenant"] };
  const points: Point[] = [];
  await avec(ou, async (ouverte) => {
    // Twice: what is made once for an installation (a key for backups) is no part of the way.
    for (const noter of [false, true]) {
      const sujet = await voie.preparer(ou, ouverte);
      const { pool, autour, retirer } = await deranger(
        ouverte.maison.base.pool,
        (p) => noter && points.push(p),
      );
      try {
        const maison = { ...ouverte.maison, base: { ...ouverte.maison.base, pool } };
        await voie.agir(ou, { ...ouverte, maison }, sujet, autour);
      } finally {
        retirer();
      }
      await exiger(voie, "left to itself", 1, await voie.effet(ou, ouverte, sujet));
    }
  });
  if (points.length === 0) throw new Error(`${voie.nom}: no point was seen`);
  return { voie, ou, points };
}

export async function avec<T>(ou: Installation, fn: (ouverte: Ouverte) => Promise<T>): Promise<T> {
  const ouverte = await ouvrirLieu(ou);
  try {
    return await fn(ouverte);
  } finally {
    await ouverte.fermer();
  }
}

/** After a cut: all of it or nothing is there; done again, it is there once. Gives the faults, told with their place. */
export async function controler(
  { voie, ou }: Essai,
  ouverte: Ouverte,
  sujet: Sujet,
  ouCoupee: string,
  acquis = false,
): Promise<string[]> {
  const fautes: string[] = [];
  const noter = (quoi: unknown) => fautes.push(`${voie.nom}, ${ouCoupee} : ${quoi}`);
  try {
    const apres = await voie.effet(ou, ouverte, sujet);
    if (apres !== 0 && apres !== 1) noter(`there ${apres} times`);
    if (acquis && apres !== 1) noter("what was acknowledged is lost");
    await attendreLesVerrous(ouverte);
    await voie.agir(ou, ouverte, sujet, (_, fn) => fn());
    const fin = await voie.effet(ou, ouverte, sujet);
    if (!(voie.fin ?? [1]).includes(fin)) noter(`there ${fin} times once done again`);
    if (fin < apres) noter("doing it again took it away");
  } catch (erreur) {
    noter(erreur);
  }
  return fautes;
}

/** Every invariant of the installation. */
export async function controlerInvariants(
  ou: Installation,
  ouverte: Ouverte,
  ouCoupee: string,
): Promise<string[]> {
  const fautes: string[] = [];
  for (const { nom, fautes: chercher } of INVARIANTS) {
    try {
      for (const faute of await chercher(ou, ouverte)) fautes.push(`${ouCoupee} : ${nom} : ${faute}`);
    } catch (erreur) {
      fautes.push(`${ouCoupee} : ${nom} : ${erreur}`);
    }
  }
  return fautes;
}

async function exiger(voie: Voie, quand: string, attendu: number, vu: number): Promise<void> {
  if (vu !== attendu) throw new Error(`${voie.nom}, ${quand}: there ${vu} times`);
}

/** Settles when the server has noticed the line that was cut, and let go of the lock that it held. */
async function attendreLesVerrous({ maison }: Ouverte): Promise<void> {
  const tenus = `select 1 from pg_locks where locktype = 'advisory' and granted
    and database = (select oid from pg_database where datname = current_database())`;
  while ((await maison.base.pool.query(tenus)).rowCount !== 0);
}
