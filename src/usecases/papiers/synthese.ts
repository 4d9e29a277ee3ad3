import { composerSynthese } from "../../documents/synthese/donnees.ts";
import { syntheseRedigee } from "../../dossier/faits/conclusion.ts";
import { nomComplet } from "../dossier/identite.ts";
import { cadreDe } from "./cadre.ts";
import { faitsDe, nomIntervenant } from "./faits.ts";
import type { Matiere, Papier } from "./papier.ts";

/** Document de synthèse: a content, for the person and her counsellor alone (L6313-4). */
export const synthese: Papier = {
  nom: "synthese",
  titre: "Document de synthèse",
  quoi: "Pour la personne seule. Il n’entre jamais dans un dossier de contrôle.",
  classe: "contenu",
  document: "synthese",
  auControle: false,
  acte: "redigerSynthese",
  composer: (matiere) => {
    const { etat, identite } = matiere.dossier;
    const redigee = faitsDe(matiere.dossier, syntheseRedigee).at(-1);
    if (redigee === undefined) return { manque: "La synthèse n’est pas encore rédigée." };
    const { circonstances, competences, projet } = redigee.donnees;
    const parties = [circonstances, competences, projet].filter((c) => c !== null);
    if (etat.destruction !== null && parties.some((c) => matiere.texteDe(c.id) === null)) {
      return { manque: "Le texte de la synthèse a été détruit à son terme." };
    }
    const dates = etat.seances
      .filter((s) => s.statut === "tenue")
      .map((s) => s.date)
      .sort();
    const derniere = etat.seances.findLast((s) => s.statut === "tenue");
    const conseiller = nomIntervenant(etat, derniere?.intervenant ?? etat.entretien?.intervenant);
    return composerSynthese({
      ...cadreDe({ ...matiere, temoin: null }, redigee.date),
      beneficiaire: nomComplet(identite),
      conseiller,
      du: dates[0] ?? null,
      au: dates.at(-1) ?? null,
      circonstances: texte(matiere, circonstances),
      competences: texte(matiere, competences),
      projetProfessionnel: texte(matiere, projet),
      projetDeFormation: null,
      etapes: [],
      remarques: null,
      signataires: [
        { qualite: "Le bénéficiaire", nom: nomComplet(identite), signature: null },
        { qualite: "Le conseiller", nom: conseiller, signature: null },
      ],
    });
  },
};

function texte({ texteDe }: Matiere, contenu: { id: string } | null): string | null {
  return contenu === null ? null : texteDe(contenu.id);
}
