import { BILAN } from "../../bilan-exemple.ts";
import { estPartiel, finPrevue, sansSuite } from "../../calcul/deroulement.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { AVANT_LES_REPONSES, REPONSES_OFFICIELLES } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { abandon, enCours } from "./exemples.ts";

const RELECTURE =
  "Le texte interdit le contenu personnel ; la relecture confirmée est notre façon de montrer qu’il n’y en a pas.";

export default defineRule({
  id: "D08",
  statement: "La synthèse ne contient aucun élément strictement personnel ou confidentiel.",
  gravite: "majeure",
  effet: "alerte",
  questions: ["Q13"],
  sources: [webinaire(13)],
  inForce: { from: REPONSES_OFFICIELLES, until: null, repere: "fin" },
  avant: AVANT_LES_REPONSES,
  remede: "une relecture confirme que rien de strictement personnel n’est dans la synthèse.",
  evaluate: (etat) => {
    const motif = sansSuite(etat);
    if (motif !== null) return sansObjet(motif);
    const synthese = etat.syntheses.at(-1);
    if (synthese?.sansElementPersonnel === true) return conforme("Une relecture l’a confirmé.");
    if (synthese?.sansElementPersonnel === false) {
      return nonConforme("Une relecture a trouvé dans la synthèse des éléments strictement personnels.");
    }
    if (synthese !== undefined && etat.remise !== null) {
      return nonConforme("La synthèse a été remise sans relecture confirmée.", RELECTURE);
    }
    if (synthese === undefined && estPartiel(etat))
      return sansObjet("Le bilan n’a pas été suivi jusqu’à son terme.");
    const manque =
      "La confirmation, après relecture, que rien de strictement personnel n’est dans la synthèse.";
    return indetermine(manque, { echeance: finPrevue(etat), acte: "redigerSynthese" });
  },
  examples: [
    { cas: "relue et confirmée", etat: {}, attendu: "conforme" },
    {
      cas: "des éléments personnels y restent",
      etat: { syntheses: [{ ...BILAN.syntheses[0]!, sansElementPersonnel: false }] },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "remise sans confirmation",
      etat: { syntheses: [{ ...BILAN.syntheses[0]!, sansElementPersonnel: null }] },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "écrite, pas encore relue ni remise",
      etat: { ...enCours(8), syntheses: [{ ...BILAN.syntheses[0]!, sansElementPersonnel: null }] },
      au: "2026-11-14",
      attendu: "indetermine",
    },
    { cas: "abandon", etat: abandon(4), attendu: "sans_objet" },
  ],
});
