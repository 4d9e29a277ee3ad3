import type { Controle, Etat } from "../law/etat.ts";
import type { Refus } from "./acte.ts";
import { refus } from "./refus.ts";

/** The control that an answer or a closing is about: the last one still open. */
export function controleEnCours(etat: Etat): Controle | undefined {
  return etat.controles.findLast((c) => c.closLe === null);
}

/** Refuses where no control is open. */
export function sansControle(etat: Etat): Refus | null {
  return controleEnCours(etat) === undefined
    ? refus(
        undefined,
        "Aucun contrôle n’est ouvert.",
        "Cela devient possible quand une lettre de contrôle est notée.",
      )
    : null;
}
