import { debutDuDoute, finDesSecrets, prochainEssai } from "../../mail/delais.ts";
import type { Envoi } from "../../mail/postier.ts";
import { transaction } from "../../store/connexion.ts";
import {
  cloreMessage,
  douterDesAbandonnes,
  type Issue,
  type MessagePris,
  organismesAServir,
  oublierSecrets,
  prendreMessage,
} from "../../store/messages/outbox.ts";
import { chargerOrganisme } from "../dossier/charger-dossier.ts";
import type { Maison } from "../maison.ts";
import { demandeEncoreUtile } from "../signer/demande-encore-utile.ts";
import type { Courrier } from "./courrier.ts";
import { expediteurDeLOrganisme, preparerCourriel } from "./preparer-courriel.ts";

const INTERROMPU = "L’envoi a été interrompu.";
const TROP_TENTE = "Trois jours d’essais n’ont pas suffi.";

export interface Tournee {
  /** Asked between two messages: whether to leave the others for later. */
  arrete: () => boolean;
  journalise: (phrase: string) => void;
}

/** Sends what may leave, one message of each organisation in turn; puts in doubt what a dead process left. */
export async function envoyerMessages(maison: Maison, courrier: Courrier, tournee: Tournee): Promise<void> {
  const maintenant = maison.horloge();
  const [doute, oubli] = [debutDuDoute(maintenant), finDesSecrets(maintenant)];
  let organismes = await organismesAServir(maison.base, { maintenant, doute, oubli });
  for (const organismeId of organismes) {
    await transaction(maison.base, organismeId, async (tx) => {
      await douterDesAbandonnes(tx, doute, INTERROMPU);
      await oublierSecrets(tx, oubli);
    });
  }
  while (organismes.length > 0) {
    const encore: string[] = [];
    for (const organismeId of organismes) {
      if (tournee.arrete()) return;
      if (await envoyerLePlusAncien(maison, courrier, organismeId, tournee)) encore.push(organismeId);
    }
    organismes = encore;
  }
}

/** False when nothing of this organisation may leave now. */
async function envoyerLePlusAncien(
  maison: Maison,
  courrier: Courrier,
  organismeId: string,
  { journalise }: Tournee,
): Promise<boolean> {
  const pris = await transaction(maison.base, organismeId, async (tx) => {
    const organisme = await chargerOrganisme(tx);
    const de = expediteurDeLOrganisme(courrier.expediteur, organisme);
    // Without a sender nothing is taken: messages wait as they are, and the page says what to set.
    const message = de === null ? undefined : await prendreMessage(tx, maison.horloge());
    if (de === null || message === undefined) return undefined;
    return { organismeId, organisme, de, message: await demandeEncoreUtile(maison, tx, message) };
  });
  if (pris === undefined) return false;
  const { message } = pris;
  // Nothing asks for it any more: it is closed, and the next one has its turn.
  if (message === undefined) return true;
  // Committed: from here on it is sent at most once, whatever happens to this process.
  const envoi = await acheminer(maison, courrier, { ...pris, message }, journalise);
  await transaction(maison.base, organismeId, (tx) =>
    cloreMessage(tx, message, issueDe(maison, envoi, message)),
  );
  return true;
}

type Pris = Parameters<typeof preparerCourriel>[2] & { message: MessagePris };

async function acheminer(
  maison: Maison,
  courrier: Courrier,
  pris: Pris,
  journalise: (phrase: string) => void,
): Promise<Envoi> {
  let courriel: Awaited<ReturnType<typeof preparerCourriel>>;
  try {
    courriel = await preparerCourriel(maison, courrier, pris, pris.message);
  } catch (erreur) {
    // A printer that fell, a database that restarts: nothing left, and it is tried again.
    journalise(
      `Un message n’a pas pu être préparé (${erreur instanceof Error ? erreur.name : "cause inconnue"}).`,
    );
    return { issue: "refuse", definitif: false, erreur: "Le message n’a pas pu être préparé." };
  }
  return "issue" in courriel ? courriel : await courrier.postier.envoyer(courriel);
}

function issueDe(maison: Maison, envoi: Envoi, { essais }: MessagePris): Issue {
  const le = maison.horloge();
  if (envoi.issue === "accepte") return { etat: "envoye", le };
  const { erreur } = envoi;
  if (envoi.issue === "doute") return { etat: "doute", erreur };
  const prochain = envoi.definitif ? null : prochainEssai(essais, le);
  if (prochain !== null) return { etat: "a_envoyer", prochainEssai: prochain, erreur };
  return { etat: "echec", erreur: envoi.definitif ? erreur : `${TROP_TENTE} ${erreur}` };
}
