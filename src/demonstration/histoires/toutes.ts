import { tousLesCodes } from "../../law/listes/mention.ts";
import { MENTIONS_FINANCEE_2025, MENTIONS_TRIPARTITE } from "../../law/listes/mentions-convention.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import { ajouterJours, type Jour, jour } from "../../values/jour.ts";
import { ajouterMinutes } from "../horaires.ts";
import { type Histoire, jourOuvre, type Pas, pas } from "../pas.ts";
import { relecture, remise, suitesCpf, synthese } from "./apres.ts";
import { calendrier, devis, entretien, venteCpf } from "./avant.ts";
import { parcours } from "./pendant.ts";
import { APRES_MIDI, MATIN, MIDI, type PlanDeSeance, planDeVingtHeures } from "./plan.ts";

const RENNES = "12 rue du Vau Saint-Germain, Rennes";

/** A whole bilan paid by the CPF, whose first session is on `d0`, all of them at one time of the day. */
function bilanCpf(d0: Jour, numero: string, debut: string, relu: Pas[] = []): Pas[] {
  const plan = planDeVingtHeures(debut);
  return [
    ...entretien(d0, "Elle a besoin de souffler et de choisir."),
    ...venteCpf(d0),
    ...calendrier(d0, RENNES, plan),
    ...parcours(d0, plan),
    ...synthese(d0),
    ...relu,
    ...remise(d0),
    ...suitesCpf(d0, numero),
  ];
}

/** Paid by the employer under its plan: three signatures, and nothing of the content for the employer. */
function planEmployeur(d0: Jour, debut: string): Pas[] {
  const plan = planDeVingtHeures(debut);
  const [decision, transmis, signe] = [jourOuvre(d0, -24), jourOuvre(d0, -20), jourOuvre(d0, -16)];
  const mentions = tousLesCodes(MENTIONS_TRIPARTITE, MENTIONS_FINANCEE_2025);
  return [
    ...entretien(
      d0,
      "Son employeur propose et paie. Il le veut vraiment, il me l’a dit seul à seule.",
      "evolution",
    ),
    pas(decision, "recueillirConsentement", { donne: "oui", signe: "oui" }),
    pas(decision, "confirmerVolontariat", { canal: "direct" }),
    pas(decision, "arreterFinancement", {
      principal: "employeur",
      plan: "oui",
      employeurPrescripteur: "oui",
      surTempsDeTravail: "oui",
      anterieur: "aucun",
    }),
    devis(decision),
    pas(jourOuvre(d0, -22), "accepterDevis"),
    pas(transmis, "transmettreConvention", {
      forme: "tripartite",
      transmiseParEmployeurLe: formatJourSaisie(transmis),
      entreprise: "Ateliers Kerfleury",
      debut: formatJourSaisie(d0),
      fin: formatJourSaisie(ajouterJours(d0, 90)),
      reglement: "En une fois, à réception de la facture, dans les trente jours.",
      mentions,
      mentionNda: "oui",
    }),
    pas(signe, "signerConvention", { par: "beneficiaire", atteste: "oui" }),
    pas(signe, "signerConvention", { par: "organisme", atteste: "oui" }),
    pas(signe, "signerConvention", { par: "employeur", atteste: "oui" }),
    ...calendrier(d0, RENNES, plan).map((p) => ({ ...p, jour: jourOuvre(d0, -14) })),
    ...parcours(d0, plan).filter((p) => p.acte !== "declarerEntree"),
  ];
}

const cpf = (
  prenom: string,
  nom: string,
  conseiller: "nadia" | "yves",
  d0: Jour,
  etapes: Pas[],
  plus: Partial<Histoire["personnage"]> = {},
): Histoire => ({
  personnage: { prenom, nom, ...plus },
  conseiller,
  premierJour: jourOuvre(d0, -28),
  pas: etapes,
});

/** Moves the sessions from `rang` on to one a week, `jours` later than planned, each by its own act. */
function decaler(d0: Jour, plan: readonly PlanDeSeance[], rang: number, jours: number): Pas[] {
  return plan.slice(rang - 1).map((s, i) =>
    pas(jourOuvre(d0, plan[rang - 2]!.apres + 5), "deplacerSeance", {
      seance: `s${rang + i}`,
      jour: formatJourSaisie(jourOuvre(d0, plan[rang - 1]!.apres + jours + 7 * i)),
      debut: s.debut,
      fin: ajouterMinutes(s.debut, s.minutes),
      motif: "calendrier décalé avec la personne",
    }),
  );
}

/** Twelve dossiers, one at each place where a dossier can stand, seen from `au`. The same day gives the same stories. */
export function histoires(au: Jour): Histoire[] {
  const il = (n: number) => jourOuvre(au, -n);
  const enCours = il(21);
  const enRetard = il(23);
  const etale = il(40);
  const fini = il(80);
  const en2023 = jour("2023-03-06");
  return [
    cpf("Anne-Lise", "Le Goff", "nadia", ajouterJours(au, 27), [], { discretion: true }),
    cpf("Ousmane", "Diarra", "nadia", ajouterJours(au, 23), [
      ...entretien(ajouterJours(au, 23), "Il hésite entre deux employeurs.", "mobilite"),
      ...venteCpf(ajouterJours(au, 23)).slice(0, 4),
    ]),
    {
      personnage: { prenom: "Gérard", nom: "Œuvrard" },
      conseiller: "yves",
      premierJour: il(9),
      pas: [
        {
          ...entretien(
            ajouterJours(il(7), 26),
            "Il prépare son départ en retraite.",
            "preparation_retraite",
          )[0]!,
          jour: il(7),
        },
        pas(il(7), "orienter", { vers: "retraite" }),
      ],
    },
    cpf("Inès", "Carlier", "nadia", ajouterJours(au, 8), [
      ...entretien(ajouterJours(au, 8), "Départ dans une semaine."),
      ...venteCpf(ajouterJours(au, 8)),
      ...calendrier(ajouterJours(au, 8), RENNES, planDeVingtHeures(MIDI)),
    ]),
    cpf("Camille", "Moreau", "nadia", enCours, bilanCpf(enCours, "F-2026-041", MATIN), {
      courriel: "camille@exemple.invalid",
    }),
    cpf("Yanis", "Lefèvre", "nadia", enRetard, [
      ...entretien(enRetard, "Très motivé, peu disponible."),
      ...venteCpf(enRetard),
      ...calendrier(enRetard, RENNES, planDeVingtHeures(APRES_MIDI)),
      ...parcours(enRetard, planDeVingtHeures(APRES_MIDI)).filter(
        (p) =>
          p.acte !== "declarerEntree" && !(p.acte === "signerSeance" && p.jour >= jourOuvre(enRetard, 7)),
      ),
    ]),
    cpf("María José", "Fernández d’Almeida", "yves", etale, [
      ...bilanCpf(etale, "F-2026-042", MATIN).filter((p) => p.jour <= jourOuvre(etale, 31)),
      pas(jourOuvre(etale, 32), "noterEvenement", {
        nature: "maladie",
        preuve: "arrêt de travail",
        jusquAu: formatJourSaisie(jourOuvre(etale, 60)),
      }),
      ...decaler(etale, planDeVingtHeures(MATIN), 6, 35),
    ]),
    cpf("Kévin", "N’Diaye", "yves", etale, [
      ...bilanCpf(etale, "F-2026-043", MIDI).filter((p) => p.jour <= jourOuvre(etale, 31)),
      ...decaler(etale, planDeVingtHeures(MIDI), 6, 150),
    ]),
    cpf("Hélène", "Pasquier", "nadia", fini, bilanCpf(fini, "F-2026-031", MATIN, relecture(fini))),
    cpf("Thomas", "Roussel", "yves", fini, [
      ...bilanCpf(fini, "F-2026-032", APRES_MIDI).filter((p) => p.jour <= jourOuvre(fini, 22)),
      pas(jourOuvre(fini, 25), "terminerAvant", {
        forceMajeure: "non",
        responsable: "beneficiaire",
        motif: "a retrouvé un emploi",
        preuve: "courriel de la personne",
      }),
      pas(jourOuvre(fini, 25), "detruireContenus", { documents: "6", atteste: "oui" }),
      pas(jourOuvre(fini, 26), "declarerServiceFait", { titulaireInforme: "oui" }),
    ]),
    {
      ...cpf("Paul", "Rivière", "yves", il(20), planEmployeur(il(20), APRES_MIDI)),
      demande: { origine: "employeur" },
      employeur: { nom: "Agnès Rivoal", courriel: "employeur@exemple.invalid" },
    },
    cpf("Sophie", "Guérin", "nadia", en2023, bilanCpf(en2023, "F-2023-007", MATIN)),
  ];
}
