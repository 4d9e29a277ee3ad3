import { accorder } from "../../../values/accorder.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import { type Jour, jour, jourDeSemaine, joursEntre } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { calendrierComplet, joursDesSeances } from "../../calcul/calendrier.ts";
import { estPartiel, sansSuite } from "../../calcul/deroulement.ts";
import type { Etat } from "../../etat.ts";
import { valeurOuPremiere } from "../../parameter.ts";
import { amplitudeMinimale } from "../../parameters/amplitude-minimale.ts";
import { jourDeReference } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { AVANT_LES_REPONSES, REPONSES_OFFICIELLES } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { abandon, enCours, jamaisCommence } from "../d-preuve/exemples.ts";

const SEUIL = amplitudeMinimale.values[0]!;
const RESERVE_SEUIL =
  "Ce seuil est une pratique, pas la loi : la réponse officielle écarte « quelques journées successives » sans chiffre.";

/** The sessions of the example, all held, on other days: one day each in turn, the last one for the rest. */
const sur = (...jours: string[]): Pick<Etat, "seances"> => ({
  seances: BILAN.seances.map((s, i) => ({ ...s, date: jour(jours[Math.min(i, jours.length - 1)]!) })),
});

/** The next day, or Monday after Friday. */
function seSuivent(a: Jour, b: Jour): boolean {
  const ecart = joursEntre(a, b);
  return ecart === 1 || (ecart <= 3 && jourDeSemaine(a) >= 5 && jourDeSemaine(b) === 1);
}

function seSuiventTous(jours: readonly Jour[]): boolean {
  for (let i = 1; i < jours.length; i += 1) if (!seSuivent(jours[i - 1]!, jours[i]!)) return false;
  return true;
}

/** The days of the whole calendar; the dates of the document de suivi stand for sessions not planned yet. */
function joursDuBilan(etat: Etat): Jour[] | null {
  const jours = joursDesSeances(etat);
  if (calendrierComplet(etat)) return jours;
  const document = etat.documentsSuivi.at(-1);
  return document === undefined ? null : [...new Set([...jours, document.debut, document.fin])].sort();
}

export default defineRule({
  id: "A06",
  statement: "Un bilan ne se fait pas en un jour, ni en quelques journées qui se suivent.",
  gravite: "majeure",
  effet: "alerte",
  questions: ["Q5"],
  sources: [webinaire(5), SEUIL.source],
  inForce: { from: REPONSES_OFFICIELLES, until: null, repere: "debut" },
  avant: AVANT_LES_REPONSES,
  remede: `les séances sont réparties sur ${SEUIL.value} jours au moins.`,
  evaluate: (etat, au) => {
    const arret = sansSuite(etat);
    if (arret !== null) return sansObjet(arret);
    if (estPartiel(etat)) return sansObjet("Le bilan s’est arrêté avant son terme.");
    const jours = joursDuBilan(etat);
    const [premier, dernier] = [jours?.[0], jours?.at(-1)];
    if (jours === null || premier === undefined || dernier === undefined) {
      return indetermine("Le calendrier de toutes les séances.", { acte: "planifierSeance" });
    }
    const etendue = joursEntre(premier, dernier);
    if (etendue === 0)
      return nonConforme(`Tout le bilan tient sur une seule journée, le ${formatJour(premier)}.`);
    if (seSuiventTous(jours)) {
      return nonConforme(
        `Toutes les séances se suivent, du ${formatJour(premier)} au ${formatJour(dernier)}.`,
        etendue === jours.length - 1 ? undefined : RESERVE_SEUIL,
      );
    }
    const seuil = valeurOuPremiere(amplitudeMinimale, jourDeReference(etat, "debut", au));
    if (etendue < seuil.value) {
      return nonConforme(
        `Le bilan tient en ${accorder(etendue + 1, "jour")}, du ${formatJour(premier)} au ${formatJour(dernier)}.`,
        RESERVE_SEUIL,
      );
    }
    return conforme("Les séances sont réparties dans le temps.");
  },
  examples: [
    { cas: "neuf séances en sept semaines", etat: {}, attendu: "conforme" },
    { cas: "une seule journée", etat: sur("2026-10-05"), attendu: "non_conforme", reserve: false },
    {
      cas: "cinq journées de suite",
      etat: sur("2026-10-05", "2026-10-06", "2026-10-07", "2026-10-08", "2026-10-09"),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "jeudi, vendredi, puis lundi",
      etat: sur("2026-10-08", "2026-10-09", "2026-10-12"),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "treize jours entre la première et la dernière",
      etat: sur("2026-10-05", "2026-10-09", "2026-10-18"),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "quatorze jours",
      etat: sur("2026-10-05", "2026-10-09", "2026-10-19"),
      attendu: "conforme",
    },
    {
      cas: "séances à planifier, document de suivi sur sept semaines",
      etat: { ...enCours(2), seances: BILAN.seances.slice(0, 2) },
      au: "2026-10-06",
      attendu: "conforme",
    },
    {
      cas: "deux séances prévues, rien d’autre encore",
      etat: { ...enCours(0), seances: enCours(0).seances!.slice(0, 2), documentsSuivi: [] },
      attendu: "indetermine",
    },
    {
      cas: "aucune séance ni document de suivi",
      etat: { ...enCours(0), seances: [], documentsSuivi: [] },
      attendu: "indetermine",
    },
    {
      cas: "séances à planifier, document de suivi sur deux jours de suite",
      etat: {
        ...enCours(0),
        entree: null,
        seances: [],
        documentsSuivi: [{ ...BILAN.documentsSuivi[0]!, debut: jour("2026-10-05"), fin: jour("2026-10-06") }],
      },
      au: "2026-10-01",
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "abandon après une séance", etat: abandon(1), attendu: "sans_objet" },
    { cas: "commande annulée", etat: jamaisCommence, attendu: "sans_objet" },
  ],
});
