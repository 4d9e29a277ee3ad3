import { etatDe } from "../../dossier/evolve.ts";
import type { FaitNouveau } from "../../dossier/fait.ts";
import { attentesDe } from "../../dossier/signature/objets.ts";
import type { MessageSortant } from "../../store/messages/outbox.ts";
import { parseAdresseCourriel } from "../../values/adresse-courriel.ts";
import { cadreDesMessages } from "../acces/cadre-des-messages.ts";
import { heureDeParis } from "../heure-de-paris.ts";
import type { Maison } from "../maison.ts";
import { preparerMessage } from "../messages/preparer-message.ts";
import type { ASigner } from "./lire-a-signer.ts";

const RIEN = "rien d’autre n’attend votre signature pour le moment.";
const DANS_SON_ESPACE = "la suite est dans votre espace.";

/**
 * The receipt that goes to the person with her signature, in the same transaction; none when the dossier knows no
 * address of hers. It carries the journal's checkpoint: whoever keeps it is a witness.
 */
export function recuParCourriel(
  maison: Maison,
  organismeId: string,
  { dossier, par, attente, au }: ASigner,
  faits: readonly FaitNouveau[],
): MessageSortant[] {
  const a = parseAdresseCourriel(dossier.identite.courriel ?? "");
  if (par !== "beneficiaire" || a === null) return [];
  const apres = etatDe(dossier.initial, [
    ...dossier.faits,
    ...faits.map((f, i) => ({ ...f, id: `nouveau-${i + 1}`, consigneLe: au })),
  ]);
  const [suivante] = attentesDe(apres, par, au);
  const cadre = cadreDesMessages(dossier, au);
  // The signature is the last of the facts that it brings.
  const n = dossier.tete.taille + faits.length;
  const suite = suivante === undefined ? RIEN : cadre.discretion ? DANS_SON_ESPACE : `${suivante.titre}.`;
  return [
    preparerMessage(maison, organismeId, {
      modele: "recu-de-signature",
      a,
      donnees: {
        ...cadre,
        quoi: attente.definition.quoi(dossier.etat, attente),
        reference: `${dossier.reference}-${n}`,
        jour: au,
        heure: heureDeParis(maison.horloge()),
        suite,
      },
      dossierId: dossier.id,
      pieces: [
        { genre: "papier", reference: dossier.reference, papier: `recu-${n}` },
        { genre: "checkpoint" },
      ],
    }),
  ];
}
