import type { Comptes } from "../../auth/comptes.ts";
import type { Refus } from "../../dossier/acte.ts";
import { espaceOuvert } from "../../dossier/faits/acces.ts";
import { refusDuTiers, type TiersSaisi } from "../../dossier/formulaire-tiers.ts";
import { refusPorteEmployeur } from "../../dossier/porte-employeur.ts";
import { refus } from "../../dossier/refus.ts";
import { donnerAcces, lireAcces } from "../../store/acces/acces.ts";
import { type Tx, transactionDeLecture } from "../../store/connexion.ts";
import { deposerMessages } from "../../store/messages/outbox.ts";
import { listerMembres } from "../../store/organisme/membres.ts";
import { type AdresseCourriel, parseAdresseCourriel } from "../../values/adresse-courriel.ts";
import { type DemandeDePorte, type GesteDePorte, PAS_OUVERT, porteOuverte, refuser } from "../acces/porte.ts";
import { chargerDossier, type DossierCharge } from "../dossier/charger-dossier.ts";
import { ecrireFaits } from "../dossier/ecrire-faits.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";
import { messageALEmployeur } from "./message-a-l-employeur.ts";

const DEJA_OUVERT = refus(undefined, "L’employeur a déjà un espace. Fermez-le avant d’en ouvrir un autre.");
const CELLE_DE_LA_PERSONNE = refus(
  "courriel",
  "C’est l’adresse de la personne accompagnée : l’employeur en a une autre.",
);
const CELLE_D_UN_MEMBRE = refus(
  "courriel",
  "C’est l’adresse d’un membre de l’organisme : personne ne signe pour l’employeur.",
);

/** Whose address it is, when it is that of somebody who must not sign as the employer. */
async function refusDeLAdresse(
  tx: Tx,
  { id, identite }: DossierCharge,
  adresse: AdresseCourriel,
): Promise<Refus | null> {
  const meme = (autre: string | null) => autre?.toLowerCase() === adresse.toLowerCase();
  const portes = await lireAcces(tx, id);
  if (meme(identite.courriel) || portes.some((p) => p.role === "beneficiaire" && meme(p.courriel))) {
    return CELLE_DE_LA_PERSONNE;
  }
  const membres = await listerMembres(tx);
  return membres.some((m) => m.fin === null && meme(m.courriel)) ? CELLE_D_UN_MEMBRE : null;
}

/**
 * Gives the employer a door to one dossier: his account, the door, the fact that says it and the message with the link.
 * Refused when the employer has no part in this bilan, or must not know of it.
 */
export async function ouvrirPorteEmployeur(
  maison: Maison,
  comptes: Comptes,
  auteur: Auteur,
  { reference, cle, nom, courriel }: DemandeDePorte & TiersSaisi,
): Promise<GesteDePorte> {
  const lu = await transactionDeLecture(maison.base, auteur, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    const adresse = parseAdresseCourriel(courriel);
    if (dossier === undefined || adresse === null) return { dossier, adresse, trouve: null };
    return { dossier, adresse, trouve: await refusDeLAdresse(tx, dossier, adresse) };
  });
  if (lu.dossier === undefined) return { issue: "inconnu" };
  const loi = refusPorteEmployeur(lu.dossier.etat);
  if (loi !== null) return { issue: "refus", refus: [loi] };
  const fautes = refusDuTiers({ nom, courriel });
  if (lu.adresse === null || fautes.length > 0) return { issue: "refus", refus: fautes };
  if (lu.trouve !== null) return { issue: "refus", refus: [lu.trouve] };
  const utilisateurId = await comptes.trouverOuCreer({ nom, courriel: lu.adresse });
  const message = await messageALEmployeur(maison, comptes, auteur.organismeId, lu.dossier, {
    utilisateurId,
    adresse: lu.adresse,
  });
  return await uneSeuleFois<GesteDePorte>(
    maison,
    auteur,
    [cle, "ouvrirPorteEmployeur", reference],
    async (tx) => {
      const dossier = await chargerDossier(tx, reference);
      if (dossier === undefined) return abandonner({ issue: "inconnu" } satisfies GesteDePorte);
      if ((await porteOuverte(tx, dossier, "employeur")) !== undefined) return refuser(DEJA_OUVERT);
      await donnerAcces(tx, { dossierId: dossier.id, utilisateurId, role: "employeur", nom });
      const fait = espaceOuvert.nouveau(jourDeParis(maison.horloge()), { role: "employeur" });
      return await ecrireFaits(maison, tx, auteur, dossier, [fait], [], { messages: [message] });
    },
  );
}

/** Sends the employer another link to the door that he has. */
export async function renvoyerLienEmployeur(
  maison: Maison,
  comptes: Comptes,
  auteur: Auteur,
  { reference, cle }: DemandeDePorte,
): Promise<GesteDePorte> {
  const lu = await transactionDeLecture(maison.base, auteur, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    return dossier === undefined
      ? undefined
      : { dossier, porte: await porteOuverte(tx, dossier, "employeur") };
  });
  if (lu === undefined) return { issue: "inconnu" };
  const adresse = parseAdresseCourriel(lu.porte?.courriel ?? "");
  if (lu.porte === undefined || adresse === null) return { issue: "refus", refus: [PAS_OUVERT.employeur] };
  const loi = refusPorteEmployeur(lu.dossier.etat);
  if (loi !== null) return { issue: "refus", refus: [loi] };
  const { utilisateurId } = lu.porte;
  const destinataire = { utilisateurId, adresse };
  const message = await messageALEmployeur(maison, comptes, auteur.organismeId, lu.dossier, destinataire);
  return await uneSeuleFois<GesteDePorte>(
    maison,
    auteur,
    [cle, "renvoyerLienEmployeur", reference],
    async (tx) => {
      const dossier = await chargerDossier(tx, reference);
      if (dossier === undefined) return abandonner({ issue: "inconnu" } satisfies GesteDePorte);
      if ((await porteOuverte(tx, dossier, "employeur"))?.utilisateurId !== utilisateurId)
        return refuser(PAS_OUVERT.employeur);
      await deposerMessages(tx, [message]);
      return { issue: "envoye" };
    },
  );
}
