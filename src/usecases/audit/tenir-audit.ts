import type { Comptes } from "../../auth/comptes.ts";
import type { Refus } from "../../dossier/acte.ts";
import { auditOuvert } from "../../dossier/formulaire-audit.ts";
import { refus } from "../../dossier/refus.ts";
import {
  type AuditeurLu,
  type AuditLu,
  cloreAudit,
  type LectureLue,
  lireAudit,
  lireAuditeurs,
  lireEchantillon,
  lireLectures,
  listerAudits,
} from "../../store/acces/audits.ts";
import { transaction, transactionDeLecture } from "../../store/connexion.ts";
import { listerPieces } from "../../store/dossier/pieces.ts";
import { deposerMessages } from "../../store/messages/outbox.ts";
import { parseAdresseCourriel } from "../../values/adresse-courriel.ts";
import type { Jour } from "../../values/jour.ts";
import { estUuid } from "../../values/uuid.ts";
import { NATURE_CONTROLE } from "../controle/preparations.ts";
import { chargerOrganisme } from "../dossier/charger-dossier.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";
import { messageALAuditeur } from "./acces-de-l-auditeur.ts";

export type { AuditLu, LectureLue };

/** A dossier of a sample: `controle` is true once a control file of it was prepared. */
export interface DossierTire {
  id: string;
  reference: string;
  nom: string;
  debut: string | null;
  faits: number;
  controle: boolean;
}

/** An audit as the organisation sees it. */
export interface AuditConsulte {
  audit: AuditLu;
  ouvert: boolean;
  echantillon: DossierTire[];
  auditeurs: AuditeurLu[];
  lectures: LectureLue[];
}

export type GesteDAudit = { issue: "fait" } | { issue: "refus"; refus: Refus[] } | { issue: "inconnu" };

const FERME = refus(undefined, "Cet audit est fermé : il n’ouvre plus rien.");

/** Every audit of the organisation, the newest first, each open or not today. */
export async function listerLesAudits(
  maison: Maison,
  auteur: Auteur,
): Promise<(AuditLu & { ouvert: boolean })[]> {
  const au = jourDeParis(maison.horloge());
  const audits = await transactionDeLecture(maison.base, auteur, listerAudits);
  return audits.map((a) => ({ ...a, ouvert: auditOuvert(a, au) }));
}

/** One audit with its sample, its auditors and what they read; `lectures` at most when given, the last ones. */
export async function consulterAudit(
  maison: Maison,
  auteur: Auteur,
  id: string,
  lectures?: number,
): Promise<AuditConsulte | undefined> {
  if (!estUuid(id)) return undefined;
  return await transactionDeLecture(maison.base, auteur, async (tx) => {
    const audit = await lireAudit(tx, id);
    if (audit === undefined) return undefined;
    const echantillon: DossierTire[] = [];
    for (const d of await lireEchantillon(tx, id)) {
      const controle = (await listerPieces(tx, d.id)).some((p) => p.nature === NATURE_CONTROLE);
      echantillon.push({ ...d, controle });
    }
    return {
      audit,
      ouvert: auditOuvert(audit, jourDeParis(maison.horloge())),
      echantillon,
      auditeurs: await lireAuditeurs(tx, id),
      lectures: await lireLectures(tx, id, lectures),
    };
  });
}

/** Ends an audit: the very next page that an auditor asks is refused. */
export function fermerAudit(maison: Maison, auteur: Auteur, id: string): Promise<GesteDAudit> {
  if (!estUuid(id)) return Promise.resolve({ issue: "inconnu" });
  return transaction(maison.base, auteur, async (tx): Promise<GesteDAudit> => {
    if ((await lireAudit(tx, id)) === undefined) return { issue: "inconnu" };
    const clos = await cloreAudit(tx, id, maison.horloge());
    return clos ? { issue: "fait" } : { issue: "refus", refus: [FERME] };
  });
}

/** Sends one auditor another link: the one before was used on another device, or is too old. */
export async function renvoyerLienAuditeur(
  maison: Maison,
  comptes: Comptes,
  auteur: Auteur,
  { audit: id, auditeur, cle }: { audit: string; auditeur: string; cle: string },
): Promise<GesteDAudit> {
  if (!estUuid(id)) return { issue: "inconnu" };
  const au = jourDeParis(maison.horloge());
  const vu = await transactionDeLecture(maison.base, auteur, async (tx) => {
    const audit = await lireAudit(tx, id);
    const lui = (await lireAuditeurs(tx, id)).find((a) => a.utilisateurId === auditeur);
    return audit === undefined || lui === undefined
      ? undefined
      : { audit, lui, organisme: (await chargerOrganisme(tx)).raisonSociale };
  });
  const adresse = parseAdresseCourriel(vu?.lui.courriel ?? "");
  if (vu === undefined || adresse === null) return { issue: "inconnu" };
  if (!auditOuvert(vu.audit, au)) return { issue: "refus", refus: [FERME] };
  const porte = {
    organismeId: auteur.organismeId,
    organisme: vu.organisme,
    finLe: vu.audit.finLe as Jour,
  };
  const message = await messageALAuditeur(maison, comptes, porte, { utilisateurId: auditeur, adresse });
  return await uneSeuleFois<GesteDAudit>(
    maison,
    auteur,
    [cle, "renvoyerLienAuditeur", id, auditeur],
    async (tx) => {
      const audit = await lireAudit(tx, id);
      if (audit === undefined || !auditOuvert(audit, au)) {
        return abandonner({ issue: "refus", refus: [FERME] } satisfies GesteDAudit);
      }
      await deposerMessages(tx, [message]);
      return { issue: "fait" };
    },
  );
}
