import { apresFaits } from "../../dossier/decider.ts";
import type { FaitNouveau } from "../../dossier/fait.ts";
import type { Attente } from "../../dossier/signature/objet.ts";
import { attentesDe, objetDeNom } from "../../dossier/signature/objets.ts";
import { lireAcces } from "../../store/acces/acces.ts";
import type { Tx } from "../../store/connexion.ts";
import type { MessageSortant } from "../../store/messages/outbox.ts";
import { parseAdresseCourriel } from "../../values/adresse-courriel.ts";
import type { Jour } from "../../values/jour.ts";
import { cadreDesMessages } from "../acces/cadre-des-messages.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";
import type { Maison } from "../maison.ts";
import { preparerMessage } from "../messages/preparer-message.ts";

const cle = ({ objet, sur }: Attente) => `${objet} ${sur}`;

/**
 * The message that tells the person what these facts ask her to sign, written with them; none when they ask nothing
 * new, or when she has no space to sign in. It leads to her space, where she must show who she is.
 */
export async function demandeParCourriel(
  maison: Maison,
  tx: Tx,
  dossier: DossierCharge,
  faits: readonly FaitNouveau[],
  au: Jour,
): Promise<MessageSortant[]> {
  const connues = new Set(attentesDe(dossier.etat, "beneficiaire", au).map(cle));
  const apres = apresFaits(dossier.initial, dossier.faits, faits, au);
  const nouvelle = attentesDe(apres, "beneficiaire", au).find((a) => !connues.has(cle(a)));
  const a = parseAdresseCourriel(dossier.identite.courriel ?? "");
  if (nouvelle === undefined || a === null || !(await aSonEspace(tx, dossier.id))) return [];
  return [
    preparerMessage(maison, tx.organismeId, {
      modele: "demande-de-signature",
      a,
      donnees: {
        ...cadreDesMessages(dossier),
        quoi: objetDeNom(nouvelle.objet)!.quoi(apres, nouvelle),
        finLe: null,
      },
      dossierId: dossier.id,
      chemin: "/mon-bilan",
    }),
  ];
}

async function aSonEspace(tx: Tx, dossierId: string): Promise<boolean> {
  return (await lireAcces(tx, dossierId)).some((x) => x.role === "beneficiaire" && x.fin === null);
}
