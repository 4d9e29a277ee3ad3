import { jour } from "../../values/jour.ts";
import { code, officielle, type Source, secondaire } from "../sources.ts";

/** What the person must know before the final enrolment. */
export const informationAvantInscription = code("L6353-8", "LEGIARTI000037386191");
/** Good faith, and who receives the results: what the reminder speaks of. */
export const bonneFoiEtDestinataire = code("L6313-4", "LEGIARTI000037385673", "al. 3");
export const informationCguV11 = secondaire(
  "CGU de Mon Compte Formation, V11 (14 décembre 2023), d’après Centre Inffo",
  "2026-11-23",
);
export const informationCep = code("D6323-6", "LEGIARTI000053572443", "al. 2");

/** No canvassing of CPF holders, no promotional sale, no reward for enrolling. */
export const prospectionInterdite = code("L6323-8-1", "LEGIARTI000047666673");
export const connexionParLaPersonne = secondaire(
  "Achat sur Mon Compte Formation par FranceConnect+ depuis le 25 octobre 2022 (Numerama)",
  "2026-11-23",
);
export const publiciteDeclaration = code("L6352-12", "LEGIARTI000006904409");
/** Changed by the law of 25 June 2026; its new wording was not read. */
export const publiciteTrompeuse = code("L6352-13", "LEGIARTI000037386202", "version du 27 mars 2026");

export const contratIndividuel = code("L6353-3", "LEGIARTI000021342990");
export const mentionsDeNullite = code("L6353-4", "LEGIARTI000006904414");
export const retractation = code("L6353-5", "LEGIARTI000006904415");
export const echelonnement = code("L6353-6", "LEGIARTI000006904416");

export const conventionDeLAcheteur = code("L6353-1", "LEGIARTI000037386198");
export const conventionFinancee = code("D6353-1", "LEGIARTI000051819671", "I");
export const devisNeSuffitPas = code("D6353-1", "LEGIARTI000051819671", "II");
/** Known by its date; its wording was not read. */
export const conventionAvantJuillet2025: Source = {
  ...code("D6353-1", "LEGIARTI000038022621", "version antérieure au 1er juillet 2025"),
  confiance: "memoire",
};
export const cguTiennentLieu = code("D6353-1", "LEGIARTI000051819671", "III");
export const cguEngagements = code("R6333-5", "LEGIARTI000048831021");
export const conventionTripartite = code("R6313-8", "LEGIARTI000038014115");
/** The same convention in a « congé de reclassement ». */
export const conventionEnReclassement = code("R1233-35", "LEGIARTI000038033419");
/** D6323-6 al. 1 makes R6313-4 to R6313-7 apply under the CPF, and stops there. */
export const sansConventionSousCpf = code("D6323-6", "LEGIARTI000053572443", "al. 1");
export const mentionDeclaration = code("R6351-6", "LEGIARTI000052016252");

export const absenceAutorisee = code("L6323-17", "LEGIARTI000049049390");
export const delaisDAbsence = code("D6323-4", "LEGIARTI000038021770");

/** The rules of the three civil services, read through accounts only; the territorial one through Juriblio. */
export const agentsPublics = secondaire(
  "Décrets n° 2007-1470, 2007-1942, 2007-1845, 2008-824 et 2022-1043, d’après des comptes rendus",
  "2026-11-23",
);
export const agentsTerritoriaux = secondaire(
  "Décret n° 2007-1845, art. 18 à 22, d’après Juriblio (date de version non vérifiée)",
  "2026-11-23",
);

/** What every provider paid by public money publishes (indicators 1 and 2), guide V9. */
export const referentielQualite: Source = {
  ...officielle(
    "Référentiel national qualité, annexe de l’art. D6316-1-1 du code du travail",
    "2026-08-20",
    "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000038591641",
  ),
  legiarti: "LEGIARTI000038591641",
};
/** Audits held from 1 November 2026; read in transcriptions that agree, not on Légifrance. */
export const referentielQualite2026 = officielle(
  "Décret n° 2026-728 du 1er août 2026, annexe (référentiel national qualité), lu dans des transcriptions",
  "2026-11-23",
  "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000054608509",
);
export const guideDeLectureV9 = officielle(
  "Guide de lecture du référentiel national qualité, V9 du 8 janvier 2024",
  "2026-11-23",
);
export const certificationRequise = code("L6316-1", "LEGIARTI000048600506");
export const dateDeLaCertification = code("R6316-8", "LEGIARTI000044633044");

/** From this day a body paid by public money had to be certified: both articles above begin then. */
export const DEBUT_CERTIFICATION = jour("2022-01-01");
/** Audits held from this day follow the référentiel of 2026. */
export const DEBUT_REFERENTIEL_2026 = jour("2026-11-01");
