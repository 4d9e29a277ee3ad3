import { ajouterJours, jour } from "../../../values/jour.ts";
import { enumeration } from "../../calcul/phrases.ts";
import type { Etat, Signataire } from "../../etat.ts";
import { planOuReclassement } from "../../financeurs.ts";
import { manquantes } from "../../listes/mention.ts";
import { MENTIONS_TRIPARTITE } from "../../listes/mentions-convention.ts";
import { acceptationConvention } from "../../parameters/acceptation-convention.ts";
import { jourDuDebut } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import {
  conventionEnReclassement,
  conventionTripartite,
  sansConventionSousCpf,
} from "../../textes/contrat.ts";
import { conforme, nonConforme, sansObjet, type Verdict } from "../../verdict.ts";
import { commenceSansConvention, prudentSousCpf, signaturesAttendues } from "./convention.ts";
import { enAttente, financementInconnu } from "./engagement.ts";
import { auPlan, CONVENTION, financement, PAS_COMMENCE, SANS_SUITE, signe } from "./exemples.ts";

const PARTIES: readonly Signataire[] = ["beneficiaire", "organisme", "employeur"];

function aTrois(etat: Etat): Verdict {
  if (etat.financement === null) return financementInconnu;
  if (!planOuReclassement(etat)) {
    return sansObjet("Le bilan n’entre ni dans le plan de l’employeur ni dans un congé de reclassement.");
  }
  const { convention } = etat;
  if (convention !== null && convention.forme !== "tripartite") {
    return nonConforme("La convention ne lie que deux parties ; il en faut trois.");
  }
  const commence = commenceSansConvention(convention, PARTIES, jourDuDebut(etat));
  if (commence !== null) return commence;
  if (convention === null) {
    return enAttente(etat, "La convention à trois, avant la première séance.", {
      acte: "transmettreConvention",
    });
  }
  const absentes = manquantes(MENTIONS_TRIPARTITE, convention.mentions);
  if (absentes.length > 0) return nonConforme(`La convention ne dit pas ${enumeration(absentes)}.`);
  const attendues = signaturesAttendues(convention, PARTIES);
  if (attendues.length === 0) return conforme("La convention à trois est signée et complète.");
  const transmise = convention.transmiseParEmployeurLe;
  return enAttente(etat, `La signature ${enumeration(attendues)}.`, {
    acte: "signerConvention",
    ...(transmise === null
      ? {}
      : { echeance: ajouterJours(transmise, acceptationConvention.values[0]!.value) }),
  });
}

export default defineRule({
  id: "B13",
  statement:
    "Au plan de l’employeur ou en congé de reclassement, une convention lie employeur, salarié et organisme.",
  gravite: "critique",
  effet: "bloque",
  questions: [],
  sources: [conventionTripartite, conventionEnReclassement, sansConventionSousCpf],
  inForce: { from: jour("2019-01-01"), until: null, repere: "demande" },
  remede: "une convention à trois, avec toutes ses mentions, est signée avant la première séance.",
  evaluate: (etat) => prudentSousCpf(etat, aTrois(etat)),
  examples: [
    { cas: "signée des trois avant le début", etat: auPlan({}), attendu: "conforme" },
    {
      cas: "sans les modalités de remise des résultats",
      etat: auPlan({ mentions: CONVENTION.mentions.filter((m) => m !== "remise_resultats") }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "sans le taux à distance, que R6313-8 ne demande pas",
      etat: auPlan({ mentions: CONVENTION.mentions.filter((m) => m !== "taux_distance") }),
      attendu: "conforme",
    },
    { cas: "à deux", etat: auPlan({ forme: "bilaterale" }), attendu: "non_conforme" },
    {
      cas: "sans la signature du salarié, séances tenues",
      etat: auPlan({ signatures: signe("2026-09-15", "organisme", "employeur") }),
      attendu: "non_conforme",
    },
    {
      cas: "signée le lendemain de la première séance",
      etat: auPlan({ signatures: signe("2026-09-29", "beneficiaire", "organisme", "employeur") }),
      attendu: "non_conforme",
    },
    { cas: "sans convention, séances tenues", etat: auPlan(null), attendu: "non_conforme" },
    {
      cas: "congé de reclassement sans convention",
      etat: { ...auPlan(null), ...financement({ financeurs: ["conge_reclassement"] }) },
      attendu: "non_conforme",
    },
    {
      cas: "le plan complète le CPF, sans convention",
      etat: { ...financement({ plan: true }), convention: null },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "signature du salarié attendue",
      etat: { ...auPlan({ signatures: signe("2026-09-15", "organisme", "employeur") }), ...PAS_COMMENCE },
      attendu: "indetermine",
    },
    { cas: "convention à préparer", etat: { ...auPlan(null), ...PAS_COMMENCE }, attendu: "indetermine" },
    { cas: "sans suite", etat: { ...auPlan(null), ...SANS_SUITE }, attendu: "sans_objet" },
    { cas: "payé par le CPF", etat: {}, attendu: "sans_objet" },
  ],
});
