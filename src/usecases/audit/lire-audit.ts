import type { DocumentImprimable } from "../../documents/moteur/document-imprimable.ts";
import { auditOuvert } from "../../dossier/formulaire-audit.ts";
import { minutesParPhase } from "../../law/heures.ts";
import {
  type AuditLu,
  lireAuditeurs,
  lireEchantillon,
  listerAuditsDe,
  noterLecture,
} from "../../store/acces/audits.ts";
import { type Tx, transaction } from "../../store/connexion.ts";
import { lirePiece, listerPieces } from "../../store/dossier/pieces.ts";
import type { Minutes } from "../../values/duree.ts";
import type { Phase } from "../../values/phase.ts";
import { estUuid } from "../../values/uuid.ts";
import { NATURE_CONTROLE } from "../controle/preparations.ts";
import { chargerDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { PAPIERS } from "../papiers/catalogue.ts";
import { donnerPapier } from "../sceau/donner-papier.ts";

/** Who reads, with the name of his account; the list of readings keeps what the organisation wrote of him. */
export type Lecteur = Auteur & { nom: string };

/** An open audit as its auditor sees it; `nom` is null where the organisation shows no name. */
export interface AuditAuditeur {
  audit: AuditLu;
  echantillon: {
    reference: string;
    nom: string | null;
    debut: string | null;
    faits: number;
    heures: Record<Phase, Minutes>;
  }[];
}

/** One dossier of a sample, without its contents. `controle` is the control file that was prepared last. */
export interface DossierAudite {
  audit: AuditLu;
  dossier: DossierCharge;
  controle: { id: string; creeLe: string; taille: number } | null;
}

/** What he reads, as the list of readings says it. */
export const LECTURES = {
  liste: "La liste de l’échantillon",
  references: "La liste des références du tirage",
  tirage: "Le tirage de l’échantillon",
  dossier: "Les faits du dossier",
  controle: "Le dossier de contrôle",
} as const;

const auditsOuverts = async (maison: Maison, tx: Tx, { utilisateur }: Lecteur) => {
  const au = jourDeParis(maison.horloge());
  return (await listerAuditsDe(tx, utilisateur)).filter((a) => auditOuvert(a, au));
};

/** Writes one line in the list of readings, in the transaction that shows what was read. */
export async function noterCeQuIlLit(
  maison: Maison,
  tx: Tx,
  lecteur: Lecteur,
  auditId: string,
  quoi: string,
  reference: string | null,
) {
  const { utilisateur } = lecteur;
  const lui = (await lireAuditeurs(tx, auditId)).find((a) => a.utilisateurId === utilisateur);
  const nom = lui?.nom ?? lecteur.nom;
  return await noterLecture(tx, { auditId, quand: maison.horloge(), utilisateur, nom, quoi, reference });
}

async function echantillonDe(tx: Tx, audit: AuditLu): Promise<AuditAuditeur["echantillon"]> {
  const lignes: AuditAuditeur["echantillon"] = [];
  for (const { reference, nom, debut, faits } of await lireEchantillon(tx, audit.id)) {
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined) continue;
    const heures = minutesParPhase(dossier.etat);
    lignes.push({ reference, nom: audit.montreNoms ? nom : null, debut, faits, heures });
  }
  return lignes;
}

/** The audits that are open for this auditor today, each with its sample; the reading is noted for each. */
export async function lireMesAudits(maison: Maison, lecteur: Lecteur): Promise<AuditAuditeur[]> {
  return await transaction(maison.base, lecteur, async (tx) => {
    const audits: AuditAuditeur[] = [];
    for (const audit of await auditsOuverts(maison, tx, lecteur)) {
      await noterCeQuIlLit(maison, tx, lecteur, audit.id, LECTURES.liste, null);
      audits.push({ audit, echantillon: await echantillonDe(tx, audit) });
    }
    return audits;
  });
}

/** What the sample was drawn among, so that the auditor draws it again; undefined when the audit is not his or is over. */
export async function lireReferences(
  maison: Maison,
  lecteur: Lecteur,
  auditId: string,
): Promise<readonly string[] | undefined> {
  return await transaction(maison.base, lecteur, async (tx) => {
    const audit = (await auditsOuverts(maison, tx, lecteur)).find((a) => a.id === auditId);
    if (audit === undefined) return undefined;
    await noterCeQuIlLit(maison, tx, lecteur, auditId, LECTURES.references, null);
    return audit.population;
  });
}

/** A dossier that was drawn in an audit open for this reader; undefined for any other. */
async function trouver(
  maison: Maison,
  tx: Tx,
  lecteur: Lecteur,
  { auditId, reference }: { auditId: string; reference: string },
): Promise<{ audit: AuditLu; dossier: DossierCharge } | undefined> {
  if (!estUuid(auditId)) return undefined;
  const audit = (await auditsOuverts(maison, tx, lecteur)).find((a) => a.id === auditId);
  if (audit === undefined) return undefined;
  if (!(await lireEchantillon(tx, auditId)).some((d) => d.reference === reference)) return undefined;
  const dossier = await chargerDossier(tx, reference);
  return dossier === undefined ? undefined : { audit, dossier };
}

export interface CeQuOnLit {
  auditId: string;
  reference: string;
}

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
    const fichier = (await listerPieces(tx, vu.dossier.id)).findLast((p) => p.nature === NATURE_CONTROLE);
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
    const fichier = (await listerPieces(tx, vu.dossier.id)).findLast((p) => p.nature === NATURE_CONTROLE);
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
