import type { DocumentImprimable } from "../../documents/moteur/document-imprimable.ts";
import { accordVise } from "../../dossier/accord-vise.ts";
import { documentCommunique } from "../../dossier/faits/conclusion.ts";
import { accordVivant, lienVivant } from "../../dossier/formulaire-communication.ts";
import { optionsDocuments } from "../../dossier/options-fin.ts";
import type { Communication } from "../../law/etat.ts";
import { type LienLu, lireLien, noterLecture, trouverLien } from "../../store/acces/communications.ts";
import { type Tx, transaction } from "../../store/connexion.ts";
import { noterQuUnTiersLit } from "../acces/lectures-de-tiers.ts";
import { chargerDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import { ecrireFaits } from "../dossier/ecrire-faits.ts";
import { nomComplet } from "../dossier/identite.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { donnerPapier } from "../sceau/donner-papier.ts";
import { estAbandon } from "../une-seule-fois.ts";
import { PAPIER_DE } from "./documents.ts";
import { refusDeCommuniquer } from "./refus-de-communiquer.ts";

/** What the page of a link says. Before it is opened it names nobody: a mail program opens links by itself. */
export interface DocumentMontre {
  organisme: string;
  document: Communication["document"];
  expireLe: string;
  /** Whose document it is; null until its reader opened it. */
  personne: string | null;
}

interface Vu {
  lien: LienLu;
  dossier: DossierCharge;
  /** In whose name it is opened: her counsellor, who sent it. */
  auteur: Auteur;
}

/** The link behind a secret with its dossier, while it lives; undefined for an unknown, ended or revoked one. */
async function trouver(maison: Maison, tx: Tx, id: string): Promise<Vu | undefined> {
  const lien = await lireLien(tx, id);
  if (lien === undefined) return undefined;
  const dossier = await chargerDossier(tx, lien.reference);
  if (dossier === undefined || !lienVivant(dossier.etat, lien, maison.horloge())) return undefined;
  const { utilisateur, intervenant } = lien;
  const auteur: Auteur = { organismeId: tx.organismeId, role: "conseiller", utilisateur, intervenant };
  return { lien, dossier, auteur };
}

async function parJeton<T>(
  maison: Maison,
  jeton: string,
  fn: (tx: Tx, vu: Vu) => Promise<T>,
): Promise<T | undefined> {
  const trouve = await trouverLien(maison.base, maison.hasher.sha256(new TextEncoder().encode(jeton)));
  if (trouve === null) return undefined;
  return await transaction(maison.base, trouve.organismeId, async (tx) => {
    const vu = await trouver(maison, tx, trouve.id);
    return vu === undefined ? undefined : await fn(tx, vu);
  });
}

/** Each reading counts on the link, and leaves a row that the person reads. */
async function noter(maison: Maison, tx: Tx, lien: LienLu, geste: string): Promise<void> {
  const { dossierId, nom, document } = lien;
  const titre = optionsDocuments.find((o) => o.valeur === document)?.libelle ?? document;
  await noterLecture(tx, lien.id, maison.horloge());
  await noterQuUnTiersLit(maison, tx, { dossierId, role: "destinataire", nom, quoi: `${titre} : ${geste}` });
}

const dire = ({ lien, dossier }: Vu, ouvert: boolean): DocumentMontre => ({
  organisme: dossier.etat.organisme.raisonSociale,
  document: lien.document as Communication["document"],
  expireLe: lien.expireLe,
  personne: ouvert ? nomComplet(dossier.identite) : null,
});

/** What the page behind a link says; looking at it changes nothing. */
export function lireCommunication(maison: Maison, jeton: string): Promise<DocumentMontre | undefined> {
  return parJeton(maison, jeton, async (_, vu) => dire(vu, vu.lien.ouvertLe !== null));
}

/**
 * Opens the document for its reader: from now on it is communicated, and the dossier says so. `conflit` when somebody
 * wrote in the dossier meanwhile: asking again is enough. undefined when the law or the person no longer allows it.
 */
export async function ouvrirCommunication(
  maison: Maison,
  jeton: string,
): Promise<"ouverte" | "conflit" | undefined> {
  try {
    return await parJeton(maison, jeton, async (tx, { lien, dossier, auteur }) => {
      const accord = accordVivant(dossier.etat, lien);
      if (accord === null) return undefined;
      if (accord.communiqueLe === null) {
        if (refusDeCommuniquer(maison, dossier, auteur, accord).length > 0) return undefined;
        const fait = documentCommunique.nouveau(jourDeParis(maison.horloge()), accordVise(accord));
        await ecrireFaits(maison, tx, auteur, dossier, [fait]);
      }
      if (lien.ouvertLe === null) await noter(maison, tx, lien, "le lien ouvert");
      return "ouverte" as const;
    });
  } catch (erreur) {
    if (estAbandon(erreur)) return "conflit";
    throw erreur;
  }
}

/** The document itself, sealed, once opened; each taking is counted. */
export async function prendreDocument(
  maison: Maison,
  imprimer: (document: DocumentImprimable) => Promise<Uint8Array>,
  jeton: string,
): Promise<{ octets: Uint8Array; nom: string } | undefined> {
  const vu = await parJeton(maison, jeton, async (tx, trouve) => {
    if (trouve.lien.ouvertLe === null) return undefined;
    await noter(maison, tx, trouve.lien, "le document pris (PDF)");
    return trouve;
  });
  if (vu === undefined) return undefined;
  const { auteur, lien } = vu;
  const papier = PAPIER_DE[lien.document as Communication["document"]];
  const donne = await donnerPapier({ maison, auteur, imprimer, pourUnTiers: true }, lien.reference, papier);
  return donne === undefined || "manque" in donne
    ? undefined
    : { octets: donne.octets, nom: `${papier}-${lien.reference}.pdf` };
}
