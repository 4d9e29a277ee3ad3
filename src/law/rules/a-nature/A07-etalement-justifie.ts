import { accorder } from "../../../values/accorder.ts";
import { formatJour } from "../../../values/dates-fr.ts";
import { ajouterMois, type Jour, jour, joursEntre } from "../../../values/jour.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { prudentHorsCpf } from "../../calcul/attente-de-la-cdc.ts";
import { joursDesSeances } from "../../calcul/calendrier.ts";
import { sansSuite } from "../../calcul/deroulement.ts";
import { NOMS_EVENEMENTS, PREVISIBLES } from "../../calcul/evenements.ts";
import type { Etat, EvenementEtalement } from "../../etat.ts";
import { valeurOuPremiere } from "../../parameter.ts";
import { amplitudeMaximale } from "../../parameters/amplitude-maximale.ts";
import { jourDeLaFin, jourDeReference } from "../../reference-day.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { AVANT_LES_REPONSES, REPONSES_OFFICIELLES } from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme, sansObjet, type Verdict } from "../../verdict.ts";
import { avecSeance, enCours, jamaisCommence, trace } from "../d-preuve/exemples.ts";

const SEUIL = amplitudeMaximale.values[0]!;
const RESERVE_SEUIL =
  "Ce seuil est une pratique, pas la loi : la réponse officielle écarte « une très longue période » sans chiffre.";
const RESERVE_ACCORD =
  "Le nouveau calendrier a été décidé avec la personne : la réponse officielle demande pourtant un événement inattendu, sans parler de ce cas.";
const RESERVE_METIER =
  "La réponse officielle n’interdit pas une PMSMP ou une rencontre de métier : elle rappelle que la disponibilité se vérifie avant.";

/** The end first decided: by the first document de suivi, else by the dates that the sessions were first given. */
function finDecidee(etat: Etat): Jour | null {
  const document = etat.documentsSuivi[0];
  if (document !== undefined) return document.fin;
  let derniere: Jour | null = null;
  for (const s of etat.seances) {
    if (derniere === null || s.premiereDate > derniere) derniere = s.premiereDate;
  }
  return derniere;
}

/** The unexpected event on file that explains it, if any; else the verdict on what is there. */
function justification(etat: Etat, fin: Jour, retard: string, reserve: string | undefined): Verdict {
  const notes = etat.etalements.filter((e) => e.date <= fin);
  const inattendus = notes.filter((e) => !PREVISIBLES.has(e.nature));
  if (inattendus.some((e) => e.preuve !== null)) {
    return conforme("L’étalement s’explique par un événement inattendu, preuve au dossier.");
  }
  const sansPreuve = inattendus.at(-1);
  if (sansPreuve !== undefined) {
    return nonConforme(
      `${retard} L’événement du ${formatJour(sansPreuve.date)} (${NOMS_EVENEMENTS[sansPreuve.nature]}) n’a pas de preuve.`,
      reserve,
    );
  }
  const prevu = notes.at(-1);
  if (prevu === undefined) return nonConforme(`${retard} Aucun événement inattendu ne l’explique.`, reserve);
  return nonConforme(
    `${retard} Le seul motif noté, ${NOMS_EVENEMENTS[prevu.nature]}, n’a rien d’inattendu.`,
    reserve ?? (prevu.nature === "convenance" ? undefined : RESERVE_METIER),
  );
}

function evenement(nature: EvenementEtalement["nature"], preuve: string | null): Pick<Etat, "etalements"> {
  return { etalements: [{ ...trace("2026-11-10"), nature, preuve, jusquAu: null }] };
}

const UNE_SEMAINE_DE_PLUS = avecSeance(9, { date: jour("2026-11-23") });
const APRES = "2026-11-24";

export default defineRule({
  id: "A07",
  statement:
    "Un bilan ne s’étale pas ; un calendrier qui s’allonge s’explique par un événement inattendu, prouvé.",
  gravite: "majeure",
  effet: "alerte",
  questions: ["Q5", "Q10", "Q11"],
  sources: [webinaire(5), webinaire(10), SEUIL.source],
  inForce: { from: REPONSES_OFFICIELLES, until: null, repere: "debut" },
  avant: AVANT_LES_REPONSES,
  remede: "un événement inattendu est noté avec sa preuve, ou le calendrier revient à la date décidée.",
  evaluate: (etat, au) => {
    const arret = sansSuite(etat);
    if (arret !== null) return sansObjet(arret);
    const jours = joursDesSeances(etat);
    const [debut, fin] = [jours[0], jours.at(-1)];
    if (debut === undefined || fin === undefined) {
      return indetermine("Le calendrier des séances.", { acte: "planifierSeance" });
    }
    const plan = finDecidee(etat);
    if (plan !== null && fin > plan) {
      const revu = (etat.documentsSuivi.at(-1)?.fin ?? plan) >= fin;
      const retard = `La dernière séance, le ${formatJour(fin)}, dépasse de ${accorder(joursEntre(plan, fin), "jour")} la fin décidée au ${formatJour(plan)}.`;
      return prudentHorsCpf(etat, justification(etat, fin, retard, revu ? RESERVE_ACCORD : undefined));
    }
    const seuil = valeurOuPremiere(amplitudeMaximale, jourDeReference(etat, "debut", au));
    if (fin > ajouterMois(debut, seuil.value)) {
      const retard = `Le bilan va du ${formatJour(debut)} au ${formatJour(fin)}, plus de ${seuil.value} mois.`;
      return justification(etat, fin, retard, RESERVE_SEUIL);
    }
    if (plan !== null && au > plan && fin < au && jourDeLaFin(etat) === null) {
      return indetermine(`La suite du calendrier : le bilan devait finir le ${formatJour(plan)}.`, {
        acte: "planifierSeance",
      });
    }
    return conforme("Les séances tiennent dans le calendrier décidé avec la personne.");
  },
  examples: [
    { cas: "la dernière séance le jour prévu", etat: {}, attendu: "conforme" },
    {
      cas: "le lendemain du jour prévu, sans motif",
      etat: avecSeance(9, { date: jour("2026-11-17") }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "une semaine de plus, maladie prouvée",
      etat: { ...UNE_SEMAINE_DE_PLUS, ...evenement("maladie", "arrêt de travail") },
      au: APRES,
      attendu: "conforme",
    },
    {
      cas: "une semaine de plus, maladie sans preuve",
      etat: { ...UNE_SEMAINE_DE_PLUS, ...evenement("maladie", null) },
      au: APRES,
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "une semaine de plus, maladie sans preuve, payée par l’employeur",
      etat: {
        ...UNE_SEMAINE_DE_PLUS,
        ...evenement("maladie", null),
        financement: { ...BILAN.financement!, financeurs: ["employeur"] },
      },
      au: APRES,
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "une semaine de plus, par convenance",
      etat: { ...UNE_SEMAINE_DE_PLUS, ...evenement("convenance", "courriel") },
      au: APRES,
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "une semaine de plus, pour une PMSMP",
      etat: { ...UNE_SEMAINE_DE_PLUS, ...evenement("pmsmp", "convention de PMSMP") },
      au: APRES,
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "une semaine de plus, document de suivi revu ensemble",
      etat: {
        ...UNE_SEMAINE_DE_PLUS,
        documentsSuivi: [
          BILAN.documentsSuivi[0]!,
          { ...BILAN.documentsSuivi[0]!, ...trace("2026-11-09"), version: 2, fin: jour("2026-11-23") },
        ],
      },
      au: APRES,
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "séance déplacée d’une semaine, sans document de suivi",
      etat: { ...UNE_SEMAINE_DE_PLUS, documentsSuivi: [] },
      au: APRES,
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "six mois jour pour jour, calendrier décidé ainsi",
      etat: {
        ...avecSeance(9, { date: jour("2027-03-28") }),
        documentsSuivi: [{ ...BILAN.documentsSuivi[0]!, fin: jour("2027-03-29") }],
      },
      au: "2027-03-29",
      attendu: "conforme",
    },
    {
      cas: "le lendemain des six mois",
      etat: {
        ...avecSeance(9, { date: jour("2027-03-29") }),
        documentsSuivi: [{ ...BILAN.documentsSuivi[0]!, fin: jour("2027-03-29") }],
      },
      au: "2027-03-30",
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "fin prévue passée, plus rien au calendrier",
      etat: { ...enCours(4), seances: BILAN.seances.slice(0, 4) },
      au: "2026-11-17",
      attendu: "indetermine",
    },
    { cas: "aucune séance encore", etat: { ...enCours(0), seances: [] }, attendu: "indetermine" },
    { cas: "commande annulée", etat: jamaisCommence, attendu: "sans_objet" },
  ],
});
