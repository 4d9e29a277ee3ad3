import { devisDeReference } from "../../../law/calcul/devis-de-reference.ts";
import { enumeration } from "../../../law/calcul/phrases.ts";
import type { Etat } from "../../../law/etat.ts";
import { argentPublic, payeElleMeme, planOuReclassement } from "../../../law/financeurs.ts";
import { manquantes } from "../../../law/listes/mention.ts";
import { libelleDuPoint, POINTS_INFORMATION, POINTS_PAYEUR } from "../../../law/listes/points-information.ts";
import { acceptationConvention } from "../../../law/parameters/acceptation-convention.ts";
import { retractationContrat } from "../../../law/parameters/retractation-contrat.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import { formatMontant } from "../../../values/montant.ts";
import { formatTelephone } from "../../../values/telephone.ts";
import { derniereValeur } from "../../delais.ts";
import { NOMS_DES_PAYEURS, payeParCpf } from "../../options-financement.ts";
import type { Clause } from "./clause.ts";
import { DESTRUCTION, ENTRETIEN_DE_SUIVI, OBJET, SECRET } from "./la-loi.ts";
import { conseillerDit, deroulementDit, dureeDite, phasesDites, prixDit, referencesDe } from "./la-vente.ts";

/** What she is told before she enrols (L6353-8, L6313-4), to her: each sentence is a fact's or the law's. */
export function clausesDeLInformation(etat: Etat): Clause[] {
  return [
    { codes: [], titre: "Qui vous accompagne", dit: qui(etat) },
    { codes: [], titre: "Ce qu’est un bilan de compétences", dit: OBJET },
    { codes: [], titre: "Ses trois phases", dit: [...phasesDites(etat), ENTRETIEN_DE_SUIVI] },
    { codes: [], titre: "Combien de temps", dit: dureeDite(etat) },
    { codes: [], titre: "Où et comment", dit: deroulementDit(etat) },
    { codes: [], titre: "Le prix", dit: prixDit(etat) },
    { codes: [], titre: "Qui paie", dit: quiPaie(etat) },
    { codes: [], titre: "Le secret, et qui voit quoi", dit: SECRETS },
    { codes: [], titre: "Ce que devient ce que vous écrivez", dit: [...DESTRUCTION, PREUVES_QUI_RESTENT] },
    { codes: [], titre: "Ce que vous pouvez refuser", dit: REFUSER },
    { codes: [], titre: "Changer d’avis", dit: changerDAvis(etat) },
    { codes: [], titre: "Poser une question, se plaindre", dit: sePlaindre(etat) },
    { codes: [], titre: "Ce que l’on vous a remis par écrit", dit: remis(etat) },
  ];
}

function qui(etat: Etat): string[] {
  const conseiller = conseillerDit(etat);
  return conseiller === undefined
    ? []
    : [`Vous avez rencontré ${conseiller.nom} à l’entretien préalable.`, ...referencesDe(conseiller)];
}

function quiPaie(etat: Etat): string[] {
  const { financement } = etat;
  if (financement === null) return [];
  const cpf = payeParCpf(etat) ? (devisDeReference(etat)?.cpf ?? null) : null;
  return [
    `Qui paie, d’après le dossier : ${enumeration(financement.financeurs.map((f) => NOMS_DES_PAYEURS[f]))}.`,
    ...(cpf === null
      ? []
      : [
          `Pris sur vos droits : ${formatMontant(cpf.droits)}. Il vous reste à payer ${formatMontant(cpf.resteACharge)}.`,
        ]),
  ];
}

/** L6313-4 al. 3 and 4; what each role sees is the table of access. */
const SECRETS = [
  SECRET,
  "Vos réponses, vos travaux et les notes sont lus par vous et par votre conseiller. Le reste de l’organisme n’en voit que les dates et les preuves.",
  "Qui gère l’organisme peut emporter tous ses dossiers, textes compris, dans un fichier fermé. Vous voyez alors qui, et quand.",
  "Vous recevez, et vous seul, les résultats détaillés et la synthèse. Ils ne vont à personne d’autre sans votre accord, pas même à qui paie.",
  "Un employeur qui paie voit la convention, le certificat et ses factures. Il voit vos présences si le bilan a lieu sur le temps de travail.",
  "On vous demande de répondre de bonne foi.",
] as const;

/** The proof file outlives the contents (webinar, Q17); its several terms are in the table of retention. */
const PREUVES_QUI_RESTENT =
  "Les dates et les signatures restent plus longtemps : elles prouvent que le bilan a eu lieu.";

/** L6313-4 al. 2 and 3, L6353-9. */
const REFUSER = [
  "Le bilan ne se fait qu’avec votre consentement. Vous pouvez le refuser.",
  "Si vous êtes salarié, votre refus n’est pas une faute et n’est pas un motif de licenciement.",
  "Vous pouvez ne pas répondre à une question qui n’a pas de lien direct et nécessaire avec le bilan.",
  "Vous pouvez refuser de montrer ou de faire garder un document, et retirer un accord déjà donné.",
] as const;

function changerDAvis(etat: Etat): string[] {
  return [
    ...(payeElleMeme(etat)
      ? [
          `Vous avez ${derniereValeur(retractationContrat)} jours après la signature du contrat pour changer d’avis, par lettre recommandée avec avis de réception. Vous ne payez rien avant la fin de ce délai.`,
        ]
      : []),
    ...(planOuReclassement(etat)
      ? [
          `Vous avez ${derniereValeur(acceptationConvention)} jours pour signer la convention que votre employeur vous transmet. Ne pas répondre, c’est refuser.`,
        ]
      : []),
    ...(payeParCpf(etat)
      ? ["Avec votre compte formation, ses conditions générales d’utilisation disent comment annuler."]
      : []),
  ];
}

function sePlaindre(etat: Etat): string[] {
  const { telephone, courriel } = etat.organisme;
  const moyens = [telephone === null ? null : formatTelephone(telephone), courriel].filter((m) => m !== null);
  return [
    ...(moyens.length === 0 ? [] : [`L’organisme se joint ainsi : ${moyens.join(", ")}.`]),
    // Indicator 31 is for those whom public money pays.
    ...(argentPublic(etat) ? ["Il doit traiter une réclamation que vous lui écrivez."] : []),
    ...(payeParCpf(etat)
      ? ["Avec votre compte formation, vous pouvez aussi vous plaindre à la Caisse des Dépôts."]
      : []),
  ];
}

function remis(etat: Etat): string[] {
  const { date, points } = etat.information!;
  const absents = manquantes([...POINTS_INFORMATION, ...(payeElleMeme(etat) ? POINTS_PAYEUR : [])], points);
  return [
    ...(points.length === 0
      ? []
      : [`Le ${formatJour(date)}, d’après le dossier : ${enumeration(points.map(libelleDuPoint))}.`]),
    ...(absents.length === 0
      ? []
      : [`Le dossier ne dit pas que vous ayez déjà reçu ${enumeration(absents)}.`]),
  ];
}
