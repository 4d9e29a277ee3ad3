import type { Refus } from "../../dossier/acte.ts";
import { presenceNotee } from "../../dossier/faits/distance.ts";
import { refus } from "../../dossier/refus.ts";
import { formatJourLong } from "../../values/dates-fr.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import { type Conflit, ecrireFaits, type FaitsEcrits } from "../dossier/ecrire-faits.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";
import { coteDe, passagesDe } from "./seance-a-distance.ts";

export type ReponseDePresence =
  | FaitsEcrits
  | Conflit
  | { issue: "refus"; refus: Refus[] }
  | { issue: "inconnu" };

/**
 * Notes that one side joins or leaves, from its own account, at the hour of the server, on the day of the session only.
 * Joining twice or leaving before having come says nothing new: refused.
 */
export function noterPresence(
  maison: Maison,
  auteur: Auteur,
  demande: { reference: string; seance: string; evenement: "arrivee" | "depart"; cle: string },
): Promise<ReponseDePresence> {
  const { reference, seance, evenement, cle } = demande;
  const marque = [cle, "noterPresence", reference, seance, evenement];
  return uneSeuleFois<ReponseDePresence>(maison, auteur, marque, async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    const s = dossier?.etat.seances.find((x) => x.id === seance && x.modalite === "distanciel");
    const cote = dossier === undefined ? null : coteDe(dossier, auteur);
    if (dossier === undefined || s === undefined || cote === null) {
      return abandonner({ issue: "inconnu" } satisfies ReponseDePresence);
    }
    const au = jourDeParis(maison.horloge());
    const non = (phrase: string) =>
      abandonner({ issue: "refus", refus: [refus(undefined, phrase)] } satisfies ReponseDePresence);
    if (s.statut === "annulee" || s.statut === "absence") non("Cette séance n’a pas lieu.");
    if (s.date !== au)
      non(`Cette séance est celle du ${formatJourLong(s.date)} : la présence se note ce jour-là.`);
    const dernier = passagesDe(dossier, seance).findLast((p) => p.par === cote)?.evenement ?? "depart";
    if (dernier === evenement) {
      non(evenement === "arrivee" ? "Votre arrivée est déjà notée." : "Votre arrivée n’est pas notée.");
    }
    return await ecrireFaits(maison, tx, auteur, dossier, [
      presenceNotee.nouveau(au, { seance, par: cote, evenement }),
    ]);
  });
}
