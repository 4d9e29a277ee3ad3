import { formatJour } from "../../../values/dates-fr.ts";
import { heures } from "../../../values/duree.ts";
import { jour } from "../../../values/jour.ts";
import { certificatAttendu, finDesPiecesPayees } from "../../calcul/conservation.ts";
import { sansSuite } from "../../calcul/deroulement.ts";
import type { Etat } from "../../etat.ts";
import { defineRule } from "../../rule.ts";
import { certificatOfficiel } from "../../textes/conservation.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { facture, payePar, trace } from "../d-preuve/exemples.ts";

const SANS_CERTIFICAT =
  "C’est le certificat signé qui engage à garder ces pièces ; celui de ce bilan est dû, et n’est pas encore au dossier.";

const JAMAIS_PAYE =
  "Aucun paiement n’est venu et aucun n’est plus attendu : il n’y a pas de dernier paiement d’où compter.";

const CERTIFICAT = { certificat: { ...trace("2026-11-17"), minutes: heures(20) } };
const payee = (...jours: (string | null)[]): Partial<Etat> => ({
  ...payePar("opco"),
  ...CERTIFICAT,
  factures: jours.map((le) => facture(le)),
});

export default defineRule({
  id: "E37",
  statement:
    "Avec un certificat de réalisation, les pièces sont gardées trois ans après la fin de l’année du dernier paiement.",
  gravite: "majeure",
  effet: "tache",
  questions: ["Q17"],
  sources: [certificatOfficiel],
  inForce: { from: jour("2019-01-01"), until: null, repere: "fin" },
  remede: "les pièces restent jusqu’au 31 décembre de la troisième année suivant celle du dernier paiement.",
  evaluate: (etat) => {
    const motif = sansSuite(etat);
    if (motif !== null) return sansObjet(motif);
    if (!certificatAttendu(etat)) return sansObjet("Ce bilan n’a pas de certificat de réalisation.");
    const fin = finDesPiecesPayees(etat);
    if (fin === null && etat.paiementsClos !== null) return sansObjet(JAMAIS_PAYE);
    if (fin === null) {
      const acte = etat.factures.length === 0 ? "emettreFacture" : "noterPaiement";
      return indetermine("La date du dernier paiement, d’où part la durée.", { acte });
    }
    const effacees = etat.destructionPreuves?.date ?? null;
    if (effacees === null || effacees > fin)
      return conforme(`Les pièces sont dues jusqu’au ${formatJour(fin)}.`);
    return nonConforme(
      `Les pièces ont été supprimées le ${formatJour(effacees)} ; elles étaient dues jusqu’au ${formatJour(fin)} inclus.`,
      etat.certificat === null ? SANS_CERTIFICAT : undefined,
    );
  },
  examples: [
    { cas: "payé par le CPF, sans certificat", etat: {}, attendu: "sans_objet" },
    { cas: "payé le dernier jour de 2026", etat: payee("2026-12-31"), attendu: "conforme" },
    {
      cas: "supprimées le 31 décembre 2029",
      etat: { ...payee("2026-12-31"), destructionPreuves: trace("2029-12-31") },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "supprimées le 31 décembre 2029, certificat jamais signé",
      etat: { ...payee("2026-12-31"), certificat: null, destructionPreuves: trace("2029-12-31") },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "supprimées le 1er janvier 2030",
      etat: { ...payee("2026-12-31"), destructionPreuves: trace("2030-01-01") },
      attendu: "conforme",
    },
    {
      cas: "payé le lendemain : un an de plus",
      etat: { ...payee("2026-11-30", "2027-01-01"), destructionPreuves: trace("2030-01-01") },
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "une facture attend son paiement", etat: payee("2026-12-31", null), attendu: "indetermine" },
    { cas: "aucune facture", etat: payee(), attendu: "indetermine" },
    {
      cas: "aucune facture, et aucun paiement attendu",
      etat: { ...payee(), paiementsClos: trace("2027-03-01") },
      attendu: "sans_objet",
    },
    {
      cas: "une facture payée, l’autre n’est plus attendue",
      etat: { ...payee("2026-12-31", null), paiementsClos: trace("2027-03-01") },
      attendu: "conforme",
    },
  ],
});
