import { describe, expect, it } from "vitest";
import { Essai } from "../../tests/dossier/essai.ts";
import { ACCUEIL, BILAN_CPF, BILAN_ORIENTE, raconter } from "../../tests/dossier/recits.ts";
import type { Etat } from "../law/etat.ts";
import { type Constat, juger } from "../law/judge.ts";
import { jourDeLaFin } from "../law/reference-day.ts";
import { ruleBook } from "../law/rule-book.ts";
import { ajouterJours, jour } from "../values/jour.ts";
import { aFaire, destructionSansBilan, prochainActe } from "./a-faire.ts";
import { attenduAvantDeDetruire } from "./elle-avant-de-detruire.ts";

/** The CPF bilan of the stories, before the first act of that name. */
const avant = (acte: string): Etat => raconter(BILAN_CPF, new Essai(), acte).etat;

const regle = (gravite: Constat["gravite"]) => ruleBook.find((r) => r.gravite === gravite)!;

/** A finding that asks for an act. */
function demande(acte: string, echeance: string | null, gravite: Constat["gravite"] = "majeure"): Constat {
  return {
    rule: regle(gravite),
    gravite,
    verdict: "indetermine",
    explication: "",
    manque: acte,
    acte,
    ...(echeance === null ? {} : { echeance: jour(echeance) }),
  };
}

const actes = (etat: Etat, constats: readonly Constat[]) => aFaire(etat, constats).map((a) => a.acte);

describe("ce qui est à faire", () => {
  const enCours = avant("arreterDocumentSuivi");

  it("vient d’abord par son échéance, la plus proche en tête, sans échéance en dernier", () => {
    const constats = [
      demande("verserTravail", null, "critique"),
      demande("redigerSynthese", "2026-11-16"),
      demande("arreterDocumentSuivi", "2026-10-12", "mineure"),
    ];
    expect(actes(enCours, constats)).toEqual(["arreterDocumentSuivi", "redigerSynthese", "verserTravail"]);
  });

  it("le même jour, vient d’abord par sa gravité", () => {
    const constats = [
      demande("redigerSynthese", "2026-11-16", "mineure"),
      demande("elaborerProjet", "2026-11-16", "critique"),
      demande("verserTravail", null, "mineure"),
      demande("proposerSuivi", null, "majeure"),
    ];
    expect(actes(enCours, constats)).toEqual([
      "elaborerProjet",
      "redigerSynthese",
      "proposerSuivi",
      "verserTravail",
    ]);
  });

  it("a la gravité du plus grave de ses constats", () => {
    const constats = [
      demande("redigerSynthese", null, "majeure"),
      demande("verserTravail", null, "conseil"),
      demande("verserTravail", null, "critique"),
    ];
    expect(actes(enCours, constats)).toEqual(["verserTravail", "redigerSynthese"]);
  });

  it("se dit une fois par acte, avec tous ses constats et la plus proche de leurs dates", () => {
    const constats = [
      demande("redigerSynthese", null, "mineure"),
      demande("redigerSynthese", "2026-11-16", "mineure"),
      demande("redigerSynthese", "2026-11-13", "critique"),
      demande("redigerSynthese", "2026-11-14", "mineure"),
    ];
    expect(aFaire(enCours, constats)).toEqual([
      { acte: "redigerSynthese", echeance: "2026-11-13", constats },
    ]);
  });

  it("tait ce que l’étape ne permet pas, et un constat sans acte", () => {
    const { acte: _, ...sansActe } = demande("verserTravail", null);
    const constats = [demande("noterValidation", "2026-10-01"), demande("inconnu", null), sansActe];
    expect(aFaire(enCours, constats)).toEqual([]);
  });

  it("n’est de remettre la synthèse qu’une fois ses trois parties écrites", () => {
    const constats = [
      demande("remettreSynthese", "2026-11-16", "critique"),
      demande("redigerSynthese", null),
    ];
    const [etat, ecrite] = [avant("redigerSynthese"), avant("remettreSynthese")];
    expect(aFaire(etat, constats)).toEqual([{ acte: "redigerSynthese", echeance: "2026-11-16", constats }]);
    const partielle = {
      ...ecrite,
      syntheses: [{ ...ecrite.syntheses.at(-1)!, parties: ["projet" as const] }],
    };
    expect(actes(partielle, constats)).toEqual(["redigerSynthese"]);
    expect(actes(ecrite, constats)).toContain("remettreSynthese");
    expect(juger(etat, jour("2026-11-10")).some((c) => c.acte === "remettreSynthese")).toBe(true);
  });

  it("un constat en retard y est, avec le jour où c’était dû", () => {
    const etat = avant("declarerEntree");
    const premier = aFaire(etat, juger(etat, jour("2026-10-02")))[0]!;
    expect([premier.acte, premier.echeance]).toEqual(["declarerEntree", "2026-10-01"]);
    expect(premier.constats.map((c) => `${c.rule.id} ${c.verdict}`)).toContain("C13 non_conforme");
  });
});

describe("le prochain acte", () => {
  const prochain = (etat: Etat, au: string) => {
    const suite = prochainActe(etat, jour(au));
    return suite === null ? null : [suite.acte, suite.echeance];
  };

  it("est ce qui est en retard, avant la prochaine séance", () => {
    expect(prochain(avant("declarerEntree"), "2026-10-02")).toEqual(["declarerEntree", "2026-10-01"]);
  });

  it("est la prochaine séance, avant une échéance plus lointaine", () => {
    const etat = avant("verserTravail");
    expect(aFaire(etat, juger(etat, jour("2026-10-20")))[0]!.echeance).toBe("2026-11-09");
    expect(prochain(etat, "2026-10-20")).toEqual(["tenirSeance", "2026-10-26"]);
  });

  it("est la séance quand l’échéance tombe le même jour", () => {
    const etat = avant("arreterDocumentSuivi");
    expect(aFaire(etat, juger(etat, jour("2026-10-06")))[0]).toMatchObject({
      acte: "arreterDocumentSuivi",
      echeance: "2026-10-12",
    });
    expect(prochain(etat, "2026-10-06")).toEqual(["tenirSeance", "2026-10-12"]);
  });

  it("est la plus proche des séances prévues, dans quelque ordre qu’on les ait notées", () => {
    const etat = avant("verserTravail");
    expect(prochain({ ...etat, seances: etat.seances.toReversed() }, "2026-10-20")).toEqual([
      "tenirSeance",
      "2026-10-26",
    ]);
  });

  it("est la séance prévue, avant ce que rien ne date", () => {
    const suite = prochainActe(avant("verserTravail"), jour("2026-10-20"), [demande("verserTravail", null)]);
    expect([suite?.acte, suite?.echeance]).toEqual(["tenirSeance", "2026-10-26"]);
  });

  it("sans date, est ce qu’un constat demande, avant l’usage", () => {
    expect(prochain(avant("passerCommande"), "2026-09-09")).toEqual(["remplirQuestionnaire", null]);
  });

  it("sans rien de demandé, est l’acte d’usage de l’étape", () => {
    const usuel = (etat: Etat) => prochainActe(etat, jour("2026-09-03"), [])?.acte;
    expect(usuel(raconter(ACCUEIL, new Essai(), "noterEntretien").etat)).toBe("noterEntretien");
    expect(usuel(raconter(ACCUEIL).etat)).toBe("emettreDevis");
    expect(usuel(avant("declarerServiceFait"))).toBe("declarerServiceFait");
  });

  it("n’est de détruire qu’après la réponse de la personne, sauf quand la loi n’attend plus", () => {
    const remis = raconter(BILAN_CPF, new Essai(), "detruireContenus").etat;
    const terme = jourDeLaFin(remis)!;
    const seul = [demande("detruireContenus", terme)];
    const suite = (etat: Etat, jours: number) => prochainActe(etat, ajouterJours(terme, jours), seul)?.acte;
    const ouvert: Etat = {
      ...remis,
      conservations: [],
      remise: { ...remis.remise!, signatures: [] },
      signaturesApposees: [],
    };
    expect(attenduAvantDeDetruire(ouvert, terme).map((a) => a.objet)).toEqual(["remise", "conservation"]);
    expect(suite(ouvert, 0)).toBe("declarerServiceFait");
    // The choice is closed after the term; the receipt is still awaited as long as the delay only warns.
    expect(attenduAvantDeDetruire(ouvert, ajouterJours(terme, 1)).map((a) => a.objet)).toEqual(["remise"]);
    expect([suite(ouvert, 7), suite(ouvert, 8)]).toEqual(["declarerServiceFait", "detruireContenus"]);
    expect(suite({ ...ouvert, remise: remis.remise }, 1)).toBe("detruireContenus");
    const clos = { ...ouvert, serviceFait: raconter(BILAN_CPF).etat.serviceFait };
    expect(prochainActe(clos, terme, seul)).toBeNull();
  });

  it("n’est plus rien quand la personne a été orientée", () => {
    expect(prochain(raconter(BILAN_ORIENTE).etat, "2026-09-04")).toBeNull();
  });
});

describe("un bilan qui n’aura pas lieu", () => {
  it("attend que ses textes soient détruits, et n’attend plus rien ensuite", () => {
    const oriente = raconter(BILAN_ORIENTE);
    expect(destructionSansBilan(oriente.etat, oriente.faits)?.acte).toBe("detruireContenus");
    oriente.faire("detruireContenus", jour("2026-09-10"), { documents: "0", atteste: "oui" });
    expect(destructionSansBilan(oriente.etat, oriente.faits)).toBeNull();
  });

  it("n’attend rien quand aucun texte n’y a été scellé, ni tant que le bilan peut avoir lieu", () => {
    const oriente = raconter(BILAN_ORIENTE);
    const sansTexte = oriente.faits.map((f) => ({ ...f, donnees: {} }));
    expect(destructionSansBilan(oriente.etat, sansTexte)).toBeNull();
    const enCours = raconter(ACCUEIL);
    expect(destructionSansBilan(enCours.etat, enCours.faits)).toBeNull();
  });
});
