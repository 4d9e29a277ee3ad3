import { jour } from "../../../values/jour.ts";
import { euros, formatMontant } from "../../../values/montant.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { devisDeReference } from "../../calcul/devis-de-reference.ts";
import { defineRule } from "../../rule.ts";
import { code } from "../../sources.ts";
import { prixNonIndexe } from "../../textes/cpf.ts";
import { conforme, indetermine, nonConforme } from "../../verdict.ts";
import { horsCpf } from "./cpf.ts";
import { devis, payePar } from "./exemples.ts";

export default defineRule({
  id: "C07",
  statement: "Le prix ne dépend jamais du solde du compte : la même grille vaut pour tous.",
  gravite: "majeure",
  effet: "alerte",
  questions: [],
  sources: [code("R6316-6", "LEGIARTI000038587327"), prixNonIndexe],
  inForce: { from: jour("2025-07-08"), until: null, repere: "demande" },
  avant: "Avant le référentiel de contrôle du 8 juillet 2025, aucune règle lue ne liait le prix au solde.",
  reserve:
    "Le Code demande un prix adapté ; l’interdiction de le calculer sur le solde vient de comptes rendus, non du texte.",
  remede: "le prix suit une grille publiée, ou le besoin de la personne expliqué par écrit.",
  evaluate: (etat) => {
    const dehors = horsCpf(etat);
    if (dehors !== null) return dehors;
    const retenu = devisDeReference(etat);
    if (retenu === null)
      return indetermine("Un devis et la façon dont son prix est fixé.", { acte: "emettreDevis" });
    if (retenu.prixSelon === "solde") {
      return nonConforme(`Le prix de ${formatMontant(retenu.prix)} a été fixé d’après le solde du compte.`);
    }
    if (retenu.cpf?.solde === retenu.prix) {
      return nonConforme(
        `Le prix est égal, au centime près, au solde du compte : ${formatMontant(retenu.prix)}.`,
      );
    }
    const { grilleTarifaire } = etat.organisme;
    if (grilleTarifaire === false && retenu.prixSelon === "grille") {
      return nonConforme("Le devis suit une grille, mais l’organisme déclare fixer ses prix au cas par cas.");
    }
    if (grilleTarifaire === null) {
      return indetermine(
        "La façon dont l’organisme fixe ses prix : une grille pour tous, ou au cas par cas.",
      );
    }
    return conforme(
      retenu.prixSelon === "grille" ? "Le prix suit la grille de l’organisme." : "Le prix suit le besoin.",
    );
  },
  examples: [
    { cas: "prix de la grille", etat: {}, attendu: "conforme" },
    { cas: "prix selon le besoin", etat: devis({ prixSelon: "besoin" }), attendu: "conforme" },
    {
      cas: "prix calculé sur le solde",
      etat: devis({ prixSelon: "solde" }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "prix égal au solde au centime près",
      etat: devis({}, { solde: euros(1580) }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "une grille annoncée par un organisme qui n’en a pas",
      etat: { organisme: { ...BILAN.organisme, grilleTarifaire: false } },
      attendu: "non_conforme",
    },
    {
      cas: "la façon de fixer les prix n’est pas dite",
      etat: { organisme: { ...BILAN.organisme, grilleTarifaire: null } },
      attendu: "indetermine",
    },
    { cas: "aucun devis", etat: { devis: [] }, attendu: "indetermine" },
    { cas: "bilan payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
  ],
});
