import type { Etat } from "../law/etat.ts";
import { delaiDestruction } from "../law/parameters/delai-destruction.ts";
import { jourDeLaFin } from "../law/reference-day.ts";
import { ajouterJours, type Jour } from "../values/jour.ts";
import { detruireContenus } from "./actes/detruire-contenus.ts";
import { etapeDe } from "./etape.ts";
import type { Attente, Objet } from "./signature/objet.ts";
import { attentesDe } from "./signature/objets.ts";
import { TRANSITIONS } from "./transitions.ts";

const AVANT: readonly Objet[] = ["remise", "conservation"];

/** What the person has still to answer before her texts go: the receipt of her documents, her choice of what is kept. */
export function attenduAvantDeDetruire(etat: Etat, au: Jour): Attente[] {
  const possible = TRANSITIONS[detruireContenus.nom]!.includes(etapeDe(etat));
  return possible && etat.destruction === null
    ? attentesDe(etat, "beneficiaire", au).filter(({ objet }) => AVANT.includes(objet))
    : [];
}

/**
 * Whether nobody is pressed to destroy yet: she has still to answer, and the delay is not past the days in which it is
 * only a warning (`delai-destruction`). The finding itself (R6313-7) is said all the while.
 */
export function laDestructionAttend(etat: Etat, au: Jour): boolean {
  const terme = jourDeLaFin(etat);
  return (
    terme !== null &&
    au <= ajouterJours(terme, delaiDestruction.values[0]!.value) &&
    attenduAvantDeDetruire(etat, au).length > 0
  );
}
