import { apresFaits } from "../../dossier/decider.ts";
import type { FaitNouveau } from "../../dossier/fait.ts";
import type { Attente } from "../../dossier/signature/objet.ts";
import { attentesDe, objetDeNom } from "../../dossier/signature/objets.ts";
import type { Etat } from "../../law/etat.ts";
import { lireAcces } from "../../store/acces/acces.ts";
import type { Tx } from "../../store/connexion.ts";
import { deposerMessages, dernierDepart, joindreAuMessage } from "../../store/messages/outbox.ts";
import { parseAdresseCourriel } from "../../values/adresse-courriel.ts";
import type { Jour } from "../../values/jour.ts";
import { cadreDesMessages } from "../acces/cadre-des-messages.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";
import type { Maison } from "../maison.ts";
import { preparerMessage } from "../messages/preparer-message.ts";

const cle = ({ objet, sur }: Attente) => `${objet} ${sur}`;

/** The model of these messages. */
export const DEMANDE = "demande-de-signature";
const UNE_HEURE_MS = 3_600_000;

/**
 * Writes the message that tells the person what these facts ask her to sign, in their transaction; none when they ask
 * nothing new, or when she has no space to sign in. One message an hour at most: what waits joins the one that has not
 * left yet. It leads to her space, where she must show who she is.
 */
export async function demandeParCourriel(
  maison: Maison,
  tx: Tx,
  dossier: DossierCharge,
  faits: readonly FaitNouveau[],
  au: Jour,
): Promise<void> {
  const connues = new Set(attentesDe(dossier.etat, "beneficiaire", au).map(cle));
  const apres = apresFaits(dossier.initial, dossier.faits, faits, au);
  const nouvelles = attentesDe(apres, "beneficiaire", au).filter((a) => !connues.has(cle(a)));
  const [nouvelle] = nouvelles;
  const a = parseAdresseCourriel(dossier.identite.courriel ?? "");
  if (nouvelle === undefined || a === null || !(await aSonEspace(tx, dossier.id))) return;
  const semblables = { modele: DEMANDE, dossierId: dossier.id, adresse: a };
  if (await joindreAuMessage(tx, semblables, { autres: true })) return;
  const dernier = await dernierDepart(tx, semblables);
  const message = preparerMessage(maison, tx.organismeId, {
    modele: DEMANDE,
    a,
    donnees: {
      ...cadreDesMessages(dossier, au),
      quoi: nommerLaDemande(apres, nouvelles),
      autres: false,
    },
    dossierId: dossier.id,
    chemin: "/mon-bilan",
  });
  await deposerMessages(tx, [dernier === null ? message : { ...message, pasAvant: uneHeureApres(dernier) }]);
}

/** What is asked first, by one name when the message asks for several of its kind. */
export function nommerLaDemande(etat: Etat, attentes: readonly Attente[]): string {
  const premiere = attentes[0]!;
  const { ensemble, quoi: uneSeule } = objetDeNom(premiere.objet)!;
  const plusieurs = attentes.filter((a) => a.objet === premiere.objet).length > 1;
  return plusieurs && ensemble !== undefined ? ensemble : uneSeule(etat, premiere);
}

const uneHeureApres = (instant: string) => new Date(Date.parse(instant) + UNE_HEURE_MS).toISOString();

async function aSonEspace(tx: Tx, dossierId: string): Promise<boolean> {
  return (await lireAcces(tx, dossierId)).some((x) => x.role === "beneficiaire" && x.fin === null);
}
