import { acteDeNom } from "../../dossier/catalogue-actes.ts";
import { coteDe, type Suspens } from "../../dossier/en-suspens.ts";
import type { Etape } from "../../dossier/etape.ts";
import type { LigneDossier } from "../../usecases/listes/consulter-liste.ts";
import { formatJourCourt } from "../../values/dates-fr.ts";
import { formatDuree } from "../../values/duree.ts";
import { type Jour, parseJour } from "../../values/jour.ts";
import { Status } from "../ui/status.tsx";
import { quandEcheance } from "./echeances.ts";
import { MOTS_DES_COTES } from "./en-suspens.tsx";
import { etatEnUnMot } from "./etat-du-dossier.tsx";
import { ouRepondre, type QuiRepond } from "./ou-repondre.ts";

/** The stage of a dossier in two or three words, for lists. */
export const MOTS_ETAPES: Record<Etape, string> = {
  accueil: "Premier contact",
  preparation: "Devis et commande",
  engage: "Prêt à commencer",
  deroulement: "En cours",
  terme: "À clore",
  apres: "Clos",
  oriente: "Orienté ailleurs",
  refuse: "Sans suite",
  annule: "Annulé",
};

export function motDeLEtape(etape: string): string {
  return MOTS_ETAPES[etape as Etape] ?? etape;
}

/** « Remettre la synthèse, dans 7 jours (30 nov. 2026) ». */
export function prochainEnMots(l: LigneDossier, au: Jour): string {
  const acte = l.prochainActe === null ? undefined : acteDeNom(l.prochainActe);
  const echeance = l.prochaineEcheance === null ? null : parseJour(l.prochaineEcheance);
  if (acte === undefined) return l.attendReponseLe === null ? "Rien à faire" : MOTS_DES_COTES.attend_reponse;
  return echeance === null
    ? acte.titre
    : `${acte.titre}, ${quandEcheance(echeance, au)} (${formatJourCourt(echeance)})`;
}

export function heuresEnMots(l: LigneDossier): string {
  if (l.minutesPrevues === 0) return "à décider";
  return `${l.minutesSignees === 0 ? "0 h" : formatDuree(l.minutesSignees)} sur ${formatDuree(l.minutesPrevues)}`;
}

const suspensDe = ({ suspens }: LigneDossier) => suspens as readonly Suspens[];

/** What the row says at a glance: late, to correct, or nothing; and before it that somebody answered. */
export function EtatDeLaLigne({ ligne, au, qui }: { ligne: LigneDossier; au: Jour; qui: QuiRepond }) {
  const etat = etatDuDossier(ligne, au);
  if (ligne.aReponduLe === null) return etat;
  const reponses = suspensDe(ligne).filter((s) => coteDe(s) === "a_repondu");
  return (
    <>
      <Status genre="probleme" mot={MOTS_DES_COTES.a_repondu} />{" "}
      <a href={ouRepondre(ligne.reference, reponses, qui)}>
        Répondre<span class="visually-hidden"> : {ligne.nomAffiche}</span>
      </a>{" "}
      {etat}
    </>
  );
}

const etatDuDossier = (l: LigneDossier, au: Jour) =>
  etatEnUnMot({
    etape: l.etape as Etape,
    aCorriger: l.alertes,
    enRetard: l.prochaineEcheance !== null && l.prochaineEcheance < au,
    signatures: suspensDe(l).filter((s) => s.genre === "signature").length,
  });
