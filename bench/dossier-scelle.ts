import { definitionDe } from "../src/dossier/catalogue.ts";
import { champContenu } from "../src/dossier/champ.ts";
import type { FaitNouveau } from "../src/dossier/fait.ts";
import { BILAN } from "../src/law/bilan-exemple.ts";
import { transaction } from "../src/store/connexion.ts";
import { type ContenuScelle, scellerSaisie } from "../src/usecases/contenus/sceller-saisie.ts";
import { chargerDossier, cleDuDossier } from "../src/usecases/dossier/charger-dossier.ts";
import { ecrireFaits } from "../src/usecases/dossier/ecrire-faits.ts";
import { ouvrirDossier } from "../src/usecases/dossier/ouvrir-dossier.ts";
import type { Auteur, Maison } from "../src/usecases/maison.ts";
import { faitsDUnBilan } from "./dossier-complet.ts";

/** The texts that each kind of fact seals. */
const SCELLES: Readonly<Record<string, readonly string[]>> = {
  "entretien_prealable_tenu.v1": ["notes"],
  "questionnaire_rempli.v1": ["reponses"],
  "seance_tenue.v1": ["notes"],
  "synthese_redigee.v1": ["circonstances", "competences", "projet"],
};
/** What a counsellor notes of a session, about a hundred and fifty words. */
const TEXTE = "Elle a tenu l’atelier pendant six ans et veut y revenir autrement. ".repeat(15);

/** One bilan whose synthesis was handed over, each of its texts sealed, nothing destroyed yet. */
export async function ecrireDossierScelle(maison: Maison, auteur: Auteur): Promise<void> {
  const ouvert = await ouvrirDossier(maison, auteur, {
    identite: { prenom: "Camille", nom: "Moreau", courriel: null, telephone: null, discretion: false },
    beneficiaire: BILAN.beneficiaire,
    brut: { origine: ["beneficiaire"], date: ["31/08/2026"] },
    cle: "ouverture",
  });
  if (ouvert.issue !== "ouvert") throw new Error("the sample dossier was refused");
  await transaction(maison.base, auteur.organismeId, async (tx) => {
    const dossier = (await chargerDossier(tx, ouvert.reference))!;
    const cleContenu = await cleDuDossier(maison, tx, dossier.id, "contenu");
    const contenus: ContenuScelle[] = [];
    const sceller = (f: FaitNouveau): FaitNouveau => {
      const champs = Object.fromEntries(
        (SCELLES[f.type] ?? []).map((n) => [n, champContenu({ libelle: n })]),
      );
      const brut = Object.fromEntries(Object.keys(champs).map((n) => [n, [TEXTE]]));
      const lieu = { organismeId: auteur.organismeId, dossierId: dossier.id, cleContenu };
      const scelle = scellerSaisie(maison, lieu, champs, brut);
      contenus.push(...scelle.contenus);
      const noms = Object.entries(scelle.brut).map(([n, [r]]) => [n, JSON.parse(r!)]);
      const donnees = { ...(f.donnees as object), ...Object.fromEntries(noms) };
      return { ...f, donnees: definitionDe(f.type).schema.parse(donnees) };
    };
    const faits = faitsDUnBilan().filter((f) => f.type !== "contenus_detruits.v1");
    await ecrireFaits(maison, tx, auteur, dossier, faits.slice(1).map(sceller), contenus);
  });
}
