import { formatJour } from "../../../values/dates-fr.ts";
import { type Jour, jour } from "../../../values/jour.ts";
import { echeanceOuvree } from "../../../values/jours-ouvres.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { parametreInconnu } from "../../calcul/parametre-inconnu.ts";
import type { Etat } from "../../etat.ts";
import { valeurAu } from "../../parameter.ts";
import { acceptationProposition } from "../../parameters/acceptation-proposition.ts";
import { reponseCommande } from "../../parameters/reponse-commande.ts";
import { reponseCommandeAdmission } from "../../parameters/reponse-commande-admission.ts";
import { defineRule } from "../../rule.ts";
import { delaisDeCommande } from "../../textes/edof.ts";
import { conforme, indetermine, nonConforme, type Verdict } from "../../verdict.ts";
import { sansCommandeVivante } from "./cpf.ts";
import { formatEcheance, retard } from "./delai.ts";
import { commande, PAS_COMMENCE, payePar } from "./exemples.ts";

interface Etape {
  depart: Jour;
  fait: Jour | null;
  delai: number;
  acte: "repondreCommande" | "accepterCommande";
  attendu: string;
  tardif: string;
}

/** The verdict of one step of the order; null when it was done in time. */
function jugerEtape(e: Etape, territoire: Etat["organisme"]["territoire"], au: Jour): Verdict | null {
  const tard = retard(e.depart, e.fait ?? au, e.delai, territoire);
  if (tard !== null) {
    const suite = e.fait === null ? "rien n’est consigné" : `elle date du ${formatJour(e.fait)}`;
    return nonConforme(`${e.tardif} le ${formatJour(tard.le)} : ${suite}.`, tard.reserve);
  }
  if (e.fait !== null) return null;
  const echeance = echeanceOuvree(e.depart, e.delai, territoire);
  return indetermine(`${e.attendu}, ${formatEcheance(echeance)}.`, { echeance: echeance.le, acte: e.acte });
}

const ATTENTE: Partial<Etat> = { ...PAS_COMMENCE, ...commande({ reponduLe: null, accepteLe: null }) };
const PROPOSEE: Partial<Etat> = { ...PAS_COMMENCE, ...commande({ accepteLe: null }) };

export default defineRule({
  id: "C10",
  statement:
    "L’organisme répond à une demande en 2 jours ouvrés (30 avec conditions d’admission) ; la personne accepte en 4.",
  gravite: "mineure",
  effet: "tache",
  questions: [],
  sources: [delaisDeCommande],
  inForce: { from: jour("2019-01-01"), until: null, repere: "demande" },
  reserve: "Ces délais sont rapportés par des organismes de formation ; le texte des CGU n’a pas été lu.",
  remede: "la réponse et l’acceptation arrivent dans leurs délais ; sinon la personne refait sa demande.",
  evaluate: (etat, au) => {
    const dehors = sansCommandeVivante(etat);
    if (dehors !== null) return dehors;
    const { demandeLe, reponduLe, accepteLe, conditionsAdmission } = etat.commande!;
    const { territoire } = etat.organisme;
    const reponse = conditionsAdmission ? reponseCommandeAdmission : reponseCommande;
    const delai = valeurAu(reponse, demandeLe)?.value;
    if (delai === undefined) return parametreInconnu(reponse, demandeLe);
    const premiere = jugerEtape(
      {
        depart: demandeLe,
        fait: reponduLe,
        delai,
        acte: "repondreCommande",
        attendu: "La réponse de l’organisme dans EDOF",
        tardif: "La réponse de l’organisme était due",
      },
      territoire,
      au,
    );
    if (premiere !== null || reponduLe === null) return premiere ?? indetermine("La réponse de l’organisme.");
    const pourAccepter = valeurAu(acceptationProposition, reponduLe)?.value;
    if (pourAccepter === undefined) return parametreInconnu(acceptationProposition, reponduLe);
    const seconde = jugerEtape(
      {
        depart: reponduLe,
        fait: accepteLe,
        delai: pourAccepter,
        acte: "accepterCommande",
        attendu: "L’acceptation de la personne sur Mon Compte Formation",
        tardif: "L’acceptation de la personne était due",
      },
      territoire,
      au,
    );
    return seconde ?? conforme("La réponse et l’acceptation sont arrivées dans leurs délais.");
  },
  examples: [
    { cas: "répondu le lendemain, accepté le jour ouvré suivant", etat: {}, attendu: "conforme" },
    {
      cas: "répondu le deuxième jour ouvré",
      etat: commande({ reponduLe: jour("2026-09-14") }),
      attendu: "conforme",
    },
    {
      cas: "répondu le troisième jour ouvré",
      etat: commande({ reponduLe: jour("2026-09-15") }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "trente jours ouvrés avec des conditions d’admission",
      etat: commande({
        conditionsAdmission: true,
        reponduLe: jour("2026-10-22"),
        accepteLe: jour("2026-10-23"),
      }),
      attendu: "conforme",
    },
    {
      cas: "le trente et unième",
      etat: commande({
        conditionsAdmission: true,
        reponduLe: jour("2026-10-23"),
        accepteLe: jour("2026-10-26"),
      }),
      attendu: "non_conforme",
    },
    {
      cas: "accepté le quatrième jour ouvré",
      etat: commande({ accepteLe: jour("2026-09-17") }),
      attendu: "conforme",
    },
    {
      cas: "accepté le cinquième",
      etat: commande({ accepteLe: jour("2026-09-18") }),
      attendu: "non_conforme",
    },
    { cas: "la réponse est attendue", etat: ATTENTE, au: "2026-09-14", attendu: "indetermine" },
    { cas: "la réponse n’est pas venue", etat: ATTENTE, au: "2026-09-15", attendu: "non_conforme" },
    { cas: "l’acceptation est attendue", etat: PROPOSEE, au: "2026-09-17", attendu: "indetermine" },
    { cas: "l’acceptation n’est pas venue", etat: PROPOSEE, au: "2026-09-18", attendu: "non_conforme" },
    {
      cas: "un jour férié local donnerait un jour de plus",
      etat: {
        ...commande({
          demandeLe: jour("2026-04-24"),
          reponduLe: jour("2026-04-29"),
          accepteLe: jour("2026-04-30"),
        }),
        organisme: { ...BILAN.organisme, territoire: "mayotte" },
      },
      attendu: "non_conforme",
      reserve: true,
    },
    { cas: "pas encore de demande", etat: { ...PAS_COMMENCE, commande: null }, attendu: "indetermine" },
    {
      cas: "commande annulée",
      etat: commande({
        annulation: { le: jour("2026-09-15"), par: "titulaire", motif: "autre centre choisi" },
      }),
      attendu: "sans_objet",
    },
    { cas: "bilan payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
  ],
});
