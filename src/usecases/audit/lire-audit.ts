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
import type { Minutes } from "../../values/duree.ts";
import type { Phase } from "../../values/phase.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";

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

/** What he reads, as the list of readings says it. */
export const LECTURES = {
  liste: "La liste de l’échantillon",
  references: "La liste des références du tirage",
  tirage: "Le tirage de l’échantillon",
  dossier: "Les faits du dossier",
  controle: "Le dossier de contrôle",
} as const;

/** The audits that were given to this reader and are open today. */
export const auditsOuverts = async (maison: Maison, tx: Tx, { utilisateur }: Lecteur) => {
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
