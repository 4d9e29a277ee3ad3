import { formatJour } from "../../../values/dates-fr.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { sansSuite } from "../../calcul/deroulement.ts";
import { offresEnVigueur } from "../../calcul/offres-en-vigueur.ts";
import { pire } from "../../calcul/pire.ts";
import { venteEntamee } from "../../calcul/vente.ts";
import type { Etat, Offre } from "../../etat.ts";
import { AUTRES_SERVICES, reserveDe } from "../../lexique/autres-services.ts";
import { MOTS_QUI_ECARTENT } from "../../lexique/mots-autres-services.ts";
import { motsAutresServices } from "../../lexique/mots-dans-une-offre.ts";
import { reperer } from "../../lexique/reperer.ts";
import { defineRule } from "../../rule.ts";
import { type Source, webinaire } from "../../sources.ts";
import { informationCep } from "../../textes/contrat.ts";
import {
  AVANT_LES_REPONSES,
  autresActions,
  conseilEnEvolution,
  guideNestPas,
  REPONSES_OFFICIELLES,
} from "../../textes/nature.ts";
import { conforme, indetermine, nonConforme, sansObjet, type Verdict } from "../../verdict.ts";
import { enCours, jamaisCommence } from "../d-preuve/exemples.ts";

const RESERVE_TEXTE = "Un mot dans une description ne prouve rien à lui seul : relisez la phrase.";
const RESERVE_TITRE =
  "Un bilan peut se faire dans le cadre du CEP (D6323-6) et mener à une VAE ou à une formation : relisez le titre.";

/** What is not sure of a word in a title: it may set the service apart, or name what goes with a bilan. */
function reserveDuTitre(intitule: string, source: Source): string | undefined {
  if (source === conseilEnEvolution || source === autresActions) return RESERVE_TITRE;
  return reserveDe(source) ?? (reperer(intitule, MOTS_QUI_ECARTENT).length > 0 ? RESERVE_TEXTE : undefined);
}

/** The offer that was sold; every offer while none was. */
function offresDuDossier(etat: Etat): readonly Offre[] {
  const vendue = etat.devis.at(-1)?.offre ?? null;
  const offre = vendue === null ? undefined : etat.organisme.offres.find((o) => o.id === vendue);
  return offre === undefined ? offresEnVigueur(etat) : [offre];
}

function surLesMots(etat: Etat): Verdict[] {
  const constats: Verdict[] = [];
  for (const offre of offresDuDossier(etat)) {
    const { titre, texte } = motsAutresServices(offre);
    for (const { mot, source } of titre) {
      const ecart = `L’offre « ${offre.intitule} » annonce « ${mot} » dans son titre : ce n’est pas un bilan.`;
      constats.push(nonConforme(ecart, reserveDuTitre(offre.intitule, source)));
    }
    for (const { mot } of texte) {
      constats.push(
        nonConforme(`La description de l’offre « ${offre.intitule} » parle de « ${mot} ».`, RESERVE_TEXTE),
      );
    }
  }
  return constats;
}

function surLObjectif(etat: Etat): Verdict {
  if (etat.entretien === null) return indetermine("Ce que la personne cherche.", { acte: "noterEntretien" });
  const { objectif, date } = etat.entretien;
  const service = AUTRES_SERVICES[objectif];
  if (service === undefined || objectif === "preparation_retraite") {
    return conforme("Ni l’offre ni l’objectif ne désignent un autre service.");
  }
  return venteEntamee(etat)
    ? nonConforme(
        `${service.nom[0]!.toUpperCase()}${service.nom.slice(1)}, cherché le ${formatJour(date)}, est vendu sous le nom de bilan.`,
        reserveDe(service.source),
      )
    : indetermine(`L’orientation de la personne vers ${service.nom}.`, { acte: "orienter" });
}

const offre = (changement: Partial<Offre>) => ({
  organisme: { ...BILAN.organisme, offres: [{ ...BILAN.organisme.offres[0]!, ...changement }] },
});

export default defineRule({
  id: "A20",
  statement: "On ne vend pas sous le nom de bilan un coaching, une VAE, une formation ou un autre service.",
  gravite: "majeure",
  effet: "alerte",
  questions: ["Q14", "Q12", "Q22"],
  sources: [webinaire(14), webinaire(12), webinaire(22), guideNestPas, informationCep],
  inForce: { from: REPONSES_OFFICIELLES, until: null, repere: "demande" },
  avant: AVANT_LES_REPONSES,
  remede: "l’offre décrit un bilan, et la personne qui cherche autre chose est orientée vers ce service.",
  evaluate: (etat) => {
    const arret = sansSuite(etat);
    if (arret !== null) return sansObjet(arret);
    const objectif = surLObjectif(etat);
    const mots = surLesMots(etat);
    return mots.length === 0 ? objectif : pire(mots, objectif);
  },
  examples: [
    { cas: "un bilan, pour une reconversion", etat: {}, attendu: "conforme" },
    {
      cas: "« Coaching » dans le titre",
      etat: offre({ intitule: "Bilan de compétences et COACHING de carrière" }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "le titre dit que le bilan a lieu dans le cadre du CEP",
      etat: offre({ intitule: "Bilan de compétences dans le cadre du CEP" }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "le titre écarte le coaching",
      etat: offre({ intitule: "Bilan de compétences, sans coaching" }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "« bilan de carrière », que seul le guide écarte",
      etat: offre({ intitule: "Bilan de carriere" }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "« développement personnel » dans la description",
      etat: offre({ texte: "Trois phases. Un vrai travail de développement personnel vous attend." }),
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "la description dit que ce n’est pas un coaching",
      etat: offre({
        texte: "Un bilan n’est pas un coaching. Une aide à la rédaction de CV existe après le bilan.",
      }),
      attendu: "conforme",
    },
    {
      cas: "« cocoaching » n’est pas le mot entier",
      etat: offre({ intitule: "Bilan de compétences Cocoaching" }),
      attendu: "conforme",
    },
    {
      cas: "la VAE est nommée dans la description",
      etat: offre({ texte: "Le projet peut mener à une VAE ou à une formation." }),
      attendu: "conforme",
    },
    {
      cas: "coaching vendu",
      etat: { entretien: { ...BILAN.entretien!, objectif: "coaching" } },
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "reclassement vendu, que seul le guide écarte",
      etat: { entretien: { ...BILAN.entretien!, objectif: "reclassement" } },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "VAE cherchée, personne à orienter",
      etat: {
        ...enCours(0),
        entretien: { ...BILAN.entretien!, objectif: "vae" },
        devis: [],
        commande: null,
        entree: null,
      },
      au: "2026-09-04",
      attendu: "indetermine",
    },
    {
      cas: "une autre offre que celle du devis a un mauvais titre",
      etat: {
        organisme: {
          ...BILAN.organisme,
          offres: [
            BILAN.organisme.offres[0]!,
            { ...BILAN.organisme.offres[0]!, id: "autre", intitule: "Coaching" },
          ],
        },
      },
      attendu: "conforme",
    },
    {
      cas: "pas encore d’entretien",
      etat: { ...enCours(0), entretien: null, entree: null },
      attendu: "indetermine",
    },
    { cas: "commande annulée", etat: jamaisCommence, attendu: "sans_objet" },
  ],
});
