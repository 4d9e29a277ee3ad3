import type { Etape } from "../../src/dossier/etape.ts";
import { jour } from "../../src/values/jour.ts";
import { Essai } from "./essai.ts";
import {
  ACCUEIL,
  BILAN_CPF,
  BILAN_ORIENTE,
  CONCLUSION,
  INVESTIGATION,
  type Pas,
  PRELIMINAIRE,
  raconter,
  VENTE_CPF,
} from "./recits.ts";

const ENGAGE: readonly Pas[] = [...ACCUEIL, ...VENTE_CPF];
const EN_COURS: readonly Pas[] = [...ENGAGE, ...PRELIMINAIRE, ...INVESTIGATION];

/** A representative story for each stage, and the day on which it stands. */
const RECITS: Record<Etape, { pas: readonly Pas[]; au: string }> = {
  accueil: { pas: ACCUEIL.slice(0, 1), au: "2026-09-02" },
  preparation: { pas: ACCUEIL, au: "2026-09-08" },
  engage: { pas: ENGAGE, au: "2026-09-15" },
  deroulement: { pas: EN_COURS, au: "2026-11-06" },
  terme: { pas: [...EN_COURS, ...CONCLUSION], au: "2026-11-16" },
  apres: { pas: BILAN_CPF, au: "2026-11-18" },
  oriente: { pas: BILAN_ORIENTE, au: "2026-09-04" },
  refuse: { pas: [...ACCUEIL, ["2026-09-08", "noterRefus"]], au: "2026-09-09" },
  annule: {
    pas: [...ENGAGE, ["2026-09-15", "annulerCommande", { par: "titulaire", motif: "a changé d’avis" }]],
    au: "2026-09-16",
  },
};

export function dossierALEtape(etape: Etape): { essai: Essai; au: ReturnType<typeof jour> } {
  const { pas, au } = RECITS[etape];
  return { essai: raconter(pas, new Essai()), au: jour(au) };
}
