import type { Etat, Facture, Financement, Financeur } from "../law/etat.ts";
import type { Refus } from "./acte.ts";
import { refus } from "./refus.ts";

const PAYES_PAR_L_EMPLOYEUR: readonly Financeur[] = ["employeur", "conge_reclassement"];

/** Whether the employer pays, wholly or in part, himself or through his plan. */
export function employeurPaie({ financeurs, plan }: Financement): boolean {
  return plan || financeurs.some((f) => PAYES_PAR_L_EMPLOYEUR.includes(f));
}

/**
 * Whether an invoice is the employer's to read: it is addressed to him. An older fact names nobody: it is his only when
 * nobody else pays.
 */
export function factureDeLEmployeur(
  { payeur }: Pick<Facture, "payeur">,
  { financeurs }: Financement,
): boolean {
  const sien = (f: Financeur) => PAYES_PAR_L_EMPLOYEUR.includes(f);
  return payeur === null ? financeurs.every(sien) : sien(payeur);
}

/**
 * Why the employer may have no door to this dossier; null when he may. He needs a part in it: he pays, or he asks for
 * the bilan. Under the CPF outside working time he is not even told that it takes place (L6323-17).
 */
export function refusPorteEmployeur({ financement: f }: Pick<Etat, "financement">): Refus | null {
  if (f === null) {
    return refus(
      undefined,
      "Le dossier ne dit pas encore qui paie : l’employeur n’a pas d’espace.",
      "Cela devient possible quand le financement est arrêté et que l’employeur paie ou demande le bilan.",
    );
  }
  if (f.financeurs.includes("cpf") && f.surTempsDeTravail !== true) {
    return f.surTempsDeTravail === false
      ? refus(
          undefined,
          "Ce bilan est payé par le CPF, hors du temps de travail : l’employeur n’en est pas informé.",
        )
      : refus(
          undefined,
          "Ce bilan est payé par le CPF, et le dossier ne dit pas s’il a lieu sur le temps de travail : l’employeur n’en est pas informé.",
          "Cela devient possible quand le dossier dit que le bilan a lieu sur le temps de travail.",
        );
  }
  if (employeurPaie(f) || f.employeurPrescripteur) return null;
  return refus(
    undefined,
    "L’employeur ne paie pas ce bilan et ne l’a pas demandé : il n’a rien à y voir.",
    "Cela devient possible quand le financement dit que l’employeur paie ou demande le bilan.",
  );
}
