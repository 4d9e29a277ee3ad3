import { formatJour } from "../../../values/dates-fr.ts";
import { type Jour, jour } from "../../../values/jour.ts";
import type { Etat } from "../../etat.ts";
import { payeElleMeme } from "../../financeurs.ts";
import { jourDuDebut } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { contratIndividuel } from "../../textes/contrat.ts";
import { conforme, nonConforme, sansObjet } from "../../verdict.ts";
import { enAttente, financementInconnu, signeLe } from "./engagement.ts";
import { PAS_COMMENCE, PAS_ENGAGE, parLaPersonne, SANS_SUITE, signe, verse } from "./exemples.ts";

/** Day on which both sides had signed; null when one did not. */
function concluLe(etat: Etat): Jour | null {
  const signatures = etat.contrat?.signatures ?? [];
  const personne = signeLe(signatures, "beneficiaire");
  const organisme = signeLe(signatures, "organisme", "conseiller");
  if (personne === null || organisme === null) return null;
  return personne > organisme ? personne : organisme;
}

/** The first thing that the contract had to come before, and how to say it. */
function premierActe(etat: Etat): { le: Jour; quoi: string } | null {
  const debut = jourDuDebut(etat);
  let premier = debut === null ? null : { le: debut, quoi: "la première séance" };
  for (const v of etat.versements) {
    if (v.par === "beneficiaire" && (premier === null || v.date < premier.le)) {
      premier = { le: v.date, quoi: "le premier paiement" };
    }
  }
  return premier;
}

export default defineRule({
  id: "B09",
  statement: "La personne qui paie elle-même signe un contrat avant de s’inscrire et de payer.",
  gravite: "critique",
  effet: "bloque",
  questions: [],
  sources: [contratIndividuel],
  inForce: { from: jour("2019-01-01"), until: null, repere: "demande" },
  remede: "un contrat est signé par la personne et par l’organisme avant tout paiement et toute séance.",
  evaluate: (etat) => {
    if (etat.financement === null) return financementInconnu;
    if (!payeElleMeme(etat)) return sansObjet("La personne ne paie pas ce bilan à titre individuel.");
    const signe = concluLe(etat);
    const acte = premierActe(etat);
    if (signe === null) {
      return acte === null
        ? enAttente(etat, "Le contrat signé par la personne et par l’organisme.", { acte: "signerContrat" })
        : nonConforme(`Aucun contrat signé des deux côtés avant ${acte.quoi} du ${formatJour(acte.le)}.`);
    }
    return acte !== null && acte.le < signe
      ? nonConforme(`Le contrat du ${formatJour(signe)} vient après ${acte.quoi} du ${formatJour(acte.le)}.`)
      : conforme("Le contrat a été signé avant tout paiement et toute séance.");
  },
  examples: [
    { cas: "signé avant la première séance", etat: parLaPersonne({}), attendu: "conforme" },
    {
      cas: "signé le jour de la première séance",
      etat: parLaPersonne({ signatures: signe("2026-09-28", "beneficiaire", "organisme") }),
      attendu: "conforme",
    },
    {
      cas: "signé le lendemain",
      etat: parLaPersonne({ signatures: signe("2026-09-29", "beneficiaire", "organisme") }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "payé la veille du contrat",
      etat: parLaPersonne({}, [verse("2026-09-08", 100)]),
      attendu: "non_conforme",
    },
    {
      cas: "signé de la personne seule, séances tenues",
      etat: parLaPersonne({ signatures: signe("2026-09-09", "beneficiaire") }),
      attendu: "non_conforme",
    },
    { cas: "séances tenues sans contrat", etat: parLaPersonne(null), attendu: "non_conforme" },
    {
      cas: "rien n’a commencé, contrat à signer",
      etat: { ...parLaPersonne(null), ...PAS_COMMENCE },
      attendu: "indetermine",
    },
    { cas: "sans suite", etat: { ...parLaPersonne(null), ...SANS_SUITE }, attendu: "sans_objet" },
    { cas: "payé par le CPF", etat: {}, attendu: "sans_objet" },
    { cas: "financement inconnu", etat: { ...PAS_ENGAGE, financement: null }, attendu: "indetermine" },
  ],
});
