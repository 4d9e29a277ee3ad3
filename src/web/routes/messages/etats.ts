import { heureDeParis, jourDeParis } from "../../../usecases/heure-de-paris.ts";
import type { MessageListe } from "../../../usecases/messages/consulter-messages.ts";
import { formatJourCourt } from "../../../values/dates-fr.ts";
import { formatHeure } from "../../../values/heure.ts";
import type { Instant } from "../../../values/instant.ts";
import type { GenreDeVerdict } from "../../ui/status.tsx";

type Etat = MessageListe["etat"];

const ETATS: Readonly<Record<Etat, { genre: GenreDeVerdict; mot: string }>> = {
  a_envoyer: { genre: "attente", mot: "À envoyer" },
  en_cours: { genre: "attente", mot: "En train de partir" },
  envoye: { genre: "conforme", mot: "Envoyé" },
  doute: { genre: "alerte", mot: "Peut-être parti" },
  echec: { genre: "faute", mot: "Pas parti" },
  inutile: { genre: "conforme", mot: "Devenu inutile" },
};

/** Shape and words of a state. In the demonstration nothing leaves: what is done is a file. */
export function etatEnMots(etat: Etat, demonstration: boolean): { genre: GenreDeVerdict; mot: string } {
  return demonstration && etat === "envoye" ? { genre: "conforme", mot: "Écrit, pas envoyé" } : ETATS[etat];
}

/** « 24 nov. 2026 à 10 h 05 », in Paris. */
export function moment(quand: string): string {
  const instant = quand as Instant;
  return `${formatJourCourt(jourDeParis(instant))} à ${formatHeure(heureDeParis(instant))}`;
}

/** Why it did not leave and what comes next; null when there is nothing to say. */
export function suiteEnMots({ etat, erreur, prochainEssai, renvoyable }: MessageListe): string | null {
  if (etat === "a_envoyer" && erreur !== null) {
    return prochainEssai === null ? erreur : `${erreur} Nouvel essai le ${moment(prochainEssai)}.`;
  }
  if (etat === "doute")
    return `${erreur ?? ""} Demandez à la personne si elle l’a reçu avant de le renvoyer.`;
  if (etat === "echec" && !renvoyable) {
    return `${erreur ?? ""} Son lien secret est effacé : refaites la demande pour en envoyer un autre.`;
  }
  return erreur;
}
