import type { Etat, Financeur, Offre } from "../law/etat.ts";
import { formatJourCourt } from "../values/dates-fr.ts";
import type { Option } from "./champ.ts";

/** Who can pay, as a person says it; the usual ones first. */
export const optionsFinanceurs = [
  { valeur: "cpf", libelle: "Son compte personnel de formation (CPF)" },
  { valeur: "employeur", libelle: "Son employeur" },
  { valeur: "opco", libelle: "Un opérateur de compétences (OPCO)" },
  { valeur: "fonds_propres", libelle: "La personne elle-même" },
  { valeur: "france_travail", libelle: "France Travail" },
  { valeur: "faf", libelle: "Un fonds d’assurance formation d’indépendants" },
  { valeur: "region", libelle: "La région" },
  { valeur: "etat", libelle: "L’État" },
  { valeur: "agefiph", libelle: "L’Agefiph" },
  { valeur: "transitions_pro", libelle: "Transitions Pro" },
  { valeur: "conge_reclassement", libelle: "L’employeur, en congé de reclassement" },
] as const satisfies readonly (Option & { valeur: Financeur })[];

export const optionsExoneration = [
  { valeur: "aucune", libelle: "Non" },
  { valeur: "demandeur_emploi", libelle: "Oui, la personne cherche un emploi" },
  { valeur: "abondement_employeur", libelle: "Oui, son employeur ou un OPCO paie une part" },
  { valeur: "c2p", libelle: "Oui, elle utilise son compte de prévention (C2P)" },
  { valeur: "at_mp", libelle: "Oui, elle touche une rente d’accident ou de maladie du travail" },
] as const;

export const optionsPrixSelon = [
  { valeur: "grille", libelle: "La même grille pour tous" },
  { valeur: "besoin", libelle: "Le besoin de cette personne" },
  {
    valeur: "solde",
    libelle: "Le solde de son compte formation",
    aide: "Le prix ne doit pas dépendre du solde : ce devis serait signalé.",
  },
] as const;

export const optionsPayeur = [
  { valeur: "beneficiaire", libelle: "La personne" },
  { valeur: "employeur", libelle: "L’employeur" },
  { valeur: "opco", libelle: "L’opérateur de compétences" },
  { valeur: "cdc", libelle: "La Caisse des Dépôts" },
  { valeur: "autre", libelle: "Un autre financeur" },
] as const;

/** No published offer stands behind the devis. */
export const SANS_OFFRE = "aucune";

/** What this person may have been shown: what is published, and what was withdrawn after her first call. */
export function offresMontrees(etat: Etat): Offre[] {
  const depuis = etat.demande?.date;
  return etat.organisme.offres.filter(
    (o) => o.retireeLe === null || (depuis !== undefined && o.retireeLe > depuis),
  );
}

export function optionsOffres(etat: Etat): Option[] {
  return [
    ...offresMontrees(etat).map(({ id, intitule, retireeLe }) => ({
      valeur: id,
      libelle: retireeLe === null ? intitule : `${intitule} (jusqu’au ${formatJourCourt(retireeLe)})`,
    })),
    { valeur: SANS_OFFRE, libelle: "Aucune offre publiée" },
  ];
}

export function payeParCpf(etat: Etat): boolean {
  return etat.financement?.financeurs.includes("cpf") === true;
}
