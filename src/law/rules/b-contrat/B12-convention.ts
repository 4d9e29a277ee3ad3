import { jour } from "../../../values/jour.ts";
import { enumeration } from "../../calcul/phrases.ts";
import type { Etat, Signataire } from "../../etat.ts";
import { financeAvecConvention } from "../../financeurs.ts";
import { manquantes } from "../../listes/mention.ts";
import { valeurOuPremiere } from "../../parameter.ts";
import { mentionsConvention } from "../../parameters/mentions-convention.ts";
import { jourDuDebut } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { conventionDeLAcheteur, conventionFinancee, devisNeSuffitPas } from "../../textes/contrat.ts";
import { conforme, nonConforme, sansObjet } from "../../verdict.ts";
import { commenceSansConvention, derniereSignature, signaturesAttendues } from "./convention.ts";
import { enAttente, financementInconnu } from "./engagement.ts";
import { auPlan, CONVENTION, PAS_COMMENCE, parLaPersonne, parOpco, SANS_SUITE, signe } from "./exemples.ts";

const NON_LUE = "La version de l’article D6353-1 antérieure au 1er juillet 2025 n’a pas été lue.";

/** The buyer is the employer or a funder who deals with the organisation, never the CPF nor the person alone. */
function acheteur(etat: Etat): boolean {
  const financeurs = etat.financement?.financeurs ?? [];
  if (financeurs.includes("cpf")) return false;
  return (
    financeAvecConvention(etat) ||
    financeurs.includes("employeur") ||
    financeurs.includes("conge_reclassement")
  );
}

/** The tripartite one is signed by the three; another one by the organisation and whoever buys. */
function parties(etat: Etat): readonly Signataire[] {
  const { convention } = etat;
  if (convention?.forme === "tripartite") return ["beneficiaire", "organisme", "employeur"];
  return convention?.signatures.some((s) => s.par === "employeur")
    ? ["organisme", "employeur"]
    : ["organisme", "beneficiaire"];
}

export default defineRule({
  id: "B12",
  statement:
    "Payé par un employeur ou un financeur hors CPF, le bilan a une convention ; un devis ne suffit pas.",
  gravite: "critique",
  effet: "bloque",
  questions: [],
  sources: [conventionFinancee, devisNeSuffitPas, conventionDeLAcheteur],
  inForce: { from: jour("2019-01-01"), until: null, repere: "demande" },
  remede: "une convention qui porte toutes ses mentions est signée avant la première séance.",
  evaluate: (etat, au) => {
    if (etat.financement === null) return financementInconnu;
    if (!acheteur(etat)) {
      return sansObjet(
        etat.financement.financeurs.includes("cpf")
          ? "Sous CPF, les conditions générales d’utilisation tiennent lieu de convention."
          : "La personne paie elle-même : c’est un contrat qu’elle signe.",
      );
    }
    const { convention } = etat;
    const commence = commenceSansConvention(convention, parties(etat), jourDuDebut(etat));
    if (commence !== null) return commence;
    if (convention === null) {
      return enAttente(etat, "La convention, avant la première séance.", { acte: "transmettreConvention" });
    }
    if (financeAvecConvention(etat)) {
      const conclueLe = derniereSignature(convention) ?? convention.transmiseParEmployeurLe ?? au;
      const { value, source } = valeurOuPremiere(mentionsConvention, conclueLe);
      const absentes = manquantes(value, convention.mentions);
      if (absentes.length > 0) {
        const ecart = `La convention ne dit pas ${enumeration(absentes)}.`;
        return source.confiance === "texte" ? nonConforme(ecart) : nonConforme(ecart, NON_LUE);
      }
    }
    const attendues = signaturesAttendues(convention, parties(etat));
    return attendues.length === 0
      ? conforme("La convention est signée et porte les mentions demandées.")
      : enAttente(etat, `La signature ${enumeration(attendues)}.`, { acte: "signerConvention" });
  },
  examples: [
    { cas: "payé par un opérateur de compétences", etat: parOpco({}), attendu: "conforme" },
    {
      cas: "sans le taux à distance, signée en 2026",
      etat: parOpco({ mentions: CONVENTION.mentions.filter((m) => m !== "taux_distance") }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "sans le taux à distance, signée le 30 juin 2025",
      etat: {
        ...parOpco({
          mentions: CONVENTION.mentions.filter((m) => m !== "taux_distance"),
          signatures: signe("2025-06-30", "beneficiaire", "organisme", "employeur"),
        }),
      },
      attendu: "conforme",
    },
    {
      cas: "sans le prix, signée le 30 juin 2025",
      etat: {
        ...parOpco({
          mentions: CONVENTION.mentions.filter((m) => m !== "prix"),
          signatures: signe("2025-06-30", "beneficiaire", "organisme", "employeur"),
        }),
      },
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "un simple devis, séances tenues", etat: parOpco(null), attendu: "non_conforme", reserve: false },
    {
      cas: "signée le lendemain de la première séance",
      etat: parOpco({ signatures: signe("2026-09-29", "beneficiaire", "organisme", "employeur") }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "signée le jour de la première séance",
      etat: parOpco({ signatures: signe("2026-09-28", "beneficiaire", "organisme", "employeur") }),
      attendu: "conforme",
    },
    {
      cas: "bilatérale, signée de l’organisme et de l’employeur",
      etat: parOpco({ forme: "bilaterale", signatures: signe("2026-09-15", "organisme", "employeur") }),
      attendu: "conforme",
    },
    {
      cas: "signatures attendues, rien n’a commencé",
      etat: { ...parOpco({ signatures: signe("2026-09-15", "organisme") }), ...PAS_COMMENCE },
      attendu: "indetermine",
    },
    { cas: "rien n’a commencé", etat: { ...parOpco(null), ...PAS_COMMENCE }, attendu: "indetermine" },
    { cas: "employeur seul, sans mention de distance", etat: auPlan({ mentions: [] }), attendu: "conforme" },
    { cas: "sans suite", etat: { ...parOpco(null), ...SANS_SUITE }, attendu: "sans_objet" },
    { cas: "payé par le CPF", etat: {}, attendu: "sans_objet" },
    { cas: "payé par la personne", etat: parLaPersonne({}), attendu: "sans_objet" },
  ],
});
