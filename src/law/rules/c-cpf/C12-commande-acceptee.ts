import { formatJour } from "../../../values/dates-fr.ts";
import { jour } from "../../../values/jour.ts";
import { jourDuDebut } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { entreeEnFormation } from "../../textes/edof.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { horsCpf } from "./cpf.ts";
import { commande, PAS_COMMENCE, payePar } from "./exemples.ts";

const annulee = (le: string) =>
  commande({ annulation: { le: jour(le), par: "titulaire", motif: "nouvel emploi" } });

export default defineRule({
  id: "C12",
  statement:
    "Le bilan ne commence qu’une fois la commande acceptée par la personne sur Mon Compte Formation.",
  gravite: "critique",
  effet: "bloque",
  questions: [],
  sources: [entreeEnFormation],
  inForce: { from: jour("2019-01-01"), until: null, repere: "demande" },
  remede: "la personne a accepté la commande avant la première séance.",
  evaluate: (etat) => {
    const dehors = horsCpf(etat);
    if (dehors !== null) return dehors;
    const debut = jourDuDebut(etat);
    const ordre = etat.commande;
    const annulation = ordre?.annulation ?? null;
    if (annulation !== null && debut === null)
      return sansObjet("La commande a été annulée avant tout début.");
    if (annulation !== null && debut !== null && annulation.le <= debut) {
      return nonConforme(
        `Le bilan a commencé le ${formatJour(debut)} sur une commande annulée le ${formatJour(annulation.le)}.`,
      );
    }
    const accepteLe = ordre?.accepteLe ?? null;
    if (accepteLe === null) {
      return debut === null
        ? indetermine("L’acceptation de la commande par la personne, avant la première séance.", {
            echeance: ordre?.debutPrevu ?? undefined,
            acte: ordre === null ? "passerCommande" : "accepterCommande",
          })
        : nonConforme(`Le bilan a commencé le ${formatJour(debut)} sans commande acceptée.`);
    }
    if (debut !== null && debut < accepteLe) {
      return nonConforme(
        `Le bilan a commencé le ${formatJour(debut)}, avant l’acceptation du ${formatJour(accepteLe)}.`,
      );
    }
    return conforme(`Commande acceptée le ${formatJour(accepteLe)}, avant la première séance.`);
  },
  examples: [
    { cas: "acceptée deux semaines avant", etat: {}, attendu: "conforme" },
    {
      cas: "acceptée le jour du début",
      etat: commande({ accepteLe: jour("2026-09-28") }),
      attendu: "conforme",
    },
    {
      cas: "acceptée le lendemain du début",
      etat: commande({ accepteLe: jour("2026-09-29") }),
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "commencé sans acceptation", etat: commande({ accepteLe: null }), attendu: "non_conforme" },
    { cas: "commencé sans commande", etat: { commande: null }, attendu: "non_conforme" },
    { cas: "commencé après l’annulation", etat: annulee("2026-09-21"), attendu: "non_conforme" },
    {
      cas: "pas encore acceptée ni commencée",
      etat: { ...PAS_COMMENCE, ...commande({ accepteLe: null }) },
      attendu: "indetermine",
    },
    {
      cas: "annulée avant tout début",
      etat: { ...PAS_COMMENCE, ...annulee("2026-09-21") },
      attendu: "sans_objet",
    },
    { cas: "bilan payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
  ],
});
