/** A piece of a fact that the form of correction can change. */
export type Donnee =
  | "jour"
  | "debut"
  | "fin"
  | "duree"
  | "montant"
  | "autreJour"
  | "preuve"
  | "forceMajeure"
  | "themes";

export interface Modifiable {
  /** Where it stands in the data of the fact; a dot goes one level down. */
  chemin: string;
  /** How the form names it for this kind of fact. */
  libelle: string;
}

type Modifiables = Partial<Record<Donnee, Modifiable>>;

const PLAN: Modifiables = {
  jour: { chemin: "date", libelle: "Nouvelle date de la séance" },
  debut: { chemin: "debut", libelle: "Nouvelle heure de début" },
  fin: { chemin: "fin", libelle: "Nouvelle heure de fin" },
};
const preuve: Modifiable = { chemin: "preuve", libelle: "Preuve reçue" };

/** What can be changed in each kind of fact, besides its day; a fact that is not here is only moved or cancelled. */
export const MODIFIABLES: Readonly<Record<string, Modifiables>> = {
  "seance_planifiee.v1": PLAN,
  "seance_deplacee.v1": PLAN,
  "seance_tenue.v1": {
    ...PLAN,
    duree: { chemin: "fait", libelle: "Temps passé ensemble" },
    themes: { chemin: "themes", libelle: "Ce que vous avez travaillé" },
  },
  "absence_constatee.v1": { preuve },
  "entretien_prealable_tenu.v1": { duree: { chemin: "duree", libelle: "Durée de l’entretien" } },
  "financement_arrete.v1": {
    autreJour: { chemin: "bilanAnterieur.financeLe", libelle: "Date de financement du bilan antérieur" },
  },
  "commande_passee.v1": { autreJour: { chemin: "debutPrevu", libelle: "Début demandé" } },
  "commande_repondue.v1": { autreJour: { chemin: "debutPrevu", libelle: "Début proposé" } },
  "versement_recu.v1": { montant: { chemin: "montant", libelle: "Montant reçu" } },
  "absence_demandee.v1": { autreJour: { chemin: "debut", libelle: "Début demandé de l’absence" } },
  "entree_declaree.v1": {
    autreJour: { chemin: "effectiveLe", libelle: "Date réelle de l’entrée" },
    preuve,
  },
  "duree_ajustee.v1": { duree: { chemin: "duree", libelle: "Durée convenue" } },
  "evenement_survenu.v1": {
    autreJour: { chemin: "jusquAu", libelle: "Fin de l’événement" },
    preuve,
  },
  "suivi_propose.v1": { autreJour: { chemin: "prevuLe", libelle: "Date de l’entretien de suivi" } },
  "bilan_interrompu.v1": {
    forceMajeure: { chemin: "forceMajeure", libelle: "C’est un cas de force majeure" },
    preuve,
  },
  "service_fait_declare.v1": {
    autreJour: { chemin: "sortieLe", libelle: "Date réelle de la sortie" },
    duree: { chemin: "minutesDeclarees", libelle: "Heures déclarées" },
    montant: { chemin: "montantSimule", libelle: "Montant annoncé par EDOF" },
  },
  "certificat_emis.v1": { duree: { chemin: "minutes", libelle: "Heures du certificat" } },
  "conservation_autorisee.v1": { autreJour: { chemin: "jusquAu", libelle: "Fin de la conservation" } },
  "controle_ouvert.v1": { autreJour: { chemin: "echeance", libelle: "Répondre au plus tard le" } },
};

/** What of a fact of that type can be corrected besides its day; nothing for a type that the table leaves out. */
export function modifiablesDe(type: string): Modifiables {
  return MODIFIABLES[type] ?? {};
}

/** The data with the value at `chemin` replaced; null when the path leads through something that is not there. */
export function remplacer(donnees: unknown, chemin: string, valeur: unknown): Record<string, unknown> | null {
  if (typeof donnees !== "object" || donnees === null) return null;
  const [tete, ...suite] = chemin.split(".");
  const dedans = donnees as Record<string, unknown>;
  const suivant = suite.length === 0 ? valeur : remplacer(dedans[tete!], suite.join("."), valeur);
  return suite.length > 0 && suivant === null ? null : { ...dedans, [tete!]: suivant };
}
