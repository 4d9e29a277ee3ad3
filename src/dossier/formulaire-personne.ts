import type { Beneficiaire } from "../law/etat.ts";
import { parseSiren } from "../values/siret.ts";
import type { Refus, Saisie } from "./acte.ts";
import { champCase, champSelection, champTexte, facultatif } from "./champ.ts";

/** Who calls: asked once, at the opening of the dossier. Nothing that the bilan does not need. */
export const CHAMPS_PERSONNE = {
  prenom: champTexte({ libelle: "Prénom" }),
  nom: champTexte({ libelle: "Nom" }),
  courriel: facultatif(champTexte({ libelle: "Adresse électronique" })),
  telephone: facultatif(champTexte({ libelle: "Téléphone" })),
  discretion: champCase({
    libelle: "La personne demande la discrétion",
    aide: "Nos messages ne parleront pas de bilan de compétences.",
  }),
  statut: champSelection({
    libelle: "Sa situation",
    options: [
      { valeur: "salarie", libelle: "En emploi salarié" },
      { valeur: "demandeur_emploi", libelle: "À la recherche d’un emploi" },
      { valeur: "independant", libelle: "À son compte" },
      { valeur: "agent_public", libelle: "Dans la fonction publique" },
      { valeur: "retraite", libelle: "À la retraite" },
      { valeur: "etudiant", libelle: "En études" },
      { valeur: "autre", libelle: "Une autre situation" },
    ],
  }),
  employeurSiren: facultatif(
    champTexte({
      libelle: "SIREN de son employeur",
      aide: "9 chiffres. Sert à vérifier que l’employeur n’est pas l’organisme du bilan.",
    }),
  ),
};

/** Identity and status from the form, or what is wrong at which field. */
export function lirePersonne(s: Saisie<typeof CHAMPS_PERSONNE>):
  | {
      identite: Omit<Saisie<typeof CHAMPS_PERSONNE>, "statut" | "employeurSiren">;
      beneficiaire: Beneficiaire;
    }
  | Refus[] {
  const siren = s.employeurSiren === null ? null : parseSiren(s.employeurSiren);
  const refus: Refus[] = [];
  if (s.employeurSiren !== null && siren === null) {
    refus.push({ champ: "employeurSiren", phrase: "Ce SIREN n’est pas valide : vérifiez ses 9 chiffres." });
  }
  if (s.courriel !== null && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(s.courriel)) {
    refus.push({ champ: "courriel", phrase: "Cette adresse électronique n’est pas complète." });
  }
  for (const champ of ["prenom", "nom"] as const) {
    if (s[champ].length > 120) refus.push({ champ, phrase: "Raccourcissez à 120 caractères." });
  }
  if (refus.length > 0) return refus;
  const { prenom, nom, courriel, telephone, discretion, statut } = s;
  return {
    identite: { prenom, nom, courriel, telephone, discretion },
    beneficiaire: {
      statut,
      employeurSiren: siren,
      fonctionPublique: null,
      mineur: false,
      accordTuteur: false,
    },
  };
}
