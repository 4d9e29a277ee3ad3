import { type Etape, estClose } from "../../dossier/etape.ts";
import { Status, Verdict } from "../ui/status.tsx";
import { compter } from "../ui/typographie.ts";

/** What is said of a dossier at a glance, in the list and over its pages. */
export interface EnUnMot {
  etape: Etape;
  /** Findings that are wrong for certain. */
  aCorriger: number;
  /** Whether the day of its next act is behind. */
  enRetard: boolean;
  /** Signatures that are missing, whoever's. */
  signatures: number;
}

// Functions and no components: a list has fifty of them.
/** The one vocabulary of the state of a dossier: what is wrong, what is late, what waits, else that nothing presses. */
export function etatEnUnMot({ etape, aCorriger, enRetard, signatures }: EnUnMot) {
  if (aCorriger > 0)
    return <Verdict genre="faute" mot={compter(aCorriger, "point à corriger", "points à corriger")} />;
  if (estClose(etape)) return <Status genre="termine" mot="Fermé" />;
  if (enRetard) return <Verdict genre="alerte" mot="En retard" />;
  if (signatures > 0)
    return <Status genre="aSigner" mot={compter(signatures, "signature attendue", "signatures attendues")} />;
  return etape === "apres" ? <Status genre="termine" /> : <Verdict genre="conforme" mot="En ordre" />;
}
