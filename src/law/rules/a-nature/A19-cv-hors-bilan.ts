import { formatJour } from "../../../values/dates-fr.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { sansSuite } from "../../calcul/deroulement.ts";
import type { Etat, Seance, Theme } from "../../etat.ts";
import { jourDeLaFin } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { AVANT_LES_REPONSES, heuresFinancables, REPONSES_OFFICIELLES } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme, sansObjet, type Verdict } from "../../verdict.ts";
import { avecSeance, enCours, jamaisCommence, trace } from "../d-preuve/exemples.ts";

const RESERVE_MELANGE =
  "La réponse officielle dit que le bilan ne peut être « consacré » au CV ; un moment dans une séance qui traite d’autre chose est à apprécier.";
const RESERVE_EMBAUCHE =
  "La réponse officielle cite le CV et la lettre ; y joindre l’entretien d’embauche est notre lecture.";

const RECHERCHE: ReadonlySet<Theme> = new Set(["cv_lettre", "entretien_embauche"]);

/** A session that gives bilan hours to job-search help: wholly (sure), or partly (a warning). */
function seanceDetournee(s: Seance): Verdict | null {
  if ((s.statut !== "tenue" && s.statut !== "prevue") || !s.themes.some((t) => RECHERCHE.has(t))) return null;
  const quoi = s.themes.includes("cv_lettre")
    ? "au CV ou à la lettre de motivation"
    : "à l’entretien d’embauche";
  const entiere = s.themes.every((t) => RECHERCHE.has(t));
  if (!entiere) {
    return nonConforme(`La séance du ${formatJour(s.date)} sert en partie ${quoi}.`, RESERVE_MELANGE);
  }
  return nonConforme(
    `La séance du ${formatJour(s.date)} est consacrée ${quoi}, sur les heures du bilan.`,
    s.themes.includes("cv_lettre") ? undefined : RESERVE_EMBAUCHE,
  );
}

function serviceMalPlace(etat: Etat): Verdict | null {
  const fin = jourDeLaFin(etat);
  for (const p of etat.prestationsComplementaires) {
    if (p.nature !== "cv_lettre") continue;
    if (p.financeur.trim().toLowerCase() === "cpf") {
      return nonConforme("L’aide au CV convenue à part est mise au compte du CPF, qui ne paie que le bilan.");
    }
    if (fin === null || p.date < fin) {
      return nonConforme(
        `L’aide au CV a été convenue le ${formatJour(p.date)}, avant la fin du bilan.`,
        "La réponse officielle place cette aide « à l’issue du bilan » ; la convenir plus tôt pour plus tard n’est pas dit interdit.",
      );
    }
  }
  return null;
}

const aide = (date: string, financeur: string) => ({
  prestationsComplementaires: [{ ...trace(date), nature: "cv_lettre" as const, financeur }],
});

export default defineRule({
  id: "A19",
  statement: "Les heures du bilan ne servent pas à rédiger un CV ; cette aide vient après, à part.",
  gravite: "majeure",
  effet: "bloque",
  questions: ["Q12"],
  sources: [webinaire(12), heuresFinancables],
  inForce: { from: REPONSES_OFFICIELLES, until: null, repere: "debut" },
  avant: AVANT_LES_REPONSES,
  remede: "l’aide au CV est une prestation distincte, après le bilan, hors des heures financées.",
  evaluate: (etat) => {
    const arret = sansSuite(etat);
    if (arret !== null) return sansObjet(arret);
    let alerte: Verdict | null = null;
    let tenues = 0;
    for (const s of etat.seances) {
      if (s.statut === "tenue") tenues += 1;
      const constat = seanceDetournee(s);
      if (constat?.verdict === "non_conforme" && constat.reserve === undefined) return constat;
      alerte ??= constat;
    }
    const service = serviceMalPlace(etat);
    if (service?.verdict === "non_conforme" && service.reserve === undefined) return service;
    alerte ??= service;
    if (alerte !== null) return alerte;
    if (tenues === 0)
      return indetermine("Une première séance tenue, avec ses thèmes.", { acte: "tenirSeance" });
    return conforme("Aucune heure du bilan n’a servi au CV ni à la lettre de motivation.");
  },
  examples: [
    { cas: "aucun thème de CV", etat: {}, attendu: "conforme" },
    {
      cas: "une séance consacrée au CV",
      etat: avecSeance(8, { themes: ["cv_lettre"] }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "le CV parmi d’autres thèmes",
      etat: avecSeance(9, { themes: [...BILAN.seances[8]!.themes, "cv_lettre"] }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "une séance d’entretien d’embauche",
      etat: avecSeance(8, { themes: ["entretien_embauche"] }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "une séance annulée ne compte pas",
      etat: avecSeance(8, { statut: "annulee", themes: ["cv_lettre"] }),
      attendu: "conforme",
    },
    {
      cas: "aide au CV, payée à part, à l’issue du bilan",
      etat: aide("2026-11-16", "fonds_propres"),
      attendu: "conforme",
    },
    {
      cas: "aide au CV convenue la veille de la fin",
      etat: aide("2026-11-15", "fonds_propres"),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "aide au CV mise au compte du CPF",
      etat: aide("2026-11-17", "CPF"),
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "aucune séance tenue", etat: { ...enCours(0), entree: null }, attendu: "indetermine" },
    { cas: "commande annulée", etat: jamaisCommence, attendu: "sans_objet" },
  ],
});
