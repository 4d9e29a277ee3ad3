import type { Etat } from "../law/etat.ts";
import { plafondHeures } from "../law/parameters/plafond-heures.ts";
import { plancherAnnonce } from "../law/parameters/plancher-annonce.ts";
import { formatDuree } from "../values/duree.ts";
import { champChoix, champDuree, champJour, champMontant, champSelection, facultatif } from "./champ.ts";
import { derniereValeur } from "./delais.ts";
import { champMentionNda } from "./mention-nda.ts";
import { optionsModalite } from "./options.ts";
import { optionsExoneration, optionsOffres, optionsPrixSelon } from "./options-financement.ts";

/** The fields of any devis; `partage` tells how the CPF would share the price shown. */
export function champsDevis(etat: Etat, partage: string | null) {
  return {
    date: champJour({ libelle: "Date du devis" }),
    offre: champSelection({ libelle: "À partir de quelle offre", options: optionsOffres(etat) }),
    modalite: champChoix({ libelle: "Comment", options: optionsModalite }),
    duree: champDuree({
      libelle: "Durée de l’accompagnement",
      aide: `Le temps en face à face, ${formatDuree(derniereValeur(plafondHeures))} au plus. La loi ne fixe aucun minimum ; beaucoup de centres proposent au moins ${formatDuree(derniereValeur(plancherAnnonce))}.`,
    }),
    preliminaire: champDuree({ libelle: "Dont phase préliminaire" }),
    investigation: champDuree({ libelle: "Dont phase d’investigation" }),
    conclusion: champDuree({ libelle: "Dont phase de conclusion" }),
    travailPersonnel: facultatif(
      champDuree({
        libelle: "Travail personnel, à part",
        aide: "Ce que la personne fait seule. Il n’est pas compté dans la durée ci-dessus, et le CPF ne le paie pas.",
      }),
    ),
    prix: champMontant({ libelle: "Prix", aide: partage ?? "En euros, par exemple 1 580,00." }),
    prixSelon: champChoix({ libelle: "Le prix suit", options: optionsPrixSelon }),
    mentionNda: champMentionNda(
      etat,
      "Le devis",
      " Elle est obligatoire ici quand il n’y a ni convention ni contrat.",
    ),
  };
}

/** What only the CPF asks. The shares are computed; nobody types them. */
export const champsCpf = {
  exoneration: champChoix({
    libelle: "La personne est dispensée de la participation",
    options: optionsExoneration,
  }),
  abondements: facultatif(
    champMontant({
      libelle: "Part payée par un autre financeur",
      aide: "Employeur, opérateur de compétences, France Travail. Laissez vide s’il n’y en a pas.",
    }),
  ),
  solde: facultatif(
    champMontant({
      libelle: "Droits que la personne vous a dits d’elle-même",
      aide: "Ne lui demandez ni son solde ni ses identifiants. Laissez vide : elle verra sur Mon Compte Formation.",
    }),
  ),
  participation: facultatif(
    champMontant({
      libelle: "Participation affichée par Mon Compte Formation",
      aide: "Laissez vide : elle est calculée, et comprise dans le prix.",
    }),
  ),
};
