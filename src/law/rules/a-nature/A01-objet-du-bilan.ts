import { formatJour } from "../../../values/dates-fr.ts";
import { jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { prudentAvant } from "../../calcul/avant-les-reponses.ts";
import { estClos } from "../../calcul/clos.ts";
import { estPartiel, sansSuite } from "../../calcul/deroulement.ts";
import { enumeration } from "../../calcul/phrases.ts";
import { venteEntamee } from "../../calcul/vente.ts";
import type { Etat, Theme } from "../../etat.ts";
import { AUTRES_SERVICES, reserveDe } from "../../lexique/autres-services.ts";
import { jourDeReference } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { autresActions, conseilEnEvolution, objetDuBilan } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme, sansObjet, type Verdict } from "../../verdict.ts";
import { abandon, avecSeance, enCours, jamaisCommence } from "../d-preuve/exemples.ts";

const OBJETS: readonly { nom: string; themes: readonly Theme[] }[] = [
  { nom: "les compétences", themes: ["competences", "parcours"] },
  { nom: "les motivations", themes: ["motivations", "interets"] },
  { nom: "le projet", themes: ["projet", "alternatives"] },
];

const RESERVE_THEMES =
  "Les thèmes notés peuvent taire ce qui a été fait : relisez-les avant de conclure que le travail manque.";

function programmeSuivi(etat: Etat): Verdict {
  const traites = new Set<Theme>();
  for (const s of etat.seances) if (s.statut === "tenue") for (const t of s.themes) traites.add(t);
  if (traites.size === 0) return indetermine("Les thèmes des séances tenues.", { acte: "corrigerFait" });
  const oublies = OBJETS.filter((o) => !o.themes.some((t) => traites.has(t))).map((o) => o.nom);
  return oublies.length > 0
    ? nonConforme(`Aucun thème de séance ne porte sur ${enumeration(oublies)}.`, RESERVE_THEMES)
    : conforme("Compétences, motivations et projet ont été travaillés en séance.");
}

export default defineRule({
  id: "A01",
  statement:
    "Le bilan sert à analyser compétences, aptitudes et motivations pour définir un projet professionnel.",
  gravite: "critique",
  effet: "alerte",
  questions: ["Q14"],
  sources: [objetDuBilan, webinaire(14), autresActions, conseilEnEvolution],
  inForce: { from: jour("2019-01-01"), until: null, repere: "demande" },
  remede: "la personne cherche à définir un projet, ou a été orientée vers le service qu’elle cherche.",
  evaluate: (etat, au) => {
    const arret = sansSuite(etat);
    if (arret !== null) return sansObjet(arret);
    if (etat.entretien === null) {
      return indetermine("Ce que la personne cherche.", { acte: "noterEntretien" });
    }
    const service = AUTRES_SERVICES[etat.entretien.objectif];
    if (service !== undefined) {
      if (!venteEntamee(etat)) {
        return indetermine(`L’orientation de la personne : elle cherche ${service.nom}.`, {
          acte: "orienter",
        });
      }
      const ecart = `Le ${formatJour(etat.entretien.date)}, la personne cherchait ${service.nom}, pas un projet professionnel à définir.`;
      return prudentAvant(
        nonConforme(ecart, reserveDe(service.source)),
        jourDeReference(etat, "demande", au),
      );
    }
    if (estClos(etat, au) && !estPartiel(etat)) return programmeSuivi(etat);
    return conforme("L’objectif noté est celui d’un bilan : définir un projet professionnel.");
  },
  examples: [
    { cas: "une reconversion, compétences, motivations et projet traités", etat: {}, attendu: "conforme" },
    {
      cas: "un objectif de bilan, investigation en cours",
      etat: enCours(4),
      au: "2026-10-20",
      attendu: "conforme",
    },
    {
      cas: "un coaching vendu comme bilan",
      etat: { entretien: { ...BILAN.entretien!, objectif: "coaching" } },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "un coaching vendu la veille des réponses officielles",
      etat: {
        entretien: { ...BILAN.entretien!, objectif: "coaching" },
        commande: { ...BILAN.commande!, demandeLe: jour("2023-02-14") },
      },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "une évaluation, que seul le guide écarte",
      etat: { entretien: { ...BILAN.entretien!, objectif: "evaluation" } },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "aucun thème de motivation sur tout le bilan",
      etat: avecSeance(4, { themes: ["parcours"] }),
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "un abandon n’a pas à tout traiter", etat: abandon(3), attendu: "conforme" },
    {
      cas: "un coaching cherché, rien n’est encore vendu",
      etat: {
        ...enCours(0),
        entretien: { ...BILAN.entretien!, objectif: "coaching" },
        devis: [],
        commande: null,
        entree: null,
      },
      au: "2026-09-04",
      attendu: "indetermine",
    },
    {
      cas: "pas encore d’entretien",
      etat: { ...enCours(0), entretien: null, entree: null },
      attendu: "indetermine",
    },
    { cas: "commande annulée", etat: jamaisCommence, attendu: "sans_objet" },
  ],
});
