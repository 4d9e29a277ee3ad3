import { heures } from "../../../values/duree.ts";
import { jour } from "../../../values/jour.ts";
import { euros, formatMontant } from "../../../values/montant.ts";
import type { Facture } from "../../etat.ts";
import { defineRule } from "../../rule.ts";
import { heuresAccompagnement } from "../../textes/cpf.ts";
import { conforme, indetermine, nonConforme } from "../../verdict.ts";
import { horsCpf } from "./cpf.ts";
import { FACTURE, facture, payePar } from "./exemples.ts";

type Nature = Facture["lignes"][number]["nature"];

const EXCLUES: Record<Exclude<Nature, "accompagnement">, string> = {
  travail_personnel: "du travail personnel",
  entretien_prealable: "l’entretien préalable",
  elearning: "de la formation en ligne",
  prestation_complementaire: "une prestation complémentaire",
};

const avecLigne = (nature: Nature, montant: number) =>
  facture({ lignes: [...FACTURE.lignes, { nature, minutes: heures(2), montant: euros(montant) }] });

export default defineRule({
  id: "C06",
  statement:
    "Le CPF ne finance que les heures d’accompagnement : ni travail personnel, ni entretien préalable, ni formation en ligne.",
  gravite: "critique",
  effet: "bloque",
  questions: ["Q12"],
  sources: [heuresAccompagnement],
  inForce: { from: jour("2026-02-26"), until: null, repere: "demande" },
  avant: "Avant le 26 février 2026, aucun texte lu ne limitait le CPF aux heures d’accompagnement.",
  remede: "seules les heures d’accompagnement figurent, avec un prix, sur la facture du CPF.",
  evaluate: (etat) => {
    const dehors = horsCpf(etat);
    if (dehors !== null) return dehors;
    for (const f of etat.factures) {
      for (const ligne of f.lignes) {
        if (ligne.nature !== "accompagnement" && ligne.montant > 0) {
          return nonConforme(
            `La facture ${f.numero} fait payer ${EXCLUES[ligne.nature]} au CPF : ${formatMontant(ligne.montant)} à retirer.`,
          );
        }
      }
    }
    return etat.factures.length === 0
      ? indetermine("La facture, limitée aux heures d’accompagnement.", { acte: "emettreFacture" })
      : conforme("Seules des heures d’accompagnement sont facturées.");
  },
  examples: [
    { cas: "20 h d’accompagnement", etat: facture({}), attendu: "conforme" },
    {
      cas: "travail personnel compté pour zéro",
      etat: avecLigne("travail_personnel", 0),
      attendu: "conforme",
    },
    {
      cas: "travail personnel facturé",
      etat: avecLigne("travail_personnel", 100),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "entretien préalable facturé",
      etat: avecLigne("entretien_prealable", 60),
      attendu: "non_conforme",
    },
    { cas: "formation en ligne facturée", etat: avecLigne("elearning", 60), attendu: "non_conforme" },
    {
      cas: "aide au CV facturée au CPF",
      etat: avecLigne("prestation_complementaire", 90),
      attendu: "non_conforme",
    },
    { cas: "pas encore facturé", etat: {}, attendu: "indetermine" },
    { cas: "bilan payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
  ],
});
