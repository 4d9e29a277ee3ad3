import { formatJour } from "../../../values/dates-fr.ts";
import { ajouterAnnees, ajouterJours, type Jour, jour, joursEntre } from "../../../values/jour.ts";
import type { Etat, Signataire } from "../../etat.ts";
import { valeurAu } from "../../parameter.ts";
import { absenceAgents } from "../../parameters/absence-agents.ts";
import { intervalleBilansAgents } from "../../parameters/intervalle-bilans-agents.ts";
import { jourDeLaDemande, jourDuDebut } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { agentsPublics, agentsTerritoriaux } from "../../textes/contrat.ts";
import { conforme, nonConforme, sansObjet, type Verdict } from "../../verdict.ts";
import { commenceSansConvention, signaturesAttendues } from "./convention.ts";
import { enAttente, financementInconnu } from "./engagement.ts";
import { agent, anterieur, auPlan, PAS_COMMENCE, SANS_SUITE, trace } from "./exemples.ts";

const PARTIES: readonly Signataire[] = ["beneficiaire", "organisme", "employeur"];

function convention(etat: Etat): Verdict | null {
  if (etat.financement?.financeurs.includes("employeur") !== true) return null;
  const commence = commenceSansConvention(etat.convention, PARTIES, jourDuDebut(etat));
  if (commence !== null) return commence;
  const signee = etat.convention !== null && signaturesAttendues(etat.convention, PARTIES).length === 0;
  return signee
    ? null
    : enAttente(etat, "La convention signée par l’administration, l’agent et l’organisme.", {
        acte: etat.convention === null ? "transmettreConvention" : "signerConvention",
      });
}

function intervalle(etat: Etat, au: Jour): Verdict | null {
  const avant = etat.financement?.bilanAnterieur ?? null;
  if (avant === null) {
    return enAttente(etat, "Si l’agent a déjà eu un bilan, et quand.", { acte: "arreterFinancement" });
  }
  if (avant.declare === "aucun") return null;
  const le = avant.financeLe ?? avant.termineLe;
  if (le === null) return enAttente(etat, "La date du bilan antérieur.", { acte: "arreterFinancement" });
  const demande = jourDeLaDemande(etat) ?? au;
  const possible = ajouterAnnees(
    le,
    (valeurAu(intervalleBilansAgents, demande) ?? intervalleBilansAgents.values[0]!).value,
  );
  return demande < possible
    ? nonConforme(
        `Un bilan du ${formatJour(le)} : le suivant est possible à partir du ${formatJour(possible)}.`,
      )
    : null;
}

/** The State's civil service has no delay of request that was found. */
function absence(etat: Etat): Verdict | null {
  if (etat.financement?.surTempsDeTravail !== true || etat.beneficiaire.fonctionPublique === "etat")
    return null;
  const delai = absenceAgents.values[0]!.value;
  const { demandeAbsence } = etat;
  if (demandeAbsence === null) {
    const debut = jourDuDebut(etat);
    return debut === null
      ? enAttente(etat, "La demande de congé de l’agent, avec le début prévu.", { acte: "demanderAbsence" })
      : nonConforme(`Le bilan a commencé le ${formatJour(debut)} sans demande de congé notée.`);
  }
  const { date, debut } = demandeAbsence;
  return joursEntre(date, debut) < delai
    ? nonConforme(
        `Congé demandé le ${formatJour(date)} pour le ${formatJour(debut)} : il fallait le demander le ${formatJour(ajouterJours(debut, -delai))} au plus tard.`,
      )
    : null;
}

export default defineRule({
  id: "B17",
  statement:
    "Pour un agent public : une convention à trois, un congé demandé à temps, cinq ans entre deux bilans.",
  gravite: "majeure",
  effet: "alerte",
  questions: [],
  sources: [agentsTerritoriaux, agentsPublics],
  inForce: { from: jour("2019-01-01"), until: null, repere: "demande" },
  reserve:
    "Les règles des trois fonctions publiques sont connues par des comptes rendus ; à vérifier avec l’employeur.",
  remede:
    "la convention est signée des trois, le congé demandé à temps, et cinq ans séparent les deux bilans.",
  evaluate: (etat, au) => {
    if (etat.beneficiaire.statut !== "agent_public") return sansObjet("La personne n’est pas agent public.");
    if (etat.financement === null) return financementInconnu;
    const { financeurs, surTempsDeTravail } = etat.financement;
    if (!financeurs.includes("employeur") && surTempsDeTravail === false) {
      return sansObjet("L’administration ne paie pas, et le bilan a lieu hors du temps de service.");
    }
    return (
      intervalle(etat, au) ??
      convention(etat) ??
      absence(etat) ??
      conforme("Convention, congé et intervalle de cinq ans sont respectés.")
    );
  },
  examples: [
    { cas: "territorial, convention à trois", etat: { ...auPlan({}), ...agent() }, attendu: "conforme" },
    {
      cas: "bilan cinq ans plus tôt",
      etat: { ...auPlan({}), ...agent(), ...anterieur("2021-09-01") },
      attendu: "conforme",
    },
    {
      cas: "bilan cinq ans plus tôt moins un jour",
      etat: { ...auPlan({}), ...agent(), ...anterieur("2021-09-02") },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "sans convention, séances tenues",
      etat: { ...auPlan(null), ...agent() },
      attendu: "non_conforme",
    },
    {
      cas: "congé demandé 60 jours avant",
      etat: {
        ...auPlan({}),
        ...agent(true),
        demandeAbsence: { ...trace("2026-07-30"), debut: jour("2026-09-28") },
      },
      attendu: "conforme",
    },
    {
      cas: "congé demandé 59 jours avant",
      etat: {
        ...auPlan({}),
        ...agent(true),
        demandeAbsence: { ...trace("2026-07-31"), debut: jour("2026-09-28") },
      },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "congé demandé 59 jours avant, agent de l’État",
      etat: {
        ...auPlan({}),
        ...agent(true, "etat"),
        demandeAbsence: { ...trace("2026-07-31"), debut: jour("2026-09-28") },
      },
      attendu: "conforme",
    },
    {
      cas: "convention à signer",
      etat: { ...auPlan({ signatures: [] }), ...agent(), ...PAS_COMMENCE },
      attendu: "indetermine",
    },
    { cas: "sans suite", etat: { ...auPlan(null), ...agent(), ...SANS_SUITE }, attendu: "sans_objet" },
    { cas: "salarié du privé", etat: {}, attendu: "sans_objet" },
  ],
});
