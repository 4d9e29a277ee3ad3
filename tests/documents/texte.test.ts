import { describe, expect, it } from "vitest";
import { EXEMPLES } from "../../src/documents/exemples.ts";
import { composerTirage } from "../../src/documents/tirage/donnees.ts";
import { exempleTirage } from "../../src/documents/tirage/exemple.ts";
import { imprimer, outil, sansBlancs, sections, texte } from "./pdf.ts";

function lire(nom: string): string {
  return texte(imprimer(EXEMPLES.find((e) => e.nom === nom)!.composer()));
}

/** A section by its printed title. */
const section = (lu: Record<string, string[]>, titre: string): string[] => lu[titre] ?? [];

/** The lines of each section, blanks apart: the extraction sets them by width, not as they were written. */
function parSection(nom: string, titres: readonly string[]): Record<string, string[]> {
  const lues = sections(lire(nom), titres);
  return Object.fromEntries(Object.entries(lues).map(([t, lignes]) => [t, lignes.map(sansBlancs)]));
}

const l = (...lignes: string[]): string[] => lignes.map(sansBlancs);

describe("le texte imprimé", () => {
  it("porte l’en-tête : organisme, SIRET, mention du R. 6351-6, référence, date, pages et témoin", () => {
    const lu = lire("document-de-suivi");
    for (const ligne of [
      "Centre Horizon",
      "SIRET 812 345 676 00017",
      "Déclaration d’activité enregistrée sous le numéro 53 35 09876 35 auprès du préfet de région de Bretagne.",
      "Établi le 02 99 00 00 00, contact@centre-horizon.example 5 octobre 2026",
      "Centre Horizon, référence D-2026-0147 page 1 sur 2",
      "Centre Horizon, référence D-2026-0147 page 2 sur 2",
    ]) {
      expect(sansBlancs(lu)).toContain(sansBlancs(ligne));
    }
    expect(lu.match(/Témoin : journal\.centre-horizon\.example 48213 Yk3v/g)).toHaveLength(2);
  });

  it("devis", () => {
    const lu = parSection("devis", [
      "Devis",
      "Votre objectif",
      "Durée de l’accompagnement",
      "Déroulement",
      "Calendrier proposé",
      "Prix",
      "Qui paie quoi",
    ]);
    expect(lu.Devis).toEqual(
      l(
        "Bilan de compétences individuel, version 2",
        "Bénéficiaire | Camille Moreau",
        "Adresse | 3 allée des Érables",
        "35700 Rennes",
        "Courriel | camille.moreau@exemple.example",
        "Conseiller | Nadia Benali",
        "Entretien préalable | 3 septembre 2026 à 14 h, 1 h",
      ),
    );
    expect(lu["Durée de l’accompagnement"]).toEqual(
      l(
        "Phase | Accompagnement",
        "Phase préliminaire | 3 h 30",
        "Phase d’investigation | 12 h",
        "Phase de conclusion | 4 h 30",
        "Durée totale d’accompagnement | 20 h",
        "Travail personnel entre les séances : 8 h environ, non facturées et non comptées dans la durée d’accompagnement.",
      ),
    );
    expect(lu.Prix).toEqual(
      l(
        "Prestation | Montant",
        "Bilan de compétences | 1 950,00 €",
        "Prix total | 1 950,00 €",
        "Exonération de TVA, article 261-4-4° a du code général des impôts.",
      ),
    );
    expect(lu["Qui paie quoi"]!.slice(0, 7)).toEqual(
      l(
        "Payé par | Montant",
        "Droits inscrits sur le compte personnel de formation | 1 450,00 €",
        "Participation obligatoire au compte personnel de formation | 150,00 €",
        "Abondement : Région Bretagne | 250,00 €",
        "Reste à payer par le bénéficiaire | 100,00 €",
        "L’entretien préalable est gratuit : il n’est ni facturé ni compté dans la durée de l’accompagnement.",
        "Devis valable jusqu’au 7 octobre 2026.",
      ),
    );
  });

  it("document de suivi", () => {
    const lu = parSection("document-de-suivi", [
      "Document de suivi",
      "Par phase",
      "Calendrier prévisionnel",
      "Modalités",
      "Versions",
    ]);
    expect(lu["Document de suivi"]).toContain(sansBlancs("Séances en face-à-face | 7 séances"));
    expect(lu["Par phase"]!.at(-1)).toBe(sansBlancs("Total | 7 | 20 h"));
    expect(lu["Calendrier prévisionnel"]).toContain(
      sansBlancs("3 | 12 oct. 2026 à 9 h 30 | 4 h | Phase d’investigation | à distance, visioconférence"),
    );
    expect(lu["Calendrier prévisionnel"]).toContain(
      sansBlancs("7 | à fixer | 2 h 30 | Phase de conclusion | en présentiel"),
    );
    expect(section(lu, "Modalités")).toContain(sansBlancs("Décidée ensemble le | 5 octobre 2026"));
    expect(lu.Versions).toContain(
      sansBlancs("2 | 5 octobre 2026 | La troisième séance passe à distance, à la demande de Camille."),
    );
  });

  it("feuille d’émargement : signé seulement ce qui l’est", () => {
    const lu = lire("emargement");
    expect(lu.match(/Signé/g)).toHaveLength(11);
    expect(lu.match(/non signée/g)).toHaveLength(1);
    expect(lu).toContain("Absence du bénéficiaire");
    expect(lu).toContain("Motif : Grève des transports");
    expect(sansBlancs(lu)).toContain(sansBlancs("Durée des séances tenues 17 h 30"));
    expect(sansBlancs(lu)).toContain(sansBlancs("Dont signées par les deux 15 h 30, 5 sur 6"));
  });

  it("feuille vierge : huit lignes à signer, aucune signée", () => {
    const lu = lire("emargement-vierge");
    expect(lu.match(/Date et horaires/g)).toHaveLength(8);
    expect(lu).not.toMatch(/Signé/);
  });

  it("convocation : date en toutes lettres, heure de Paris, qui appeler", () => {
    const lu = parSection("convocation", [
      "Votre rendez-vous",
      "lundi 30 novembre 2026",
      "En cas de difficulté le jour même",
      "Déplacer ou annuler",
    ]);
    expect(lu["lundi 30 novembre 2026"]!.slice(0, 2)).toEqual(l("13 h, heure de Paris", "Durée | 2 h 30"));
    expect(lu["En cas de difficulté le jour même"]).toContain(sansBlancs("Téléphone | 02 99 00 00 00"));
  });

  it("convocation discrète : rien ne dit pourquoi la personne vient, ni la page ni le fichier", () => {
    const fichier = imprimer(EXEMPLES.find((e) => e.nom === "convocation-discrete")!.composer());
    const tout = [
      texte(fichier),
      outil("pdfinfo", fichier),
      outil("pdfinfo", "-meta", fichier),
      outil("pdfinfo", "-struct-text", fichier),
      outil("qpdf", "--qdf", "--object-streams=disable", fichier, "-"),
    ].join("\n");
    expect(tout).toContain("heure de Paris");
    expect(tout).not.toMatch(/bilan|comp[ée]tence|\bformation|déclaration d’activité|SIRET/i);
  });

  it("synthèse : trois parties dans l’ordre, qui peut la lire, aucun payeur", () => {
    const lu = parSection("synthese", [
      "Document de synthèse",
      "1. Circonstances du bilan",
      "2. Compétences et aptitudes au regard des perspectives",
      "3. Projet professionnel et, le cas échéant, de formation",
      "Vos remarques",
    ]);
    expect(lu["Document de synthèse"]!.join("")).toContain(
      sansBlancs("Personne d’autre ne peut en avoir communication sans votre accord"),
    );
    expect(lu["2. Compétences et aptitudes au regard des perspectives"]!.slice(0, 2)).toEqual(
      l(
        "Les entretiens et les mises en situation ont montré :",
        "– la tenue rigoureuse de données chiffrées, contrôlées et justifiées ;",
      ),
    );
    expect(lu["3. Projet professionnel et, le cas échéant, de formation"]).toContain(
      sansBlancs("Faire le point avec Nadia Benali, si Camille le souhaite | non renseigné"),
    );
    expect(lire("synthese")).not.toContain("Bertin");
  });

  it("récépissé : pièces, empreinte entière, témoin expliqué", () => {
    const lu = parSection("recepisse", ["Récépissé de remise", "Documents remis"]);
    expect(lu["Récépissé de remise"]).toContain(sansBlancs("Remis le | lundi 30 novembre 2026 à 15 h 30"));
    expect(lu["Documents remis"]!.slice(0, 9)).toEqual(
      l(
        "Document de synthèse",
        "Les circonstances du bilan",
        "3b9e1f07 c45d82aa 90e17b36 5f02d8c1 e6a4930b 7d18fc52 ab0964e3 21f75c9d",
        "Les compétences et aptitudes",
        "90e17b36 5f02d8c1 3b9e1f07 c45d82aa ab0964e3 21f75c9d e6a4930b 7d18fc52",
        "Le projet et ses étapes",
        "e6a4930b 7d18fc52 ab0964e3 21f75c9d 3b9e1f07 c45d82aa 90e17b36 5f02d8c1",
        "Résultats détaillés",
        "Remis sur papier : le dossier n’en garde ni le texte ni l’empreinte.",
      ),
    );
    expect(lu["Documents remis"]!.join("")).toContain(sansBlancs("La ligne « Témoin », au bas de la page"));
  });

  it("attestation de destruction", () => {
    const lu = parSection("destruction", [
      "Attestation de destruction",
      "Détruit au terme du bilan",
      "Ce qui reste",
      "Ce que dit la loi",
      "Engagements des textes détruits",
    ]);
    expect(lu["Détruit au terme du bilan"]?.slice(0, 7)).toEqual(
      l(
        "Demandée le | 30 novembre 2026",
        "Effective le | 1er décembre 2026, dans la base, ses copies et ses sauvegardes",
        "Ce qui a été détruit | Nombre",
        "Notes d’entretien et de séance | 2",
        "Réponses aux questionnaires | 1",
        "Papiers et fichiers du conseiller, hors du dossier, comme il l’atteste | 3",
        "Textes scellés | 3 textes",
      ),
    );
    expect(section(lu, "Ce que dit la loi").at(1)).toBe(
      sansBlancs("Code du travail, art. R6313-7, al. 1, lu le 20 août 2026"),
    );
  });

  it("certificat de réalisation : les champs du modèle, et eux seuls", () => {
    const lu = parSection("certificat", ["Certificat de réalisation", "Nature de l’action", "Exécution"]);
    expect(lu["Nature de l’action"]).toEqual(
      l(
        "☐ Action de formation",
        "☑ Bilan de compétences",
        "☐ Action de validation des acquis de l’expérience",
        "☐ Action de formation par apprentissage",
      ),
    );
    expect(section(lu, "Exécution").slice(0, 3)).toEqual(
      l("Du | 28 septembre 2026", "Au | 30 novembre 2026", "Durée réalisée | 18,50 heures (18 h 30)"),
    );
    expect(section(lu, "Exécution").join("")).toContain(
      sansBlancs("pendant trois ans à compter de la fin de l’année du dernier paiement"),
    );
    expect(section(lu, "Exécution").join("")).not.toContain("Signéle");
  });

  it("tirage : la règle, la graine, la recette d’un seul tenant, et la liste tant qu’elle tient", () => {
    const lu = parSection("tirage", [
      "Tirage de l’échantillon",
      "Graine et méthode",
      "Dossiers tirés",
      "Refaire le tirage",
      "La liste des références",
    ]);
    expect(lu["Tirage de l’échantillon"]).toContain(
      sansBlancs("Population | Tous les bilans commencés le 30 novembre 2026 ou avant, et pas finis"),
    );
    expect(lu["Graine et méthode"]!.slice(0, 2)).toEqual(l("Graine du tirage", "CERT-2026-0147"));
    const recette = lu["Refaire le tirage"]!;
    const debut = recette.indexOf(l("GRAINE='CERT-2026-0147'")[0]!);
    expect(recette.slice(debut, debut + 5)).toEqual(l(...exempleTirage.recette));
    expect(lu["La liste des références"]).toContain(sansBlancs("D-2026-0118"));
    const population = Array.from({ length: 401 }, (_, i) => `D-2025-${i}`);
    const longue = texte(imprimer(composerTirage({ ...exempleTirage, population })));
    expect(sansBlancs(longue)).toContain(sansBlancs("Elle a 401 références : elle est dans son fichier"));
    expect(longue).not.toContain("D-2025-17");
  });

  it("index du dossier de contrôle : ce qui manque est nommé", () => {
    const lu = parSection("index-controle", [
      "Index du dossier de contrôle",
      "Pièces manquantes",
      "Pièces présentes",
      "Heures d’accompagnement",
      "Faits",
      "Vérifier ce dossier",
    ]);
    expect(lu["Index du dossier de contrôle"]).toContain(sansBlancs("Faits | 7 montrés, 4 non montrés"));
    expect(lu["Pièces manquantes"]).toEqual(
      l(
        "Signature du bénéficiaire, séance du 23 novembre 2026 Manquante",
        "Motif : Notée par la conseillère, jamais signée par Camille.",
        "Preuve de volontariat Manquante",
        "Motif : non renseigné",
      ),
    );
    expect(lu["Pièces présentes"]).toContain(
      sansBlancs("Devis signé | pieces/01-devis.pdf | 90e17b36 5f02d8c1"),
    );
    expect(lu["Heures d’accompagnement"]!.at(-1)).toBe(sansBlancs("Total | 20 h | 17 h 30"));
    expect(lu.Faits).toContain(sansBlancs("2 déc. 2026 | Certificat de réalisation établi | en attente"));
    expect(lu["Vérifier ce dossier"]!.join("")).toContain("c45d82aa90e17b365f02d8c1e6a4930b");
  });
});
