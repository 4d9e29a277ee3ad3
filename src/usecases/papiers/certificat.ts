import { composerCertificat } from "../../documents/certificat/donnees.ts";
import { seancesTenues } from "../../law/heures.ts";
import { nomComplet } from "../dossier/identite.ts";
import { cadreDe } from "./cadre.ts";
import type { Papier } from "./papier.ts";

/** Certificat de réalisation: the hours that the fact certifies, between the first and the last session held. */
export const certificat: Papier = {
  nom: "certificat-de-realisation",
  titre: "Certificat de réalisation",
  quoi: "Les heures réellement faites, sur le modèle officiel, sans rien de leur contenu.",
  classe: "preuve",
  auControle: true,
  acte: "emettreCertificat",
  composer: (matiere) => {
    const { etat, identite } = matiere.dossier;
    const { certificat: fait, organisme, devis } = etat;
    if (fait === null) return { manque: "Le certificat n’est pas encore émis." };
    if (organisme.representant === null) {
      return { manque: "Le nom et la qualité de qui signe pour l’organisme ne sont pas renseignés." };
    }
    const dates = seancesTenues(etat)
      .map((s) => s.date)
      .sort();
    const [du, au] = [dates[0], dates.at(-1)];
    if (du === undefined || au === undefined) return { manque: "Aucune séance n’a été tenue." };
    const offre = organisme.offres.find((o) => o.id === devis.at(-1)?.offre);
    return composerCertificat({
      ...cadreDe(matiere, fait.date),
      representant: organisme.representant,
      beneficiaire: nomComplet(identite),
      employeur: null,
      intitule: offre?.intitule ?? "Bilan de compétences",
      nature: "bilan",
      du,
      au,
      realise: fait.minutes,
      faitA: null,
      signature: null,
    });
  },
};
