import type { Comptes } from "../../auth/comptes.ts";
import { reserverActe } from "../../store/actes-recus.ts";
import { transaction } from "../../store/connexion.ts";
import { derniereCopie } from "../../store/dossier/copies-prises.ts";
import { deposerMessages } from "../../store/messages/outbox.ts";
import { parseAdresseCourriel } from "../../values/adresse-courriel.ts";
import { messageDuLien } from "../acces/lien-vers-son-espace.ts";
import { porteOuverte } from "../acces/porte.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import type { Maison } from "../maison.ts";

/**
 * Before the application destroys her contents, the person is offered her copy, when she has a space and never took one.
 * `cle` names the destruction: the mail is written once for each, whatever stops in between. Whether it was written.
 */
export async function offrirSaCopie(
  maison: Maison,
  comptes: Comptes,
  { organismeId, reference, cle }: { organismeId: string; reference: string; cle: string },
): Promise<boolean> {
  return await transaction(maison.base, organismeId, async (tx) => {
    if ((await reserverActe(tx, cle, "probant")) !== undefined) return false;
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined || (await derniereCopie(tx, dossier.id)) !== undefined) return false;
    const porte = await porteOuverte(tx, dossier, "beneficiaire");
    const adresse = parseAdresseCourriel(dossier.identite.courriel ?? "");
    if (porte === undefined || adresse === null) return false;
    const { utilisateurId } = porte;
    const a = { utilisateurId, adresse, modele: "copie-avant-destruction" } as const;
    await deposerMessages(tx, [await messageDuLien(maison, comptes, organismeId, dossier, a)]);
    return true;
  });
}
