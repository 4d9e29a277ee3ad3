import { type Exoneration, partsCpf } from "../law/calcul/parts-cpf.ts";
import type { Etat } from "../law/etat.ts";
import { jourDeLaDemande } from "../law/reference-day.ts";
import { formatDuree } from "../values/duree.ts";
import type { Jour } from "../values/jour.ts";
import { centimes, formatMontant } from "../values/montant.ts";
import { mentionNdaProposee } from "./mention-nda.ts";
import { payeParCpf, SANS_OFFRE } from "./options-financement.ts";

/** The offer that a first devis starts from, when there is only one. */
function seuleOffre(etat: Etat) {
  const publiees = etat.organisme.offres.filter((o) => o.retireeLe === null);
  return publiees.length === 1 ? publiees[0]! : null;
}

function exonerationProposee(etat: Etat): Exoneration {
  const { statut } = etat.beneficiaire;
  return etat.devis.at(-1)?.cpf?.exoneration ?? (statut === "demandeur_emploi" ? "demandeur_emploi" : null);
}

/** The form of a devis before anything is typed: the last devis, else the only offer. */
export function valeursDuDevis(etat: Etat): Record<string, string> {
  const dernier = etat.devis.at(-1);
  const commun = {
    exoneration: exonerationProposee(etat) ?? "aucune",
    mentionNda: mentionNdaProposee(etat),
  };
  if (dernier !== undefined) {
    return {
      ...commun,
      offre: dernier.offre ?? SANS_OFFRE,
      modalite: dernier.modalite,
      duree: formatDuree(dernier.duree),
      preliminaire: formatDuree(dernier.phases.preliminaire),
      investigation: formatDuree(dernier.phases.investigation),
      conclusion: formatDuree(dernier.phases.conclusion),
      travailPersonnel: formatDuree(dernier.travailPersonnel),
      prix: formatMontant(dernier.prix),
      prixSelon: dernier.prixSelon,
      abondements: dernier.cpf === null ? "" : formatMontant(dernier.cpf.abondements),
    };
  }
  const offre = seuleOffre(etat);
  const prixSelon = etat.organisme.grilleTarifaire === true ? "grille" : "besoin";
  if (offre === null) return { ...commun, prixSelon };
  return {
    ...commun,
    prixSelon,
    offre: offre.id,
    modalite: offre.modalite,
    duree: formatDuree(offre.dureeMinutes),
    travailPersonnel:
      offre.travailPersonnelMinutes === null ? "" : formatDuree(offre.travailPersonnelMinutes),
    prix: formatMontant(offre.prix),
  };
}

/** How the CPF would share the price that the form proposes, in one sentence; null when there is nothing to share. */
export function partageAnnonce(etat: Etat, au: Jour): string | null {
  const dernier = etat.devis.at(-1);
  const prix = dernier?.prix ?? seuleOffre(etat)?.prix;
  if (prix === undefined || !payeParCpf(etat)) return null;
  const parts = partsCpf({
    prix,
    solde: null,
    abondements: dernier?.cpf?.abondements ?? centimes(0),
    exoneration: exonerationProposee(etat),
    demandeLe: jourDeLaDemande(etat) ?? au,
  });
  if ("inconnu" in parts) return parts.inconnu;
  return `Pour ${formatMontant(prix)} : ${formatMontant(parts.droits)} de droits CPF au plus, et ${formatMontant(parts.resteACharge)} payés par la personne, participation comprise.`;
}
