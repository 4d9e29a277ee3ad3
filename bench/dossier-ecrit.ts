import { BILAN } from "../src/law/bilan-exemple.ts";
import { transaction } from "../src/store/connexion.ts";
import { chargerDossier } from "../src/usecases/dossier/charger-dossier.ts";
import { ecrireFaits } from "../src/usecases/dossier/ecrire-faits.ts";
import { ouvrirDossier } from "../src/usecases/dossier/ouvrir-dossier.ts";
import { faitsDUnBilan } from "./dossier-complet.ts";
import type { Lecteur, MaisonDeMesure } from "./maison-de-mesure.ts";

/** One real dossier with a fact for each step of a bilan, written as acts write them; gives its reference. */
export async function ecrireUnDossier({ maison }: MaisonDeMesure, { auteur }: Lecteur): Promise<string> {
  const ouvert = await ouvrirDossier(maison, auteur, {
    identite: {
      prenom: "Camille",
      nom: "Moreau",
      courriel: "camille.moreau@exemple.invalid",
      telephone: null,
      discretion: false,
    },
    beneficiaire: BILAN.beneficiaire,
    brut: { origine: ["beneficiaire"], date: ["31/08/2026"] },
    cle: "ouverture",
  });
  if (ouvert.issue !== "ouvert") throw new Error("the sample dossier was refused");
  await transaction(maison.base, auteur.organismeId, async (tx) => {
    const dossier = await chargerDossier(tx, ouvert.reference);
    if (dossier !== undefined) await ecrireFaits(maison, tx, auteur, dossier, faitsDUnBilan().slice(1));
  });
  return ouvert.reference;
}
