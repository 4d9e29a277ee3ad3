import type { Etat } from "../law/etat.ts";
import { formatDeclaration, mentionDeclaration } from "../values/declaration-activite.ts";
import { type Champ, champCase } from "./champ.ts";
import { refus } from "./refus.ts";

const SANS_NUMERO = "Le numéro n’est pas encore délivré : la toute première convention n’en porte pas.";
const SANS_REGION =
  "La région du préfet manque dans « Organisme » : sans elle, la mention n’est pas entière.";

/** The mention of R6351-6 word for word, number and prefect; what is missing to write it otherwise. */
function mention({ organisme: o }: Pick<Etat, "organisme">): { dite: string } | { manque: string } {
  if (o.nda === null) return { manque: SANS_NUMERO };
  if (o.regionPrefet === null) return { manque: SANS_REGION };
  return { dite: mentionDeclaration({ numero: formatDeclaration(o.nda), region: o.regionPrefet }) };
}

/** The box that says that a paper bears the mention; `papier`: « Le devis », « Elle ». */
export function champMentionNda(etat: Etat, papier: string, quand = ""): Champ<boolean> {
  const m = mention(etat);
  return champCase({
    libelle: `${papier} porte la mention de la déclaration d’activité`,
    aide: `${"dite" in m ? m.dite : m.manque}${quand}`,
  });
}

/** Ticked beforehand only where the whole mention can be written. */
export const mentionNdaProposee = (etat: Etat) => ("dite" in mention(etat) ? "oui" : "");

/** Refuses to say that a paper bears a mention that cannot be written yet. */
export function refusDeMention(etat: Etat, portee: boolean) {
  const m = mention(etat);
  return (
    portee &&
    "manque" in m &&
    refus("mentionNda", m.manque, "Cela devient possible quand l’organisme donne son numéro et sa région.")
  );
}
