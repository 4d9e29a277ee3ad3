import type { Role } from "../../dossier/acte.ts";

const NOMS: Readonly<Record<Role | "probant", string>> = {
  conseiller: "le conseiller",
  assistant: "le secrétariat",
  responsable: "la direction ou la qualité",
  reseau: "le réseau",
  beneficiaire: "la personne",
  employeur: "l’employeur",
  auditeur: "l’auditeur",
  probant: "Probant lui-même",
};

/** Who wrote, as a sentence says it; a fact keeps the role, not the name. */
export function nomDuRole(role: string): string {
  return NOMS[role as keyof typeof NOMS] ?? role;
}
