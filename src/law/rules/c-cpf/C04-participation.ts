import { formatJour } from "../../../values/dates-fr.ts";
import { jour } from "../../../values/jour.ts";
import { euros, formatMontant } from "../../../values/montant.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { devisDeReference } from "../../calcul/devis-de-reference.ts";
import { participationDue, partsCpf } from "../../calcul/parts-cpf.ts";
import type { Devis, Etat } from "../../etat.ts";
import { participationCpf } from "../../parameters/participation-cpf.ts";
import { jourDeLaDemande } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import {
  exonerationsLegales,
  exonerationsReglementaires,
  ordreDeFinancement,
  participationDansLePrix,
} from "../../textes/cpf.ts";
import { conforme, indetermine, nonConforme } from "../../verdict.ts";
import { horsCpf } from "./cpf.ts";
import { commande, devis, payePar } from "./exemples.ts";

const EXONERATION = "L’exonération est déclarée par la personne ; Mon Compte Formation la vérifie.";
const SECONDAIRE =
  "Le montant et sa place dans le prix viennent de sources secondaires concordantes ; comparez avec Mon Compte Formation.";

const AGENT =
  "Un agent public qui utilise un CPF en heures n’aurait pas de participation à payer, d’après un compte rendu : vérifiez avec lui.";

/** What contradicts the declared exemption, null when nothing does. */
function exonerationDouteuse(cpf: NonNullable<Devis["cpf"]>, etat: Etat): string | null {
  const demandeur = etat.beneficiaire.statut === "demandeur_emploi";
  const { exoneration, participation } = cpf;
  if (exoneration === null) {
    return demandeur && participation > 0
      ? `${formatMontant(participation)} de participation demandés à une personne en recherche d’emploi, qui en est exonérée.`
      : null;
  }
  if (participation > 0) {
    return `${formatMontant(participation)} de participation demandés à une personne déclarée exonérée.`;
  }
  if (exoneration === "demandeur_emploi" && !demandeur) {
    return "Exonération de demandeur d’emploi, alors que la personne n’est pas déclarée en recherche d’emploi.";
  }
  return exoneration === "abondement_employeur" && cpf.abondements === 0
    ? "Exonération pour abondement de l’employeur, alors qu’aucun abondement n’est inscrit."
    : null;
}

export default defineRule({
  id: "C04",
  statement:
    "La personne paie la participation en vigueur le jour de sa demande, comprise dans le prix, sauf exonération.",
  gravite: "majeure",
  effet: "bloque",
  questions: [],
  sources: [
    participationCpf.values[0]!.source,
    exonerationsLegales,
    exonerationsReglementaires,
    ordreDeFinancement,
    ...participationCpf.values.slice(1).map((v) => v.source),
    participationDansLePrix,
  ],
  inForce: { from: jour("2024-05-02"), until: null, repere: "demande" },
  avant: "Avant le 2 mai 2024, aucune participation n’était demandée au titulaire.",
  remede: "les parts du devis font exactement le prix et contiennent la participation due.",
  evaluate: (etat, au) => {
    const dehors = horsCpf(etat);
    if (dehors !== null) return dehors;
    const retenu = devisDeReference(etat);
    const cpf = retenu?.cpf ?? null;
    if (retenu === null || cpf === null) {
      return indetermine("Le partage du prix entre les droits CPF et la personne.", { acte: "emettreDevis" });
    }
    const { prix } = retenu;
    const total = cpf.droits + cpf.abondements + cpf.resteACharge;
    if (total !== prix) {
      return nonConforme(
        `Droits, abondements et reste à charge font ${formatMontant(total)} pour un prix de ${formatMontant(prix)}.`,
      );
    }
    const doute = exonerationDouteuse(cpf, etat);
    if (doute !== null) return nonConforme(doute, EXONERATION);
    const demandeLe = jourDeLaDemande(etat) ?? au;
    const { solde, abondements } = cpf;
    // L6323-7 exempts a job seeker whatever box was ticked.
    const exoneration =
      cpf.exoneration ?? (etat.beneficiaire.statut === "demandeur_emploi" ? "demandeur_emploi" : null);
    const due = participationDue(exoneration, demandeLe);
    // Computed from the texts alone: the participation written in the devis is what is being checked.
    const parts = partsCpf({ prix, solde, abondements, exoneration, demandeLe });
    if ("inconnu" in parts) return indetermine(parts.inconnu);
    const agent = etat.beneficiaire.statut === "agent_public" ? AGENT : undefined;
    // A text gives the amount of 2024; that it lies inside the price was read in accounts only.
    const certain = due.source?.confiance === "texte" && cpf.participation !== parts.participation;
    const reserve = agent ?? (certain ? undefined : SECONDAIRE);
    if (cpf.participation !== parts.participation || cpf.resteACharge < parts.participation) {
      const depuis = due.depuis === null ? "" : ` (montant en vigueur depuis le ${formatJour(due.depuis)})`;
      return nonConforme(
        `Participation inscrite : ${formatMontant(cpf.participation)}, dans un reste à charge de ${formatMontant(cpf.resteACharge)}. Due : ${formatMontant(parts.participation)}${depuis}.`,
        reserve,
      );
    }
    if (cpf.solde !== null && cpf.droits < parts.droits) {
      return nonConforme(
        `${formatMontant(cpf.resteACharge)} à la charge de la personne : ${formatMontant(parts.resteACharge)} suffisent, la participation compte dans le prix.`,
        SECONDAIRE,
      );
    }
    return conforme(
      `${formatMontant(cpf.resteACharge)} à payer par la personne, dont ${formatMontant(cpf.participation)} de participation ; son employeur ou un opérateur de compétences peut les payer, l’organisme non, d’après les conditions générales.`,
    );
  },
  examples: [
    { cas: "1 580 € : 1 430 € de droits et 150 € de participation", etat: {}, attendu: "conforme" },
    {
      cas: "1 800 € : 1 600 € de droits et 200 € qui contiennent les 150 €",
      etat: devis({ prix: euros(1800) }, { droits: euros(1600), resteACharge: euros(200) }),
      attendu: "conforme",
    },
    {
      cas: "la participation ajoutée au-dessus du reste : 350 € au lieu de 200 €",
      etat: devis(
        { prix: euros(1800) },
        { solde: euros(3000), droits: euros(1450), resteACharge: euros(350) },
      ),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "les parts ne font pas le prix",
      etat: devis({}, { droits: euros(1580) }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "aucune participation en 2026 : le montant vient de sources secondaires",
      etat: devis({}, { droits: euros(1580), participation: euros(0), resteACharge: euros(0) }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "aucune participation en 2024 : le texte des 100 € a été lu",
      etat: {
        ...devis({}, { droits: euros(1580), participation: euros(0), resteACharge: euros(0) }),
        ...commande({ demandeLe: jour("2024-06-03") }),
      },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "100 € en 2024, ajoutés au-dessus du prix",
      etat: {
        ...devis({}, { droits: euros(1580), participation: euros(100), resteACharge: euros(0) }),
        ...commande({ demandeLe: jour("2024-06-03") }),
      },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "aucune participation en 2024, pour un agent public",
      etat: {
        ...devis({}, { droits: euros(1580), participation: euros(0), resteACharge: euros(0) }),
        ...commande({ demandeLe: jour("2024-06-03") }),
        beneficiaire: { ...BILAN.beneficiaire, statut: "agent_public", fonctionPublique: "etat" },
      },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "103,20 € le 1er avril 2026",
      etat: {
        ...devis({}, { droits: euros(1476.8), participation: euros(103.2), resteACharge: euros(103.2) }),
        ...commande({ demandeLe: jour("2026-04-01") }),
      },
      attendu: "conforme",
    },
    {
      cas: "encore 103,20 € le 2 avril 2026",
      etat: {
        ...devis({}, { droits: euros(1476.8), participation: euros(103.2), resteACharge: euros(103.2) }),
        ...commande({ demandeLe: jour("2026-04-02") }),
      },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "un prix inférieur à la participation est payé en entier par la personne",
      etat: devis(
        { prix: euros(120) },
        { droits: euros(0), participation: euros(120), resteACharge: euros(120) },
      ),
      attendu: "conforme",
    },
    {
      cas: "demandeur d’emploi exonéré",
      etat: {
        ...devis(
          {},
          {
            droits: euros(1580),
            participation: euros(0),
            resteACharge: euros(0),
            exoneration: "demandeur_emploi",
          },
        ),
        beneficiaire: {
          statut: "demandeur_emploi",
          employeurSiren: null,
          fonctionPublique: null,
          mineur: false,
          accordTuteur: false,
        },
      },
      attendu: "conforme",
    },
    {
      cas: "demandeur d’emploi, rien de demandé, exonération non cochée",
      etat: {
        ...devis({}, { droits: euros(1580), participation: euros(0), resteACharge: euros(0) }),
        beneficiaire: { ...BILAN.beneficiaire, statut: "demandeur_emploi", employeurSiren: null },
      },
      attendu: "conforme",
    },
    {
      cas: "exonération de demandeur d’emploi déclarée par une salariée",
      etat: devis(
        {},
        {
          droits: euros(1580),
          participation: euros(0),
          resteACharge: euros(0),
          exoneration: "demandeur_emploi",
        },
      ),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "participation de 2027 inconnue",
      etat: commande({ demandeLe: jour("2027-01-04") }),
      attendu: "indetermine",
    },
    { cas: "aucun devis", etat: { devis: [] }, attendu: "indetermine" },
    { cas: "bilan payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
  ],
});
