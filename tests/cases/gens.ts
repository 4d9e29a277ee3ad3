import type { Beneficiaire } from "./dossier.ts";
import { EMPLOYEURS } from "./organismes.ts";

/** The situations of the people in the examples. */
export const SALARIEE: Beneficiaire = { statut: "salarie", employeurSiren: EMPLOYEURS.atlantis };
export const OUVRIER: Beneficiaire = { statut: "salarie", employeurSiren: EMPLOYEURS.verdon };
export const CHERCHEUSE: Beneficiaire = { statut: "demandeur_emploi" };
export const INDEPENDANT: Beneficiaire = { statut: "independant" };
export const AGENTE: Beneficiaire = {
  statut: "agent_public",
  employeurSiren: EMPLOYEURS.mairie,
  fonctionPublique: "territoriale",
};
