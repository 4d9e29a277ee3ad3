import { formatJour } from "../../../values/dates-fr.ts";
import {
  ajouterAnnees,
  ajouterJours,
  ajouterMois,
  type Jour,
  jour,
  joursEntre,
} from "../../../values/jour.ts";
import { PHASES } from "../../../values/phase.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { parametreInconnu } from "../../calcul/parametre-inconnu.ts";
import { premiereSeance } from "../../calcul/premiere-seance.ts";
import type { Etat, Signataire } from "../../etat.ts";
import { valeurAu } from "../../parameter.ts";
import { absenceAgents } from "../../parameters/absence-agents.ts";
import { intervalleBilansAgents } from "../../parameters/intervalle-bilans-agents.ts";
import { reponseAbsenceAgents, reponseAbsenceEtat } from "../../parameters/reponse-absence-agents.ts";
import { jourDeLaDemande, jourDuDebut } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { agentsPublics, agentsTerritoriaux } from "../../textes/contrat.ts";
import { conforme, nonConforme, sansObjet, type Verdict } from "../../verdict.ts";
import { commenceSansConvention, signaturesAttendues } from "./convention.ts";
import { enAttente, financementInconnu } from "./engagement.ts";
import { agent, anterieur, auPlan, PAS_COMMENCE, SANS_SUITE, trace } from "./exemples.ts";

const prevuLe = (date: string) => ({
  ...PAS_COMMENCE,
  seances: [{ ...BILAN.seances[0]!, date: jour(date), statut: "prevue" as const, signatures: [] }],
});

const PARTIES: readonly Signataire[] = ["beneficiaire", "organisme", "employeur"];

/** The first session planned, else the start that the order announces; null while nothing is planned. */
function debutPrevu(etat: Etat): Jour | null {
  return premiereSeance(etat, "prevue", PHASES)?.date ?? etat.commande?.debutPrevu ?? null;
}

function convention(etat: Etat): Verdict | null {
  if (etat.financement?.financeurs.includes("employeur") !== true) return null;
  const commence = commenceSansConvention(etat.convention, PARTIES, jourDuDebut(etat));
  if (commence !== null) return commence;
  const signee = etat.convention !== null && signaturesAttendues(etat.convention, PARTIES).length === 0;
  if (signee) return null;
  const prevu = debutPrevu(etat);
  return enAttente(etat, "La convention signée par l’administration, l’agent et l’organisme.", {
    acte: etat.convention === null ? "transmettreConvention" : "signerConvention",
    ...(prevu === null ? {} : { echeance: prevu }),
  });
}

function intervalle(etat: Etat, au: Jour): Verdict | null {
  const avant = etat.financement?.bilanAnterieur ?? null;
  if (avant === null) {
    return enAttente(
      etat,
      "Si l’agent a déjà eu un bilan de compétences, et quand (un « bilan de parcours professionnel » est autre chose).",
      { acte: "arreterFinancement" },
    );
  }
  if (avant.declare === "aucun") return null;
  const le = avant.financeLe ?? avant.termineLe;
  if (le === null) return enAttente(etat, "La date du bilan antérieur.", { acte: "arreterFinancement" });
  const demande = jourDeLaDemande(etat) ?? au;
  const annees = valeurAu(intervalleBilansAgents, demande)?.value;
  if (annees === undefined) return parametreInconnu(intervalleBilansAgents, demande);
  const possible = ajouterAnnees(le, annees);
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
  const { demandeAbsence } = etat;
  if (demandeAbsence === null) {
    const commence = jourDuDebut(etat);
    if (commence !== null) {
      return nonConforme(`Le bilan a commencé le ${formatJour(commence)} sans demande de congé notée.`);
    }
    const prevu = debutPrevu(etat);
    const delai = prevu === null ? undefined : valeurAu(absenceAgents, prevu)?.value;
    return enAttente(etat, "La demande de congé de l’agent, avec le début prévu.", {
      acte: "demanderAbsence",
      ...(prevu === null || delai === undefined ? {} : { echeance: ajouterJours(prevu, -delai) }),
    });
  }
  const { date, debut } = demandeAbsence;
  const delai = valeurAu(absenceAgents, debut)?.value;
  if (delai === undefined) return parametreInconnu(absenceAgents, debut);
  return joursEntre(date, debut) < delai
    ? nonConforme(
        `Congé demandé le ${formatJour(date)} pour le ${formatJour(debut)} : il fallait le demander le ${formatJour(ajouterJours(debut, -delai))} au plus tard.`,
      )
    : null;
}

/** By when the administration answers the request; nothing says what its silence means, so no act follows from it. */
function reponse(etat: Etat): string {
  const date = etat.demandeAbsence?.date;
  if (etat.financement?.surTempsDeTravail !== true || date === undefined) return "";
  const mois = valeurAu(reponseAbsenceEtat, date)?.value;
  const jours = valeurAu(reponseAbsenceAgents, date)?.value;
  if (mois === undefined || jours === undefined || etat.beneficiaire.fonctionPublique === null) return "";
  const le =
    etat.beneficiaire.fonctionPublique === "etat" ? ajouterMois(date, mois) : ajouterJours(date, jours);
  return ` D’après les comptes rendus lus, l’administration répond au congé au plus tard le ${formatJour(le)}.`;
}

/** A gap first; else what is due soonest. */
function retenu(verdicts: readonly Verdict[]): Verdict | null {
  const ecart = verdicts.find((v) => v.verdict === "non_conforme");
  if (ecart !== undefined) return ecart;
  let proche: Verdict | null = verdicts[0] ?? null;
  for (const v of verdicts) {
    if (v.verdict !== "indetermine" || proche?.verdict !== "indetermine") continue;
    if (v.echeance !== undefined && (proche.echeance === undefined || v.echeance < proche.echeance))
      proche = v;
  }
  return proche;
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
    const verdicts = [intervalle(etat, au), convention(etat), absence(etat)].filter((v) => v !== null);
    return (
      retenu(verdicts) ??
      conforme(`Convention, congé et intervalle de cinq ans sont respectés.${reponse(etat)}`)
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
    {
      cas: "congé à demander : le début est prévu, la convention signée",
      etat: { ...auPlan({}), ...agent(true), ...prevuLe("2026-11-23") },
      au: "2026-09-20",
      attendu: "indetermine",
    },
    { cas: "sans suite", etat: { ...auPlan(null), ...agent(), ...SANS_SUITE }, attendu: "sans_objet" },
    { cas: "salarié du privé", etat: {}, attendu: "sans_objet" },
  ],
});
