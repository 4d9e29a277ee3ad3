import { composerResultats } from "../../documents/resultats/donnees.ts";
import { testUtilise } from "../../dossier/faits/deroulement.ts";
import { nomComplet } from "../dossier/identite.ts";
import { cadreDe } from "./cadre.ts";
import { faitsDe, nomIntervenant } from "./faits.ts";
import type { Papier } from "./papier.ts";

/** Résultats détaillés: a content, for the person and her counsellor alone (L6313-4). */
export const resultats: Papier = {
  nom: "resultats-detailles",
  titre: "Résultats détaillés",
  quoi: "Pour la personne seule, à côté de la synthèse. Ils n’entrent jamais dans un dossier de contrôle.",
  classe: "contenu",
  document: "resultats_detailles",
  auControle: false,
  acte: "utiliserTest",
  composer: (matiere) => {
    const { etat, identite } = matiere.dossier;
    const tests = faitsDe(matiere.dossier, testUtilise).filter((f) => f.donnees.resultats !== null);
    const dernier = tests.at(-1);
    if (dernier === undefined) return { manque: "Aucun résultat n’est écrit dans ce bilan." };
    if (etat.destruction !== null && tests.every((f) => matiere.texteDe(f.donnees.resultats!.id) === null)) {
      return { manque: "Les résultats ont été détruits à leur terme." };
    }
    const seance = etat.seances.findLast((s) => s.statut === "tenue");
    return composerResultats({
      ...cadreDe({ ...matiere, temoin: null }, dernier.date),
      beneficiaire: nomComplet(identite),
      conseiller: nomIntervenant(etat, seance?.intervenant ?? etat.entretien?.intervenant),
      instruments: tests.flatMap((f) => {
        const texte = matiere.texteDe(f.donnees.resultats!.id);
        return texte === null
          ? []
          : [
              {
                nomme: f.donnees.instrument,
                le: f.date,
                par: nomIntervenant(etat, f.donnees.intervenant),
                resultats: texte,
              },
            ];
      }),
    });
  },
};
