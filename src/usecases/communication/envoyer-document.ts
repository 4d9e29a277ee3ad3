import { nouveauJeton } from "../../auth/liens.ts";
import type { Refus } from "../../dossier/acte.ts";
import { communiquerDocument } from "../../dossier/actes/communiquer-document.ts";
import { decider } from "../../dossier/decider.ts";
import { accordVivant, lienVivant, SANS_ACCORD } from "../../dossier/formulaire-communication.ts";
import { refusDuTiers, type TiersSaisi } from "../../dossier/formulaire-tiers.ts";
import type { Communication } from "../../law/etat.ts";
import { ecrireLien, fermerLien, type LienLu, listerLiens } from "../../store/acces/communications.ts";
import { type Tx, transaction, transactionDeLecture } from "../../store/connexion.ts";
import { deposerMessages } from "../../store/messages/outbox.ts";
import { parseAdresseCourriel } from "../../values/adresse-courriel.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import type { Instant } from "../../values/instant.ts";
import { estUuid } from "../../values/uuid.ts";
import { chargerDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import { estSonConseiller } from "../dossier/son-conseiller.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { preparerMessage } from "../messages/preparer-message.ts";
import { preparerPapier } from "../papiers/imprimer-papier.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";
import { PAPIER_DE } from "./documents.ts";

export type DocumentEnvoye = { issue: "fait" } | { issue: "refus"; refus: Refus[] } | { issue: "inconnu" };

/** A link as her counsellor and she see it; `vivant` while it still opens the document. */
export type LienVu = LienLu & { vivant: boolean };

export interface DocumentAEnvoyer extends TiersSaisi {
  reference: string;
  /** « synthese.cep »: the document and the recipient that her agreement names. */
  accord: string;
  jours: number;
  cle: string;
}

const rendre = (reponse: DocumentEnvoye) => abandonner(reponse);

/** What the law says of communicating it today; the fact itself is written when it is really opened. */
export function refusDeLaLoi(
  maison: Maison,
  dossier: DossierCharge,
  auteur: Auteur,
  cible: Pick<Communication, "document" | "destinataire">,
): Refus[] {
  const au = jourDeParis(maison.horloge());
  const brut = {
    date: [formatJourSaisie(au)],
    document: [cible.document],
    destinataire: [cible.destinataire],
  };
  const { role, intervenant } = auteur;
  const decision = decider(communiquerDocument, dossier, brut, { au, role, intervenant });
  return "refus" in decision ? decision.refus : [];
}

/**
 * Sends one document to the one recipient that the person's living agreement names, by a link that ends. Only her
 * counsellor may; without such an agreement, nothing leaves.
 */
export async function envoyerDocument(
  maison: Maison,
  auteur: Auteur & { nom: string },
  { reference, accord, nom, courriel, jours, cle }: DocumentAEnvoyer,
): Promise<DocumentEnvoye> {
  const [document = "", destinataire = ""] = accord.split(".");
  const papier = PAPIER_DE[document as Communication["document"]];
  const adresse = parseAdresseCourriel(courriel);
  const fautes = refusDuTiers({ nom, courriel });
  if (papier === undefined) return { issue: "refus", refus: [SANS_ACCORD] };
  const pret = await preparerPapier(maison, auteur, reference, papier);
  if (pret === undefined) return { issue: "inconnu" };
  return await uneSeuleFois<DocumentEnvoye>(
    maison,
    auteur,
    [cle, "envoyerDocument", reference],
    async (tx) => {
      const dossier = await chargerDossier(tx, reference);
      if (dossier === undefined || !estSonConseiller(dossier, auteur)) return rendre({ issue: "inconnu" });
      const vivant = accordVivant(dossier.etat, { document, destinataire });
      if (vivant === null) return rendre({ issue: "refus", refus: [SANS_ACCORD] });
      if (adresse === null || fautes.length > 0) return rendre({ issue: "refus", refus: fautes });
      if ("manque" in pret) return rendre({ issue: "refus", refus: [{ phrase: pret.manque }] });
      const loi = vivant.communiqueLe === null ? refusDeLaLoi(maison, dossier, auteur, vivant) : [];
      if (loi.length > 0) return rendre({ issue: "refus", refus: loi });
      const maintenant = maison.horloge();
      const expireLe = new Date(Date.parse(maintenant) + jours * 86_400_000).toISOString() as Instant;
      const { jeton, empreinte } = nouveauJeton();
      await ecrireLien(
        tx,
        {
          id: maison.nouvelId(),
          dossierId: dossier.id,
          reference,
          document,
          destinataire,
          nom,
          courriel: adresse,
          utilisateur: auteur.utilisateur,
          intervenant: auteur.intervenant,
          envoyeLe: maintenant,
          expireLe,
        },
        empreinte,
      );
      const message = preparerMessage(maison, auteur.organismeId, {
        modele: "document-communique",
        a: adresse,
        donnees: {
          organisme: dossier.etat.organisme.raisonSociale,
          conseiller: auteur.nom,
          // The last day may be cut short by the hour: the day before is whole.
          finLe: jourDeParis(new Date(Date.parse(expireLe) - 86_400_000).toISOString() as Instant),
        },
        dossierId: dossier.id,
        cheminSecret: `/communique/${jeton}`,
      });
      await deposerMessages(tx, [message]);
      return { issue: "fait" };
    },
  );
}

/** The links that were sent for one dossier, for those who may know of them: her counsellor and she herself. */
export async function listerDocumentsEnvoyes(
  maison: Maison,
  auteur: Auteur,
  reference: string,
): Promise<LienVu[] | undefined> {
  return await transactionDeLecture(maison.base, auteur, async (tx) => {
    const dossier = await sonDossier(tx, auteur, reference);
    if (dossier === undefined) return undefined;
    const maintenant = maison.horloge();
    return (await listerLiens(tx, dossier.id)).map((l) => ({
      ...l,
      vivant: lienVivant(dossier.etat, l, maintenant),
    }));
  });
}

async function sonDossier(tx: Tx, auteur: Auteur, reference: string): Promise<DossierCharge | undefined> {
  const dossier = await chargerDossier(tx, reference);
  if (dossier === undefined) return undefined;
  return auteur.role === "beneficiaire" || estSonConseiller(dossier, auteur) ? dossier : undefined;
}

/** Ends one link before its day. */
export async function arreterLien(
  maison: Maison,
  auteur: Auteur,
  { reference, lien }: { reference: string; lien: string },
): Promise<DocumentEnvoye> {
  if (!estUuid(lien)) return { issue: "inconnu" };
  return await transaction(maison.base, auteur, async (tx): Promise<DocumentEnvoye> => {
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined || !estSonConseiller(dossier, auteur)) return { issue: "inconnu" };
    const arrete = await fermerLien(tx, { dossierId: dossier.id, id: lien }, maison.horloge());
    return arrete ? { issue: "fait" } : { issue: "inconnu" };
  });
}
