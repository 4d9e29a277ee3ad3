import { formatJour } from "../../../values/dates-fr.ts";
import { formatDuree, minutes } from "../../../values/duree.ts";
import { type Jour, jour } from "../../../values/jour.ts";
import { euros } from "../../../values/montant.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { prudentHorsCpf } from "../../calcul/attente-de-la-cdc.ts";
import { sansSuite } from "../../calcul/deroulement.ts";
import { enumeration } from "../../calcul/phrases.ts";
import type { Entretien, Etat } from "../../etat.ts";
import { valeurAu } from "../../parameter.ts";
import { dureeEntretien } from "../../parameters/duree-entretien.ts";
import { jourDeReference, jourDuDebut } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { code, webinaire } from "../../sources.ts";
import { AVANT_LES_REPONSES, heuresFinancables, REPONSES_OFFICIELLES } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme, sansObjet } from "../../verdict.ts";
import { enCours, jamaisCommence, trace } from "../d-preuve/exemples.ts";

/** From that day the CPF finances hours of accompaniment only (D6323-6 al. 3). */
const HEURES_FINANCABLES = jour("2026-02-26");
const RESERVE_USAGE =
  "La réponse officielle décrit ce que font la plupart des centres ; seul l’entretien lui-même est dit nécessaire.";
const RESERVE_EDOF =
  "La réponse officielle parle de la commande envoyée dans EDOF, donc du CPF ; pour un autre financeur, c’est une précaution.";
const RESERVE_DEMANDE =
  "La réponse officielle place l’entretien avant l’envoi de la commande ; la demande de la personne n’en est que le début.";

/** The day the organisation or the person was bound: nothing may be sold before the interview. */
function jourDeLEngagement(etat: Etat): Jour | null {
  const jours = [
    jourDuDebut(etat),
    etat.commande?.reponduLe,
    etat.commande?.accepteLe,
    ...etat.devis.map((d) => d.accepteLe),
    ...(etat.convention?.signatures ?? []).map((x) => x.le),
    ...(etat.contrat?.signatures ?? []).map((x) => x.le),
  ];
  let premier: Jour | null = null;
  for (const j of jours) if (j && (premier === null || j < premier)) premier = j;
  return premier;
}

function estFacture(etat: Etat): boolean {
  return etat.factures.some((f) => f.lignes.some((l) => l.nature === "entretien_prealable"));
}

/** What the interview left out of what most centres do. */
function remarques(entretien: Entretien, facture: boolean, j: Jour): string[] {
  const usage = valeurAu(dureeEntretien, j)?.value;
  const horsUsage = usage && (entretien.duree < usage.min || entretien.duree > usage.max);
  const liste: string[] = [];
  if (horsUsage)
    liste.push(
      `il a duré ${formatDuree(entretien.duree)}, hors des ${usage.min} à ${usage.max} minutes d’usage`,
    );
  if (!entretien.gratuit || facture) liste.push("il n’était pas gratuit");
  if (!entretien.faisable) liste.push("le bilan y a été jugé non faisable");
  if (!entretien.francaisVerifie) liste.push("le français n’a pas été vérifié");
  if (!entretien.volontariatVerifie) liste.push("le volontariat n’a pas été vérifié");
  if (!entretien.conseillerPresente) liste.push("le futur conseiller n’a pas été présenté");
  return liste;
}

const entretien = (changement: Partial<Entretien>) => ({
  entretien: { ...BILAN.entretien!, ...changement },
});

export default defineRule({
  id: "A17",
  statement:
    "Un entretien préalable gratuit, avant toute commande, vérifie que le bilan est faisable et présente le conseiller.",
  gravite: "majeure",
  effet: "alerte",
  questions: ["Q3", "Q4"],
  sources: [webinaire(3), webinaire(4), code("L6353-8", "LEGIARTI000037386191"), heuresFinancables],
  inForce: { from: REPONSES_OFFICIELLES, until: null, repere: "demande" },
  avant: AVANT_LES_REPONSES,
  remede: "l’entretien a lieu avant la commande, avec le futur conseiller, et n’est jamais facturé.",
  evaluate: (etat, au) => {
    const arret = sansSuite(etat);
    if (arret !== null) return sansObjet(arret);
    const engagement = jourDeLEngagement(etat);
    if (etat.entretien === null) {
      return engagement === null
        ? indetermine("L’entretien préalable, avant toute commande.", { acte: "noterEntretien" })
        : prudentHorsCpf(
            etat,
            nonConforme(
              `Le bilan est engagé depuis le ${formatJour(engagement)} sans entretien préalable noté.`,
            ),
            RESERVE_EDOF,
          );
    }
    const tenu = etat.entretien.date;
    if (engagement !== null && tenu > engagement) {
      return prudentHorsCpf(
        etat,
        nonConforme(
          `L’entretien préalable date du ${formatJour(tenu)}, après l’engagement du ${formatJour(engagement)}.`,
        ),
        RESERVE_EDOF,
      );
    }
    const reference = jourDeReference(etat, "demande", au);
    const cpf = etat.financement?.financeurs.includes("cpf") ?? false;
    const facture = estFacture(etat);
    if (facture && cpf && reference >= HEURES_FINANCABLES) {
      return nonConforme(
        "L’entretien préalable est facturé ; le CPF ne paie que des heures d’accompagnement.",
      );
    }
    const defauts = remarques(etat.entretien, facture, reference);
    if (defauts.length > 0) {
      return nonConforme(`Entretien du ${formatJour(tenu)} : ${enumeration(defauts)}.`, RESERVE_USAGE);
    }
    if (etat.commande !== null && tenu > etat.commande.demandeLe) {
      return nonConforme(
        `L’entretien date du ${formatJour(tenu)}, après la demande du ${formatJour(etat.commande.demandeLe)}.`,
        RESERVE_DEMANDE,
      );
    }
    return conforme("L’entretien préalable, gratuit et complet, a précédé la commande.");
  },
  examples: [
    { cas: "une heure, avant le devis", etat: {}, attendu: "conforme" },
    { cas: "45 minutes juste", etat: entretien({ duree: minutes(45) }), attendu: "conforme" },
    { cas: "90 minutes juste", etat: entretien({ duree: minutes(90) }), attendu: "conforme" },
    {
      cas: "44 minutes",
      etat: entretien({ duree: minutes(44) }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "91 minutes",
      etat: entretien({ duree: minutes(91) }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "volontariat non vérifié, conseiller non présenté",
      etat: entretien({ volontariatVerifie: false, conseillerPresente: false }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "aucun entretien, bilan fait",
      etat: { entretien: null },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "aucun entretien, bilan payé par l’employeur",
      etat: { entretien: null, financement: { ...BILAN.financement!, financeurs: ["employeur"] } },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "le jour où le devis est accepté",
      etat: entretien(trace("2026-09-09")),
      attendu: "conforme",
    },
    {
      cas: "le lendemain",
      etat: entretien(trace("2026-09-10")),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "entre la demande de la personne et la réponse de l’organisme",
      etat: {
        ...entretien(trace("2026-09-11")),
        devis: BILAN.devis.map((d) => ({ ...d, accepteLe: null })),
      },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "facturé sur le CPF",
      etat: {
        factures: [
          {
            ...trace("2026-11-17"),
            numero: "F-1",
            montant: euros(80),
            lignes: [{ nature: "entretien_prealable", minutes: minutes(60), montant: euros(80) }],
            priseEnChargeDuReste: null,
            payeur: null,
            payeeLe: null,
          },
        ],
      },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "payant, hors CPF",
      etat: {
        ...entretien({ gratuit: false }),
        financement: { ...BILAN.financement!, financeurs: ["fonds_propres"] },
      },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "première demande, entretien à tenir",
      etat: { ...enCours(0), entretien: null, devis: [], commande: null, entree: null },
      au: "2026-09-02",
      attendu: "indetermine",
    },
    { cas: "commande annulée", etat: jamaisCommence, attendu: "sans_objet" },
  ],
});
