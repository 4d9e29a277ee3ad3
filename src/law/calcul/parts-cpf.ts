import { anneeDe, type Jour } from "../../values/jour.ts";
import { type Centimes, centimes, formatMontant } from "../../values/montant.ts";
import type { Devis } from "../etat.ts";
import { valeurAu } from "../parameter.ts";
import { participationCpf } from "../parameters/participation-cpf.ts";
import { plafondCpf } from "../parameters/plafond-cpf.ts";
import type { Source } from "../sources.ts";
import { exonerationsLegales, exonerationsReglementaires } from "../textes/cpf.ts";

export type Exoneration = NonNullable<Devis["cpf"]>["exoneration"];

export interface DonneesCpf {
  prix: Centimes;
  /** Rights left on the account, null when the person did not say them: nobody may ask (L6323-8-1). */
  solde: Centimes | null;
  /** What other payers add, an earmarked dotation included. */
  abondements: Centimes;
  exoneration: Exoneration;
  demandeLe: Jour;
  /** What Mon Compte Formation announces to the person, when it is known; it comes before what the texts read give. */
  participation?: Centimes | null;
}

export interface PartsCpf {
  droits: Centimes;
  /** What the other payers bring in the end: less than announced where the price leaves no room for it. */
  abondements: Centimes;
  /** Due by the person herself, inside `resteACharge` and never on top of it. */
  participation: Centimes;
  resteACharge: Centimes;
  /** Text that sets the participation or exempts from it; null before there was one. */
  sourceParticipation: Source | null;
}

function sourceExoneration(exoneration: NonNullable<Exoneration>): Source {
  const legale = exoneration === "demandeur_emploi" || exoneration === "abondement_employeur";
  return legale ? exonerationsLegales : exonerationsReglementaires;
}

/** The participation due on a day, in cents, 0 when there is none; null when no text that we read gives it. */
export function participationDue(
  exoneration: Exoneration,
  demandeLe: Jour,
): { montant: number | null; source: Source | null; depuis: Jour | null } {
  const valeur = valeurAu(participationCpf, demandeLe);
  if (valeur === null) return { montant: 0, source: null, depuis: null };
  if (exoneration === null || valeur.value === null) {
    return { montant: valeur.value, source: valeur.source, depuis: valeur.from };
  }
  return { montant: 0, source: sourceExoneration(exoneration), depuis: valeur.from };
}

/**
 * Who pays what, in cents: droits = min(solde, plafond, prix − participation − abondements), the rest by the person.
 * « inconnu » is a French sentence: a negative amount, or a year whose participation no text gives.
 */
export function partsCpf(d: DonneesCpf): PartsCpf | { inconnu: string } {
  for (const montant of [d.prix, d.abondements, d.solde ?? 0]) {
    if (montant < 0) return { inconnu: `Un montant ne peut pas être négatif : ${formatMontant(montant)}.` };
  }
  const { montant: due, source } = participationDue(d.exoneration, d.demandeLe);
  const montant = d.participation ?? due;
  if (montant === null) {
    const annee = anneeDe(d.demandeLe);
    return {
      inconnu: `La participation de ${annee} n’est pas connue : aucun texte lu n’en donne le montant.`,
    };
  }
  const participation = Math.min(montant, d.prix);
  const abondements = Math.min(d.abondements, d.prix - participation);
  // Before the decree no text capped the rights: only the price did.
  const plafond = valeurAu(plafondCpf, d.demandeLe)?.value ?? d.prix;
  const droits = Math.min(d.solde ?? plafond, plafond, d.prix - participation - abondements);
  return {
    droits: centimes(droits),
    abondements: centimes(abondements),
    participation: centimes(participation),
    resteACharge: centimes(d.prix - droits - abondements),
    sourceParticipation: source,
  };
}
