import { formatDuree } from "../../../values/duree.ts";
import { normaliserRecherche } from "../../../values/recherche.ts";
import { BILAN } from "../../bilan-exemple.ts";
import { devisDeReference } from "../../calcul/devis-de-reference.ts";
import { offresEnVigueur } from "../../calcul/offres-en-vigueur.ts";
import { enumeration } from "../../calcul/phrases.ts";
import type { Etat, Offre } from "../../etat.ts";
import { defineRule } from "../../rule.ts";
import { webinaire } from "../../sources.ts";
import { AVANT_LES_REPONSES, REPONSES_OFFICIELLES } from "../../textes/nature.ts";
import { conforme, nonConforme } from "../../verdict.ts";
import { horsCpf } from "./cpf.ts";
import { offres, payePar } from "./exemples.ts";
import { catalogueInconnu, offresSemblables, sansJustification } from "./offres-semblables.ts";

const LIEU_DE_SEANCE =
  "La réponse officielle demande des lieux bien définis ; comparer chaque séance à l’offre est notre lecture.";

/** What an offer must say by its modality and does not, in French. */
function mentionsManquantes(o: Offre): string[] {
  const manques: string[] = [];
  const rempli = (t: string | null) => t !== null && t.trim() !== "";
  if (o.modalite !== "distanciel" && !o.lieux.some(rempli)) manques.push("l’adresse");
  if (o.modalite === "presentiel") return manques;
  if (!o.outils.some(rempli)) manques.push("les outils");
  if (!rempli(o.reseau)) manques.push("la qualité du réseau");
  if (!rempli(o.materiel)) manques.push("le matériel");
  return manques;
}

const SEPARATEURS = /[\s,.'’-]+/;

/** Every word of the place stands in the address, as written first and without accents only when that fails. */
function dansLAdresse(lieu: string, adresse: string): boolean {
  for (const lire of [(t: string) => t.toLowerCase(), normaliserRecherche]) {
    const mots = new Set(lire(adresse).split(SEPARATEURS));
    if (
      lire(lieu)
        .split(SEPARATEURS)
        .every((m) => mots.has(m))
    )
      return true;
  }
  return false;
}

/** A place of a held session that no address of the offer covers; null when all are covered. */
function lieuHorsOffre(etat: Etat): string | null {
  const offre = etat.organisme.offres.find((o) => o.id === devisDeReference(etat)?.offre);
  if (offre === undefined || offre.modalite === "distanciel" || offre.lieux.length === 0) return null;
  const vus = new Set<string>();
  for (const s of etat.seances) if (s.statut === "tenue" && s.modalite === "presentiel") vus.add(s.lieu);
  for (const lieu of vus) if (!offre.lieux.some((adresse) => dansLAdresse(lieu, adresse))) return lieu;
  return null;
}

const A_DISTANCE: Partial<Offre> = {
  modalite: "distanciel",
  lieux: [],
  outils: ["visioconférence"],
  reseau: "4 Mbit/s",
  materiel: "un ordinateur avec caméra",
};

export default defineRule({
  id: "C24",
  statement:
    "Plusieurs offres se distinguent par la modalité ou le lieu ; le présentiel dit ses adresses, le distanciel ses outils, son réseau, son matériel.",
  gravite: "majeure",
  effet: "alerte",
  questions: ["Q2", "Q8"],
  sources: [webinaire(2), webinaire(8)],
  inForce: { from: REPONSES_OFFICIELLES, until: null, repere: "jour" },
  avant: AVANT_LES_REPONSES,
  remede: "chaque offre dit ce que sa modalité demande et ce qui la distingue des autres.",
  evaluate: (etat) => {
    const inconnu = horsCpf(etat) ?? catalogueInconnu(etat);
    if (inconnu !== null) return inconnu;
    for (const o of offresEnVigueur(etat)) {
      const manques = o.cpf ? mentionsManquantes(o) : [];
      if (manques.length > 0)
        return nonConforme(`L’offre « ${o.intitule} » ne dit pas ${enumeration(manques)}.`);
    }
    for (const groupe of offresSemblables(etat)) {
      const seules = sansJustification(groupe);
      for (let i = 1; i < seules.length; i += 1) {
        const [a, b] = [seules[i - 1]!, seules[i]!];
        if (a.dureeMinutes === b.dureeMinutes) {
          return nonConforme(
            `« ${a.intitule} » et « ${b.intitule} » ont la même modalité, le même lieu et ${formatDuree(a.dureeMinutes)} : rien ne les distingue.`,
          );
        }
      }
    }
    const ailleurs = lieuHorsOffre(etat);
    return ailleurs === null
      ? conforme("Chaque offre dit ce que sa modalité demande, et rien n’en double une autre.")
      : nonConforme(
          `Une séance a eu lieu à une adresse que l’offre ne donne pas : ${ailleurs}.`,
          LIEU_DE_SEANCE,
        );
  },
  examples: [
    { cas: "une offre en présentiel à Rennes", etat: {}, attendu: "conforme" },
    {
      cas: "une offre à distance complète, à côté du présentiel",
      etat: offres({ id: "bilan-presentiel" }, A_DISTANCE),
      attendu: "conforme",
    },
    {
      cas: "une offre à distance sans outils ni réseau",
      etat: offres({ ...A_DISTANCE, outils: [], reseau: null }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "un présentiel sans adresse",
      etat: offres({ lieux: [] }),
      attendu: "non_conforme",
      reserve: false,
    },
    {
      cas: "un mixte sans matériel",
      etat: offres({ ...A_DISTANCE, modalite: "mixte", lieux: ["Rennes"], materiel: " " }),
      attendu: "non_conforme",
    },
    { cas: "deux offres identiques", etat: offres({}, {}), attendu: "non_conforme", reserve: false },
    {
      cas: "deux offres identiques, la seconde justifiée",
      etat: offres({}, { justification: "accompagnement en langue des signes" }),
      attendu: "conforme",
    },
    {
      cas: "une séance tenue ailleurs",
      etat: {
        seances: BILAN.seances.map((s) => (s.id === "s4" ? { ...s, lieu: "3 quai du Port, Saint-Malo" } : s)),
      },
      attendu: "non_conforme",
      reserve: true,
    },
    {
      cas: "la même adresse, écrite sans accent ni code postal",
      etat: {
        ...offres({ id: "bilan-presentiel", lieux: ["4 allée des Érables, 35000 Rennes"] }),
        seances: BILAN.seances.map((s) => ({ ...s, lieu: "4 ALLEE DES ERABLES RENNES" })),
      },
      attendu: "conforme",
    },
    { cas: "catalogue inconnu", etat: offres(), attendu: "indetermine" },
    { cas: "bilan payé par l’employeur", etat: payePar("employeur"), attendu: "sans_objet" },
  ],
});
