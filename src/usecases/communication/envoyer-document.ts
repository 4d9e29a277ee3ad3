import { nouveauJeton } from "../../auth/liens.ts";
import { type AccordVise, accordVise } from "../../dossier/accord-vise.ts";
import type { Refus } from "../../dossier/acte.ts";
import {
  accordDeCle,
  accordVivant,
  refusDuLecteur,
  SANS_ACCORD,
} from "../../dossier/formulaire-communication.ts";
import { refusDuTiers, type TiersSaisi } from "../../dossier/formulaire-tiers.ts";
import type { Communication } from "../../law/etat.ts";
import { ecrireLien } from "../../store/acces/communications.ts";
import type { Tx } from "../../store/connexion.ts";
import { deposerMessages } from "../../store/messages/outbox.ts";
import { type AdresseCourriel, parseAdresseCourriel } from "../../values/adresse-courriel.ts";
import type { Instant } from "../../values/instant.ts";
import { chargerDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import { estSonConseiller } from "../dossier/son-conseiller.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { preparerMessage } from "../messages/preparer-message.ts";
import { preparerPapier } from "../papiers/imprimer-papier.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";
import { PAPIER_DE } from "./documents.ts";
import { ouvrirNoms } from "./noms-des-accords.ts";
import { refusDeCommuniquer } from "./refus-de-communiquer.ts";

export type DocumentEnvoye = { issue: "fait" } | { issue: "refus"; refus: Refus[] } | { issue: "inconnu" };

export interface DocumentAEnvoyer extends TiersSaisi {
  reference: string;
  /** « synthese.cep »: the document and the recipient that her agreement names, with its fact where it names a person. */
  accord: string;
  jours: number;
  cle: string;
}

const rendre = (reponse: DocumentEnvoye) => abandonner(reponse);

/**
 * Sends one document to the one recipient that the person's living agreement names, by a link that ends. Only her
 * counsellor may; without such an agreement, nothing leaves.
 */
export async function envoyerDocument(
  maison: Maison,
  auteur: Auteur & { nom: string },
  { reference, accord, nom, courriel, jours, cle }: DocumentAEnvoyer,
): Promise<DocumentEnvoye> {
  const [document = ""] = accord.split(".");
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
      const choisi = accordDeCle(dossier.etat, accord);
      if (choisi === null) return rendre({ issue: "refus", refus: [SANS_ACCORD] });
      if (adresse === null || fautes.length > 0) return rendre({ issue: "refus", refus: fautes });
      const autre = refusDuLecteur(choisi, await ouvrirNoms(maison, tx, auteur, dossier), nom);
      if (autre.length > 0) return rendre({ issue: "refus", refus: autre });
      const vise = accordVise(choisi);
      const vivant = accordVivant(dossier.etat, vise) ?? choisi;
      if ("manque" in pret) return rendre({ issue: "refus", refus: [{ phrase: pret.manque }] });
      const loi = vivant.communiqueLe === null ? refusDeCommuniquer(maison, dossier, auteur, vivant) : [];
      if (loi.length > 0) return rendre({ issue: "refus", refus: loi });
      await envoyerLeLien(maison, tx, auteur, dossier, { ...vise, nom, courriel: adresse, jours });
      return { issue: "fait" };
    },
  );
}

const JOUR_MS = 86_400_000;
const plusTard = (instant: Instant, ms: number): Instant =>
  new Date(Date.parse(instant) + ms).toISOString() as Instant;

interface LienAFaire extends AccordVise {
  nom: string;
  courriel: AdresseCourriel;
  jours: number;
}

/** The link and the message that carries it, in one transaction; the secret itself is kept nowhere. */
async function envoyerLeLien(
  maison: Maison,
  tx: Tx,
  auteur: Auteur & { nom: string },
  dossier: DossierCharge,
  { jours, ...lien }: LienAFaire,
): Promise<void> {
  const envoyeLe = maison.horloge();
  const expireLe = plusTard(envoyeLe, jours * JOUR_MS);
  const { jeton, empreinte } = nouveauJeton();
  const { utilisateur, intervenant } = auteur;
  const { id: dossierId, reference } = dossier;
  await ecrireLien(
    tx,
    { id: maison.nouvelId(), dossierId, reference, ...lien, utilisateur, intervenant, envoyeLe, expireLe },
    empreinte,
  );
  const message = preparerMessage(maison, auteur.organismeId, {
    modele: "document-communique",
    a: lien.courriel,
    donnees: {
      organisme: dossier.etat.organisme.raisonSociale,
      conseiller: auteur.nom,
      // The last day may be cut short by the hour: the day before is whole.
      finLe: jourDeParis(plusTard(expireLe, -JOUR_MS)),
    },
    dossierId,
    cheminSecret: `/communique/${jeton}`,
  });
  await deposerMessages(tx, [message]);
}
