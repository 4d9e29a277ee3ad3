import { jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { defineRule } from "../../rule.ts";
import { code } from "../../sources.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";

const RESERVE_GROUPE =
  "Le texte vise l’employeur ; qu’il vise aussi une autre société du même groupe est notre lecture.";

const salarieDe = (siren: string | null) => ({
  beneficiaire: { ...BILAN.beneficiaire, employeurSiren: siren },
});

export default defineRule({
  id: "A14",
  statement: "Un employeur ne réalise pas lui-même le bilan de ses salariés.",
  gravite: "critique",
  effet: "bloque",
  questions: [],
  sources: [code("R6313-5", "LEGIARTI000038014109")],
  inForce: { from: jour("2019-01-01"), until: null, repere: "demande" },
  remede: "le bilan est confié à un organisme étranger à l’employeur de la personne.",
  evaluate: (etat) => {
    const { statut, employeurSiren } = etat.beneficiaire;
    if (employeurSiren === null) {
      return statut === "salarie" || statut === "agent_public"
        ? indetermine("Le SIREN de l’employeur de la personne.")
        : sansObjet("La personne n’a pas d’employeur connu.");
    }
    if (employeurSiren === etat.organisme.siret.slice(0, 9)) {
      return nonConforme(`${etat.organisme.raisonSociale} est l’employeur de la personne (même SIREN).`);
    }
    if (etat.organisme.groupe.includes(employeurSiren)) {
      return nonConforme(
        `L’employeur (SIREN ${employeurSiren}) est du même groupe que ${etat.organisme.raisonSociale}.`,
        RESERVE_GROUPE,
      );
    }
    return conforme("L’employeur de la personne n’est pas l’organisme.");
  },
  examples: [
    { cas: "salarié d’une autre entreprise", etat: {}, attendu: "conforme" },
    { cas: "salarié de l’organisme", etat: salarieDe("999000102"), attendu: "non_conforme", reserve: false },
    {
      cas: "salarié d’une société du groupe",
      etat: { organisme: { ...BILAN.organisme, groupe: ["999000201"] } },
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "employeur inconnu", etat: salarieDe(null), attendu: "indetermine" },
    {
      cas: "demandeur d’emploi",
      etat: { beneficiaire: { ...BILAN.beneficiaire, statut: "demandeur_emploi", employeurSiren: null } },
      attendu: "sans_objet",
    },
  ],
});
