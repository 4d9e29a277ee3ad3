import type { Beneficiaire } from "../law/etat.ts";
import { parseAdresseCourriel } from "../values/adresse-courriel.ts";
import { parseSiren } from "../values/siret.ts";
import { formatTelephone, parseTelephone } from "../values/telephone.ts";
import type { Refus, Saisie } from "./acte.ts";
import { champCase, champSelection, champTexte, facultatif } from "./champ.ts";

// What is no number is refused below, with all that is wrong: a field that cannot be read would be told alone.
const lu = champTexte({ libelle: "Téléphone" });
const telephone: typeof lu = {
  ...lu,
  lire: (brut) => {
    const texte = lu.lire(brut);
    return typeof texte === "string" ? formatTelephone(texte) : texte;
  },
};

/** Who she is and how to reach her: asked at the opening of the dossier, corrected later. */
export const CHAMPS_IDENTITE = {
  prenom: champTexte({ libelle: "Prénom" }),
  nom: champTexte({ libelle: "Nom" }),
  courriel: facultatif(champTexte({ libelle: "Adresse électronique" })),
  telephone: facultatif(telephone),
  discretion: champCase({
    libelle: "La personne demande la discrétion",
    aide: "Nos messages ne parleront pas de bilan de compétences.",
  }),
};

/** Who calls. Nothing that the bilan does not need. */
export const CHAMPS_PERSONNE = {
  ...CHAMPS_IDENTITE,
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

/** What no identity may hold, at its field. */
export function refusDIdentite(s: Saisie<typeof CHAMPS_IDENTITE>): Refus[] {
  const refus: Refus[] = [];
  if (s.courriel !== null && parseAdresseCourriel(s.courriel) === null) {
    refus.push({ champ: "courriel", phrase: "Cette adresse électronique n’est pas complète." });
  }
  if (s.telephone !== null && parseTelephone(s.telephone) === null) {
    refus.push({
      champ: "telephone",
      phrase: "Ce numéro n’est pas un numéro de téléphone : écrivez ses chiffres.",
    });
  }
  for (const champ of ["prenom", "nom"] as const) {
    if (s[champ].length > 120) refus.push({ champ, phrase: "Raccourcissez à 120 caractères." });
  }
  return refus;
}

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
  refus.push(...refusDIdentite(s));
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
