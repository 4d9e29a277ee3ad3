import type { Comptes } from "../../auth/comptes.ts";
import { finsDuDossier } from "../../dossier/durees/fins.ts";
import { type Annonce, aAnnoncer, aFaire, type Prevision, prevoir } from "../../dossier/durees/prevoir.ts";
import { type ChoixDeDuree, DUREES } from "../../dossier/durees/table.ts";
import type { FaitNouveau } from "../../dossier/fait.ts";
import { contenusConservesDetruits, contenusDetruits } from "../../dossier/faits/fin.ts";
import { accordsEchus } from "../../law/calcul/conservation-contenus.ts";
import { type Tx, transaction } from "../../store/connexion.ts";
import { ecrireAnnonce, retirerAnnonces } from "../../store/dossier/annonces.ts";
import { destructionAttend } from "../../store/dossier/effacements.ts";
import { ajouterJours, type Jour } from "../../values/jour.ts";
import { automate } from "../destruction/effectives.ts";
import { chargerDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import { ecrireFaits } from "../dossier/ecrire-faits.ts";
import type { Maison } from "../maison.ts";
import { estAbandon } from "../une-seule-fois.ts";
import { annoncesDuDossier } from "./annonces-et-choix.ts";
import { effacerPreuves } from "./effacer-preuves.ts";
import { offrirSaCopie } from "./offrir-sa-copie.ts";

/** What one look at a dossier did: ends newly announced, facts written, and whether its proofs went. */
export interface Tenue {
  annonces: number;
  faits: number;
  effaces: number;
}

export const RIEN: Tenue = { annonces: 0, faits: 0, effaces: 0 };

/** What both did together. */
export const ensemble = (a: Tenue, b: Tenue): Tenue => ({
  annonces: a.annonces + b.annonces,
  faits: a.faits + b.faits,
  effaces: a.effaces + b.effaces,
});

interface Regard {
  organismeId: string;
  reference: string;
  choix: ChoixDeDuree;
  au: Jour;
}

/** As many ends as one dossier can come to on one day. */
const FINS_D_UN_JOUR = 3;

/**
 * Announces what comes to its end in one dossier and carries out what was announced for long enough, one transaction an
 * effect. Whoever writes in the dossier at the same moment goes first: it is looked at again at the next turn.
 */
export async function tenirUnDossier(maison: Maison, comptes: Comptes, regard: Regard): Promise<Tenue> {
  let total = RIEN;
  for (let i = 0; i < FINS_D_UN_JOUR; i += 1) {
    const fait = await unRegard(maison, regard);
    for (const cle of fait.copies) await offrirSaCopie(maison, comptes, { ...regard, cle });
    total = ensemble(total, fait);
    if (fait.faits === 0 || fait.effaces > 0) break;
  }
  return total;
}

/** `copies`: one key for each destruction before which the person is to be offered her copy. */
async function unRegard(
  maison: Maison,
  { organismeId, reference, choix, au }: Regard,
): Promise<Tenue & { copies: string[] }> {
  const rien = { ...RIEN, copies: [] };
  try {
    return await transaction(maison.base, organismeId, async (tx) => {
      const dossier = await chargerDossier(tx, reference);
      if (dossier === undefined) return rien;
      const annonces = await annoncesDuDossier(tx, dossier.id);
      const prevus = prevoir(finsDuDossier(dossier.etat, dossier.faits, choix), annonces, au);
      const nouvelles = await annoncer(tx, dossier.id, prevus, annonces, au);
      const du = prevus.find((e) => aFaire(e, au));
      const fait = du === undefined ? rien : await faire(maison, tx, dossier, du, au);
      return { ...fait, annonces: nouvelles, copies: copiesAOffrir(dossier.id, prevus, au) };
    });
  } catch (erreur) {
    if (estAbandon(erreur)) return rien;
    throw erreur;
  }
}

/** Days before a destruction on which the person is offered her copy; as long as its announcement at the least. */
const PREAVIS = DUREES.contenus.annonce;

function copiesAOffrir(dossierId: string, prevus: readonly Prevision[], au: Jour): string[] {
  return prevus
    .filter(({ classe }) => classe === "contenus" || classe === "contenus_gardes")
    .filter((e) => e.parLaMachine && e.le > au && e.le <= ajouterJours(au, PREAVIS))
    .map(({ classe, du }) => `copie-avant-destruction/${dossierId}/${classe}/${du}`);
}

async function annoncer(
  tx: Tx,
  dossierId: string,
  prevus: readonly Prevision[],
  annonces: readonly Annonce[],
  au: Jour,
): Promise<number> {
  const perimees = annonces.filter((a) => !prevus.some((e) => e.classe === a.classe && e.du === a.du));
  await retirerAnnonces(
    tx,
    dossierId,
    perimees.map((a) => a.classe),
  );
  const nouvelles = prevus.filter((e) => aAnnoncer(e, au));
  for (const { classe, du } of nouvelles) await ecrireAnnonce(tx, dossierId, { classe, du, annonceeLe: au });
  return nouvelles.length;
}

async function faire(
  maison: Maison,
  tx: Tx,
  dossier: DossierCharge,
  { classe }: Prevision,
  au: Jour,
): Promise<Tenue> {
  const { destruction } = dossier.etat;
  const ecrire = async (fait: FaitNouveau): Promise<Tenue> => {
    const auteur = automate(tx.organismeId, dossier.etat.entretien?.intervenant);
    await ecrireFaits(maison, tx, auteur, dossier, [fait]);
    return { ...RIEN, faits: 1 };
  };
  switch (classe) {
    case "contenus":
      return await ecrire(contenusDetruits.nouveau(au, { documents: 0 }));
    case "contenus_gardes": {
      // What no agreement keeps goes first, on its own day.
      if (destruction === null) return RIEN;
      const accords = accordsEchus(dossier.etat, au).map((c) => c.fait);
      return await ecrire(contenusConservesDetruits.nouveau(au, { accords }));
    }
    case "factures":
      return RIEN;
    default: {
      // The key of the contents goes before the fact that tells why.
      if (destruction === null || destruction.ecritDepuis !== null) {
        return await ecrire(contenusDetruits.nouveau(au, { documents: 0 }));
      }
      if (await destructionAttend(tx, dossier.id)) return RIEN;
      await effacerPreuves(maison, tx, dossier, classe, au);
      return { ...RIEN, faits: 1, effaces: 1 };
    }
  }
}
