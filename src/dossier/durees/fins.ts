import { documentsGardes, finDeLaGarde } from "../../law/calcul/conservation-contenus.ts";
import {
  diteParUnTexte,
  finDesPreuves,
  finDuGel,
  type Horloge,
} from "../../law/calcul/conservation-preuves.ts";
import { jourDeLArret, sansSuite } from "../../law/calcul/deroulement.ts";
import type { Etat } from "../../law/etat.ts";
import { valeurOuPremiere } from "../../law/parameter.ts";
import { conservationComptable } from "../../law/parameters/conservation-comptable.ts";
import { conservationSansSuite } from "../../law/parameters/conservation-sans-suite.ts";
import { jourDeLaFin } from "../../law/reference-day.ts";
import type { Source } from "../../law/sources.ts";
import { contenusSansBilan, destructionAuTerme } from "../../law/textes/conservation.ts";
import { accorder } from "../../values/accorder.ts";
import { ajouterAnnees, ajouterJours, anneeDe, type Jour, jour } from "../../values/jour.ts";
import { contenusNommes } from "../contenus-nommes.ts";
import { textesDuDocument } from "../documents-remis.ts";
import type { Fait } from "../fait.ts";
import {
  clesDetruites,
  contenusConservesDetruits,
  contenusDetruits,
  tousContenusConservesDetruits,
} from "../faits/fin.ts";
import { gelLeve, preuvesGelees, tousGelsLeves } from "../faits/gel.ts";
import { type ChoixDeDuree, type ClasseAnnoncee, DUREES } from "./table.ts";

/** That one class of one dossier comes to its end. */
export interface Fin {
  classe: ClasseAnnoncee;
  /** First day on which it goes. */
  du: Jour;
  /** Whether the application does it; otherwise it warns, and a person decides. */
  parLaMachine: boolean;
  pourquoi: string;
  sources: readonly Source[];
}

const lendemain = (j: Jour) => ajouterJours(j, 1);
const plusTard = (a: Jour, b: Jour) => (a > b ? a : b);

/** Facts that come of keeping and destroying: nobody was in touch. */
const SANS_CONTACT = new Set<string>([
  contenusDetruits.type,
  contenusConservesDetruits.type,
  tousContenusConservesDetruits.type,
  clesDetruites.type,
  preuvesGelees.type,
  gelLeve.type,
  tousGelsLeves.type,
]);

/** The last day on which anything happened or was written in a dossier; null for one without facts. */
function dernierContact(faits: readonly Pick<Fait, "type" | "date" | "consigneLe">[]): Jour | null {
  const jours = faits.filter((f) => !SANS_CONTACT.has(f.type)).map((f) => plusTard(f.date, f.consigneLe));
  return jours.length === 0 ? null : jours.reduce(plusTard);
}

/** Somebody called and it stopped there: nothing was ordered, signed, paid or held. */
function estSansSuite(etat: Etat): boolean {
  return (
    jourDeLaFin(etat) === null &&
    etat.commande === null &&
    etat.convention === null &&
    etat.contratPropose === null &&
    etat.contrat === null &&
    etat.entree === null &&
    etat.versements.length === 0 &&
    etat.factures.length === 0 &&
    etat.seances.every((s) => s.statut !== "tenue")
  );
}

/**
 * Nothing went yet, and a document of hers (L6313-4 al. 3) is written and was not handed over: what cannot be undone is
 * left to a person. An early end is judged without them.
 */
function attendSaRemise(etat: Etat, faits: readonly Fait[]): boolean {
  const { destruction, syntheses, remise, finAnticipee } = etat;
  if (destruction !== null || finAnticipee !== null) return false;
  const remis = remise?.documents ?? [];
  return (
    (syntheses.length > 0 && !remis.includes("synthese")) ||
    (textesDuDocument("resultats_detailles", faits).length > 0 && !remis.includes("resultats_detailles"))
  );
}

function finDesTextes(etat: Etat, faits: readonly Fait[], terme: Jour): Fin[] {
  const { destruction } = etat;
  const du = destruction === null ? terme : destruction.ecritDepuis;
  if (du === null) return [];
  const attend = attendSaRemise(etat, faits);
  const fini = attend
    ? "Le bilan est à son terme, mais ce qui est écrit pour la personne n’est pas remis : remettez-le, puis détruisez."
    : "Le bilan est à son terme.";
  return [
    {
      classe: "contenus",
      du,
      parLaMachine: !attend,
      pourquoi: destruction === null ? fini : "Un texte a été écrit depuis la destruction.",
      sources: [destructionAuTerme],
    },
  ];
}

/**
 * Where no bilan takes place there is no term: its texts are to go on the day that this is known, by our reading, and the
 * counsellor does it. They go at the latest with the proofs.
 */
function finDesTextesSansBilan(etat: Etat, faits: readonly Fait[], arret: Jour): Fin[] {
  const { destruction } = etat;
  const du = destruction === null ? arret : destruction.ecritDepuis;
  if (du === null || !faits.some((f) => contenusNommes(f.donnees).length > 0)) return [];
  return [
    {
      classe: "contenus",
      du,
      parLaMachine: false,
      pourquoi: `${sansSuite(etat) ?? "Le bilan s’est arrêté sans terme noté."} Ses textes ne servent plus : détruisez-les.`,
      sources: [contenusSansBilan],
    },
  ];
}

/** Ends of the agreements that still keep something. One that ends with the term keeps nothing from it on. */
function finsDesAccords(etat: Etat, terme: Jour): Jour[] {
  return etat.conservations
    .filter((c) => c.detruitLe === null && documentsGardes(c).length > 0)
    .map((c) => finDeLaGarde(c, terme))
    .filter((fin) => fin > terme || etat.destruction !== null);
}

function finDesGardes(fins: readonly Jour[], parLaMachine: boolean): Fin[] {
  if (fins.length === 0) return [];
  const du = fins.reduce((a, b) => (a < b ? a : b));
  // Only what that agreement alone kept goes: R6313-7 and her own words give its day.
  const ensemble = fins.every((f) => f === du);
  return [
    {
      classe: "contenus_gardes",
      du,
      parLaMachine,
      pourquoi: ensemble
        ? "L’accord de la personne prend fin."
        : "Un accord prend fin : ce que lui seul gardait part. Un autre continue : ce qu’il garde reste.",
      sources: DUREES.contenus_gardes.sources,
    },
  ];
}

function finDuDossierDePreuve(etat: Etat, accords: readonly Jour[], choix: ChoixDeDuree): Fin[] {
  const fin = finDesPreuves(etat);
  const { le, horloges } = fin;
  if (le === null) return finSansPaiementConnu(horloges);
  const lues = !diteParUnTexte(fin);
  const decisive = horloges.find((h) => h.le === le)!;
  return [
    {
      classe: lues ? "preuves_lues" : "preuves",
      // Contents that an agreement keeps go before the proof that they were there.
      du: lendemain(accords.reduce(plusTard, le)),
      parLaMachine: !lues || choix.preuvesLues,
      pourquoi: decisive.raison,
      sources: [decisive.source],
    },
  ];
}

/**
 * The last payment is not known: the certificate's years have no start. From the end of the other clocks on, people are
 * told what lacks, and nothing goes by itself. A control that is open, or a bilan under way, gives no day at all.
 */
function finSansPaiementConnu(horloges: readonly Horloge[]): Fin[] {
  const muettes = horloges.filter((h) => h.le === null);
  const connues = horloges.flatMap((h) => (h.le === null ? [] : [h.le]));
  if (connues.length === 0 || muettes.some((h) => h.manque === null)) return [];
  return [
    {
      classe: "preuves_lues",
      du: lendemain(connues.reduce(plusTard)),
      parLaMachine: false,
      pourquoi: muettes[0]!.manque!,
      sources: muettes.map((h) => h.source),
    },
  ];
}

function finSansSuite(etat: Etat, dernier: Jour, choix: ChoixDeDuree): Fin[] {
  if (etat.controles.some((c) => c.closLe === null)) return [];
  const { value, source } = valeurOuPremiere(conservationSansSuite, dernier);
  const terme = ajouterAnnees(dernier, Math.min(choix.sansSuite ?? value, value));
  return [
    {
      classe: "sans_suite",
      du: lendemain(etat.gels.map(finDuGel).reduce(plusTard, terme)),
      parLaMachine: choix.sansSuite !== null,
      pourquoi: "La personne n’a pas donné suite.",
      sources: [source],
    },
  ];
}

/** All that comes to its end in one dossier, as its facts stand; what cannot be told yet is left out. */
export function finsDuDossier(etat: Etat, faits: readonly Fait[], choix: ChoixDeDuree): Fin[] {
  if (etat.destructionPreuves !== null) return [];
  const terme = jourDeLaFin(etat);
  const arret = terme === null ? jourDeLArret(etat) : null;
  const textes = arret === null ? [] : finDesTextesSansBilan(etat, faits, arret);
  const dernier = dernierContact(faits);
  if (dernier !== null && estSansSuite(etat)) return [...textes, ...finSansSuite(etat, dernier, choix)];
  if (arret !== null) return [...textes, ...finDuDossierDePreuve(etat, [], choix)];
  if (terme === null) return [];
  const accords = finsDesAccords(etat, terme);
  return [
    ...finDesTextes(etat, faits, terme),
    // What no agreement keeps goes first.
    ...finDesGardes(accords, !attendSaRemise(etat, faits)),
    ...finDuDossierDePreuve(etat, accords, choix),
  ];
}

/** The end of the invoices that outlived a dossier's proofs, the last one's. */
export function finDesFactures(emises: readonly Jour[], choix: ChoixDeDuree): Fin[] {
  if (emises.length === 0) return [];
  const derniere = emises.reduce(plusTard);
  const { value } = valeurOuPremiere(conservationComptable, derniere);
  return [
    {
      classe: "factures",
      du: jour(`${anneeDe(derniere) + value + 1}-01-01`),
      parLaMachine: choix.factures,
      pourquoi: `${accorder(value, "an")} depuis la fin de l’année de la facture.`,
      sources: DUREES.factures.sources,
    },
  ];
}
