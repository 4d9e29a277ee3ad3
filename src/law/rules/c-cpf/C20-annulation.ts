import { formatJour } from "../../../values/dates-fr.ts";
import { jour, joursEntre } from "../../../values/jour.ts";
import { joursOuvresEntre } from "../../../values/jours-ouvres.ts";
import { parametreInconnu } from "../../calcul/parametre-inconnu.ts";
import type { Etat } from "../../etat.ts";
import { valeurAu } from "../../parameter.ts";
import { annulationSansFrais } from "../../parameters/annulation-sans-frais.ts";
import { jourDuDebut } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { annulationEdof, indemniteAnnulation, seuilAnnulation } from "../../textes/edof.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { horsCpf } from "./cpf.ts";
import { commande, FACTURE, PAS_COMMENCE, payePar } from "./exemples.ts";

const INDEMNITE =
  "Une annulation tardive par la personne peut ouvrir une indemnité ; les sources se contredisent sur son montant (5 % ou 100 %).";
const SEUIL =
  "Ce seuil vient d’une version ancienne des conditions d’utilisation, connue par une source secondaire.";
/** Beyond it, more than seven « jours ouvrés » lie ahead, whatever the holidays. */
const LARGEMENT = 31;

const annulee = (
  le: string,
  par: "titulaire" | "organisme" = "titulaire",
  debutPrevu = "2026-09-28",
): Partial<Etat> => ({
  ...PAS_COMMENCE,
  ...commande({ debutPrevu: jour(debutPrevu), annulation: { le: jour(le), par, motif: "nouvel emploi" } }),
});

export default defineRule({
  id: "C20",
  statement:
    "Une annulation vient avant le début ; par l’organisme, rien n’est dû ; à plus de 7 jours ouvrés, rien ne le serait non plus.",
  gravite: "mineure",
  effet: "alerte",
  questions: [],
  sources: [annulationEdof, seuilAnnulation, indemniteAnnulation],
  inForce: { from: jour("2019-01-01"), until: null, repere: "demande" },
  remede:
    "l’annulation précède le début et rien d’indu n’est facturé ; après le début, c’est un arrêt du bilan.",
  evaluate: (etat) => {
    const dehors = horsCpf(etat);
    if (dehors !== null) return dehors;
    const annulation = etat.commande?.annulation ?? null;
    if (annulation === null) return sansObjet("La commande n’est pas annulée.");
    const { le, par } = annulation;
    const debut = jourDuDebut(etat);
    if (debut !== null && le >= debut) {
      return nonConforme(
        `Annulation du ${formatJour(le)}, le bilan étant commencé (${formatJour(debut)}) : c’est un arrêt, à déclarer comme tel.`,
      );
    }
    const factures = etat.factures.length > 0;
    if (par === "organisme") {
      return factures
        ? nonConforme("Une facture existe pour une commande que l’organisme a annulée.")
        : conforme(`Annulation par l’organisme le ${formatJour(le)} : les droits reviennent à la personne.`);
    }
    const prevu = etat.commande?.debutPrevu ?? null;
    if (prevu === null) {
      return indetermine("Le jour prévu du début, dont dépendent les suites de l’annulation.", {
        acte: "corrigerFait",
      });
    }
    // Counted on the national holidays, as every clock of the platform (decision 0063).
    const lointain = joursEntre(le, prevu) > LARGEMENT;
    const ecart = lointain ? Number.POSITIVE_INFINITY : joursOuvresEntre(le, prevu, "metropole");
    const seuil = valeurAu(annulationSansFrais, le)?.value;
    if (seuil === undefined) return parametreInconnu(annulationSansFrais, le);
    const distance =
      le > prevu
        ? "après le jour prévu du début"
        : `${lointain ? "plus d’un mois" : `${ecart} ${ecart < 2 ? "jour ouvré" : "jours ouvrés"}`} avant le début`;
    const phrase = `Annulation par la personne le ${formatJour(le)}, ${distance}`;
    if (ecart <= seuil) {
      return factures
        ? nonConforme(`${phrase} : une indemnité est facturée.`, INDEMNITE)
        : conforme(
            `${phrase} : dans les ${seuil} derniers, des droits peuvent être perdus, d’après d’anciennes conditions.`,
          );
    }
    return factures
      ? nonConforme(`${phrase} : rien n’est dû, et une facture existe.`, SEUIL)
      : conforme(`${phrase} : sans frais, d’après d’anciennes conditions.`);
  },
  examples: [
    { cas: "huit jours ouvrés avant le début", etat: annulee("2026-09-16"), attendu: "conforme" },
    {
      cas: "huit jours ouvrés avant, mais facturée",
      etat: { ...annulee("2026-09-16"), factures: [FACTURE] },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "sept jours ouvrés avant, facturée : les sources se contredisent",
      etat: { ...annulee("2026-09-17"), factures: [FACTURE] },
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "sept jours ouvrés avant, non facturée", etat: annulee("2026-09-17"), attendu: "conforme" },
    { cas: "le lendemain du jour prévu, jamais commencé", etat: annulee("2026-09-29"), attendu: "conforme" },
    {
      cas: "des mois avant le début",
      etat: annulee("2026-09-16", "titulaire", "2027-02-01"),
      attendu: "conforme",
    },
    { cas: "par l’organisme la veille", etat: annulee("2026-09-25", "organisme"), attendu: "conforme" },
    {
      cas: "par l’organisme, et facturée",
      etat: { ...annulee("2026-09-25", "organisme"), factures: [FACTURE] },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "annulée le jour du début",
      etat: commande({ annulation: { le: jour("2026-09-28"), par: "titulaire", motif: "nouvel emploi" } }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "début prévu inconnu",
      etat: {
        ...PAS_COMMENCE,
        ...commande({
          debutPrevu: null,
          annulation: { le: jour("2026-09-16"), par: "titulaire", motif: "nouvel emploi" },
        }),
      },
      attendu: "indetermine",
    },
    { cas: "commande non annulée", etat: {}, attendu: "sans_objet" },
    { cas: "bilan payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
  ],
});
