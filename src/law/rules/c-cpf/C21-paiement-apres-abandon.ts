import { minutes } from "../../../values/duree.ts";
import { jour } from "../../../values/jour.ts";
import { euros, formatMontant } from "../../../values/montant.ts";
import { devisDeReference } from "../../calcul/devis-de-reference.ts";
import { montantAbandon } from "../../calcul/montant-abandon.ts";
import { formatTaux, tauxRealisation } from "../../calcul/taux-realisation.ts";
import { dureePrevue, minutesFaites } from "../../heures.ts";
import { valeurAu } from "../../parameter.ts";
import { seuilsAbandon } from "../../parameters/seuils-abandon.ts";
import { jourDeLaDemande } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { bandesDePaiement } from "../../textes/edof.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { sansCommandeVivante } from "./cpf.ts";
import { arrete, facture, payePar, serviceFait } from "./exemples.ts";

const ABANDON = {
  ...arrete({}),
  ...serviceFait({ motif: "abandon_stagiaire", tauxDeclare: 4250, minutesDeclarees: minutes(510) }),
};

export default defineRule({
  id: "C21",
  statement:
    "Abandon sans force majeure : le quart du prix jusqu’à 25 % réalisés, le prix entier dès 80 %, le prorata entre les deux.",
  gravite: "majeure",
  effet: "alerte",
  questions: [],
  sources: [bandesDePaiement],
  inForce: { from: jour("2019-01-01"), until: null, repere: "demande" },
  reserve:
    "Ces seuils viennent de comptes rendus des CGU de 2021-2022 ; comparez avec la simulation d’EDOF avant de facturer.",
  remede: "le montant facturé est celui de la simulation d’EDOF.",
  evaluate: (etat, au) => {
    const dehors = sansCommandeVivante(etat);
    if (dehors !== null) return dehors;
    if (etat.serviceFait?.motif !== "abandon_stagiaire") return sansObjet("Aucun abandon n’est déclaré.");
    const faites = minutesFaites(etat.seances);
    if (faites === 0) return sansObjet("Aucune séance n’a eu lieu : c’est une annulation, non un abandon.");
    const retenu = devisDeReference(etat);
    const prevues = dureePrevue(etat) ?? 0;
    const seuils = valeurAu(seuilsAbandon, jourDeLaDemande(etat) ?? au)?.value;
    const taux = tauxRealisation(faites, prevues);
    if (retenu === null || taux === null || seuils === undefined) {
      return indetermine("Le prix et la durée prévue, dont dépend le montant.", { acte: "corrigerFait" });
    }
    const attendu = montantAbandon(retenu.prix, faites, prevues, seuils);
    const phrase = `${formatTaux(taux)} réalisés sur ${formatMontant(retenu.prix)}`;
    if (etat.factures.length === 0) {
      return indetermine(`La facture. ${phrase} : environ ${formatMontant(attendu)}.`, {
        acte: "emettreFacture",
      });
    }
    let total = 0;
    for (const f of etat.factures) total += f.montant;
    return total === attendu
      ? conforme(`${phrase} : ${formatMontant(attendu)} facturés.`)
      : nonConforme(`${phrase} : ${formatMontant(attendu)} attendus, ${formatMontant(total)} facturés.`);
  },
  examples: [
    {
      cas: "42,5 % réalisés, au prorata",
      etat: { ...ABANDON, ...facture({ montant: euros(671.5) }) },
      attendu: "conforme",
    },
    {
      cas: "42,5 % réalisés, tout facturé",
      etat: { ...ABANDON, ...facture({}) },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "10 % réalisés, un quart payé",
      etat: { ...ABANDON, seances: arrete({}).seances!.slice(0, 1), ...facture({ montant: euros(395) }) },
      attendu: "conforme",
    },
    { cas: "abandon déclaré, à facturer", etat: ABANDON, attendu: "indetermine" },
    { cas: "aucune séance tenue", etat: { ...ABANDON, seances: [] }, attendu: "sans_objet" },
    { cas: "ni devis ni durée", etat: { ...ABANDON, devis: [], documentsSuivi: [] }, attendu: "indetermine" },
    { cas: "parcours complet", etat: {}, attendu: "sans_objet" },
    { cas: "bilan payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
  ],
});
