import { formatJour } from "../../../values/dates-fr.ts";
import { jour } from "../../../values/jour.ts";
import { echeanceOuvree } from "../../../values/jours-ouvres.ts";
import { valeurAu } from "../../parameter.ts";
import { debutSession } from "../../parameters/debut-session.ts";
import { retractationEdof } from "../../parameters/retractation-edof.ts";
import { jourDuDebut } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { delaiDeDebut, delaiDeRetractation } from "../../textes/edof.ts";
import { conforme, indetermine, nonConforme } from "../../verdict.ts";
import { sansCommandeVivante } from "./cpf.ts";
import { commande, PAS_COMMENCE, payePar } from "./exemples.ts";

export default defineRule({
  id: "C11",
  statement:
    "Le bilan commence au plus tôt 11 jours ouvrés après la demande ; la personne sait qu’elle peut se rétracter.",
  gravite: "majeure",
  effet: "alerte",
  questions: [],
  sources: [delaiDeDebut, delaiDeRetractation],
  inForce: { from: jour("2019-01-01"), until: null, repere: "demande" },
  reserve: "Les sources secondaires divergent (11 ou 14 jours) ; le texte des CGU n’a pas été lu.",
  remede: "la première séance vient onze jours ouvrés au moins après la demande.",
  evaluate: (etat) => {
    const dehors = sansCommandeVivante(etat);
    if (dehors !== null) return dehors;
    const { demandeLe, accepteLe, debutPrevu } = etat.commande!;
    const { territoire } = etat.organisme;
    const tot = echeanceOuvree(demandeLe, valeurAu(debutSession, demandeLe)?.value ?? 0, territoire);
    const debut = jourDuDebut(etat) ?? debutPrevu;
    if (debut === null) {
      return indetermine(`Le jour du début, à partir du ${formatJour(tot.le)}.`, {
        acte: "accepterCommande",
      });
    }
    if (debut < tot.le) {
      return nonConforme(
        `Début le ${formatJour(debut)} pour une demande du ${formatJour(demandeLe)} : possible à partir du ${formatJour(tot.le)}.`,
      );
    }
    const phrase = `Début le ${formatJour(debut)}, possible à partir du ${formatJour(tot.le)}`;
    if (accepteLe === null) return conforme(`${phrase}.`);
    const delai = valeurAu(retractationEdof, accepteLe)?.value ?? 0;
    const retractation = echeanceOuvree(accepteLe, delai, territoire).le;
    return conforme(
      debut <= retractation
        ? `${phrase} ; la rétractation courait jusqu’au ${formatJour(retractation)}, y renoncer en commençant est rapporté d’anciennes CGU.`
        : `${phrase}, après la fin de la rétractation.`,
    );
  },
  examples: [
    { cas: "douze jours ouvrés après la demande", etat: {}, attendu: "conforme" },
    {
      cas: "le onzième jour ouvré",
      etat: { ...PAS_COMMENCE, ...commande({ debutPrevu: jour("2026-09-25") }) },
      attendu: "conforme",
    },
    {
      cas: "le dixième jour ouvré",
      etat: { ...PAS_COMMENCE, ...commande({ debutPrevu: jour("2026-09-24") }) },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "la première séance tenue compte, non le début annoncé",
      etat: commande({ demandeLe: jour("2026-09-18"), debutPrevu: jour("2026-10-12") }),
      attendu: "non_conforme",
    },
    {
      cas: "après toute rétractation",
      etat: { ...PAS_COMMENCE, ...commande({ debutPrevu: jour("2026-10-05") }) },
      attendu: "conforme",
    },
    {
      cas: "aucun début prévu",
      etat: { ...PAS_COMMENCE, ...commande({ debutPrevu: null, accepteLe: null }) },
      attendu: "indetermine",
    },
    { cas: "bilan payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
  ],
});
