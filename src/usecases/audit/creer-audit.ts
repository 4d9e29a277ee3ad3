import type { Comptes } from "../../auth/comptes.ts";
import type { Refus } from "../../dossier/acte.ts";
import {
  type Auditeur,
  type AuditSaisi,
  lireAuditeurs,
  refusDAudit,
} from "../../dossier/formulaire-audit.ts";
import { refus } from "../../dossier/refus.ts";
import { tirer } from "../../evidence/tirage.ts";
import { ecrireAudit, referencesDeLaPeriode } from "../../store/acces/audits.ts";
import { type Tx, transactionDeLecture } from "../../store/connexion.ts";
import { deposerMessages, type MessageSortant } from "../../store/messages/outbox.ts";
import { listerMembres } from "../../store/organisme/membres.ts";
import { chargerOrganisme } from "../dossier/charger-dossier.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";
import { messageALAuditeur } from "./acces-de-l-auditeur.ts";

export type AuditCree = { issue: "fait"; audit: string } | { issue: "refus"; refus: Refus[] };

const SANS_DOSSIER = refus(
  "du",
  "Aucun bilan n’a eu lieu pendant cette période.",
  "Cela devient possible avec une période où un bilan au moins a commencé et n’était pas fini.",
);

async function membreParmi(tx: Tx, auditeurs: readonly Auditeur[]): Promise<Refus[]> {
  const membres = (await listerMembres(tx)).filter((m) => m.fin === null);
  const pris = auditeurs.find((a) =>
    membres.some((m) => m.courriel.toLowerCase() === a.adresse.toLowerCase()),
  );
  return pris === undefined
    ? []
    : [
        refus(
          "auditeurs",
          `${pris.adresse} est l’adresse d’un membre de l’organisme : il n’est pas auditeur.`,
        ),
      ];
}

/**
 * Draws the sample by the seed among the dossiers of the period, keeps what it was drawn among, and sends each auditor
 * his link: all of it or nothing.
 */
export async function creerAudit(
  maison: Maison,
  comptes: Comptes,
  gerant: Auteur & { nom: string },
  saisie: AuditSaisi & { cle: string },
): Promise<AuditCree> {
  const aujourdhui = jourDeParis(maison.horloge());
  const fautes = refusDAudit(saisie, aujourdhui);
  const lus = lireAuditeurs(saisie.auditeurs);
  if (fautes.length > 0 || "refus" in lus) return { issue: "refus", refus: fautes };
  const vu = await transactionDeLecture(maison.base, gerant, async (tx) => ({
    organisme: (await chargerOrganisme(tx)).raisonSociale,
    pris: await membreParmi(tx, lus.auditeurs),
    population: await referencesDeLaPeriode(tx, saisie.du, saisie.au),
  }));
  if (vu.pris.length > 0) return { issue: "refus", refus: vu.pris };
  if (vu.population.length === 0) return { issue: "refus", refus: [SANS_DOSSIER] };
  const porte = { organismeId: gerant.organismeId, organisme: vu.organisme, finLe: saisie.finLe };
  const comptesLies = new Map<string, string>();
  const messages: MessageSortant[] = [];
  for (const { nom, adresse } of lus.auditeurs) {
    const utilisateurId = await comptes.trouverOuCreer({ nom, courriel: adresse });
    comptesLies.set(utilisateurId, nom);
    messages.push(await messageALAuditeur(maison, comptes, porte, { utilisateurId, adresse }));
  }
  return await uneSeuleFois<AuditCree>(maison, gerant, [saisie.cle, "creerAudit"], async (tx) => {
    const population = await referencesDeLaPeriode(tx, saisie.du, saisie.au);
    if (population.length === 0) {
      return abandonner({ issue: "refus", refus: [SANS_DOSSIER] } satisfies AuditCree);
    }
    const id = maison.nouvelId();
    const graine = saisie.graine ?? maison.nouvelId();
    const tires = tirer(maison.hasher, graine, population, saisie.taille).map((t) => t.reference);
    const { du, au, taille, montreNoms, finLe } = saisie;
    await ecrireAudit(
      tx,
      {
        id,
        du,
        au,
        taille,
        graine,
        population,
        montreNoms,
        finLe,
        creePar: gerant.nom,
        creeLe: maison.horloge(),
      },
      tires,
      [...comptesLies].map(([utilisateurId, nom]) => ({ utilisateurId, nom })),
    );
    await deposerMessages(tx, messages);
    return { issue: "fait", audit: id };
  });
}
