import * as accueil from "../../src/dossier/faits/accueil.ts";
import * as commande from "../../src/dossier/faits/commande.ts";
import * as conclusion from "../../src/dossier/faits/conclusion.ts";
import * as deroulement from "../../src/dossier/faits/deroulement.ts";
import * as fin from "../../src/dossier/faits/fin.ts";
import * as financement from "../../src/dossier/faits/financement.ts";
import * as seances from "../../src/dossier/faits/seances.ts";
import { BILAN } from "../../src/law/bilan-exemple.ts";
import type { Seance } from "../../src/law/etat.ts";
import { jour } from "../../src/values/jour.ts";
import type { Recit } from "./histoire.ts";

/** Words that stand in every sealed text of `BILAN_ENTIER`: none may be found anywhere outside. */
export const CANARI = "zibeline-outremer";

const le = jour;
const secret = (quoi: string) => `${quoi} : ${CANARI}`;
const { demande, entretien, information, devis, financement: paiement, remise, serviceFait } = BILAN;
const [propose] = devis;
const suiviDecide = BILAN.documentsSuivi[0]!;

function planifier(s: Seance) {
  return seances.seancePlanifiee.nouveau(le("2026-09-14"), place(s));
}

const place = (s: Seance) => ({
  seance: s.id,
  date: s.date,
  debut: s.debut,
  fin: s.fin,
  phase: s.phase,
  modalite: s.modalite,
  lieu: s.lieu,
  intervenant: s.intervenant,
});

function tenirEtSigner(s: Seance): Recit {
  const signer = (par: "beneficiaire" | "conseiller") =>
    seances.seanceSignee.nouveau(s.date, {
      seance: s.id,
      par,
      moyen: par === "conseiller" ? "compte" : "appareil_du_conseiller",
    });
  return [
    (sceller) =>
      seances.seanceTenue.nouveau(s.date, {
        ...place(s),
        fait: s.fait,
        themes: s.themes,
        notes: sceller(secret(`notes de la séance ${s.id}`), "notes"),
      }),
    signer("beneficiaire"),
    signer("conseiller"),
  ];
}

/** From the first call to the synthesis handed over: nine sessions, every text sealed. Fictitious people. */
export const BILAN_REMIS: Recit = [
  accueil.demandeRecue.nouveau(demande!.date, { origine: "beneficiaire" }),
  (sceller) =>
    accueil.entretienPrealableTenu.nouveau(entretien!.date, {
      ...entretien!,
      notes: sceller(secret("notes de l’entretien"), "notes"),
    }),
  accueil.informationRemise.nouveau(information!.date, {
    points: information!.points,
    signatures: information!.signatures,
  }),
  (sceller) =>
    deroulement.questionnaireRempli.nouveau(le("2026-09-03"), {
      moment: "entretien",
      rubriques: ["parcours", "motivations", "contraintes"],
      signatures: [{ par: "beneficiaire", le: le("2026-09-03") }],
      reponses: sceller(secret("réponses du premier questionnaire"), "reponses"),
    }),
  financement.financementArrete.nouveau(le("2026-09-03"), {
    ...paiement!,
    bilanAnterieur: { declare: "aucun" },
  }),
  accueil.consentementRecueilli.nouveau(le("2026-09-07"), {
    signatures: [{ par: "beneficiaire", le: le("2026-09-07") }],
  }),
  financement.devisEmis.nouveau(propose!.date, { ...propose! }),
  financement.devisAccepte.nouveau(le("2026-09-09"), { version: 1 }),
  commande.commandePassee.nouveau(le("2026-09-10"), { debutPrevu: le("2026-09-28"), cgu: "V15" }),
  commande.commandeRepondue.nouveau(le("2026-09-11"), {}),
  commande.commandeAcceptee.nouveau(le("2026-09-14"), {}),
  ...BILAN.seances.map(planifier),
  ...tenirEtSigner(BILAN.seances[0]!),
  (sceller) =>
    deroulement.questionnaireRempli.nouveau(le("2026-09-28"), {
      moment: "preliminaire",
      rubriques: ["parcours", "motivations", "contraintes"],
      signatures: [{ par: "beneficiaire", le: le("2026-09-28") }],
      compare: true,
      reponses: sceller(secret("réponses reprises"), "reponses"),
    }),
  commande.entreeDeclaree.nouveau(le("2026-09-29"), {
    effectiveLe: le("2026-09-28"),
    preuve: "émargement de la séance 1",
  }),
  ...tenirEtSigner(BILAN.seances[1]!),
  deroulement.documentSuiviArrete.nouveau(suiviDecide.date, { ...suiviDecide }),
  ...BILAN.seances.slice(2, 8).flatMap(tenirEtSigner),
  (sceller) =>
    conclusion.syntheseRedigee.nouveau(le("2026-11-13"), {
      parties: ["circonstances", "competences", "projet"],
      sansElementPersonnel: true,
      circonstances: sceller(secret("circonstances du bilan"), "circonstances"),
      competences: sceller(secret("compétences et aptitudes"), "competences"),
      projet: sceller(secret("projet professionnel"), "projet"),
    }),
  ...tenirEtSigner(BILAN.seances[8]!),
  conclusion.syntheseRemise.nouveau(remise!.date, {
    documents: remise!.documents,
    signatures: remise!.signatures,
  }),
  conclusion.suiviPropose.nouveau(le("2026-11-16"), { prevuLe: le("2027-05-17"), reponse: "accepte" }),
];

/** The story of `BILAN_REMIS` up to its first fact of that type, which is left out; throws when it tells none. */
export function recitAvant(type: string): Recit {
  const rang = BILAN_REMIS.findIndex((f) => typeof f !== "function" && f.type === type);
  if (rang < 0) throw new Error(`the story has no ${type}`);
  return BILAN_REMIS.slice(0, rang);
}

/** The same with its exit declared and its certificate. */
export const BILAN_CERTIFIE: Recit = [
  ...BILAN_REMIS,
  fin.serviceFaitDeclare.nouveau(le("2026-11-17"), { ...serviceFait! }),
  fin.certificatEmis.nouveau(le("2026-11-18"), { minutes: serviceFait!.minutesDeclarees }),
];

/** The same, its sealed texts destroyed. */
export const BILAN_DETRUIT: Recit = [
  ...BILAN_CERTIFIE,
  fin.contenusDetruits.nouveau(le("2026-11-19"), { documents: 14 }),
];
