import type { Etat, Phase, Signataire } from "../law/etat.ts";

/** Where a dossier stands. The table `transitions.ts` says which acts each stage allows. */
export const ETAPES = [
  "accueil",
  "preparation",
  "engage",
  "deroulement",
  "terme",
  "apres",
  "oriente",
  "refuse",
  "annule",
] as const;
export type Etape = (typeof ETAPES)[number];

/** Stages that no passing day changes and where nothing waits any more. */
export const ETAPES_CLOSES: readonly Etape[] = ["oriente", "refuse", "annule"];

/** Whether a dossier at that stage waits for nothing any more. */
export const estClose = (etape: Etape): boolean => ETAPES_CLOSES.includes(etape);

/** How a stage is said after « le dossier » or « quand ». */
export const LIBELLES_ETAPES: Record<Etape, string> = {
  accueil: "l’entretien préalable n’est pas encore noté",
  preparation: "le devis et la commande se préparent",
  engage: "la commande est acceptée et la première séance n’a pas eu lieu",
  deroulement: "le bilan est en cours",
  terme: "le bilan est terminé et le service fait n’est pas déclaré",
  apres: "le service fait est déclaré",
  oriente: "la personne a été orientée vers un autre service",
  refuse: "la personne n’a pas donné suite",
  annule: "la commande est annulée ou le contrat rétracté",
};

/** Signed by the three of a tripartite convention; else by the organisation and by whoever buys, employer or person. */
function conventionConclue(etat: Etat): boolean {
  const c = etat.convention;
  if (c === null) return false;
  const aSigne = (par: Signataire) => c.signatures.some((s) => s.par === par);
  if (!aSigne("organisme")) return false;
  return c.forme === "tripartite"
    ? aSigne("beneficiaire") && aSigne("employeur")
    : aSigne("beneficiaire") || aSigne("employeur");
}

/** Something binds both sides: an order accepted in EDOF, a convention, or a contract with the person. */
export function estEngage(etat: Etat): boolean {
  return (
    etat.commande?.accepteLe != null ||
    conventionConclue(etat) ||
    etat.contrat?.signatures.some((s) => s.par === "beneficiaire") === true
  );
}

/** The stage that the facts give, read from the end of the course backwards. */
export function etapeDe(etat: Etat): Etape {
  if (etat.serviceFait !== null) return "apres";
  if (etat.remise !== null || etat.finAnticipee !== null) return "terme";
  if (etat.orientation !== null) return "oriente";
  if (etat.refus !== null) return "refuse";
  if (etat.commande?.annulation != null || etat.contrat?.retracteLe != null) return "annule";
  if (etat.seances.some((s) => s.statut === "tenue")) return "deroulement";
  if (estEngage(etat)) return "engage";
  return etat.entretien === null ? "accueil" : "preparation";
}

/** The legal phase of the last session held, else of the next one planned; null before any. */
export function phaseDe(etat: Etat): Phase | null {
  const tenues = etat.seances.filter((s) => s.statut === "tenue");
  const derniere = tenues.reduce<(typeof tenues)[0] | null>(
    (a, s) => (a === null || s.date >= a.date ? s : a),
    null,
  );
  return derniere?.phase ?? etat.seances.find((s) => s.statut === "prevue")?.phase ?? null;
}
