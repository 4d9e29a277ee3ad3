import { questionnaireOuvert } from "../../dossier/questionnaire/ouvert.ts";
import { type Moment, questionDeNom } from "../../dossier/questionnaire/questions.ts";
import { transaction } from "../../store/connexion.ts";
import { tenirTete } from "../../store/dossier/dossiers.ts";
import { type Enregistrement, garderBrouillon, type TexteSaisi } from "../brouillons/garder-brouillon.ts";
import { chargerDossier } from "../dossier/charger-dossier.ts";
import type { Auteur, Maison } from "../maison.ts";

export interface ReponseSaisie extends TexteSaisi {
  reference: string;
  moment: Moment;
}

/** Keeps one answer, sealed, as she goes: no fact, nothing that her counsellor could read. */
export async function enregistrerReponse(
  maison: Maison,
  auteur: Auteur,
  { reference, moment, ...saisi }: ReponseSaisie,
): Promise<Enregistrement> {
  return await transaction(maison.base, auteur, async (tx): Promise<Enregistrement> => {
    // Held: a destruction of the contents comes before, and closes, or after, and takes this answer too.
    await tenirTete(tx, reference, "partage");
    const dossier = await chargerDossier(tx, reference);
    if (dossier === undefined || questionnaireOuvert(dossier.etat) !== moment) return { issue: "ferme" };
    if (questionDeNom(saisi.question) === undefined) return { issue: "ferme" };
    return await garderBrouillon(maison, tx, dossier, moment, saisi);
  });
}
