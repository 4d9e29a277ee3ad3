import type { Role } from "../dossier/acte.ts";

/** Where those arrive who have no dossiers to go through; who sees none at all begins at his own account. */
const AILLEURS: Partial<Record<Role, string>> = {
  beneficiaire: "/mon-bilan",
  employeur: "/employeur",
  auditeur: "/audit",
  reseau: "/compte",
};

/** The first page of each role. */
export function accueilDe(role: Role): string {
  return AILLEURS[role] ?? "/aujourdhui";
}
