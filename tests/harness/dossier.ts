import { randomUUID } from "node:crypto";
import type { Brut } from "../../src/dossier/acte.ts";
import { ouvrirDossier } from "../../src/usecases/dossier/ouvrir-dossier.ts";
import type { Auteur, Maison } from "../../src/usecases/maison.ts";

/** What a first call looks like, as typed. */
export const DEMANDE: Brut = {
  date: ["24/11/2026"],
  origine: ["beneficiaire"],
  donneesDemandees: ["identite", "parcours"],
};

/** Opens a dossier through the use case; gives its reference. */
export async function ouvrirDossierDeTest(
  maison: Maison,
  auteur: Auteur,
  personne: { prenom: string; nom: string } = { prenom: "Camille", nom: "Moreau" },
  brut: Brut = DEMANDE,
): Promise<string> {
  const ouverture = await ouvrirDossier(maison, auteur, {
    identite: { ...personne, courriel: null, telephone: null, discretion: false },
    beneficiaire: {
      statut: "salarie",
      employeurSiren: "999000201",
      fonctionPublique: null,
      mineur: false,
      accordTuteur: false,
    },
    brut,
    cle: randomUUID(),
  });
  if (ouverture.issue !== "ouvert") throw new Error(JSON.stringify(ouverture.refus));
  return ouverture.reference;
}
