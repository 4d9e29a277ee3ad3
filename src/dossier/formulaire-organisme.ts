import { z } from "zod";
import type { Organisme } from "../law/etat.ts";
import { jour } from "../values/jour.ts";
import { parseSiret } from "../values/siret.ts";
import type { Refus, Saisie } from "./acte.ts";
import {
  champChoix,
  champJour,
  champSelection,
  champTelephone,
  champTexte,
  champTexteLong,
  facultatif,
} from "./champ.ts";
import { TERRITOIRES } from "./organisme.ts";

const NOMS_TERRITOIRES: Record<(typeof TERRITOIRES)[number], string> = {
  metropole: "France métropolitaine",
  "alsace-moselle": "Alsace ou Moselle",
  guadeloupe: "Guadeloupe",
  martinique: "Martinique",
  guyane: "Guyane",
  reunion: "La Réunion",
  mayotte: "Mayotte",
  "saint-martin": "Saint-Martin",
  "saint-barthelemy": "Saint-Barthélemy",
};

/** First start: the organisation and its first counsellor on one page. */
export const CHAMPS_ORGANISME = {
  raisonSociale: champTexte({ libelle: "Nom de l’organisme" }),
  siret: champTexte({ libelle: "SIRET", aide: "14 chiffres. Sa clé est vérifiée." }),
  nda: facultatif(
    champTexte({
      libelle: "Numéro de déclaration d’activité",
      aide: "11 chiffres. Laissez vide avant la première convention.",
    }),
  ),
  regionPrefet: facultatif(
    champTexte({
      libelle: "Région du préfet qui l’a enregistrée",
      aide: "Par exemple : Bretagne. Vos papiers doivent la citer avec le numéro.",
    }),
  ),
  adresse: facultatif(
    champTexteLong({ libelle: "Adresse", aide: "Comme elle doit s’imprimer sur vos papiers." }),
  ),
  telephone: facultatif(champTelephone({ libelle: "Téléphone" })),
  regimeTva: champChoix({
    libelle: "TVA",
    options: [
      {
        valeur: "attestation",
        libelle: "Exonérée, avec l’attestation de la DREETS (art. 261-4-4° a du CGI)",
      },
      { valeur: "franchise", libelle: "Franchise en base (art. 293 B du CGI)" },
      { valeur: "assujetti", libelle: "Avec TVA" },
    ],
  }),
  territoire: champSelection({
    libelle: "Où comptez-vous les jours fériés",
    options: TERRITOIRES.map((valeur) => ({ valeur, libelle: NOMS_TERRITOIRES[valeur] })),
  }),
  certificatNumero: facultatif(
    champTexte({
      libelle: "Certificat Qualiopi, catégorie bilans de compétences",
      aide: "Son numéro. Laissez vide si vous n’en avez pas : seuls les fonds privés vous sont alors ouverts.",
    }),
  ),
  certificatDu: facultatif(champJour({ libelle: "Certificat valable du" })),
  certificatAu: facultatif(champJour({ libelle: "Certificat valable au" })),
  conseiller: champTexte({
    libelle: "Votre prénom et votre nom",
    aide: "La première personne qui accompagne.",
  }),
  qualite: facultatif(
    champTexte({
      libelle: "Votre qualité, si vous signez pour l’organisme",
      aide: "Par exemple : gérante. Le certificat de réalisation la demande.",
    }),
  ),
  domaine: champSelection({
    libelle: "Votre domaine de compétence",
    options: [
      { valeur: "orientation", libelle: "Orientation professionnelle" },
      { valeur: "psychologie_du_travail", libelle: "Psychologie du travail" },
      { valeur: "ressources_humaines", libelle: "Ressources humaines" },
    ],
  }),
  preuve: champTexte({ libelle: "Ce qui l’atteste", aide: "Par exemple : diplôme et curriculum vitæ." }),
  courriel: champTexte({ libelle: "Votre adresse électronique" }),
  motDePasse: champTexte({
    libelle: "Votre phrase de passe",
    aide: "12 caractères au moins. Quatre mots que vous retenez conviennent.",
  }),
};

/** The same fields under the headings of the page. */
export const GROUPES_ORGANISME: readonly {
  titre: string;
  champs: readonly (keyof typeof CHAMPS_ORGANISME)[];
}[] = [
  { titre: "L’organisme", champs: ["raisonSociale", "siret", "nda", "regionPrefet"] },
  { titre: "Sur vos papiers", champs: ["adresse", "telephone", "regimeTva", "territoire"] },
  { titre: "Votre certificat Qualiopi", champs: ["certificatNumero", "certificatDu", "certificatAu"] },
  { titre: "Vous, qui accompagnez", champs: ["conseiller", "qualite", "domaine", "preuve"] },
  { titre: "Votre compte", champs: ["courriel", "motDePasse"] },
];

/** SIRET and declaration number as typed, without their spaces; null beside the refusal of one that is wrong. */
export function lireNumeros(s: { siret: string; nda: string | null }) {
  const refus: Refus[] = [];
  const siret = parseSiret(s.siret);
  if (siret === null)
    refus.push({ champ: "siret", phrase: "Ce SIRET n’est pas valide : vérifiez ses 14 chiffres." });
  const nda = s.nda?.replace(/\s/g, "") ?? null;
  if (nda !== null && !/^\d{11}$/.test(nda))
    refus.push({ champ: "nda", phrase: "Le numéro de déclaration d’activité a 11 chiffres." });
  return { siret, nda, refus };
}

/** Builds the organisation from the form, or says at which field it cannot. */
export function lireOrganismeSaisi(s: Saisie<typeof CHAMPS_ORGANISME>): Organisme | Refus[] {
  const { siret, nda, refus } = lireNumeros(s);
  // Exactly what the accounts accept: an organisation whose account is refused afterwards could never be entered.
  if (!z.email().safeParse(s.courriel).success) {
    refus.push({ champ: "courriel", phrase: "Cette adresse électronique n’est pas complète." });
  }
  if (s.motDePasse.length < 12)
    refus.push({ champ: "motDePasse", phrase: "Choisissez au moins 12 caractères." });
  if (s.motDePasse.length > 200)
    refus.push({ champ: "motDePasse", phrase: "Choisissez 200 caractères au plus." });
  if (s.certificatNumero !== null && (s.certificatDu === null || s.certificatAu === null)) {
    refus.push({ champ: "certificatDu", phrase: "Indiquez les deux dates du certificat." });
  }
  if (s.certificatDu !== null && s.certificatAu !== null && s.certificatAu <= s.certificatDu) {
    refus.push({ champ: "certificatAu", phrase: "Le certificat doit finir après avoir commencé." });
  }
  if (refus.length > 0 || siret === null) return refus;
  return {
    raisonSociale: s.raisonSociale,
    siret,
    nda,
    territoire: s.territoire,
    regimeTva: s.regimeTva,
    certificats:
      s.certificatNumero === null
        ? []
        : [
            {
              numero: s.certificatNumero,
              du: s.certificatDu ?? jour("1970-01-01"),
              au: s.certificatAu ?? jour("1970-01-01"),
              categories: ["bilan"],
            },
          ],
    intervenants: [
      {
        id: "i1",
        nom: s.conseiller,
        competences: [{ domaine: s.domaine, preuve: s.preuve }],
        titrePsychologue: null,
        habilitations: [],
        secretSigneLe: null,
        partiLe: null,
      },
    ],
    offres: [],
    autresActivites: null,
    equipeBilanIdentifiee: null,
    indicateurs: [],
    grilleTarifaire: null,
    groupe: [],
    adresse: s.adresse,
    telephone: s.telephone,
    courriel: s.courriel,
    regionPrefet: s.regionPrefet,
    representant: s.qualite === null ? null : { nom: s.conseiller, qualite: s.qualite },
    logo: null,
    couleur: null,
  };
}
