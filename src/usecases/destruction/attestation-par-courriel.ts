import { destructionsDe } from "../../dossier/destructions.ts";
import type { FaitNouveau } from "../../dossier/fait.ts";
import type { MessageSortant } from "../../store/messages/outbox.ts";
import { parseAdresseCourriel } from "../../values/adresse-courriel.ts";
import { cadreDesMessages } from "../acces/cadre-des-messages.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Maison } from "../maison.ts";
import { preparerMessage } from "../messages/preparer-message.ts";
import { encoreGarde, destruction as papier } from "../papiers/destruction.ts";

/**
 * The mail that takes the attestation to the person once her texts are out of reach, in the transaction of the fact that
 * says so; none when the dossier knows no address of hers, or when no text of hers went. `n` is the rank of the demand.
 */
export function attestationParCourriel(
  maison: Maison,
  organismeId: string,
  dossier: DossierCharge,
  { date }: Pick<FaitNouveau, "date">,
  n: number,
): MessageSortant[] {
  const a = parseAdresseCourriel(dossier.identite.courriel ?? "");
  const faite = destructionsDe(dossier.initial, dossier.faits).find((d) => d.n === n);
  if (a === null || faite === undefined || faite.contenus.length === 0) return [];
  const [derniere] = encoreGarde(dossier.etat)
    .map((g) => g.jusquAu)
    .sort()
    .toReversed();
  return [
    preparerMessage(maison, organismeId, {
      modele: "attestation-de-destruction",
      a,
      donnees: {
        ...cadreDesMessages(dossier, jourDeParis(maison.horloge())),
        effectiveLe: date,
        gardeJusquAu: derniere ?? null,
      },
      dossierId: dossier.id,
      pieces: [{ genre: "papier", reference: dossier.reference, papier: papier.nom }],
    }),
  ];
}
