import { BILAN } from "../../bilan-exemple.ts";
import type { Etat, Intervenant } from "../../etat.ts";
import { defineRule } from "../../rule.ts";
import { code, webinaire } from "../../sources.ts";
import { AVANT_LES_REPONSES, REPONSES_OFFICIELLES } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme } from "../../verdict.ts";

const aCompetenceProuvee = (i: Intervenant): boolean =>
  i.competences.some((c) => c.preuve.trim() !== "") || (i.titrePsychologue?.preuve.trim() ?? "") !== "";

/** The first counsellor met whose competence is proved, else the first one met; undefined while nobody was named. */
function conseillerDuBilan(etat: Etat): Intervenant | undefined {
  let premier: Intervenant | undefined;
  for (const s of etat.seances) {
    if (s.statut === "annulee") continue;
    const rencontre = etat.organisme.intervenants.find((i) => i.id === s.intervenant);
    if (rencontre !== undefined && aCompetenceProuvee(rencontre)) return rencontre;
    premier ??= rencontre;
  }
  return premier;
}

const nadia = BILAN.organisme.intervenants[0]!;
const equipe = (...intervenants: Intervenant[]) => ({
  organisme: { ...BILAN.organisme, intervenants },
});

export default defineRule({
  id: "A22",
  statement:
    "Aucun diplôme n’est imposé, mais le conseiller ou l’organisme prouve des compétences en psychologie du travail, orientation ou RH.",
  gravite: "majeure",
  effet: "alerte",
  questions: ["Q1"],
  sources: [webinaire(1), code("L6352-1", "LEGIARTI000021343625")],
  inForce: { from: REPONSES_OFFICIELLES, until: null, repere: "debut" },
  avant: AVANT_LES_REPONSES,
  remede:
    "une compétence en psychologie du travail, en orientation ou en RH est au dossier d’un conseiller, avec sa preuve.",
  evaluate: (etat) => {
    const { intervenants, raisonSociale } = etat.organisme;
    if (intervenants.length === 0) return indetermine("Les conseillers de l’organisme et leurs compétences.");
    const conseiller = conseillerDuBilan(etat);
    if (conseiller !== undefined && aCompetenceProuvee(conseiller))
      return conforme("Le conseiller du bilan a ses compétences prouvées.");
    if (intervenants.some(aCompetenceProuvee))
      return conforme("L’organisme a ces compétences, preuves au dossier.");
    const qui = conseiller?.nom ?? raisonSociale;
    return nonConforme(
      `Ni ${qui} ni personne d’autre à ${raisonSociale} n’a de compétence prouvée en psychologie du travail, en orientation ou en RH.`,
    );
  },
  examples: [
    { cas: "une conseillère en orientation", etat: {}, attendu: "conforme" },
    {
      cas: "une psychologue sans autre compétence notée",
      etat: equipe({ ...nadia, competences: [], titrePsychologue: { preuve: "titre enregistré" } }),
      attendu: "conforme",
    },
    {
      cas: "la compétence est ailleurs dans l’organisme",
      etat: equipe({ ...nadia, competences: [] }, { ...nadia, id: "paul", nom: "Paul Marchand" }),
      attendu: "conforme",
    },
    {
      cas: "aucune compétence",
      etat: equipe({ ...nadia, competences: [] }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "une compétence sans preuve",
      etat: equipe({ ...nadia, competences: [{ domaine: "orientation", preuve: " " }] }),
      attendu: "non_conforme",
    },
    { cas: "aucun conseiller enregistré", etat: equipe(), attendu: "indetermine" },
  ],
});
