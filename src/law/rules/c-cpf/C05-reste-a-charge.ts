import { jour } from "../../../values/jour.ts";
import { euros, formatMontant } from "../../../values/montant.ts";
import { defineRule } from "../../rule.ts";
import { resteJamaisPris } from "../../textes/cpf.ts";
import { conforme, indetermine, nonConforme } from "../../verdict.ts";
import { horsCpf } from "./cpf.ts";
import { facture, payePar } from "./exemples.ts";

export default defineRule({
  id: "C05",
  statement: "L’organisme ne paie, n’offre et ne rembourse jamais le reste à charge ni la participation.",
  gravite: "critique",
  effet: "alerte",
  questions: [],
  sources: [resteJamaisPris],
  inForce: { from: jour("2024-07-11"), until: null, repere: "demande" },
  avant:
    "Avant les conditions du 11 juillet 2024, aucune interdiction de payer le reste à charge n’a été lue.",
  reserve: "Cette interdiction est rapportée par des comptes rendus des CGU ; leur texte n’a pas été lu.",
  remede: "la personne, son employeur ou un opérateur de compétences paie le reste à charge.",
  evaluate: (etat) => {
    const dehors = horsCpf(etat);
    if (dehors !== null) return dehors;
    for (const f of etat.factures) {
      if (f.priseEnChargeDuReste !== null && f.priseEnChargeDuReste > 0) {
        return nonConforme(
          `La facture ${f.numero} met ${formatMontant(f.priseEnChargeDuReste)} de reste à charge au compte de l’organisme.`,
        );
      }
    }
    return etat.factures.length === 0
      ? indetermine("La facture, qui dira qui a payé le reste à charge.", { acte: "emettreFacture" })
      : conforme("Aucune facture ne met le reste à charge au compte de l’organisme.");
  },
  examples: [
    { cas: "facture sans prise en charge", etat: facture({}), attendu: "conforme" },
    {
      cas: "participation de 150 € offerte",
      etat: facture({ priseEnChargeDuReste: euros(150) }),
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "pas encore facturé", etat: {}, attendu: "indetermine" },
    { cas: "bilan payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
  ],
});
