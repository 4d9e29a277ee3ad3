import { formatJour } from "../../../values/dates-fr.ts";
import { type Jour, jour } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import type { Certificat, Etat } from "../../etat.ts";
import { argentPublic } from "../../financeurs.ts";
import { jourDuDebut } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { certificationRequise, DEBUT_CERTIFICATION, dateDeLaCertification } from "../../textes/contrat.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";

/** R6316-8: acceptance of the order by the Caisse des Dépôts, else the convention; what is not yet done is judged today. */
function jourDAppreciation(etat: Etat, au: Jour): Jour {
  const accepteLe = etat.commande?.accepteLe ?? null;
  if (accepteLe !== null) return accepteLe;
  let signeLe: Jour | null = null;
  for (const s of etat.convention?.signatures ?? []) if (signeLe === null || s.le > signeLe) signeLe = s.le;
  return signeLe ?? jourDuDebut(etat) ?? au;
}

/** Why none of the certificates covers bilans that day. */
function pourquoi(certificats: readonly Certificat[], le: Jour): string {
  const bilans = certificats.filter((c) => c.categories.includes("bilan"));
  if (bilans.length === 0) {
    return certificats.length === 0
      ? "L’organisme n’a pas de certificat Qualiopi."
      : "Le certificat Qualiopi ne couvre pas les bilans de compétences.";
  }
  const echus = bilans.filter((c) => c.au < le);
  const dernier = echus.reduce<Certificat | null>((a, c) => (a === null || c.au > a.au ? c : a), null);
  return dernier === null
    ? `Le certificat Qualiopi ne commence que le ${formatJour(bilans[0]!.du)}.`
    : `Le certificat Qualiopi a pris fin le ${formatJour(dernier.au)}.`;
}

const certificat = (...liste: Partial<Certificat>[]): Pick<Etat, "organisme"> => ({
  organisme: {
    ...BILAN.organisme,
    certificats: liste.map((c) => ({ ...BILAN.organisme.certificats[0]!, ...c })),
  },
});
const payePar = (...financeurs: NonNullable<Etat["financement"]>["financeurs"]): Partial<Etat> => ({
  financement: { ...BILAN.financement!, financeurs },
});

export default defineRule({
  id: "E08",
  statement:
    "Quand de l’argent public paie, l’organisme est certifié Qualiopi pour les bilans de compétences.",
  gravite: "critique",
  effet: "bloque",
  questions: ["Q20"],
  sources: [certificationRequise, dateDeLaCertification, webinaire(20)],
  inForce: { from: DEBUT_CERTIFICATION, until: null, repere: "demande" },
  avant: "La certification Qualiopi n’était pas exigée avant le 1er janvier 2022.",
  remede:
    "un certificat Qualiopi qui couvre les bilans est en cours le jour de la commande ou de la convention.",
  evaluate: (etat, au) => {
    if (etat.financement === null) {
      return indetermine("Qui finance le bilan.", { acte: "arreterFinancement" });
    }
    if (!argentPublic(etat))
      return sansObjet("Aucun argent public ne paie ce bilan : Qualiopi n’est pas exigé.");
    const le = jourDAppreciation(etat, au);
    const { certificats } = etat.organisme;
    const valide = certificats.find((c) => c.categories.includes("bilan") && c.du <= le && le <= c.au);
    return valide === undefined
      ? nonConforme(`${pourquoi(certificats, le)} Il en fallait un en cours le ${formatJour(le)}.`)
      : conforme(`Certificat ${valide.numero}, qui couvre les bilans, en cours au jour qui compte.`);
  },
  examples: [
    { cas: "certificat en cours", etat: {}, attendu: "conforme" },
    {
      cas: "certificat qui finit le jour de l’acceptation",
      etat: certificat({ au: jour("2026-09-14") }),
      attendu: "conforme",
    },
    {
      cas: "certificat échu la veille",
      etat: certificat({ au: jour("2026-09-13") }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "certificat qui commence le lendemain",
      etat: certificat({ du: jour("2026-09-15") }),
      attendu: "non_conforme",
    },
    {
      cas: "échu, puis renouvelé à temps",
      etat: certificat({ au: jour("2026-08-31") }, { numero: "B-2026-201", du: jour("2026-09-01") }),
      attendu: "conforme",
    },
    {
      cas: "certifié pour les formations seulement",
      etat: certificat({ categories: ["formation"] }),
      attendu: "non_conforme",
    },
    { cas: "sans certificat", etat: certificat(), attendu: "non_conforme" },
    {
      cas: "rien de commandé, certificat échu à ce jour",
      etat: { ...certificat({ au: jour("2026-11-16") }), seances: [], entree: null, commande: null },
      attendu: "non_conforme",
    },
    {
      cas: "rien de commandé, certificat qui finit ce jour",
      etat: { ...certificat({ au: jour("2026-11-17") }), seances: [], entree: null, commande: null },
      attendu: "conforme",
    },
    {
      cas: "payé par la personne, sans certificat",
      etat: { ...payePar("fonds_propres"), ...certificat() },
      attendu: "sans_objet",
    },
    {
      cas: "payé par l’employeur, sans certificat",
      etat: { ...payePar("employeur"), ...certificat() },
      attendu: "sans_objet",
    },
    {
      cas: "payé par un opérateur de compétences, sans certificat",
      etat: { ...payePar("opco"), ...certificat() },
      attendu: "non_conforme",
    },
    { cas: "financement inconnu", etat: { financement: null }, attendu: "indetermine" },
  ],
});
