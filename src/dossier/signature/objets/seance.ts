import type { Etat, Seance } from "../../../law/etat.ts";
import { formatJourLong } from "../../../values/dates-fr.ts";
import { formatDuree } from "../../../values/duree.ts";
import { formatHeure } from "../../../values/heure.ts";
import { pasAvantSaFin } from "../../seances.ts";
import { type ObjetASigner, PAS_D_ACCORD } from "../objet.ts";

const PHASES = {
  preliminaire: "préliminaire",
  investigation: "d’investigation",
  conclusion: "de conclusion",
} as const;

function nomDe(etat: Etat, id: string): string {
  return etat.organisme.intervenants.find((i) => i.id === id)?.nom ?? "son conseiller";
}

const heures = (s: Seance) => `de ${formatHeure(s.debut)} à ${formatHeure(s.fin)}`;

/** Presence at one session, signed by both: the only hours that an invoice may rest on. */
export const seance: ObjetASigner = {
  objet: "seance",
  classe: "preuve",
  signataires: ["beneficiaire", "conseiller"],
  attentes: (etat, par) =>
    etat.seances
      .filter((s) => s.statut === "tenue" && !s.signatures.some((x) => x.par === par))
      .map((s) => ({
        objet: "seance",
        sur: s.id,
        titre: `Signer la séance du ${formatJourLong(s.date)}`,
        detail: `${formatDuree(s.fait)} avec ${nomDe(etat, s.intervenant)}`,
      })),
  texte: ({ etat, personne }, { sur }) => {
    const s = etat.seances.find((x) => x.id === sur)!;
    return {
      modele: "seance.1",
      titre: "Présence à une séance",
      lignes: [
        { terme: "Séance", dit: `${s.id.slice(1)}, phase ${PHASES[s.phase]}` },
        { terme: "Quand", dit: `${formatJourLong(s.date)}, ${heures(s)}` },
        { terme: "Durée", dit: formatDuree(s.fait) },
        { terme: "Où", dit: s.modalite === "distanciel" ? `à distance, ${s.lieu}` : s.lieu },
        { terme: "Personne accompagnée", dit: personne },
        { terme: "Conseiller", dit: nomDe(etat, s.intervenant) },
      ],
      paragraphes: [],
      engagement: "Cette séance a eu lieu, aux heures indiquées.",
    };
  },
  tropTot: (etat, { sur }, maintenant) =>
    pasAvantSaFin(etat.seances.find((s) => s.id === sur)!, maintenant, "signez-la"),
  effets: () => [],
  quoi: (etat, { sur }) => `la séance du ${formatJourLong(etat.seances.find((s) => s.id === sur)!.date)}`,
  refuser: PAS_D_ACCORD,
  // Nobody signs for another: the counsellor who held the session signs it.
  intervenant: (etat, { sur }) => etat.seances.find((s) => s.id === sur)?.intervenant ?? null,
};
