import { ajouterMois, jour } from "../../../src/values/jour.ts";
import { prochainJourOuvre } from "../../../src/values/jours-ouvres.ts";
import { apres, total } from "../calendrier.ts";
import { type Fait, fait } from "../dossier.ts";
import type { Contexte } from "../recit.ts";

const MOTIFS = {
  beneficiaire: "abandon_stagiaire",
  organisme_avec_report: "interruption_avec_report",
  organisme_sans_report: "interruption_sans_report",
};

/** The day of the follow-up interview: six months after the end. */
export const jourDuSuivi = (c: Contexte): string =>
  prochainJourOuvre(ajouterMois(jour(c.fin), 6), c.territoire);

function terme(c: Contexte): Fait[] {
  return [
    fait(apres(c.fin, -1, c.territoire), "synthese_redigee", {
      parties: ["circonstances", "competences", "projet"],
      sansElementPersonnel: true,
    }),
    fait(c.fin, "synthese_remise", {
      documents: ["synthese", "resultats_detailles"],
      signatures: [{ par: "beneficiaire", le: c.fin }],
    }),
    fait(c.fin, "suivi_propose", { prevuLe: jourDuSuivi(c), reponse: c.suivi ?? "accepte" }),
  ];
}

function arret(c: Contexte): Fait[] {
  const { apres: _apres, ...pourquoi } = c.arret!;
  return [
    fait(c.fin, "bilan_interrompu", pourquoi),
    ...c.seances
      .slice(c.faites.length)
      .map((s) => fait(c.fin, "seance_annulee", { seance: s.id, motif: pourquoi.motif })),
  ];
}

/** The exit of a CPF bilan with its service fait, declared the same day. */
function sortie(c: Contexte): Fait {
  const faites = total(c.faites);
  const { arret: a } = c;
  const motif = a === undefined ? "integralite" : a.forceMajeure ? "force_majeure" : MOTIFS[a.responsable];
  return fait(c.fin, "service_fait_declare", {
    sortieLe: c.fin,
    motif,
    tauxDeclare: Math.round((faites * 10_000) / c.minutes),
    minutesDeclarees: faites,
    titulaireInforme: true,
    montantSimule: montantDu(c),
  });
}

/** Pro rata of the hours held, in cents. */
export function montantDu(c: Contexte): number {
  return Math.round((c.prix * total(c.faites)) / c.minutes);
}

/** The last day: synthesis handed over or early end, destruction, declared exit. */
export function fin(c: Contexte): Fait[] {
  return [
    ...(c.arret === undefined ? terme(c) : arret(c)),
    fait(c.fin, "contenus_detruits", { documents: c.documents ?? 14 }),
    ...(c.paiement === "cpf" ? [sortie(c)] : []),
  ];
}
