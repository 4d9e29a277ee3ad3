import type { Role } from "../dossier/acte.ts";

/** Where those arrive who have no dossiers to go through. */
const AILLEURS: Partial<Record<Role, string>> = {
  beneficiaire: "/mon-bilan",
  employeur: "/employeur",
  auditeur: "/audit",
  reseau: "/bureaux",
};

/** The first page of each role. */
export function accueilDe(role: Role): string {
  return AILLEURS[role] ?? "/aujourdhui";
}
