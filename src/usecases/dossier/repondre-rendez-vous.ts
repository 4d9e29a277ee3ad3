import { reponseRendezVous } from "../../dossier/faits/seances.ts";
import type { ReponseRendezVous } from "../../law/etat.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";
import { prevenirConseillers } from "../messages/prevenir-conseillers.ts";
import { abandonner, uneSeuleFois } from "../une-seule-fois.ts";
import { chargerDossier } from "./charger-dossier.ts";
import { type Conflit, ecrireFaits, type FaitsEcrits } from "./ecrire-faits.ts";

/** Notes what the person answers to one appointment that is still to come; the answer is about that day and hour. */
export function repondreRendezVous(
  maison: Maison,
  auteur: Auteur,
  {
    reference,
    seance,
    reponse,
    cle,
  }: { reference: string; seance: string; reponse: ReponseRendezVous["reponse"]; cle: string },
): Promise<FaitsEcrits | Conflit | { issue: "inconnu" }> {
  type Issue = FaitsEcrits | Conflit | { issue: "inconnu" };
  return uneSeuleFois<Issue>(maison, auteur, [cle, "repondreRendezVous", reference, seance], async (tx) => {
    const dossier = await chargerDossier(tx, reference);
    const s = dossier?.etat.seances.find((x) => x.id === seance && x.statut === "prevue");
    if (dossier === undefined || s === undefined) return abandonner({ issue: "inconnu" } satisfies Issue);
    const au = jourDeParis(maison.horloge());
    const fait = reponseRendezVous.nouveau(au, {
      seance,
      jour: s.date,
      debut: s.debut,
      reponse,
    });
    if (reponse === "a_deplacer") await prevenirConseillers(maison, tx, dossier, au);
    return await ecrireFaits(maison, tx, auteur, dossier, [fait]);
  });
}
