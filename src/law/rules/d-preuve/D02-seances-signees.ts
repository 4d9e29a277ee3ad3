import { accorder } from "../../../values/accorder.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import { type Jour, jour } from "../../../values/jour.ts";
import { ajouterJoursOuvres, echeanceOuvree } from "../../../values/jours-ouvres.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { prudentAvantLesReponses } from "../../calcul/avant-les-reponses.ts";
import { sansSuite } from "../../calcul/deroulement.ts";
import { pire } from "../../calcul/pire.ts";
import type { Seance, Signataire } from "../../etat.ts";
import { delaiSignature } from "../../parameters/delai-signature.ts";
import { defineRule } from "../../rule.ts";
import { secondaire, webinaire } from "../../sources.ts";
import { conforme, indetermine, nonConforme, sansObjet, type Verdict } from "../../verdict.ts";
import { avecSeance, enCours } from "./exemples.ts";

const USAGE =
  "Aucun texte n’impose la double signature ni son délai : c’est la preuve que les contrôles attendent d’ordinaire.";
const DELAI = delaiSignature.values[0]!.value;
/** From how many sessions signed on one later day they are said signed in a batch; a practice. */
const EN_LOT = 3;

/** The first signature of someone that the session can rest on: on its day or after. */
function signature(s: Seance, par: Signataire): Jour | null {
  let premiere: Jour | null = null;
  for (const x of s.signatures) {
    if (x.par === par && x.le >= s.date && (premiere === null || x.le < premiere)) premiere = x.le;
  }
  return premiere;
}

function manquante(s: Seance, personne: Jour | null, conseiller: Jour | null): Verdict {
  const avance = s.signatures.find((x) => x.le < s.date);
  const seance = `La séance du ${formatJour(s.date)}`;
  if (personne === null && conseiller === null && s.traces.length === 0) {
    return nonConforme(
      avance === undefined
        ? `${seance} n’a ni signature ni trace : rien ne prouve qu’elle a eu lieu.`
        : `${seance} a été signée le ${formatJour(avance.le)}, avant d’avoir lieu : rien d’autre ne la prouve.`,
    );
  }
  if (avance !== undefined) {
    return nonConforme(`${seance} a été signée le ${formatJour(avance.le)}, avant d’avoir lieu.`, USAGE);
  }
  if (personne === null && conseiller === null)
    return nonConforme(`${seance} n’est signée par personne.`, USAGE);
  const absent = personne === null ? "la personne" : "le conseiller";
  return nonConforme(`${seance} n’est pas signée par ${absent}.`, USAGE);
}

export default defineRule({
  id: "D02",
  statement:
    "Chaque séance est signée par la personne et par le conseiller, après la séance et sans attendre.",
  gravite: "majeure",
  effet: "alerte",
  questions: ["Q17"],
  sources: [
    webinaire(17),
    secondaire(
      "Centre Inffo, mentions d’un émargement, 26 avril 2023",
      "2026-11-23",
      "https://www.centre-inffo.fr/helpie_faq/toggle-title-15",
    ),
    delaiSignature.values[0]!.source,
  ],
  inForce: { from: jour("2019-01-01"), until: null, repere: "debut" },
  remede: "la personne et le conseiller ont signé chaque séance tenue.",
  evaluate: prudentAvantLesReponses("debut", (etat, au) => {
    const motif = sansSuite(etat);
    if (motif !== null) return sansObjet(motif);
    const constats: Verdict[] = [];
    const tardives = new Map<Jour, Seance[]>();
    let signees = 0;
    for (const s of etat.seances) {
      if (s.statut !== "tenue") continue;
      const personne = signature(s, "beneficiaire");
      const conseiller = signature(s, "conseiller");
      if (personne !== null && conseiller !== null) {
        signees += 1;
        const derniere = personne > conseiller ? personne : conseiller;
        if (derniere > s.date) tardives.set(derniere, [...(tardives.get(derniere) ?? []), s]);
        continue;
      }
      const enAvance = s.signatures.some((x) => x.le < s.date);
      if (!enAvance && au <= ajouterJoursOuvres(s.date, DELAI, etat.organisme.territoire)) {
        const echeance = echeanceOuvree(s.date, DELAI, etat.organisme.territoire).le;
        const manque = `Les deux signatures de la séance du ${formatJour(s.date)}.`;
        constats.push(indetermine(manque, { echeance, acte: "signerSeance" }));
      } else constats.push(manquante(s, personne, conseiller));
    }
    for (const [le, seances] of tardives) {
      const premiere = seances[0]!;
      if (seances.length >= EN_LOT) {
        const lot = `${accorder(seances.length, "séance")} ont été signées le même jour, le ${formatJour(le)}.`;
        constats.push(nonConforme(lot, USAGE));
      } else if (le > ajouterJoursOuvres(premiere.date, DELAI, etat.organisme.territoire)) {
        const ecart = `La séance du ${formatJour(premiere.date)} n’a été signée des deux que le ${formatJour(le)}.`;
        constats.push(nonConforme(ecart, USAGE));
      }
    }
    if (constats.length === 0 && signees === 0) {
      return indetermine("Une première séance tenue, à signer.", { acte: "tenirSeance" });
    }
    return pire(constats, conforme(`${accorder(signees, "séance")} avec les deux signatures.`));
  }),
  examples: [
    {
      cas: "ni signature ni trace, la veille des réponses officielles",
      etat: {
        entree: null,
        seances: [{ ...BILAN.seances[0]!, date: jour("2023-02-14"), signatures: [], traces: [] }],
      },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "ni signature ni trace, le jour des réponses officielles",
      etat: {
        entree: null,
        seances: [{ ...BILAN.seances[0]!, date: jour("2023-02-15"), signatures: [], traces: [] }],
      },
      attendu: "non_conforme",
      reserve: false,
    },
    { cas: "neuf séances signées le jour même", etat: {}, attendu: "conforme" },
    {
      cas: "le troisième jour ouvré, le 11 novembre ne compte pas",
      etat: avecSeance(7, {
        date: jour("2026-11-10"),
        signatures: [
          { par: "beneficiaire", le: jour("2026-11-10") },
          { par: "conseiller", le: jour("2026-11-16") },
        ],
      }),
      attendu: "conforme",
    },
    {
      cas: "le lendemain de ce jour",
      etat: avecSeance(7, {
        date: jour("2026-11-10"),
        signatures: [
          { par: "beneficiaire", le: jour("2026-11-10") },
          { par: "conseiller", le: jour("2026-11-17") },
        ],
      }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "le conseiller n’a pas signé",
      etat: avecSeance(1, { signatures: [{ par: "beneficiaire", le: jour("2026-09-28") }] }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "ni signature ni trace, une fois le délai passé",
      etat: avecSeance(1, { signatures: [] }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "signée la veille",
      etat: avecSeance(1, {
        signatures: [
          { par: "beneficiaire", le: jour("2026-09-27") },
          { par: "conseiller", le: jour("2026-09-27") },
        ],
      }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "à distance, une connexion et pas de signature",
      etat: avecSeance(1, { modalite: "distanciel", signatures: [], traces: ["connexion"] }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "séance d’hier, pas encore signée",
      etat: avecSeance(9, { signatures: [] }),
      attendu: "indetermine",
    },
    {
      cas: "trois jours ouvrés après, encore à signer",
      etat: avecSeance(9, { signatures: [] }),
      au: "2026-11-19",
      attendu: "indetermine",
    },
    {
      cas: "le quatrième jour ouvré",
      etat: avecSeance(9, { signatures: [] }),
      au: "2026-11-20",
      attendu: "non_conforme",
    },
    { cas: "aucune séance tenue", etat: enCours(0), attendu: "indetermine" },
  ],
});
