import { formatJour } from "../../../values/dates-fr.ts";
import { minutes } from "../../../values/duree.ts";
import { jour } from "../../../values/jour.ts";
import { echeanceOuvree } from "../../../values/jours-ouvres.ts";
import { LIBELLES_MOTIF, motifPropose, parcoursComplet } from "../../calcul/motif-sortie.ts";
import { parametreInconnu } from "../../calcul/parametre-inconnu.ts";
import type { MotifSortie } from "../../etat.ts";
import { valeurAu } from "../../parameter.ts";
import { declarationSortie } from "../../parameters/declaration-sortie.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { motifDeSortie } from "../../textes/edof.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { sansCommandeVivante } from "./cpf.ts";
import { formatEcheance } from "./delai.ts";
import { arrete, payePar, serviceFait } from "./exemples.ts";

const PREUVE = "La preuve du motif est demandée d’après des sources secondaires ; aucun texte lu ne la fixe.";
const MOTIF_SANS_FAIT =
  "Une sortie partielle suppose une fin anticipée consignée, d’après notre lecture des motifs d’EDOF.";

const sorti = (motif: MotifSortie) =>
  serviceFait({ motif, tauxDeclare: 4250, minutesDeclarees: minutes(510), sortieLe: jour("2026-10-20") });

export default defineRule({
  id: "C17",
  statement:
    "Un bilan arrêté avant son terme dit d’abord s’il y a force majeure, puis qui l’a arrêté ; le motif déclaré en découle.",
  gravite: "critique",
  effet: "bloque",
  questions: ["Q9"],
  sources: [motifDeSortie, webinaire(9)],
  inForce: { from: jour("2019-01-01"), until: null, repere: "fin" },
  remede: "le motif de sortie est celui que donnent les faits consignés.",
  evaluate: (etat) => {
    const dehors = sansCommandeVivante(etat);
    if (dehors !== null) return dehors;
    const fin = etat.finAnticipee;
    const motif = etat.serviceFait?.motif ?? null;
    if (parcoursComplet(etat)) return sansObjet("Le parcours est complet : la règle C16 s’applique.");
    if (fin === null) {
      return motif === null || motif === "integralite"
        ? sansObjet("Le bilan n’a pas été arrêté avant son terme.")
        : nonConforme(
            `Sortie déclarée avec le motif « ${LIBELLES_MOTIF[motif]} », sans fin anticipée consignée.`,
            MOTIF_SANS_FAIT,
          );
    }
    const propose = motifPropose(etat);
    if (propose === null) {
      const question = `L’arrêt du ${formatJour(fin.date)} est-il dû à une force majeure`;
      return motif === null
        ? indetermine(`${question} ? EDOF le demande en premier.`, { acte: "corrigerFait" })
        : nonConforme(`Un motif a été déclaré sans répondre à la première question. ${question} ?`);
    }
    if (motif === null) {
      const delai = valeurAu(declarationSortie, fin.date)?.value;
      if (delai === undefined) return parametreInconnu(declarationSortie, fin.date);
      const echeance = echeanceOuvree(fin.date, delai, etat.organisme.territoire);
      return indetermine(`Le service fait, ${formatEcheance(echeance)}. ${propose.pourquoi}`, {
        echeance: echeance.le,
        acte: "declarerServiceFait",
      });
    }
    if (motif !== propose.motif) {
      return nonConforme(`Motif déclaré : « ${LIBELLES_MOTIF[motif]} ». ${propose.pourquoi}`);
    }
    return fin.preuve === null || fin.preuve.trim() === ""
      ? nonConforme(`Aucune preuve n’accompagne l’arrêt du ${formatJour(fin.date)}.`, PREUVE)
      : conforme(propose.pourquoi);
  },
  examples: [
    {
      cas: "abandon déclaré comme tel, avec sa preuve",
      etat: { ...arrete({}), ...sorti("abandon_stagiaire") },
      attendu: "conforme",
    },
    {
      cas: "abandon déclaré en force majeure",
      etat: { ...arrete({}), ...sorti("force_majeure") },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "abandon déclaré « intégralité »",
      etat: { ...arrete({}), ...sorti("integralite") },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "force majeure prouvée",
      etat: { ...arrete({ forceMajeure: true }), ...sorti("force_majeure") },
      attendu: "conforme",
    },
    {
      cas: "interruption par l’organisme avec report",
      etat: { ...arrete({ responsable: "organisme_avec_report" }), ...sorti("interruption_avec_report") },
      attendu: "conforme",
    },
    {
      cas: "fermeture de l’organisme déclarée en abandon",
      etat: { ...arrete({ responsable: "organisme_sans_report" }), ...sorti("abandon_stagiaire") },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "motif juste, sans preuve",
      etat: { ...arrete({ preuve: null }), ...sorti("abandon_stagiaire") },
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "la force majeure n’est pas dite", etat: arrete({ forceMajeure: null }), attendu: "indetermine" },
    {
      cas: "un motif déclaré avant de l’avoir dite",
      etat: { ...arrete({ forceMajeure: null }), ...sorti("abandon_stagiaire") },
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "service fait à déclarer", etat: arrete({}), attendu: "indetermine" },
    {
      cas: "sortie partielle sans fin anticipée",
      etat: { ...arrete({}), ...sorti("abandon_stagiaire"), finAnticipee: null },
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "parcours complet", etat: {}, attendu: "sans_objet" },
    { cas: "bilan payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
  ],
});
