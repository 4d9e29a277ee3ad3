import type { FaitNouveau } from "../../src/dossier/fait.ts";
import { conventionTransmise } from "../../src/dossier/faits/commande.ts";
import { communicationAutorisee } from "../../src/dossier/faits/conclusion.ts";
import { financementArrete } from "../../src/dossier/faits/financement.ts";
import { seancePlanifiee } from "../../src/dossier/faits/seances.ts";
import { BILAN } from "../../src/law/bilan-exemple.ts";
import type { Organisme } from "../../src/law/etat.ts";
import { sIdentite } from "../../src/usecases/dossier/identite.ts";
import { jour } from "../../src/values/jour.ts";
import { BILAN_CERTIFIE, BILAN_REMIS } from "../harness/bilan.ts";
import type { Recit } from "../harness/histoire.ts";
import { PIXEL } from "./semis.ts";

export const CAMILLE = sIdentite.parse({
  prenom: "Camille",
  nom: "Fictive",
  courriel: "camille@exemple.invalid",
  telephone: "06 00 00 00 00",
});

const YVES = { ...BILAN.organisme.intervenants[0]!, id: "yves", nom: "Yves Kerbrat" };
export const HORIZON: Organisme = {
  ...BILAN.organisme,
  intervenants: [...BILAN.organisme.intervenants, YVES],
  adresse: "12 rue du Vau Saint-Germain\n35000 Rennes",
  telephone: "02 99 00 00 00",
  courriel: "bonjour@horizon.example",
  representant: { nom: "Nadia Benali", qualite: "gérante" },
  logo: { format: "png", base64: PIXEL, alternative: "Horizon" },
};
const faitDe = (f: Recit[number]) => (typeof f === "function" ? f(() => ({ id: "", engagement: "" })) : f);
const parType = (recit: Recit, type: string) => recit.filter((f) => faitDe(f).type === type);
const sans = (recit: Recit, ...types: string[]) => recit.filter((f) => !types.includes(faitDe(f).type));

/** An employer who pays and gives the time: he has a door, and a convention to sign. */
export const avecEmployeur = (recit: Recit): Recit => [
  ...sans(recit, "financement_arrete.v1"),
  financementArrete.nouveau(jour("2026-11-18"), {
    financeurs: ["employeur"],
    plan: true,
    surTempsDeTravail: true,
    bilanAnterieur: { declare: "aucun" },
  }),
  conventionTransmise.nouveau(jour("2026-11-19"), {
    forme: "tripartite",
    transmiseParEmployeurLe: null,
    mentions: ["objectif"],
    mentionNda: true,
    entreprise: "Ateliers Fictifs",
    debut: jour("2026-11-20"),
    fin: jour("2027-02-26"),
    reglement: "En une fois, à réception de la facture.",
  }),
];
/** Consent, questionnaire and two sessions held wait for the person, and a session at a distance is to come. */
const [, , TROISIEME] = parType(BILAN_REMIS, "seance_signee.v1");
export const EN_COURS: Recit = [
  ...sans(
    avecEmployeur(BILAN_REMIS.slice(0, BILAN_REMIS.indexOf(TROISIEME!))),
    "seance_signee.v1",
    "consentement_recueilli.v1",
    "questionnaire_rempli.v1",
  ),
  seancePlanifiee.nouveau(jour("2026-11-20"), {
    seance: "s99",
    date: jour("2026-11-24"),
    debut: "14:00",
    fin: "16:00",
    phase: "investigation",
    modalite: "distanciel",
    lieu: "visioconférence",
    intervenant: "nadia",
  }),
];
/** The same with three sessions only: what a page says of one session it says of nine. */
export const abreger = (recit: Recit): Recit =>
  recit.filter((f) => !/"seance":"s[4-9]"/.test(JSON.stringify(faitDe(f).donnees)));

/** The same story, held by the other counsellor. */
export const chezYves: (f: Recit[number]) => Recit[number] = (f) =>
  typeof f === "function" ? (s) => aYves(f(s)) : aYves(f);
function aYves(f: FaitNouveau): FaitNouveau {
  return JSON.parse(JSON.stringify(f).replaceAll('"intervenant":"nadia"', '"intervenant":"yves"'));
}

/** The person agreed that one adviser reads her synthesis. */
export const COMMUNIQUE: Recit = [
  ...abreger(BILAN_CERTIFIE),
  communicationAutorisee.nouveau(jour("2026-11-24"), { document: "synthese", destinataire: "cep" }),
];
