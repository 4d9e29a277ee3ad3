import type { Financement, Financeur } from "../law/etat.ts";
import { formatJourSaisie } from "../values/dates-fr.ts";
import type { Jour } from "../values/jour.ts";
import type { Refus } from "./acte.ts";
import { pasFuture, refus } from "./refus.ts";

type Anterieur = Financement["bilanAnterieur"];

interface Saisie {
  anterieur: "aucun" | "oui" | "inconnu";
  anterieurFinanceur: Financeur | null;
  anterieurFinanceLe: Jour | null;
  anterieurTermineLe: Jour | null;
  anterieurJustification: string | null;
}

/** What the person declares of an earlier bilan, from the fields of the form, and what is wrong in them. */
export function bilanAnterieurSaisi(s: Saisie, au: Jour): { lu: Anterieur; refus: (Refus | null | false)[] } {
  const { anterieurFinanceur: financeur, anterieurFinanceLe: financeLe, anterieurTermineLe: termineLe } = s;
  const detaille = financeur !== null || financeLe !== null || termineLe !== null;
  if (s.anterieur !== "oui") {
    return {
      lu: s.anterieur === "aucun" ? { declare: "aucun" } : null,
      refus: [detaille && refus("anterieur", "Vous décrivez un bilan antérieur : répondez « Oui ».")],
    };
  }
  return {
    lu: {
      declare: "oui",
      financeur: financeur ?? "fonds_propres",
      financeLe,
      termineLe,
      justification: s.anterieurJustification,
    },
    refus: [
      financeur === null && refus("anterieurFinanceur", "Indiquez qui a payé ce bilan."),
      pasFuture(financeLe, au, "anterieurFinanceLe"),
      pasFuture(termineLe, au, "anterieurTermineLe"),
      financeLe !== null &&
        termineLe !== null &&
        termineLe < financeLe &&
        refus("anterieurTermineLe", "Ce bilan ne peut pas avoir fini avant son financement."),
    ],
  };
}

/** The same answers, as the form shows them again. */
export function valeursAnterieur(a: Anterieur): Record<string, string> {
  if (a === null || a.declare === "aucun") return { anterieur: a === null ? "inconnu" : "aucun" };
  return {
    anterieur: "oui",
    anterieurFinanceur: a.financeur,
    anterieurFinanceLe: a.financeLe === null ? "" : formatJourSaisie(a.financeLe),
    anterieurTermineLe: a.termineLe === null ? "" : formatJourSaisie(a.termineLe),
    anterieurJustification: a.justification ?? "",
  };
}
