import { formatDuree, heures, minutes } from "../../../values/duree.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { estClos } from "../../calcul/clos.ts";
import { estPartiel, sansSuite } from "../../calcul/deroulement.ts";
import { dureePrevue, minutesFaites } from "../../heures.ts";
import { valeurAu } from "../../parameter.ts";
import { plancherAnnonce } from "../../parameters/plancher-annonce.ts";
import { jourDeReference } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { abandon, avecSeance, enCours, jamaisCommence } from "../d-preuve/exemples.ts";

const ANNONCE = plancherAnnonce.values[0]!;

export default defineRule({
  id: "A05",
  statement:
    "Un projet de décret, dont la publication n’a pas été trouvée, annonce 13 heures d’accompagnement au moins ; bien des offres le suivent déjà.",
  gravite: "majeure",
  effet: "alerte",
  questions: ["Q5"],
  sources: [ANNONCE.source, webinaire(5)],
  inForce: { from: ANNONCE.from, until: null, repere: "demande" },
  avant: "Aucune annonce d’une durée minimale n’a été lue avant le 17 février 2026.",
  reserve:
    "Ces 13 heures sont un projet et un usage du marché, pas la loi : aucun texte publié n’a été trouvé, et l’on ne sait pas s’il viserait tous les financeurs.",
  remede: "l’accompagnement atteint 13 h, ou vous savez dire pourquoi moins suffit à cette personne.",
  evaluate: (etat, au) => {
    const arret = sansSuite(etat);
    if (arret !== null) return sansObjet(arret);
    const plancher = valeurAu(plancherAnnonce, jourDeReference(etat, "demande", au));
    if (plancher === null)
      return sansObjet("Aucune annonce d’une durée minimale n’a été lue à la date de la demande.");
    if (estPartiel(etat)) return sansObjet("Le bilan s’est arrêté avant son terme.");
    const termine = estClos(etat, au);
    const duree = termine ? minutesFaites(etat.seances) : dureePrevue(etat);
    if (duree === null) return indetermine("La durée prévue de l’accompagnement.", { acte: "emettreDevis" });
    if (duree < plancher.value) {
      return nonConforme(
        `${formatDuree(duree)} d’accompagnement ${termine ? "faites" : "prévues"} : c’est moins que les ${formatDuree(plancher.value)} annoncées.`,
      );
    }
    return conforme("L’accompagnement atteint la durée annoncée.");
  },
  examples: [
    { cas: "20 h faites", etat: {}, attendu: "conforme" },
    {
      cas: "13 h juste",
      etat: { ...enCours(2), documentsSuivi: [{ ...BILAN.documentsSuivi[0]!, duree: heures(13) }] },
      au: "2026-10-06",
      attendu: "conforme",
    },
    {
      cas: "une minute de moins",
      etat: { ...enCours(2), documentsSuivi: [{ ...BILAN.documentsSuivi[0]!, duree: minutes(779) }] },
      au: "2026-10-06",
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "parcours complet en 12 h",
      etat: { seances: BILAN.seances.map((s) => ({ ...s, fait: minutes(80) })) },
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "abandon après deux séances", etat: abandon(2), attendu: "sans_objet" },
    {
      cas: "demande de la veille de l’annonce",
      etat: {
        ...avecSeance(1, { fait: minutes(0) }),
        commande: { ...BILAN.commande!, demandeLe: "2026-02-16" as typeof ANNONCE.from },
      },
      attendu: "sans_objet",
    },
    {
      cas: "aucune durée encore",
      etat: { ...enCours(0), devis: [], documentsSuivi: [], ajustements: [] },
      attendu: "indetermine",
    },
    { cas: "commande annulée", etat: jamaisCommence, attendu: "sans_objet" },
  ],
});
