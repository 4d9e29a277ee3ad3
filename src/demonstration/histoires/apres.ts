import { formatJourSaisie } from "../../values/dates-fr.ts";
import { ajouterMois, type Jour } from "../../values/jour.ts";
import { prochainJourOuvre } from "../../values/jours-ouvres.ts";
import { RELIRE, REPRENDRE } from "../conteur.ts";
import { jourOuvre, type Pas, pas } from "../pas.ts";

const PROJET =
  "Devenir gestionnaire de paie. Étapes : une immersion en janvier, une formation au printemps, des candidatures en juin.";

/** A few days before the end: the detailed results, then the synthesis in its three parts. */
export function synthese(d0: Jour): Pas[] {
  return [
    pas(
      jourOuvre(d0, 46),
      "ecrireResultats",
      {
        intitule: "questionnaire d’intérêts et entretiens",
        resultats: "Deux familles d’intérêts dominent : l’ordre et la méthode, l’aide aux personnes.",
      },
      "16:30",
    ),
    pas(jourOuvre(d0, 46), "redigerSynthese", {
      circonstances:
        "Bilan demandé par la personne, financé par son compte formation, après douze ans dans le même cabinet.",
      competences: "Rigueur, pédagogie, maîtrise des outils de comptabilité. À développer : le droit social.",
      projet: PROJET,
      relue: "oui",
    }),
  ];
}

/** She reads it: no to the project, yes to the rest; the project is written again, and she agrees. */
export function relecture(d0: Jour): Pas[] {
  const projet = `${PROJET} L’immersion se fait dans une petite entreprise, comme elle le demande.`;
  return [
    pas(
      jourOuvre(d0, 46),
      RELIRE,
      { projet: "Je veux une petite entreprise, cela compte pour moi." },
      "18:30",
    ),
    pas(jourOuvre(d0, 47), REPRENDRE, { projet }, "10:00"),
    pas(jourOuvre(d0, 47), RELIRE, {}, "19:00"),
  ];
}

/** The last day: both documents handed over, follow-up agreed, working papers destroyed. */
export function remise(d0: Jour): Pas[] {
  const fin = jourOuvre(d0, 49);
  const suivi = prochainJourOuvre(ajouterMois(fin, 6), "metropole");
  return [
    pas(fin, "proposerSuivi", { prevuLe: formatJourSaisie(suivi), reponse: "accepte" }, "17:00"),
    pas(
      fin,
      "remettreSynthese",
      {
        documents: ["synthese", "resultats_detailles"],
        recu: "oui",
      },
      "17:05",
    ),
    pas(fin, "detruireContenus", { documents: "14", atteste: "oui" }, "17:30"),
  ];
}

/** The days after, for a bilan paid by the CPF: service fait, validation, invoice, payment. */
export function suitesCpf(d0: Jour, numero: string): Pas[] {
  const le = (n: number) => jourOuvre(d0, n);
  return [
    pas(le(50), "declarerServiceFait", { montantSimule: "1 580,00", titulaireInforme: "oui" }),
    pas(le(50), "informerFinanceur", { evenement: "fin" }),
    pas(le(55), "noterValidation"),
    pas(le(56), "emettreFacture", { numero }),
    pas(le(75), "noterPaiement"),
  ];
}
