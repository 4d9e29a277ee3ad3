import { clesDetruites } from "../../dossier/faits/fin.ts";
import { siSeul, transaction } from "../../store/connexion.ts";
import {
  attendreLesEnveloppes,
  clesSousExternes,
  destructionsEnAttente,
  organismesADetruire,
  reecrireCles,
  rendreEffective,
} from "../../store/dossier/destructions.ts";
import { type Classe, envelopperAnouveau } from "../../vault/cles-dossier.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import { ecrireFaits } from "../dossier/ecrire-faits.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import { organismes } from "../listes/inventaire.ts";
import type { Maison } from "../maison.ts";

/** Number of the lock of whoever changes the outer keys: one process at a time. */
const VERROU_TROUSSEAU = 7_302;
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
  return await siSeul(maison.base, VERROU_TROUSSEAU, async () => {
    const enAttente = await organismesADetruire(maison.base);
    if (enAttente.length === 0) return { enveloppees: 0, detruites: 0, effectives: 0 };
    const tour = await tournerLesCles(maison, "contenu");
    return { ...tour, effectives: await ecrireLesEffectives(maison, enAttente) };
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
  await attendreLesEnveloppes(base);
  let enveloppees = 0;
  for (const organismeId of await organismes(maison)) {
    enveloppees += await envelopperLOrganisme(maison, organismeId, anciennes);
  }
  await trousseau.detruireExternes(anciennes, maison.horloge());
  return { enveloppees, detruites: anciennes.length };
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
      const nouvelles = lues.map((cle) => ({
        dossierId: cle.dossierId,
        ...envelopperAnouveau(maison.trousseau, organismeId, cle.dossierId, {
          ...cle,
          enveloppe: Buffer.from(cle.enveloppe),
        }),
      }));
      await reecrireCles(tx, nouvelles);
      total += lues.length;
      return lues.at(-1)!.dossierId;
    });
  }
  return total;
}

/** Writes down that the destructions whose outer key is gone are effective: a fact in each dossier. */
async function ecrireLesEffectives(maison: Maison, organismesConcernes: readonly string[]): Promise<number> {
  let total = 0;
  for (const organismeId of organismesConcernes) {
    const attente = await transaction(maison.base, organismeId, destructionsEnAttente);
    for (const d of attente) {
      if (!maison.trousseau.estDetruite(d.cleExterne)) continue;
      await ecrireUneEffective(maison, organismeId, d);
      total += 1;
    }
  }
  return total;
}

async function ecrireUneEffective(
  maison: Maison,
  organismeId: string,
  { dossierId, reference, n }: { dossierId: string; reference: string; n: number },
): Promise<void> {
  const maintenant = maison.horloge();
  await transaction(maison.base, organismeId, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined) throw new Error(`dossier ${dossierId} is gone`);
    const intervenant = dossier.etat.entretien?.intervenant ?? "";
    await ecrireFaits(
      maison,
      tx,
      { organismeId, utilisateur: "probant", role: "probant", intervenant },
      dossier,
      [clesDetruites.nouveau(jourDeParis(maintenant), {})],
    );
    await rendreEffective(tx, { dossierId, n }, maintenant);
  });
}
