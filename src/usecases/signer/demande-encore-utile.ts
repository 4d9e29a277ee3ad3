import { attentesDe, objetDeNom } from "../../dossier/signature/objets.ts";
import type { Etat } from "../../law/etat.ts";
import { sDemandeDeSignature } from "../../mail/modeles/demande-de-signature.ts";
import type { Tx } from "../../store/connexion.ts";
import { referenceDe } from "../../store/dossier/dossiers.ts";
import { changerDonnees, cloreMessage, type MessagePris } from "../../store/messages/outbox.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Maison } from "../maison.ts";
import { sDonneesDeMessage } from "../messages/donnees-de-message.ts";
import { DEMANDE, nommerLaDemande } from "./demande-par-courriel.ts";

const REPONDU = "Tout ce que ce message demandait a reçu une réponse.";

/**
 * A request for signatures that waited its hour, held against the dossier in the transaction that takes it: it asks only
 * for what still waits, and undefined says that nothing does and that it was closed. Other messages go through unchanged.
 */
export async function demandeEncoreUtile(
  maison: Maison,
  tx: Tx,
  message: MessagePris,
): Promise<MessagePris | undefined> {
  const lu = message.modele === DEMANDE ? sDonneesDeMessage.safeParse(message.donnees) : undefined;
  const champs = sDemandeDeSignature.safeParse(lu?.data?.champs).data;
  const reference = await (lu?.data?.dossierId === undefined
    ? undefined
    : referenceDe(tx, lu.data.dossierId));
  if (lu?.data === undefined || champs === undefined || reference === undefined) return message;
  const { etat } = (await chargerDossier(tx, reference))!;
  const restant = ceQuiReste(etat, jourDeParis(maison.horloge()), champs);
  if (restant === null) {
    await cloreMessage(tx, message, { etat: "inutile", erreur: REPONDU });
    return undefined;
  }
  if (restant.quoi === champs.quoi && restant.autres === champs.autres) return message;
  const donnees = { ...lu.data, champs: { ...champs, ...restant } };
  await changerDonnees(tx, message.id, donnees);
  return { ...message, donnees };
}

type Demande = { quoi: string; autres: boolean };

/** What the message may still name; null when nothing waits for her any more. */
function ceQuiReste(
  etat: Etat,
  au: Parameters<typeof attentesDe>[2],
  { quoi, autres }: Demande,
): Demande | null {
  const attentes = attentesDe(etat, "beneficiaire", au);
  if (attentes.length === 0) return null;
  const attendu = attentes.some((a) => {
    const objet = objetDeNom(a.objet)!;
    return objet.quoi(etat, a) === quoi || objet.ensemble === quoi;
  });
  return {
    quoi: attendu ? quoi : nommerLaDemande(etat, attentes),
    autres: autres && attentes.length > 1,
  };
}
