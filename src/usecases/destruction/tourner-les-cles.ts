import { siSeul, transaction } from "../../store/connexion.ts";
import {
  clesDeLaClasse,
  clesSousExternes,
  reecrireCles,
  sansEnveloppeEnCours,
} from "../../store/dossier/enveloppes.ts";
import { VERROUS } from "../../store/verrous.ts";
import type { Instant } from "../../values/instant.ts";
import { CLASSES, type Classe, envelopperAnouveau } from "../../vault/cles-dossier.ts";
import type { CleVivante } from "../../vault/cles-vivantes.ts";
import type { DestructionAInscrire } from "../../vault/registre-destructions.ts";
import { tournerLesAutres } from "../cles/tourner-les-autres.ts";
import type { Maison } from "../maison.ts";
import { organismes } from "../organisme/les-organismes.ts";
import { destructionsDePartout, ecrireLesEffectives } from "./effectives.ts";

const LOT = 500;
const AVANT_TOUS = "00000000-0000-0000-0000-000000000000";

/** What one turn did: keys wrapped anew, outer keys destroyed, destructions that are now effective. */
export interface TourDesCles {
  enveloppees: number;
  detruites: number;
  effectives: number;
}

/**
 * Makes the destructions that wait effective: the living keys are wrapped under a new outer key, then the old ones are
 * destroyed, and with them every copy of what they wrapped. Safe to interrupt at any step and to run again; undefined
 * when another process is at it.
 */
export async function rendreLesDestructionsEffectives(maison: Maison): Promise<TourDesCles | undefined> {
  return await siSeul(maison.base, VERROUS.trousseau, async () => {
    let tour = { enveloppees: 0, detruites: 0 };
    const attente = await destructionsDePartout(maison);
    // Interrupted after its outer key was destroyed, a destruction only waits to be written down.
    if (attente.some((d) => !maison.trousseau.estDetruite(d.cleExterne))) {
      tour = await tournerLesCles(maison, "contenu");
    }
    return { ...tour, effectives: await ecrireLesEffectives(maison) };
  });
}

/**
 * Turns the outer keys outside of a destruction: every living key of both classes of dossiers is wrapped under a new one,
 * and the old ones are destroyed; those of seals, messages and backups turn with them. What waited to be destroyed is so
 * at the same time. Safe to interrupt at any step and to run again: a turn that was begun is ended, and no second one is
 * made. undefined when another process is at it.
 */
export async function tournerEnveloppes(maison: Maison): Promise<TourDesCles | undefined> {
  return await siSeul(maison.base, VERROUS.trousseau, async () => {
    const tours = [];
    for (const classe of CLASSES) tours.push(await tournerLesCles(maison, classe));
    await tournerLesAutres(maison);
    return {
      enveloppees: tours.reduce((total, t) => total + t.enveloppees, 0),
      detruites: tours.reduce((total, t) => total + t.detruites, 0),
      effectives: await ecrireLesEffectives(maison),
    };
  });
}

/** Wraps the keys of a class under a new outer key and destroys the old ones. The caller holds the lock. */
async function tournerLesCles(
  maison: Maison,
  classe: Classe,
): Promise<Pick<TourDesCles, "enveloppees" | "detruites">> {
  const { trousseau, base } = maison;
  // More than one: a turn was interrupted after it had made the new one, and goes on from there.
  if (trousseau.externesDe(classe).length < 2) await trousseau.ajouterExterne(classe);
  const anciennes = trousseau.externesDe(classe).slice(0, -1);
  await sansEnveloppeEnCours(base, async () => undefined);
  const tous = await organismes(maison);
  let enveloppees = 0;
  for (const organismeId of tous) enveloppees += await envelopperLOrganisme(maison, organismeId, anciennes);
  await trousseau.garderClesVivantes(clesVivantes(maison, tous));
  // What is asked while the old keys still wrap enters the register with them, so nothing may be asked meanwhile.
  await sansEnveloppeEnCours(base, async () => {
    const le = maison.horloge();
    await trousseau.detruireExternes(anciennes, le, await aInscrire(maison, anciennes, le));
  });
  return { enveloppees, detruites: anciennes.length };
}

/** What the destruction of these outer keys makes effective, as the register says it. */
async function aInscrire(
  maison: Maison,
  externes: readonly string[],
  effectiveLe: Instant,
): Promise<DestructionAInscrire[]> {
  const concernees = (await destructionsDePartout(maison)).filter((d) => externes.includes(d.cleExterne));
  return concernees.map(({ organismeId, dossierId, n, texteDuFait }) => {
    const { type, date, donnees = {} } = JSON.parse(texteDuFait);
    return {
      organisme: organismeId,
      dossier: dossierId,
      rang: n,
      fait: { type, date, donnees },
      effectiveLe,
    };
  });
}

/** The wrapped keys of both classes: a database put back from before a turn needs them all. */
async function* clesVivantes(maison: Maison, tous: readonly string[]): AsyncGenerator<CleVivante[]> {
  for (const organismeId of tous) {
    for (const classe of CLASSES) yield* clesDUneClasse(maison, organismeId, classe);
  }
}

async function* clesDUneClasse(
  maison: Maison,
  organismeId: string,
  classe: Classe,
): AsyncGenerator<CleVivante[]> {
  for (let apres = AVANT_TOUS; ; ) {
    const depuis = apres;
    const lues = await transaction(maison.base, organismeId, (tx) => clesDeLaClasse(tx, classe, depuis, LOT));
    if (lues.length === 0) return;
    yield lues.map((c) => ({ ...c, organismeId, enveloppe: Buffer.from(c.enveloppe) }));
    apres = lues.at(-1)!.dossierId;
  }
}

async function envelopperLOrganisme(
  maison: Maison,
  organismeId: string,
  anciennes: readonly string[],
): Promise<number> {
  let total = 0;
  for (let apres: string | undefined = AVANT_TOUS; apres !== undefined; ) {
    const depuis: string = apres;
    apres = await transaction(maison.base, organismeId, async (tx) => {
      const lues = await clesSousExternes(tx, anciennes, depuis, LOT);
      if (lues.length === 0) return undefined;
      const nouvelles = await Promise.all(
        lues.map(async (cle) => ({
          dossierId: cle.dossierId,
          ...(await envelopperAnouveau(maison.trousseau, organismeId, cle.dossierId, {
            ...cle,
            enveloppe: Buffer.from(cle.enveloppe),
          })),
        })),
      );
      await reecrireCles(tx, nouvelles);
      total += lues.length;
      return lues.at(-1)!.dossierId;
    });
  }
  return total;
}
