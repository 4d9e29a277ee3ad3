import { describe, expect, it } from "vitest";
import { mentionDeclaration } from "../values/declaration-activite.ts";
import { heures, minutes } from "../values/duree.ts";
import { jour } from "../values/jour.ts";
import { centimes, euros } from "../values/montant.ts";
import { composerCertificat, formatHeuresRealisees } from "./certificat/donnees.ts";
import { exempleCertificat } from "./certificat/exemple.ts";
import { composerConvocation } from "./convocation/donnees.ts";
import { exempleConvocationDiscrete } from "./convocation/exemple.ts";
import { composerDevis, type DonneesDevis } from "./devis/donnees.ts";
import { exempleDevis } from "./devis/exemple.ts";
import { composerEmargement, type LigneEmargement } from "./emargement/donnees.ts";
import { exempleEmargement } from "./emargement/exemple.ts";
import { heure } from "./exemple-cadre.ts";
import { composerIndexControle } from "./index-controle/donnees.ts";
import { exempleIndexControle } from "./index-controle/exemple.ts";
import { type Composition, composer } from "./papier.ts";
import { composerRecepisse } from "./recepisse/donnees.ts";
import { exempleRecepisse } from "./recepisse/exemple.ts";
import { composerSuivi } from "./suivi/donnees.ts";
import { exempleSuivi } from "./suivi/exemple.ts";
import { composerSynthese } from "./synthese/donnees.ts";
import { exempleSynthese } from "./synthese/exemple.ts";
import { composerTirage } from "./tirage/donnees.ts";
import { exempleTirage } from "./tirage/exemple.ts";

const refus = (c: Composition): readonly string[] => (c.ok ? [] : c.refus);

const enEspacesSimples = (t: string): string => t.replace(/[\u00a0\u202f]/g, " ");

function imprime(c: Composition): string {
  if (!c.ok) throw new Error(c.refus.join(" "));
  return enEspacesSimples(JSON.stringify(c.document.donnees));
}

describe("un papier dont les données se contredisent est refusé, et dit pourquoi", () => {
  const seance = exempleEmargement.seances[0] as LigneEmargement & { statut: "tenue" };
  it.each<[string, Composition, RegExp]>([
    [
      "devis payé au-delà de son prix",
      composerDevis({ ...exempleDevis, prix: euros(1800) }),
      /Les financements \(1 850,00 €\) dépassent le prix du devis \(1 800,00 €\)/,
    ],
    ["devis au prix négatif", composerDevis({ ...exempleDevis, prix: centimes(-1), parts: [] }), /négatif/],
    ["devis sans durée", composerDevis({ ...exempleDevis, phases: [] }), /aucune durée/],
    ["tirage sans dossier", composerTirage({ ...exempleTirage, tires: [] }), /aucun dossier/],
    ["tirage sans empreinte", composerTirage({ ...exempleTirage, sha256: "" }), /n’est pas une empreinte/],
    ["suivi sans séance", composerSuivi({ ...exempleSuivi, seances: [] }), /aucune séance/],
    ["suivi sans version", composerSuivi({ ...exempleSuivi, versions: [] }), /numéro de version/],
    [
      "feuille sans ligne",
      composerEmargement({ ...exempleEmargement, seances: [] }),
      /aucune ligne à signer/,
    ],
    [
      "séance finie avant son début",
      composerEmargement({ ...exempleEmargement, seances: [{ ...seance, fin: heure("9:00") }] }),
      /La séance du 28 septembre 2026 à 9 h 30 finit avant d’avoir commencé/u,
    ],
    [
      "séance plus longue que son horaire",
      composerEmargement({ ...exempleEmargement, seances: [{ ...seance, duree: minutes(121) }] }),
      /compte 2 h 01, plus que le temps entre son début et sa fin/u,
    ],
    [
      "synthèse sans circonstances",
      composerSynthese({ ...exempleSynthese, circonstances: " " }),
      /première partie/,
    ],
    [
      "synthèse sans compétences",
      composerSynthese({ ...exempleSynthese, competences: null }),
      /deuxième partie/,
    ],
    [
      "synthèse sans projet",
      composerSynthese({ ...exempleSynthese, projetProfessionnel: null, projetDeFormation: null }),
      /troisième partie/,
    ],
    ["récépissé vide", composerRecepisse({ ...exempleRecepisse, pieces: [] }), /aucun document/],
    [
      "récépissé à l’empreinte tronquée",
      composerRecepisse({
        ...exempleRecepisse,
        pieces: [
          { nature: "synthese", surPapier: false, textes: [{ nom: "Le projet", empreinte: "3b9e1f07" }] },
        ],
      }),
      /n’est pas une empreinte SHA-256/,
    ],
    [
      "certificat à l’envers",
      composerCertificat({ ...exempleCertificat, au: jour("2026-09-01") }),
      /avant d’avoir commencé/,
    ],
    [
      "certificat de rien",
      composerCertificat({ ...exempleCertificat, realise: minutes(0) }),
      /rien à certifier/,
    ],
    [
      "index à l’empreinte fausse",
      composerIndexControle({ ...exempleIndexControle, empreinteDeLaCle: "c45d" }),
      /n’est pas une empreinte SHA-256/,
    ],
  ])("%s", (_cas, composition, attendu) => {
    expect(refus(composition).map(enEspacesSimples)).toEqual([expect.stringMatching(attendu)]);
  });
});

describe("la TVA du devis", () => {
  const devis = (tva: DonneesDevis["tva"]): string => imprime(composerDevis({ ...exempleDevis, tva }));

  it("exonérée par attestation", () => {
    expect(devis({ regime: "attestation" })).toContain("Exonération de TVA, article 261-4-4° a du code");
  });

  it("en franchise, qui n’est pas une exonération", () => {
    const lu = devis({ regime: "franchise" });
    expect(lu).toContain("TVA non applicable, article 293 B du code");
    expect(lu).not.toContain("261-4-4");
  });

  it("due : hors taxe, taxe et total tombent juste", () => {
    const lu = devis({ regime: "assujetti", taux: 2000 });
    expect(lu).toContain('["Bilan de compétences, hors taxe","1 625,00 €"]');
    expect(lu).toContain('["TVA à 20 %","325,00 €"]');
    expect(lu).not.toMatch(/261-4-4|293 B/);
  });

  it("un taux à décimales s’écrit avec une virgule", () => {
    expect(devis({ regime: "assujetti", taux: 550 })).toContain("TVA à 5,5 %");
  });
});

describe("ce que les données ne disent pas", () => {
  it("l’entretien préalable inconnu n’est pas inventé", () => {
    const lu = composerDevis({ ...exempleDevis, entretienPrealable: null });
    expect(imprime(lu)).toContain('{"libelle":"Entretien préalable","valeur":null}');
  });

  it("un entretien n’est dit gratuit que s’il l’a été", () => {
    const gratuit = (entretienPrealable: DonneesDevis["entretienPrealable"]) =>
      imprime(composerDevis({ ...exempleDevis, entretienPrealable })).includes('"entretienGratuit":true');
    const { entretienPrealable } = exempleDevis;
    expect(gratuit(entretienPrealable)).toBe(true);
    expect(gratuit({ ...entretienPrealable!, gratuit: false })).toBe(false);
    expect(gratuit(null)).toBe(false);
  });

  it("rien n’est « signé » sans signature", () => {
    const signataires = [{ qualite: "Le bénéficiaire", nom: "Camille Moreau", signature: null }];
    expect(imprime(composerSynthese({ ...exempleSynthese, signataires }))).not.toContain("Signé");
  });

  it("sans témoin, le récépissé n’est pas dit scellé", () => {
    expect(imprime(composerRecepisse({ ...exempleRecepisse, temoin: null }))).toContain('"scelle":false');
  });

  it("une décision commune non notée n’est pas affirmée", () => {
    const lu = imprime(composerSuivi({ ...exempleSuivi, decideEnsembleLe: null }));
    expect(lu).toContain('{"libelle":"Décidée ensemble le","valeur":null}');
  });

  it("sans déclaration d’activité ni SIRET, l’en-tête s’en passe", () => {
    const organisme = { ...exempleDevis.organisme, declaration: null, siret: null };
    expect(imprime(composerDevis({ ...exempleDevis, organisme }))).not.toMatch(/Déclaration|SIRET/);
  });
});

describe("la convocation discrète", () => {
  it.each([
    [
      "le nom du centre",
      { organisme: { ...exempleConvocationDiscrete.organisme, nom: "Bilans de l’Ouest" } },
    ],
    ["une consigne", { aPrevoir: "Votre projet de formation" }],
    ["le lien", { ou: { lien: "https://visio.example/bilan" } }],
    ["le lieu", { ou: { lieu: ["Maison des compétences"] } }],
    ["la référence", { reference: "BILAN-147" }],
  ])("est refusée quand %s dit pourquoi la personne vient", (_quoi, patch) => {
    expect(refus(composerConvocation({ ...exempleConvocationDiscrete, ...patch }))).toEqual([
      expect.stringContaining("laisserait deviner"),
    ]);
  });
});

describe("les heures du certificat", () => {
  it.each([
    [930, "15,50 heures (15 h 30)"],
    [1200, "20,00 heures (20 h)"],
    [1210, "20,17 heures (20 h 10)"],
  ])("%i minutes", (m, attendu) => {
    expect(enEspacesSimples(formatHeuresRealisees(minutes(m)))).toBe(attendu);
  });

  it("une seule des quatre natures est cochée", () => {
    const lu = imprime(composerCertificat(exempleCertificat));
    expect(lu.match(/"coche":true/g)).toHaveLength(1);
    expect(lu).toContain('{"libelle":"Bilan de compétences","coche":true}');
  });
});

describe("l’en-tête", () => {
  it.each([
    ["Bretagne", "de Bretagne"],
    ["Île-de-France", "d’Île-de-France"],
    ["Occitanie", "d’Occitanie"],
    ["Grand Est", "du Grand Est"],
    ["Centre-Val de Loire", "du Centre-Val de Loire"],
    ["Hauts-de-France", "des Hauts-de-France"],
    ["Pays de la Loire", "des Pays de la Loire"],
    ["Provence-Alpes-Côte d'Azur", "de Provence-Alpes-Côte d’Azur"],
    ["La Réunion", "de La Réunion"],
  ])("nomme le préfet de région : %s", (region, attendu) => {
    expect(mentionDeclaration({ numero: "53 35 09876 35", region })).toBe(
      `Déclaration d’activité enregistrée sous le numéro 53 35 09876 35 auprès du préfet de région ${attendu}.`,
    );
  });

  it("tient sur une ligne, quoi qu’on y écrive", () => {
    const c = composer(
      { ...exempleDevis, reference: "D\n1", temoin: "a\nb" },
      { gabarit: "devis/devis.typ", intitule: "Devis", sousTitre: null, corps: {} },
    );
    expect(imprime(c)).toContain('{"reference":"Centre Horizon, référence D 1","temoin":"a b"}');
  });

  it("abrège ce qu’il répète de page en page, et le dit par « … »", () => {
    const organisme = { ...exempleDevis.organisme, nom: "Association ".repeat(10).trim() };
    const lu = imprime(composerDevis({ ...exempleDevis, organisme }));
    expect(lu).toContain(`"nom":"${organisme.nom}"`);
    expect(lu).toContain('"suite":{"nom":"Association Association Association Association Associ…"');
  });
});

describe("les totaux imprimés", () => {
  it("la feuille d’émargement ne compte que les séances tenues", () => {
    const lu = imprime(composerEmargement(exempleEmargement));
    expect(lu).toContain('"valeur":"17 h 30"');
    expect(lu).toContain('"valeur":"15 h 30, 5 sur 6"');
  });

  it("le document de suivi additionne ses phases", () => {
    const seances = exempleSuivi.seances.map((s) => ({ ...s, duree: heures(1) }));
    expect(imprime(composerSuivi({ ...exempleSuivi, seances }))).toContain('["Total","7","7 h"]');
  });
});
