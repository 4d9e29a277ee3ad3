import type { Role } from "../../dossier/acte.ts";
import { ACCES } from "../acces.ts";

/** What the employer's own pages show, and nothing else. */
export const CE_QUE_VOIT_L_EMPLOYEUR =
  "La convention, les présences sur le temps de travail, le certificat, les factures";

/** The same for an auditor. */
const CE_QUE_VOIT_L_AUDITEUR =
  "Si le dossier est tiré au sort\u00a0: les dates et les preuves, aucun contenu";

/** What somebody may see of one dossier, in a sentence; read from the table of access itself. */
export function ceQueVoit(role: Role, sienne: boolean): string {
  const ouvre = (route: string) => {
    const acces = ACCES[route];
    return acces !== undefined && acces !== "tous" && acces.includes(role);
  };
  if (role === "beneficiaire") return "Tout ce qui la concerne, contenu compris";
  if (ouvre("GET /employeur")) return CE_QUE_VOIT_L_EMPLOYEUR;
  if (ouvre("GET /dossiers/:reference/notes") && sienne) return "Tout, contenu compris";
  if (ouvre("GET /audit/:audit/:reference")) return CE_QUE_VOIT_L_AUDITEUR;
  if (ouvre("GET /dossiers/:reference")) return "Les dates et les preuves, aucun contenu";
  return "Rien";
}

/** What a role is called in a table. */
export const TITRES_DES_ROLES: Readonly<Record<Role, string>> = {
  conseiller: "Conseiller",
  assistant: "Secrétariat",
  responsable: "Direction ou qualité",
  reseau: "Réseau",
  beneficiaire: "Personne accompagnée",
  employeur: "Employeur",
  auditeur: "Auditeur",
};
