import { devisDeReference } from "../../law/calcul/devis-de-reference.ts";
import { employeurAuDossier } from "../../law/calcul/employeur.ts";
import type { Etat } from "../../law/etat.ts";
import { planOuReclassement } from "../../law/financeurs.ts";
import { MENTIONS_FINANCEE_2025, MENTIONS_TRIPARTITE } from "../../law/listes/mentions-convention.ts";
import { acceptationConvention } from "../../law/parameters/acceptation-convention.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import type { Jour } from "../../values/jour.ts";
import { defineActe, type Refus } from "../acte.ts";
import {
  champCase,
  champChoix,
  champChoixMultiples,
  champJour,
  champNombre,
  champTexte,
  champTexteLong,
  facultatif,
} from "../champ.ts";
import { derniereValeur } from "../delais.ts";
import { conventionTransmise } from "../faits/commande.ts";
import { champMentionNda, mentionNdaProposee, refusDeMention } from "../mention-nda.ts";
import { optionsMentions } from "../options-fin.ts";
import { pasAvant, pasFuture, refus, sauf } from "../refus.ts";
import { codesDits } from "../signature/clauses/clause.ts";
import { clausesDeLaConvention, type TermesDeLaConvention } from "../signature/clauses/convention.ts";

const formes = [
  { valeur: "tripartite", libelle: "À trois : employeur, personne et organisme" },
  { valeur: "bilaterale", libelle: "À deux : l’organisme et qui achète" },
] as const;

const SANS_TERMES: TermesDeLaConvention = {
  debut: null,
  fin: null,
  tauxDistance: null,
  reglement: null,
  clauseSynthese: false,
};

/** What was ticked, and what the text to sign says of itself. */
function mentionsDites(etat: Etat, termes: TermesDeLaConvention, cochees: readonly string[]): string[] {
  return [...new Set([...cochees, ...codesDits(clausesDeLaConvention(etat, termes))])];
}

/** No employer is in the dossier: none is named, none signs, none transmits it. */
function sansEmployeur(
  etat: Etat,
  d: { forme: string; entreprise: string | null; transmiseParEmployeurLe: Jour | null },
): (Refus | false)[] {
  if (employeurAuDossier(etat)) return [];
  const dit = (champ: string, phrase: string) =>
    refus(
      champ,
      phrase,
      "Cela devient possible quand le financement dit qu’un employeur paie ou demande le bilan.",
    );
  return [
    d.forme === "tripartite" &&
      dit("forme", "Ce dossier n’a pas d’employeur : la convention se signe à deux."),
    d.entreprise !== null && dit("entreprise", "Ce dossier n’a pas d’employeur : n’en nommez pas."),
    d.transmiseParEmployeurLe !== null &&
      dit("transmiseParEmployeurLe", "Ce dossier n’a pas d’employeur : laissez ce jour vide."),
  ];
}

export const transmettreConvention = defineActe({
  nom: "transmettreConvention",
  titre: "Transmettre la convention",
  chapeau: "Le projet de convention est envoyé. Un nouvel envoi efface les signatures déjà notées.",
  nature: "decision",
  champs: (etat) => ({
    date: champJour({
      libelle: "Date de l’envoi",
      aide:
        etat.information === null
          ? "L’information de la personne n’est pas notée. Notez-la d’abord : sans elle, la personne ne pourra pas signer."
          : undefined,
    }),
    forme: champChoix({
      libelle: "Forme",
      aide: "Au plan de l’employeur ou en congé de reclassement, il faut une convention à trois.",
      options: formes,
    }),
    transmiseParEmployeurLe: facultatif(
      champJour({
        libelle: "Jour où l’employeur l’a transmise à son salarié",
        aide: `Le salarié a ${derniereValeur(acceptationConvention)} jours pour signer. Son silence vaut refus.`,
      }),
    ),
    entreprise: facultatif(
      champTexte({
        libelle: "Nom de l’entreprise qui signe",
        aide: "Qui signe pour elle est la personne à qui vous ouvrez un espace d’employeur.",
      }),
    ),
    debut: facultatif(champJour({ libelle: "Le bilan se tient du" })),
    fin: facultatif(champJour({ libelle: "Jusqu’au" })),
    tauxDistance: facultatif(
      champNombre({
        libelle: "Part des heures à distance, en pour cent",
        aide: "Utile seulement quand une partie est à distance et l’autre sur place.",
        min: 0,
        max: 100,
      }),
    ),
    reglement: facultatif(
      champTexteLong({
        libelle: "Quand et comment le prix est payé",
        aide: "L’employeur lit ce texte. N’y écrivez rien de la personne.",
      }),
    ),
    mentions: champChoixMultiples({
      libelle: "Ce que la convention dit",
      aide:
        devisDeReference(etat) === null
          ? "Sans devis, le texte à signer ne dit ni la durée, ni le déroulement, ni le prix : il ne pourra pas être signé à l’écran."
          : "Ce que le dossier sait écrire est déjà coché. Cochez le reste seulement s’il est écrit.",
      min: 1,
      options: optionsMentions(MENTIONS_TRIPARTITE, MENTIONS_FINANCEE_2025),
    }),
    mentionNda: champMentionNda(etat, "Elle"),
    clauseSynthese: champCase({
      libelle: "Elle prévoit de remettre la synthèse à un autre que la personne",
      aide: "La loi l’interdit sans l’accord de la personne : cette convention serait refusée.",
    }),
  }),
  valeurs: (etat, contexte) => ({
    date: formatJourSaisie(contexte.au),
    forme: etat.convention?.forme ?? (planOuReclassement(etat) ? "tripartite" : "bilaterale"),
    entreprise: etat.convention?.entreprise ?? "",
    debut: etat.convention?.debut == null ? "" : formatJourSaisie(etat.convention.debut),
    fin: etat.convention?.fin == null ? "" : formatJourSaisie(etat.convention.fin),
    tauxDistance: String(etat.convention?.tauxDistance ?? ""),
    reglement: etat.convention?.reglement ?? "",
    mentions: etat.convention?.mentions ?? mentionsDites(etat, SANS_TERMES, []),
    mentionNda: mentionNdaProposee(etat),
  }),
  decider: (etat, { date, mentions, ...donnees }, contexte) =>
    sauf(
      [
        pasAvant(date, etat.demande?.date, "la demande"),
        refusDeMention(etat, donnees.mentionNda),
        ...sansEmployeur(etat, donnees),
        pasFuture(donnees.transmiseParEmployeurLe, contexte.au, "transmiseParEmployeurLe"),
        donnees.fin !== null && pasAvant(donnees.fin, donnees.debut, "le début", "fin"),
      ],
      () => [
        conventionTransmise.nouveau(date, { ...donnees, mentions: mentionsDites(etat, donnees, mentions) }),
      ],
    ),
});
