import { formatJour } from "../../../values/dates-fr.ts";
import { type Jour, jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { sansSuite } from "../../calcul/deroulement.ts";
import type { Etat, Intervenant } from "../../etat.ts";
import { defineRule } from "../../rule.ts";
import { secretDuBilan, secretProfessionnel } from "../../textes/secret.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { enCours } from "./exemples.ts";

/** For each person who held or is to hold a session: the first session held, else the first planned. */
function premieresSeances(etat: Etat): Map<string, { le: Jour; tenue: boolean }> {
  const premieres = new Map<string, { le: Jour; tenue: boolean }>();
  for (const s of etat.seances) {
    const tenue = s.statut === "tenue";
    if (!tenue && s.statut !== "prevue") continue;
    const connue = premieres.get(s.intervenant);
    if (connue?.tenue && !tenue) continue;
    if (connue === undefined || connue.tenue !== tenue || s.date < connue.le) {
      premieres.set(s.intervenant, { le: s.date, tenue });
    }
  }
  return premieres;
}

const nadia = BILAN.organisme.intervenants[0]!;
const avec = (intervenants: Intervenant[]): Pick<Etat, "organisme"> => ({
  organisme: { ...BILAN.organisme, intervenants },
});

export default defineRule({
  id: "D13",
  statement:
    "Toute personne qui réalise le bilan est tenue au secret professionnel et s’y engage avant sa première séance.",
  gravite: "critique",
  effet: "alerte",
  questions: ["Q22"],
  sources: [secretDuBilan, secretProfessionnel],
  inForce: { from: jour("2019-01-01"), until: null, repere: "debut" },
  reserve:
    "La loi impose le secret ; l’engagement signé en est la preuve, qu’aucun texte lu n’exige sous cette forme.",
  remede: "chaque intervenant a signé son engagement de secret avant sa première séance.",
  evaluate: (etat) => {
    const motif = sansSuite(etat);
    if (motif !== null) return sansObjet(motif);
    const premieres = premieresSeances(etat);
    let aSigner: { nom: string; le: Jour } | null = null;
    for (const [id, { le, tenue }] of premieres) {
      const intervenant = etat.organisme.intervenants.find((i) => i.id === id);
      const nom = intervenant?.nom ?? "l’intervenant, absent de la liste de l’organisme,";
      const signe = intervenant?.secretSigneLe ?? null;
      if (signe !== null && signe <= le) continue;
      if (!tenue) aSigner = { nom, le };
      else if (signe === null) {
        return nonConforme(`Séance du ${formatJour(le)} : ${nom} n’a pas signé d’engagement de secret.`);
      } else {
        return nonConforme(
          `${nom} n’a signé son engagement de secret que le ${formatJour(signe)}, après sa séance du ${formatJour(le)}.`,
        );
      }
    }
    if (aSigner !== null) {
      return indetermine(`L’engagement de secret de ${aSigner.nom}.`, { echeance: aSigner.le });
    }
    return premieres.size === 0
      ? indetermine("Qui réalise le bilan.", { acte: "planifierSeance" })
      : conforme("Qui a tenu les séances avait signé son engagement de secret.");
  },
  examples: [
    { cas: "engagement signé", etat: {}, attendu: "conforme" },
    {
      cas: "signé le jour de la première séance",
      etat: avec([{ ...nadia, secretSigneLe: jour("2026-09-28") }]),
      attendu: "conforme",
    },
    {
      cas: "signé le lendemain",
      etat: avec([{ ...nadia, secretSigneLe: jour("2026-09-29") }]),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "jamais signé",
      etat: avec([{ ...nadia, secretSigneLe: null }]),
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "inconnu de l’organisme", etat: avec([]), attendu: "non_conforme", reserve: true },
    {
      cas: "première séance à venir",
      etat: { ...enCours(0), entree: null, ...avec([{ ...nadia, secretSigneLe: null }]) },
      au: "2026-09-20",
      attendu: "indetermine",
    },
  ],
});
