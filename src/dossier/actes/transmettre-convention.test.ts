import { describe, expect, it } from "vitest";
import { Essai, type Reponses } from "../../../tests/dossier/essai.ts";
import {
  ACCUEIL,
  MENTIONS_TROIS,
  type Pas,
  raconter,
  VENTE_EMPLOYEUR,
} from "../../../tests/dossier/recits.ts";
import { BILAN } from "../../law/bilan-exemple.ts";
import type { Beneficiaire, Organisme } from "../../law/etat.ts";
import { jour } from "../../values/jour.ts";
import { etatInitial } from "../initial.ts";
import { partiesDeLaConvention, texteDeLaConvention } from "../signature/objets/convention.ts";

const AU = jour("2026-09-10");
const DEVIS_ET_INFORMATION = VENTE_EMPLOYEUR.slice(0, 4).filter(([, acte]) => acte !== "arreterFinancement");
const paye = (principal: string): Pas => [
  "2026-09-07",
  "arreterFinancement",
  { principal, surTempsDeTravail: "non", anterieur: "aucun" },
];

/** A dossier on the eve of its convention, of that organisation, person and funder. */
function laVeille(principal: string, { organisme = {}, personne = {} }: Gens = {}) {
  const essai = new Essai();
  Object.assign(
    essai.initial,
    etatInitial({ ...BILAN.organisme, ...organisme }, { ...BILAN.beneficiaire, ...personne }),
  );
  return raconter([...ACCUEIL, paye(principal), ...DEVIS_ET_INFORMATION], essai);
}
interface Gens {
  organisme?: Partial<Organisme>;
  personne?: Partial<Beneficiaire>;
}

const DEMANDEUR = { personne: { statut: "demandeur_emploi" } } as const;
const A_DEUX: Reponses = { forme: "bilaterale", mentions: MENTIONS_TROIS };
const refus = (essai: Essai, reponses: Reponses) => {
  const decision = essai.tenter("transmettreConvention", AU, reponses);
  return "refus" in decision ? decision.refus.map((r) => r.champ ?? null) : [];
};

describe("sans employeur au dossier", () => {
  it("une convention n’en nomme pas, ne se signe pas à trois et n’est transmise par aucun", () => {
    const essai = laVeille("france_travail", DEMANDEUR);
    expect(refus(essai, { ...A_DEUX, entreprise: "Ateliers Fictifs" })).toContain("entreprise");
    expect(refus(essai, { ...A_DEUX, forme: "tripartite" })).toContain("forme");
    expect(refus(essai, { ...A_DEUX, transmiseParEmployeurLe: "10/09/2026" })).toContain(
      "transmiseParEmployeurLe",
    );
  });

  it("la même sans lui passe, et son texte ne dit aucun employeur ; c’est la personne qui signe", () => {
    const essai = laVeille("france_travail", DEMANDEUR);
    essai.faire("transmettreConvention", AU, A_DEUX);
    const { convention } = essai.etat;
    expect(partiesDeLaConvention(essai.etat, convention!)).toEqual(["organisme", "beneficiaire"]);
    const texte = texteDeLaConvention(essai.etat, convention!, "Camille Moreau");
    expect(texte.lignes.map((l) => l.terme)).not.toContain("Employeur");
  });

  it("la signature d’un financeur, notée sur papier, reste la sienne et ne change pas le texte", () => {
    const essai = laVeille("france_travail", DEMANDEUR);
    essai.faire("transmettreConvention", AU, A_DEUX);
    const avant = texteDeLaConvention(essai.etat, essai.etat.convention!, "Camille Moreau");
    essai.faire("signerConvention", AU, { par: "employeur", atteste: "oui" });
    const { convention } = essai.etat;
    expect(partiesDeLaConvention(essai.etat, convention!)).toEqual(["organisme", "employeur"]);
    expect(texteDeLaConvention(essai.etat, convention!, "Camille Moreau")).toEqual(avant);
  });

  it("avec un opérateur de compétences, l’employeur est là et se nomme", () => {
    const essai = laVeille("opco");
    essai.faire("transmettreConvention", AU, { ...A_DEUX, entreprise: "Ateliers Fictifs" });
    expect(partiesDeLaConvention(essai.etat, essai.etat.convention!)).toEqual(["organisme", "employeur"]);
  });
});

describe("la mention de la déclaration d’activité (R6351-6)", () => {
  it("sans la région du préfet, elle n’est ni cochée d’avance ni dite portée", () => {
    const essai = raconter([...ACCUEIL, paye("opco"), ...DEVIS_ET_INFORMATION]);
    Object.assign(essai.initial, { organisme: { ...BILAN.organisme, regionPrefet: null } });
    expect(essai.formulaire("transmettreConvention", AU).mentionNda).toEqual([""]);
    expect(refus(essai, { ...A_DEUX, mentionNda: "oui" })).toContain("mentionNda");
    expect(essai.formulaire("emettreDevis", AU).mentionNda).toEqual([""]);
  });

  it("avec le numéro et la région, elle se lit sous la case, mot pour mot, et elle est cochée", () => {
    const essai = laVeille("opco");
    expect(essai.formulaire("transmettreConvention", AU).mentionNda).toEqual(["oui"]);
    const { aide } = essai.champs("transmettreConvention", AU).mentionNda!;
    expect(aide).toContain("auprès du préfet de région de Bretagne");
    expect(refus(essai, A_DEUX)).not.toContain("mentionNda");
  });
});
