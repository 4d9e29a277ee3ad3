import { documentsQuiRestent } from "../../dossier/destructions.ts";
import { resultatsJoints } from "../../dossier/faits/conclusion.ts";
import { type Tx, transaction } from "../../store/connexion.ts";
import { lireContenu } from "../../store/dossier/contenus.ts";
import type { Jour } from "../../values/jour.ts";
import { ouvrir } from "../../vault/contenu.ts";
import { noterSaLecture } from "../acces/lectures-de-contenu.ts";
import { chargerDossier, cleDuDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import { estSonConseiller } from "../dossier/son-conseiller.ts";
import { type Format, TYPES_MEDIA } from "../fichiers/format.ts";
import type { Auteur, Maison } from "../maison.ts";
import { faitsDe } from "../papiers/faits.ts";

/** A file of results that the dossier names: `n` is the number of its proof. */
export interface FichierDeResultats {
  n: number;
  le: Jour;
  intitule: string;
  format: Format;
  contenu: string;
}

/** The files of results of a dossier, in order; what a destruction took is named no more. */
export function fichiersDeResultats(dossier: DossierCharge): FichierDeResultats[] {
  if (!documentsQuiRestent(dossier.etat).has("resultats_detailles")) return [];
  return faitsDe(dossier, resultatsJoints).map(({ n, date, donnees: { intitule, format, fichier } }) => ({
    n,
    le: date,
    intitule,
    format,
    contenu: fichier.id,
  }));
}

/** The bytes of one of them; undefined once it is destroyed. */
export async function ouvrirFichier(
  maison: Maison,
  tx: Tx,
  dossier: DossierCharge,
  { contenu }: Pick<FichierDeResultats, "contenu">,
): Promise<Uint8Array | undefined> {
  const lu = await lireContenu(tx, dossier.id, contenu);
  if (lu === undefined) return undefined;
  const cle = await cleDuDossier(maison, tx, dossier.id, "contenu");
  const { version, scelle } = lu;
  const lieu = { organismeId: tx.organismeId, dossierId: dossier.id, contenuId: contenu, version };
  return new Uint8Array(ouvrir(cle, lieu, scelle));
}

/**
 * One file of results as it was joined, for the person and her counsellor alone (L6313-4): undefined for anybody else,
 * for a number that is no such fact, and after its destruction.
 */
export async function lireFichier(
  maison: Maison,
  auteur: Auteur,
  reference: string,
  n: number,
): Promise<{ octets: Uint8Array; nom: string; typeMedia: string } | undefined> {
  return await transaction(maison.base, auteur, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined) return undefined;
    if (auteur.role !== "beneficiaire" && !estSonConseiller(dossier, auteur)) return undefined;
    const fichier = fichiersDeResultats(dossier).find((f) => f.n === n);
    const octets = fichier === undefined ? undefined : await ouvrirFichier(maison, tx, dossier, fichier);
    if (fichier === undefined || octets === undefined) return undefined;
    await noterSaLecture(maison, tx, auteur, dossier, "Résultats détaillés");
    const { format } = fichier;
    return { octets, nom: `resultats-${n}.${format}`, typeMedia: TYPES_MEDIA[format] };
  });
}
