import { formatDuree, heures, minutes } from "../../../values/duree.ts";
import { jour } from "../../../values/jour.ts";
import { parcoursComplet } from "../../calcul/motif-sortie.ts";
import { ARRONDI_DU_TAUX, formatTaux, INTEGRALITE, tauxRealisation } from "../../calcul/taux-realisation.ts";
import { dureePrevue, minutesFaites } from "../../heures.ts";
import { defineRule } from "../../rule.ts";
import { lecture, webinaire } from "../../sources.ts";
import { serviceFaitEdof } from "../../textes/edof.ts";
import { conforme, indetermine, nonConforme } from "../../verdict.ts";
import { sansCommandeVivante } from "./cpf.ts";
import { arrete, payePar, RACCOURCI, REDUIT, serviceFait } from "./exemples.ts";

const DECISION_CONJOINTE =
  "Le parcours est complet en moins d’heures que prévu : consignez la durée réduite, décidée et signée avec la personne. Aucun texte lu ne règle ce cas.";
const EXPLIQUE = "L’écart est expliqué au dossier ; relisez l’explication avant d’envoyer le service fait.";

export default defineRule({
  id: "C15",
  statement:
    "Le taux de réalisation déclaré est celui de l’accompagnement fait, rapporté à celui qui était prévu.",
  gravite: "critique",
  effet: "bloque",
  questions: ["Q9", "Q17"],
  sources: [serviceFaitEdof, webinaire(17), lecture("Taux = accompagnement fait / accompagnement prévu")],
  inForce: { from: jour("2019-01-01"), until: null, repere: "fin" },
  remede: "les heures et le taux déclarés sont ceux des séances tenues, ou quand l’écart est expliqué.",
  evaluate: (etat) => {
    const dehors = sansCommandeVivante(etat);
    if (dehors !== null) return dehors;
    const declare = etat.serviceFait;
    if (declare === null) {
      return indetermine("Le service fait, avec ses heures et son taux.", { acte: "declarerServiceFait" });
    }
    const faites = minutesFaites(etat.seances);
    const prevues = dureePrevue(etat);
    const taux = prevues === null ? null : tauxRealisation(faites, prevues);
    if (prevues === null || taux === null) {
      return indetermine("La durée prévue, sans laquelle le taux ne se calcule pas.", {
        acte: "corrigerFait",
      });
    }
    const heuresJustes = declare.minutesDeclarees === faites;
    if (heuresJustes && Math.abs(declare.tauxDeclare - taux) <= ARRONDI_DU_TAUX) {
      return conforme(
        `${formatDuree(faites)} faites sur ${formatDuree(prevues)} prévues : ${formatTaux(taux)}, comme déclaré.`,
      );
    }
    const ecart = `${formatDuree(declare.minutesDeclarees)} et ${formatTaux(declare.tauxDeclare)} déclarés, pour ${formatDuree(faites)} faites sur ${formatDuree(prevues)} prévues, soit ${formatTaux(taux)}.`;
    if (heuresJustes && declare.tauxDeclare === INTEGRALITE && parcoursComplet(etat)) {
      return nonConforme(ecart, DECISION_CONJOINTE);
    }
    return declare.explication === null || declare.explication.trim() === ""
      ? nonConforme(ecart)
      : nonConforme(ecart, EXPLIQUE);
  },
  examples: [
    { cas: "20 h sur 20 h, 100 %", etat: {}, attendu: "conforme" },
    {
      cas: "18 h faites, 20 h déclarées",
      etat: RACCOURCI,
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "18 h faites, 20 h déclarées et expliquées",
      etat: { ...RACCOURCI, ...serviceFait({ explication: "séance du 5 novembre saisie en double" }) },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "parcours complet mais raccourci : la décision commune est demandée",
      etat: { ...RACCOURCI, ...serviceFait({ minutesDeclarees: heures(18) }) },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "durée ramenée à 18 h avec la personne",
      etat: {
        ...REDUIT,
        ...serviceFait({ minutesDeclarees: heures(18) }),
      },
      attendu: "conforme",
    },
    {
      cas: "abandon déclaré à 42,5 %",
      etat: {
        ...arrete({}),
        ...serviceFait({ motif: "abandon_stagiaire", tauxDeclare: 4250, minutesDeclarees: minutes(510) }),
      },
      attendu: "conforme",
    },
    {
      cas: "abandon déclaré à 43 %, arrondi au pour-cent",
      etat: {
        ...arrete({}),
        ...serviceFait({ motif: "abandon_stagiaire", tauxDeclare: 4300, minutesDeclarees: minutes(510) }),
      },
      attendu: "conforme",
    },
    {
      cas: "abandon déclaré à 100 %",
      etat: { ...arrete({}), ...serviceFait({ minutesDeclarees: minutes(510) }) },
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "service fait à déclarer", etat: { serviceFait: null }, attendu: "indetermine" },
    { cas: "durée prévue inconnue", etat: { devis: [], documentsSuivi: [] }, attendu: "indetermine" },
    { cas: "bilan payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
  ],
});
