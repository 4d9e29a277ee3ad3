import type { Refus } from "../../dossier/acte.ts";
import { accordsOuverts } from "../../dossier/communications.ts";
import type { FaitNouveau } from "../../dossier/fait.ts";
import { communicationAutorisee } from "../../dossier/faits/conclusion.ts";
import type { ReferenceContenu } from "../../dossier/schema.ts";
import type { Tx } from "../../store/connexion.ts";
import { ouvrir } from "../../vault/contenu.ts";
import type { ContenuScelle } from "../contenus/sceller-saisie.ts";
import { cleDuDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import type { Auteur, Maison } from "../maison.ts";
import { ouvrirNoms } from "./noms-des-accords.ts";

const DEJA: Refus = { champ: "lecteur", phrase: "La personne a déjà donné cet accord." };

/**
 * Refuses a second agreement on one document that names the same person: taking one back would leave the other. Facts
 * cannot tell, who may not read the names is not told either.
 */
export async function refusDuNomDejaAccorde(
  maison: Maison,
  tx: Tx,
  auteur: Auteur,
  dossier: DossierCharge,
  { faits, contenus }: { faits: readonly FaitNouveau[]; contenus: readonly ContenuScelle[] },
): Promise<Refus | null> {
  const accord = faits.find((f) => f.type === communicationAutorisee.type);
  const { document, lecteur } = (accord?.donnees ?? {}) as {
    document?: string;
    lecteur?: ReferenceContenu | null;
  };
  const scelle = contenus.find((c) => c.id === lecteur?.id);
  if (scelle === undefined) return null;
  const memes = accordsOuverts(dossier.etat).filter(
    (c) => c.document === document && c.lecteur !== null && c.communiqueLe === null,
  );
  if (memes.length === 0) return null;
  const { organismeId } = tx;
  const lieu = { organismeId, dossierId: dossier.id, contenuId: scelle.id, version: scelle.version };
  const cle = await cleDuDossier(maison, tx, dossier.id, "contenu");
  const nom = ouvrir(cle, lieu, scelle.scelle).toString("utf8");
  const nommer = await ouvrirNoms(maison, tx, auteur, dossier);
  return memes.some((c) => c.lecteur !== null && nommer(c.lecteur) === nom) ? DEJA : null;
}
