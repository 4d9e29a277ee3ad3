import { sBeneficiaire } from "../../dossier/organisme.ts";
import { formatBase64 } from "../../evidence/base64.ts";
import type { Beneficiaire } from "../../law/etat.ts";
import { type Tx, transaction, transactionDeLecture } from "../../store/connexion.ts";
import { lireContenus } from "../../store/dossier/contenus.ts";
import { lireDossier } from "../../store/dossier/dossiers.ts";
import { premiersDossiers } from "../../store/dossier/premiers-dossiers.ts";
import type { Instant } from "../../values/instant.ts";
import type { Jour } from "../../values/jour.ts";
import { ouvrir } from "../../vault/contenu.ts";
import { cleDuDossier } from "../dossier/charger-dossier.ts";
import { type Identite, sIdentite } from "../dossier/identite.ts";
import { signerMaintenant } from "../journal/signer-journal.ts";
import type { Maison } from "../maison.ts";

/** A fact as its text says it, without its dossier and its rank. */
export interface FaitDeModele {
  id: string;
  type: string;
  date: Jour;
  consigne: Instant;
  auteur: { role: string; utilisateur: string };
  donnees?: unknown;
}

/** A content of the model, opened: each copy seals it under its own key. */
export interface ContenuDeModele {
  id: string;
  version: number;
  nature: string;
  /** The commitment that facts name, in base 64. */
  engagement: string;
  clair: Uint8Array;
}

/** A dossier that was told through its acts, as copies are made from it. */
export interface Modele {
  identite: Identite;
  beneficiaire: Beneficiaire;
  conseiller: string;
  faits: readonly FaitDeModele[];
  contenus: readonly ContenuDeModele[];
}

/** The dossiers that came first into the log of an organisation, read whole, contents opened. */
export async function lirePremiersModeles(
  maison: Maison,
  organismeId: string,
  combien: number,
): Promise<Modele[]> {
  await transaction(maison.base, organismeId, (tx) => signerMaintenant(maison, tx));
  return await transactionDeLecture(maison.base, organismeId, async (tx) => {
    const modeles: Modele[] = [];
    for (const { reference, conseiller } of await premiersDossiers(tx, combien))
      modeles.push(await lireModele(maison, tx, reference, conseiller));
    return modeles;
  });
}

/** `conseiller` is the one whose dossier it is when no fact says so. */
async function lireModele(maison: Maison, tx: Tx, reference: string, conseiller: string): Promise<Modele> {
  const lu = await lireDossier(tx, { reference });
  if (lu === undefined) throw new Error(`no dossier ${reference} in this organisation`);
  return {
    identite: sIdentite.parse(lu.beneficiaire),
    beneficiaire: sBeneficiaire.parse(lu.beneficiaire),
    conseiller,
    faits: lu.faits.map((f) => lireFait(f.texte)),
    contenus: await lireSesContenus(maison, tx, lu.id),
  };
}

/** Nothing of a dossier whose contents were destroyed: it has no content key either. */
async function lireSesContenus(maison: Maison, tx: Tx, dossierId: string): Promise<Modele["contenus"]> {
  const lus = await lireContenus(tx, dossierId);
  if (lus.length === 0) return [];
  const cle = await cleDuDossier(maison, tx, dossierId, "contenu");
  return lus.map(({ id, version, nature, scelle, engagement }) => ({
    id,
    version,
    nature,
    engagement: formatBase64(engagement),
    clair: ouvrir(cle, { organismeId: tx.organismeId, dossierId, contenuId: id, version }, scelle),
  }));
}

function lireFait(texte: string): FaitDeModele {
  const {
    dossierId: _dossier,
    n: _rang,
    ...fait
  } = JSON.parse(texte) as FaitDeModele & {
    dossierId: string;
    n: number;
  };
  return fait;
}

/** The same dossier at an earlier moment: its first `combien` facts, and the contents that they name. */
export function abreger(modele: Modele, combien: number): Modele {
  const faits = modele.faits.slice(0, combien);
  const dit = JSON.stringify(faits);
  return { ...modele, faits, contenus: modele.contenus.filter((c) => dit.includes(c.id)) };
}
