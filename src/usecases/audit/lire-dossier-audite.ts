import type { DocumentImprimable } from "../../documents/moteur/document-imprimable.ts";
import { type AuditLu, lireEchantillon } from "../../store/acces/audits.ts";
import { type Tx, transaction } from "../../store/connexion.ts";
import { lirePiece, listerPieces } from "../../store/dossier/pieces.ts";
import { estUuid } from "../../values/uuid.ts";
import { NATURE_CONTROLE } from "../controle/preparations.ts";
import { chargerDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import type { Maison } from "../maison.ts";
import { PAPIERS } from "../papiers/catalogue.ts";
import { donnerPapier } from "../sceau/donner-papier.ts";
import { auditsOuverts, LECTURES, type Lecteur, noterCeQuIlLit } from "./lire-audit.ts";

/** One dossier of a sample, without its contents. `controle` is the control file that was prepared last. */
export interface DossierAudite {
  audit: AuditLu;
  dossier: DossierCharge;
  controle: { id: string; creeLe: string; taille: number } | null;
}

/** Which dossier, in which audit. */
export interface CeQuOnLit {
  auditId: string;
  reference: string;
}

/** A dossier that was drawn in an audit open for this reader; undefined for any other. */
async function trouver(
  maison: Maison,
  tx: Tx,
  lecteur: Lecteur,
  { auditId, reference }: CeQuOnLit,
): Promise<{ audit: AuditLu; dossier: DossierCharge } | undefined> {
  if (!estUuid(auditId)) return undefined;
  const audit = (await auditsOuverts(maison, tx, lecteur)).find((a) => a.id === auditId);
  if (audit === undefined) return undefined;
  if (!(await lireEchantillon(tx, auditId)).some((d) => d.reference === reference)) return undefined;
  const dossier = await chargerDossier(tx, reference);
  return dossier === undefined ? undefined : { audit, dossier };
}

const dernierControle = async (tx: Tx, dossierId: string) =>
  (await listerPieces(tx, dossierId)).findLast((p) => p.nature === NATURE_CONTROLE);

/** The facts of one drawn dossier; no content of it is opened. The reading is noted before anything is shown. */
export async function lireDossierAudite(
  maison: Maison,
  lecteur: Lecteur,
  cible: CeQuOnLit,
): Promise<DossierAudite | undefined> {
  return await transaction(maison.base, lecteur, async (tx) => {
    const vu = await trouver(maison, tx, lecteur, cible);
    if (vu === undefined) return undefined;
    await noterCeQuIlLit(maison, tx, lecteur, vu.audit.id, LECTURES.dossier, cible.reference);
    const fichier = await dernierControle(tx, vu.dossier.id);
    const controle =
      fichier === undefined ? null : { id: fichier.id, creeLe: fichier.creeLe, taille: fichier.taille };
    return { ...vu, controle: vu.audit.montreNoms ? controle : null };
  });
}

/** The control file that was prepared last, where the organisation shows names: its papers carry them. */
export async function lireControleAudite(
  maison: Maison,
  lecteur: Lecteur,
  cible: CeQuOnLit,
): Promise<{ nom: string; octets: Uint8Array } | undefined> {
  return await transaction(maison.base, lecteur, async (tx) => {
    const vu = await trouver(maison, tx, lecteur, cible);
    if (vu === undefined || !vu.audit.montreNoms) return undefined;
    const fichier = await dernierControle(tx, vu.dossier.id);
    if (fichier === undefined) return undefined;
    await noterCeQuIlLit(maison, tx, lecteur, vu.audit.id, LECTURES.controle, cible.reference);
    const piece = await lirePiece(tx, vu.dossier.id, fichier.id);
    return piece === undefined ? undefined : { nom: piece.nom, octets: piece.octets };
  });
}

/** One proof paper of a drawn dossier, where the organisation shows names. */
export async function lirePapierAudite(
  maison: Maison,
  imprimer: (document: DocumentImprimable) => Promise<Uint8Array>,
  lecteur: Lecteur,
  { papier: nom, ...cible }: CeQuOnLit & { papier: string },
): Promise<{ octets: Uint8Array } | { manque: string } | undefined> {
  const papier = PAPIERS.find((p) => p.auControle && p.nom === nom);
  if (papier === undefined) return undefined;
  const permis = await transaction(maison.base, lecteur, async (tx) => {
    const vu = await trouver(maison, tx, lecteur, cible);
    if (vu === undefined || !vu.audit.montreNoms) return false;
    await noterCeQuIlLit(maison, tx, lecteur, vu.audit.id, `Le papier « ${papier.titre} »`, cible.reference);
    return true;
  });
  if (!permis) return undefined;
  return await donnerPapier({ maison, auteur: lecteur, imprimer }, cible.reference, nom);
}
