import { composerResultats } from "../../documents/resultats/donnees.ts";
import { resultatsEcrits, resultatsJoints } from "../../dossier/faits/conclusion.ts";
import { testUtilise } from "../../dossier/faits/deroulement.ts";
import { nomComplet } from "../dossier/identite.ts";
import { fichiersDeResultats } from "../resultats/lire-fichiers.ts";
import { cadreDe } from "./cadre.ts";
import { faitsDe, nomIntervenant } from "./faits.ts";
import type { Papier } from "./papier.ts";

const DETRUITS = "Les résultats ont été détruits.";

/** Résultats détaillés: a content, for the person and her counsellor alone (L6313-4). */
export const resultats: Papier = {
  nom: "resultats-detailles",
  titre: "Résultats détaillés",
  quoi: "Pour la personne seule, à côté de la synthèse. Ils n’entrent jamais dans un dossier de contrôle.",
  classe: "contenu",
  document: "resultats_detailles",
  auControle: false,
  acte: "ecrireResultats",
  composer: (matiere) => {
    const { etat, identite } = matiere.dossier;
    const resultats = [
      ...faitsDe(matiere.dossier, testUtilise).map((f) => ({ ...f.donnees, nomme: f.donnees.instrument, f })),
      ...faitsDe(matiere.dossier, resultatsEcrits).map((f) => ({
        ...f.donnees,
        nomme: f.donnees.intitule,
        intervenant: undefined,
        f,
      })),
    ]
      .flatMap(({ resultats: texte, nomme, intervenant, f }) =>
        texte === null ? [] : [{ id: texte.id, nomme, intervenant, le: f.date, n: f.n }],
      )
      .sort((a, b) => a.n - b.n);
    const joints = fichiersDeResultats(matiere.dossier);
    const dernier = [...resultats, ...joints].toSorted((a, b) => a.n - b.n).at(-1);
    if (dernier === undefined) {
      const jamais = faitsDe(matiere.dossier, resultatsJoints).length === 0;
      return { manque: jamais ? "Aucun résultat n’est écrit dans ce bilan." : DETRUITS };
    }
    if (joints.length === 0 && resultats.every((r) => matiere.texteDe(r.id) === null)) {
      return { manque: DETRUITS };
    }
    const seance = etat.seances.findLast((s) => s.statut === "tenue");
    return composerResultats({
      ...cadreDe({ ...matiere, temoin: null }, dernier.le),
      beneficiaire: nomComplet(identite),
      conseiller: nomIntervenant(etat, seance?.intervenant ?? etat.entretien?.intervenant),
      instruments: [
        ...resultats.flatMap(({ id, nomme, le, intervenant }) => {
          const texte = matiere.texteDe(id);
          return texte === null
            ? []
            : [
                {
                  nomme,
                  le,
                  par: nomIntervenant(etat, intervenant ?? seance?.intervenant),
                  resultats: texte,
                },
              ];
        }),
        ...joints.map(({ intitule, le, n, format }) => ({
          nomme: intitule,
          le,
          par: nomIntervenant(etat, seance?.intervenant),
          resultats: `Fichier joint, à part de ce document : resultats-${n}.${format}, preuve n° ${n}.`,
        })),
      ],
    });
  },
};
