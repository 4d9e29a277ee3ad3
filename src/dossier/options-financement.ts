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

/** The same in a sentence: « à payer par l'employeur ». */
export const NOMS_DES_PAYEURS: Readonly<Record<Financeur, string>> = {
  cpf: "la Caisse des Dépôts (CPF)",
  employeur: "l’employeur",
  opco: "l’opérateur de compétences",
  fonds_propres: "la personne",
  france_travail: "France Travail",
  faf: "le fonds d’assurance formation",
  region: "la région",
  etat: "l’État",
  agefiph: "l’Agefiph",
  transitions_pro: "Transitions Pro",
  conge_reclassement: "l’employeur, en congé de reclassement",
};

/** Who can be sent an invoice of this bilan: who pays it, the employer when his plan does, and the person her own part. */
export function payeursPossibles(financement: Etat["financement"]): Financeur[] {
  if (financement === null) return optionsFinanceurs.map((o) => o.valeur);
  const { financeurs, plan } = financement;
  return [...new Set<Financeur>([...financeurs, ...(plan ? (["employeur"] as const) : []), "fonds_propres"])];
}

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
function offresMontrees(etat: Etat): Offre[] {
  const depuis = etat.demande?.date;
  return etat.organisme.offres.filter(
    (o) => o.retireeLe === null || (depuis !== undefined && o.retireeLe > depuis),
  );
}

/** The offers that a devis may follow, and the answer that there is none. */
export function optionsOffres(etat: Etat): Option[] {
  return [
    ...offresMontrees(etat).map(({ id, intitule, retireeLe }) => ({
      valeur: id,
      libelle: retireeLe === null ? intitule : `${intitule} (jusqu’au ${formatJourCourt(retireeLe)})`,
    })),
    { valeur: SANS_OFFRE, libelle: "Aucune offre publiée" },
  ];
}

/** Whether the CPF pays, alone or with others. */
export function payeParCpf(etat: Etat): boolean {
  return etat.financement?.financeurs.includes("cpf") === true;
}
