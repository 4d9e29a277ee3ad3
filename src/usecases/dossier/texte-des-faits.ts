import { definitionDe } from "../../dossier/catalogue.ts";
import type { Fait, FaitNouveau } from "../../dossier/fait.ts";
import { engagementDuFait, selDuFait } from "../../evidence/engagement.ts";
import { texteDuFait } from "../../evidence/texte-fait.ts";
import type { FaitLu } from "../../store/dossier/faits.ts";
import type { FaitAEcrire } from "../../store/journal/journal.ts";
import type { Instant } from "../../values/instant.ts";
import type { Jour } from "../../values/jour.ts";
import { jourDeParis } from "../heure-de-paris.ts";
import type { Auteur, Automate, Maison } from "../maison.ts";

/** What the canonical text of a fact says, besides its dossier and rank. */
interface FaitEcrit {
  id: string;
  type: string;
  date: Jour;
  consigne: Instant;
  auteur: { role: string; utilisateur: string };
  donnees: unknown;
}

// What is absent is not written: the canonical form has no null, and reading gives it back.
function sansNul(valeur: unknown): unknown {
  if (Array.isArray(valeur)) return valeur.map(sansNul);
  if (typeof valeur !== "object" || valeur === null) return valeur;
  return Object.fromEntries(
    Object.entries(valeur).flatMap(([k, v]) => (v === null || v === undefined ? [] : [[k, sansNul(v)]])),
  );
}

/** New facts as rows: their canonical text from rank `n + 1` on, and its commitment under the dossier's proof key. */
export function ecrireTextes(
  maison: Maison,
  { dossierId, n, clePreuve }: { dossierId: string; n: number; clePreuve: Uint8Array },
  faits: readonly FaitNouveau[],
  auteur: Pick<Auteur | Automate, "role" | "utilisateur">,
): FaitAEcrire[] {
  const consigne = maison.horloge();
  return faits.map((f, i) => {
    const id = maison.nouvelId();
    const ecrit: FaitEcrit = {
      id,
      type: f.type,
      date: f.date,
      consigne,
      auteur: { role: auteur.role, utilisateur: auteur.utilisateur },
      donnees: f.donnees,
    };
    const texte = texteDuFait(dossierId, n + i + 1, sansNul(ecrit) as FaitEcrit);
    const sel = selDuFait(maison.hasher, clePreuve, dossierId, n + i + 1);
    return { id, type: f.type, jour: f.date, texte, engagement: engagementDuFait(maison.hasher, sel, texte) };
  });
}

/** A stored fact with who wrote it and when, for the timeline. */
export interface FaitConsigne extends Fait {
  n: number;
  consigne: Instant;
  auteur: { role: string; utilisateur: string };
}

/** Stored facts back into facts; what an older version of a fact left out takes its default. */
export function lireTextes(lus: readonly FaitLu[]): FaitConsigne[] {
  return lus.map((lu) => {
    const ecrit = JSON.parse(lu.texte) as FaitEcrit;
    return {
      n: lu.n,
      id: ecrit.id,
      type: ecrit.type,
      date: ecrit.date,
      consigne: ecrit.consigne,
      consigneLe: jourDeParis(ecrit.consigne),
      auteur: ecrit.auteur,
      donnees: definitionDe(ecrit.type).schema.parse(ecrit.donnees ?? {}),
    };
  });
}
