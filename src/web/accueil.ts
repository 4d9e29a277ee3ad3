import type { Role } from "../dossier/acte.ts";

/** The first page of each role. Who sees no dossier begins at his own account. */
export function accueilDe(role: Role): string {
  if (role === "beneficiaire") return "/mon-bilan";
  return role === "reseau" ? "/compte" : "/aujourdhui";
}
