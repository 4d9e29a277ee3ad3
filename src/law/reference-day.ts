import type { Jour } from "../values/jour.ts";
import type { Etat } from "./etat.ts";
import type { Repere } from "./rule.ts";

/** The day of the request for financing: the CPF demande when there is an order, else the first contact. */
export function jourDeLaDemande(etat: Etat): Jour | null {
  return etat.commande?.demandeLe ?? etat.demande?.date ?? null;
}

/** The first session held, or the entry that was declared. */
export function jourDuDebut(etat: Etat): Jour | null {
  let premier: Jour | null = etat.entree?.effectiveLe ?? null;
  for (const s of etat.seances) {
    if (s.statut === "tenue" && (premier === null || s.date < premier)) premier = s.date;
  }
  return premier;
}

/** The term of the bilan: handing over, early end or declared exit, whichever is known. */
export function jourDeLaFin(etat: Etat): Jour | null {
  return etat.serviceFait?.sortieLe ?? etat.finAnticipee?.date ?? etat.remise?.date ?? null;
}

/** The day on which the version of a rule is chosen. */
export function jourDeReference(etat: Etat, repere: Repere, au: Jour): Jour {
  switch (repere) {
    case "demande":
      return jourDeLaDemande(etat) ?? au;
    case "debut":
      return jourDuDebut(etat) ?? au;
    case "fin":
      return jourDeLaFin(etat) ?? au;
    case "jour":
      return au;
  }
}
