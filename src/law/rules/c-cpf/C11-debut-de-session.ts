import { formatJour } from "../../../values/dates-fr.ts";
import { type Jour, jour, joursEntre } from "../../../values/jour.ts";
import { echeanceOuvree, joursOuvresEntre } from "../../../values/jours-ouvres.ts";
import { parametreInconnu } from "../../calcul/parametre-inconnu.ts";
import { valeurAu } from "../../parameter.ts";
import { debutSession } from "../../parameters/debut-session.ts";
import { retractationEdof } from "../../parameters/retractation-edof.ts";
import { jourDuDebut } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { delaiDeDebut, delaiDeRetractation } from "../../textes/edof.ts";
import { conforme, indetermine, nonConforme } from "../../verdict.ts";
import { sansCommandeVivante } from "./cpf.ts";
import { commande, PAS_COMMENCE, payePar } from "./exemples.ts";

/** Thirty days in a row hold sixteen « jours ouvrés » at least, whatever the holidays. */
const LARGEMENT = 30;

/** Whether fewer than `n` « jours ouvrés » lie between the two days; the calendar is read only where it decides. */
function compteAvant(depart: Jour, fait: Jour, n: number): boolean {
  const jours = joursEntre(depart, fait);
  return jours < n || (jours <= LARGEMENT && joursOuvresEntre(depart, fait, "metropole") < n);
}

export default defineRule({
  id: "C11",
  statement:
    "Le bilan commence au plus tôt 11 jours ouvrés après la demande ; la personne sait qu’elle peut se rétracter.",
  gravite: "majeure",
  effet: "alerte",
  questions: [],
  sources: [delaiDeDebut, delaiDeRetractation],
  inForce: { from: jour("2019-01-01"), until: null, repere: "demande" },
  reserve:
    "Les sources secondaires divergent (11 ou 14 jours ouvrés pour se rétracter) ; le texte des CGU n’a pas été lu.",
  remede: "la première séance vient onze jours ouvrés au moins après la demande.",
  evaluate: (etat) => {
    const dehors = sansCommandeVivante(etat);
    if (dehors !== null) return dehors;
    const { demandeLe, accepteLe, debutPrevu } = etat.commande!;
    const delai = valeurAu(debutSession, demandeLe)?.value;
    if (delai === undefined) return parametreInconnu(debutSession, demandeLe);
    const debut = jourDuDebut(etat) ?? debutPrevu;
    if (debut === null) {
      const tot = echeanceOuvree(demandeLe, delai, etat.organisme.territoire).le;
      return indetermine(`Le jour du début, à partir du ${formatJour(tot)}.`, { acte: "accepterCommande" });
    }
    if (compteAvant(demandeLe, debut, delai)) {
      const tot = echeanceOuvree(demandeLe, delai, etat.organisme.territoire).le;
      return nonConforme(
        `Début le ${formatJour(debut)} pour une demande du ${formatJour(demandeLe)} : possible à partir du ${formatJour(tot)}.`,
      );
    }
    const phrase = `Début le ${formatJour(debut)}, ${delai} jours ouvrés au moins après la demande`;
    const retractation = accepteLe === null ? undefined : valeurAu(retractationEdof, accepteLe)?.value;
    return conforme(
      accepteLe !== null && retractation !== undefined && compteAvant(accepteLe, debut, retractation + 1)
        ? `${phrase} ; rétractation possible ${retractation} jours ouvrés après l’acceptation (jusqu’au début seulement, selon d’anciennes CGU).`
        : `${phrase}.`,
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
