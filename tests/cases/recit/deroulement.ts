import { apres, heureDeFin, parPhase, type Seance } from "../calendrier.ts";
import { type Fait, fait } from "../dossier.ts";
import type { Contexte } from "../recit.ts";
import { RUBRIQUES } from "./accueil.ts";
import { finDuPreliminaire, planifier } from "./vente.ts";

function deplacer(s: Seance): Fait[] {
  if (s.initiale === undefined) return [];
  return [
    fait(apres(s.initiale, -1), "seance_deplacee", {
      seance: s.id,
      date: s.date,
      debut: s.debut,
      fin: heureDeFin(s),
      motif: "à la demande de la personne",
    }),
  ];
}

function tenir(c: Contexte, s: Seance): Fait[] {
  const { id: seance, date, debut, phase, modalite, lieu, themes } = s;
  const aDistance = modalite === "distanciel";
  const signer = (par: string) =>
    fait(date, "seance_signee", { seance, par, moyen: aDistance ? "compte" : "appareil_du_conseiller" });
  return [
    ...deplacer(s),
    fait(date, "seance_tenue", {
      seance,
      date,
      debut,
      fin: heureDeFin(s),
      phase,
      modalite,
      lieu,
      intervenant: c.conseiller,
      fait: s.minutes,
      themes,
    }),
    ...(aDistance ? [fait(date, "trace_versee", { seance, nature: "connexion" })] : []),
    signer("beneficiaire"),
    signer("conseiller"),
  ];
}

/** The questions asked again and the document de suivi, on the last day of the phase préliminaire. */
function preliminaire(c: Contexte): Fait[] {
  const dernier = finDuPreliminaire(c);
  const deux = [
    { par: "beneficiaire", le: dernier },
    { par: "conseiller", le: dernier },
  ];
  return [
    fait(c.debut, "questionnaire_rempli", {
      moment: "preliminaire",
      rubriques: RUBRIQUES,
      signatures: [{ par: "beneficiaire", le: c.debut }],
      compare: true,
    }),
    fait(dernier, "document_suivi_arrete", {
      seances: c.seances.length,
      duree: c.minutes,
      phases: parPhase(c.seances),
      debut: c.debut,
      fin: c.seances
        .map((s) => s.initiale ?? s.date)
        .sort()
        .at(-1),
      modalite: c.modalite,
      conjointement: true,
      disponibiliteVerifiee: true,
      signatures: deux,
    }),
    ...c.seances.filter((s) => s.date > dernier).map((s) => planifier(c, s, dernier)),
  ];
}

function travaux(c: Contexte): Fait[] {
  const natures = c.travaux ?? ["récit du parcours", "enquête auprès de deux professionnels"];
  const investigations = c.faites.filter((s) => s.phase === "investigation");
  return natures.flatMap((nature, i) => {
    const le = investigations[Math.min(i + 1, investigations.length - 1)]?.date;
    return le === undefined ? [] : [fait(le, "travail_personnel_verse", { nature })];
  });
}

/** The sessions, what surrounds the first ones, the work of the person, the project. */
export function deroulement(c: Contexte): Fait[] {
  const entree = fait(apres(c.debut, 1, c.territoire), "entree_declaree", {
    effectiveLe: c.debut,
    preuve: "émargement de la séance 1",
  });
  const informe = fait(c.debut, "financeur_informe", { evenement: "debut" });
  const parUnOrganisme = c.paiement !== "fonds_propres" && c.paiement !== "employeur";
  const projet = c.faites.findLast((s) => s.phase === "investigation" && s.themes.includes("projet"));
  return [
    ...c.faites.flatMap((s) => tenir(c, s)),
    ...(c.paiement === "cpf" ? [entree] : parUnOrganisme ? [informe] : []),
    ...preliminaire(c),
    ...travaux(c),
    ...(projet === undefined
      ? []
      : [
          fait(projet.date, "projet_elabore", { pertinenceVerifiee: true, alternatives: 1, formation: true }),
        ]),
  ];
}
