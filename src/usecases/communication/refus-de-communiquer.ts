import { accordVise } from "../../dossier/accord-vise.ts";
import type { Refus } from "../../dossier/acte.ts";
import { communiquerDocument } from "../../dossier/actes/communiquer-document.ts";
import { decider } from "../../dossier/decider.ts";
import type { Communication } from "../../law/etat.ts";
import { formatJourSaisie } from "../../values/dates-fr.ts";
import type { DossierCharge } from "../dossier/charger-dossier.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Maison } from "../maison.ts";

/** What the law says of communicating it today; the fact itself is written when it is really opened. */
export function refusDeCommuniquer(
  maison: Maison,
  dossier: DossierCharge,
  auteur: Auteur,
  communication: Communication,
): Refus[] {
  const au = jourDeParis(maison.horloge());
  const cible = accordVise(communication);
  const brut = {
    date: [formatJourSaisie(au)],
    document: [cible.document],
    destinataire: [cible.destinataire],
    accord: [cible.accord ?? ""],
  };
  const { role, intervenant } = auteur;
  const decision = decider(communiquerDocument, dossier, brut, { au, role, intervenant });
  return "refus" in decision ? decision.refus : [];
}
