import type { Comptes } from "../../auth/comptes.ts";
import { espaceOuvert } from "../../dossier/faits/acces.ts";
import { refus } from "../../dossier/refus.ts";
import { donnerAcces } from "../../store/acces/acces.ts";
import { transactionDeLecture } from "../../store/connexion.ts";
import { deposerMessages } from "../../store/messages/outbox.ts";
import { parseAdresseCourriel } from "../../values/adresse-courriel.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import { ecrireFaits } from "../dossier/ecrire-faits.ts";
import { nomComplet } from "../dossier/identite.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";
import { messageDuLien } from "./lien-vers-son-espace.ts";
import { type DemandeDePorte, type GesteDePorte, PAS_OUVERT, porteOuverte, refuser } from "./porte.ts";

const SANS_ADRESSE = refus(
  undefined,
  "Le dossier ne dit pas l’adresse électronique de la personne : le lien ne peut pas partir.",
  "Cela devient possible quand son adresse est notée.",
);
const DEJA_OUVERT = refus(undefined, "L’espace de cette personne est déjà ouvert.");

/** Her account and the message with its link, made before the transaction that gives the account its door. */
async function preparer(
  maison: Maison,
  comptes: Comptes,
  auteur: Auteur,
  reference: string,
  modele?: "copie-avant-destruction",
): Promise<GesteDePorte | { utilisateurId: string; message: Awaited<ReturnType<typeof messageDuLien>> }> {
  const lu = await transactionDeLecture(maison.base, auteur, (tx) => chargerDossier(tx, reference));
  if (lu === undefined) return { issue: "inconnu" };
  const adresse = parseAdresseCourriel(lu.identite.courriel ?? "");
  if (adresse === null) return { issue: "refus", refus: [SANS_ADRESSE] };
  const utilisateurId = await comptes.trouverOuCreer({ nom: nomComplet(lu.identite), courriel: adresse });
  const destinataire = { utilisateurId, adresse, ...(modele === undefined ? {} : { modele }) };
  return {
    utilisateurId,
    message: await messageDuLien(maison, comptes, auteur.organismeId, lu, destinataire),
  };
}

/**
 * Gives the person her own door to her dossier: her account, the door, the fact that says it and the message with the
 * link. Nobody of the organisation sees that link: whoever had it could sign for her.
 */
export async function ouvrirEspace(
  maison: Maison,
  comptes: Comptes,
  auteur: Auteur,
  { reference, cle }: DemandeDePorte,
): Promise<GesteDePorte> {
  const pret = await preparer(maison, comptes, auteur, reference);
  if ("issue" in pret) return pret;
  return await uneSeuleFois<GesteDePorte>(maison, auteur, [cle, "ouvrirEspace", reference], async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined) return abandonner({ issue: "inconnu" } satisfies GesteDePorte);
    if ((await porteOuverte(tx, dossier, "beneficiaire")) !== undefined) return refuser(DEJA_OUVERT);
    await donnerAcces(tx, {
      dossierId: dossier.id,
      utilisateurId: pret.utilisateurId,
      role: "beneficiaire",
    });
    const fait = espaceOuvert.nouveau(jourDeParis(maison.horloge()), { role: "beneficiaire" });
    return await ecrireFaits(maison, tx, auteur, dossier, [fait], [], { messages: [pret.message] });
  });
}

/**
 * Sends the person another link: the one before was used on another device, or is too old; or the same link in the mail
 * that offers her own copy before her contents are destroyed.
 */
export async function renvoyerLien(
  maison: Maison,
  comptes: Comptes,
  auteur: Auteur,
  { reference, cle }: DemandeDePorte,
  modele?: "copie-avant-destruction",
): Promise<GesteDePorte> {
  const pret = await preparer(maison, comptes, auteur, reference, modele);
  if ("issue" in pret) return pret;
  const nom = modele ?? "renvoyerLien";
  return await uneSeuleFois<GesteDePorte>(maison, auteur, [cle, nom, reference], async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined) return abandonner({ issue: "inconnu" } satisfies GesteDePorte);
    const porte = await porteOuverte(tx, dossier, "beneficiaire");
    if (porte?.utilisateurId !== pret.utilisateurId) return refuser(PAS_OUVERT.beneficiaire);
    await deposerMessages(tx, [pret.message]);
    return { issue: "envoye" };
  });
}
