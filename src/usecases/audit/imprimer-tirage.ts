import type { DocumentImprimable } from "../../documents/moteur/document-imprimable.ts";
import { composerTirage } from "../../documents/tirage/donnees.ts";
import { auditOuvert } from "../../dossier/formulaire-audit.ts";
import { listeDesReferences, recetteDuTirage, regleDePopulation } from "../../dossier/refaire-le-tirage.ts";
import { hex } from "../../evidence/bytes.ts";
import { tirer } from "../../evidence/tirage.ts";
import type { Organisme } from "../../law/etat.ts";
import { type AuditLu, lireAudit, listerAuditsDe } from "../../store/acces/audits.ts";
import { type Tx, transaction } from "../../store/connexion.ts";
import type { Instant } from "../../values/instant.ts";
import type { Jour } from "../../values/jour.ts";
import { estUuid } from "../../values/uuid.ts";
import { chargerOrganisme } from "../dossier/charger-dossier.ts";
import { heureDeParis, jourDeParis } from "../heure-de-paris.ts";
import { ligneDeTemoin } from "../journal/inscription.ts";
import { signerMaintenant } from "../journal/signer-journal.ts";
import type { Auteur, Maison } from "../maison.ts";
import { organismeDuPapier } from "../papiers/cadre.ts";
import { scellerPourLOrganisme } from "../sceau/sceller-pour-l-organisme.ts";
import { LECTURES, type Lecteur, noterCeQuIlLit } from "./lire-audit.ts";

interface Imprimerie {
  maison: Maison;
  imprimer: (document: DocumentImprimable) => Promise<Uint8Array>;
}

function composer(
  { hasher }: Maison,
  audit: AuditLu,
  organisme: Organisme,
  temoin: string,
): DocumentImprimable {
  const { graine, taille, population, creeLe } = audit;
  const periode = { du: audit.du as Jour, au: audit.au as Jour };
  const octets = new TextEncoder().encode(listeDesReferences(population));
  const fait = { jour: jourDeParis(creeLe as Instant), heure: heureDeParis(creeLe as Instant) };
  const composition = composerTirage({
    organisme: organismeDuPapier(organisme),
    reference: `Audit ${audit.id.slice(0, 8)}`,
    etabliLe: fait.jour,
    temoin,
    ...periode,
    regle: regleDePopulation(periode),
    population,
    sha256: hex(hasher.sha256(octets)),
    graine,
    taille,
    tires: tirer(hasher, graine, population, taille),
    recette: recetteDuTirage({ graine, taille }),
    fait,
    par: audit.creePar,
    finLe: audit.finLe as Jour,
    montreNoms: audit.montreNoms,
  });
  if (!composition.ok) throw new Error(composition.refus.join(" "));
  return composition.document;
}

async function donner(
  { maison, imprimer }: Imprimerie,
  auteur: Auteur,
  trouver: (tx: Tx) => Promise<AuditLu | undefined>,
): Promise<Uint8Array | undefined> {
  const vu = await transaction(maison.base, auteur, async (tx) => {
    const audit = await trouver(tx);
    if (audit === undefined) return undefined;
    const organisme = await chargerOrganisme(tx);
    // Whoever takes this paper holds the head of the journal: he is a witness against another history.
    const temoin = ligneDeTemoin(await signerMaintenant(maison, tx));
    return { organisme, document: composer(maison, audit, organisme, temoin) };
  });
  if (vu === undefined) return undefined;
  const pdf = await imprimer(vu.document);
  return (await scellerPourLOrganisme(maison, auteur.organismeId, vu.organisme, pdf)).octets;
}

/** The sealed paper of a draw, for whoever prepared the audit, also once it is over; undefined for an unknown one. */
export function donnerTirage(
  imprimerie: Imprimerie,
  auteur: Auteur,
  auditId: string,
): Promise<Uint8Array | undefined> {
  return donner(imprimerie, auteur, async (tx) =>
    estUuid(auditId) ? await lireAudit(tx, auditId) : undefined,
  );
}

/** The same for an auditor, while his audit is open; the reading is noted. */
export function donnerTirageALAuditeur(
  imprimerie: Imprimerie,
  lecteur: Lecteur,
  auditId: string,
): Promise<Uint8Array | undefined> {
  const { maison } = imprimerie;
  return donner(imprimerie, lecteur, async (tx) => {
    const au = jourDeParis(maison.horloge());
    const siens = await listerAuditsDe(tx, lecteur.utilisateur);
    const audit = siens.find((a) => a.id === auditId && auditOuvert(a, au));
    if (audit !== undefined) await noterCeQuIlLit(maison, tx, lecteur, auditId, LECTURES.tirage, null);
    return audit;
  });
}
