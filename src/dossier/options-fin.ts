import type { Communication, Controle, Facture, FinAnticipee, MotifSortie } from "../law/etat.ts";
import type { Mention } from "../law/listes/mention.ts";
import { capitale } from "../values/capitale.ts";
import type { Option } from "./champ.ts";

type De<T extends string> = readonly (Option & { valeur: T })[];

export const optionsDocuments: De<Communication["document"]> = [
  { valeur: "synthese", libelle: "La synthèse" },
  { valeur: "resultats_detailles", libelle: "Les résultats détaillés" },
];

export const optionsDestinataires: De<Communication["destinataire"]> = [
  { valeur: "cep", libelle: "Son conseiller en évolution professionnelle (CEP)" },
  { valeur: "employeur", libelle: "Son employeur", aide: "Payer le bilan ne lui donne pas ce droit." },
  { valeur: "opco", libelle: "L’opérateur de compétences" },
  { valeur: "financeur", libelle: "Un autre financeur" },
  { valeur: "cdc", libelle: "La Caisse des Dépôts" },
  { valeur: "france_travail", libelle: "France Travail" },
  { valeur: "autre", libelle: "Une autre personne" },
];

export const optionsResponsable: De<FinAnticipee["responsable"]> = [
  { valeur: "beneficiaire", libelle: "La personne" },
  { valeur: "organisme_avec_report", libelle: "L’organisme, avec de nouvelles dates proposées" },
  { valeur: "organisme_sans_report", libelle: "L’organisme, sans nouvelles dates" },
];

export const optionsMotifs: De<MotifSortie> = [
  { valeur: "integralite", libelle: "A suivi l’intégralité de son parcours" },
  { valeur: "force_majeure", libelle: "Force majeure" },
  { valeur: "abandon_stagiaire", libelle: "Abandon par la personne" },
  { valeur: "interruption_avec_report", libelle: "Interruption par l’organisme, avec report" },
  { valeur: "interruption_sans_report", libelle: "Interruption par l’organisme, sans report" },
];

/** What else may stand on an invoice, on its own line; the CPF pays none of it. */
export const optionsAutreLigne: De<Exclude<Facture["lignes"][number]["nature"], "accompagnement">> = [
  { valeur: "prestation_complementaire", libelle: "Une prestation complémentaire" },
  { valeur: "travail_personnel", libelle: "Du travail personnel" },
  { valeur: "elearning", libelle: "De la formation en ligne" },
  {
    valeur: "entretien_prealable",
    libelle: "L’entretien préalable",
    aide: "Gratuit d’usage ; le CPF ne le paie pas.",
  },
];

export const optionsOrganes: De<Controle["organe"]> = [
  { valeur: "cdc", libelle: "La Caisse des Dépôts" },
  { valeur: "drieets", libelle: "L’État (DREETS)" },
  { valeur: "opco", libelle: "Un opérateur de compétences" },
  { valeur: "certificateur", libelle: "Le certificateur Qualiopi" },
];

/** What a letter of control asks for. */
export const optionsPieces = [
  { valeur: "devis", libelle: "Le devis" },
  { valeur: "convention", libelle: "La convention ou le contrat" },
  { valeur: "information", libelle: "L’information remise avant l’inscription" },
  { valeur: "document_suivi", libelle: "Le document de suivi" },
  { valeur: "emargements", libelle: "Les signatures de présence" },
  { valeur: "traces", libelle: "Les traces des séances à distance" },
  { valeur: "travaux", libelle: "Les preuves du travail personnel" },
  { valeur: "synthese", libelle: "La preuve que la synthèse existe et a été remise" },
  { valeur: "intervenants", libelle: "Les titres et compétences des conseillers" },
  { valeur: "factures", libelle: "Les factures" },
  { valeur: "autre", libelle: "Autre chose" },
] as const;

export const optionsEvenementFinanceur = [
  { valeur: "debut", libelle: "Le début du bilan" },
  { valeur: "interruption", libelle: "Une interruption" },
  { valeur: "fin", libelle: "La fin du bilan" },
] as const;

export const optionsConservables = [
  ...optionsDocuments,
  { valeur: "documents_de_travail", libelle: "Les documents de travail" },
] as const;

/** The list of a text as boxes: « l’objectif » is shown « L’objectif ». */
export function optionsMentions(...listes: readonly (readonly Mention[])[]): Option[] {
  const vues = new Map(listes.flat().map((m) => [m.code, m.libelle]));
  return [...vues].map(([valeur, l]) => ({ valeur, libelle: capitale(l) }));
}

/** « Le document de synthèse, les résultats détaillés »: documents as they are named in a row. */
export function nomsDesDocuments(documents: readonly string[]): string {
  const noms = optionsConservables.filter((o) => documents.includes(o.valeur)).map((o) => o.libelle);
  return noms.map((n, i) => (i === 0 ? n : `${n.charAt(0).toLowerCase()}${n.slice(1)}`)).join(", ");
}
