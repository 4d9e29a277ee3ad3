import { formatJour } from "../../../values/dates-fr.ts";
import { formatDuree, heures, minutes } from "../../../values/duree.ts";
import { jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { sansSuite } from "../../calcul/deroulement.ts";
import { devisDeReference } from "../../calcul/devis-de-reference.ts";
import { parametreInconnu } from "../../calcul/parametre-inconnu.ts";
import type { Ajustement, Etat } from "../../etat.ts";
import { dureePrevue } from "../../heures.ts";
import { valeurAu } from "../../parameter.ts";
import { plafondHeures } from "../../parameters/plafond-heures.ts";
import { jourDuDebut } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { devis, offres, PAS_COMMENCE } from "./exemples.ts";

const SIGNATURE =
  "La durée s’adapte « avec le bénéficiaire » ; sa signature en est la preuve habituelle, aucun texte n’en fixe la forme.";
const RAISON =
  "La réponse officielle ajuste la durée « en fonction des besoins » ; écrire la raison en est la preuve, aucun texte ne l’exige.";
const OFFRE =
  "La réponse officielle fait de l’offre une durée maximale ; qu’un devis ne puisse la dépasser est notre lecture.";

const ajuste = (a: Partial<Ajustement>): Partial<Etat> => ({
  ajustements: [
    {
      date: jour("2026-10-26"),
      consigneLe: jour("2026-10-26"),
      fait: "f42",
      duree: heures(18),
      motif: "projet clarifié plus tôt que prévu",
      signatures: [
        { par: "beneficiaire", le: jour("2026-10-26") },
        { par: "conseiller", le: jour("2026-10-26") },
      ],
      ...a,
    },
  ],
});

export default defineRule({
  id: "C09",
  statement:
    "La durée s’ajuste aux besoins de la personne, avec elle, sans dépasser 24 heures ; chaque ajustement est consigné.",
  gravite: "mineure",
  effet: "trace",
  questions: ["Q6", "Q7"],
  sources: [webinaire(6), webinaire(7), plafondHeures.values[0]!.source],
  inForce: { from: jour("2019-01-01"), until: null, repere: "debut" },
  remede: "chaque ajustement reste sous 24 h, dit sa raison et porte l’accord de la personne.",
  evaluate: (etat, au) => {
    const arret = sansSuite(etat);
    if (arret !== null) return sansObjet(arret);
    const debut = jourDuDebut(etat) ?? au;
    const plafond = valeurAu(plafondHeures, debut)?.value;
    if (plafond === undefined) return parametreInconnu(plafondHeures, debut);
    for (const a of etat.ajustements) {
      if (a.duree > plafond) {
        return nonConforme(
          `L’ajustement du ${formatJour(a.date)} porte le bilan à ${formatDuree(a.duree)} : ${formatDuree(a.duree - plafond)} de trop.`,
        );
      }
      if (a.motif.trim() === "") {
        return nonConforme(
          `L’ajustement du ${formatJour(a.date)} à ${formatDuree(a.duree)} ne dit pas sa raison.`,
          RAISON,
        );
      }
    }
    const nonSigne = etat.ajustements.find((a) => !a.signatures.some((s) => s.par === "beneficiaire"));
    if (nonSigne !== undefined) {
      return nonConforme(
        `L’ajustement du ${formatJour(nonSigne.date)} à ${formatDuree(nonSigne.duree)} n’est pas signé par la personne.`,
        SIGNATURE,
      );
    }
    const retenu = devisDeReference(etat);
    const offre = etat.organisme.offres.find((o) => o.id === retenu?.offre);
    if (retenu !== null && offre !== undefined && retenu.duree > offre.dureeMinutes) {
      return nonConforme(
        `Devis de ${formatDuree(retenu.duree)} pour une offre de ${formatDuree(offre.dureeMinutes)} au plus.`,
        OFFRE,
      );
    }
    const prevue = dureePrevue(etat);
    if (prevue === null) return indetermine("La durée prévue avec la personne.", { acte: "emettreDevis" });
    return conforme(
      etat.ajustements.length === 0
        ? `${formatDuree(prevue)} prévues, sans ajustement.`
        : `Durée ajustée à ${formatDuree(prevue)}, avec la raison et l’accord de la personne.`,
    );
  },
  examples: [
    { cas: "sans ajustement", etat: {}, attendu: "conforme" },
    { cas: "ramené à 18 h avec la personne", etat: ajuste({}), attendu: "conforme" },
    { cas: "porté à 24 h juste", etat: ajuste({ duree: heures(24) }), attendu: "conforme" },
    {
      cas: "porté à 24 h 30",
      etat: ajuste({ duree: minutes(24 * 60 + 30) }),
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "sans raison", etat: ajuste({ motif: " " }), attendu: "non_conforme", reserve: true },
    {
      cas: "sans l’accord de la personne",
      etat: ajuste({ signatures: [] }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "devis plus long que l’offre",
      etat: { ...devis({ offre: "offre-1" }), ...offres({ dureeMinutes: heures(18) }) },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "orientée vers un autre service avant tout devis",
      etat: {
        ...PAS_COMMENCE,
        devis: [],
        documentsSuivi: [],
        orientation: { ...BILAN.consentement!, vers: "vae" },
      },
      attendu: "sans_objet",
    },
    {
      cas: "aucune durée encore",
      etat: { devis: [], documentsSuivi: [] },
      attendu: "indetermine",
    },
  ],
});
