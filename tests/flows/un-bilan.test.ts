import { describe, expect, it } from "vitest";
import { etapeDe } from "../../src/dossier/etape.ts";
import { BILAN } from "../../src/law/bilan-exemple.ts";
import { minutesSignees } from "../../src/law/heures.ts";
import { juger, manquements } from "../../src/law/judge.ts";
import { heures } from "../../src/values/duree.ts";
import { jour } from "../../src/values/jour.ts";
import { euros } from "../../src/values/montant.ts";
import type { Essai } from "../dossier/essai.ts";
import { BILAN_ARRETE, BILAN_CPF, BILAN_EMPLOYEUR, BILAN_ORIENTE, raconter } from "../dossier/recits.ts";

const ecarts = (essai: Essai, au: string) =>
  juger(essai.etat, jour(au))
    .filter((c) => c.verdict === "non_conforme")
    .map((c) => `${c.rule.id} ${c.reserve === undefined ? "" : "(réserve) "}${c.ecart}`);

describe("un bilan payé par le CPF, de l’appel au service fait", () => {
  const essai = raconter(BILAN_CPF);
  const etat = essai.etat;

  it("ne laisse aucun écart, pas même un avertissement", () => {
    expect(ecarts(essai, "2026-11-17")).toEqual([]);
    expect(manquements(juger(etat, jour("2026-11-17")))).toEqual([]);
  });

  it("donne l’état qu’un bilan exemplaire a", () => {
    expect(etapeDe(etat)).toBe("apres");
    expect(minutesSignees(etat.seances)).toBe(heures(20));
    expect(etat.seances.map((s) => [s.date, s.prevu, s.fait, s.phase, s.themes])).toEqual(
      BILAN.seances.map((s) => [s.date, s.prevu, s.fait, s.phase, s.themes]),
    );
    expect(etat.devis[0]!.cpf).toEqual(BILAN.devis[0]!.cpf);
    expect(etat.documentsSuivi[0]!.phases).toEqual(BILAN.documentsSuivi[0]!.phases);
    expect(etat.documentsSuivi[0]).toMatchObject({ seances: 9, debut: "2026-09-28", fin: "2026-11-16" });
    expect(etat.serviceFait).toMatchObject({
      motif: "integralite",
      tauxDeclare: 10_000,
      minutesDeclarees: 1200,
    });
    expect(etat.entretienSuivi).toMatchObject({ prevuLe: "2027-05-18", reponse: "accepte" });
  });

  it("propose la facture au prorata des heures signées, jusqu’à son paiement", () => {
    essai.faire("noterValidation", jour("2026-11-18"));
    essai.faire("emettreFacture", jour("2026-11-18"), { numero: "F-2026-40" });
    essai.faire("noterPaiement", jour("2026-12-10"));
    expect(essai.etat.factures[0]).toMatchObject({ montant: euros(1580), payeeLe: "2026-12-10" });
    expect(ecarts(essai, "2026-12-10")).toEqual([]);
  });
});

describe("un bilan au plan de l’employeur, avec une convention à trois", () => {
  const essai = raconter(BILAN_EMPLOYEUR);

  it("ne laisse aucun écart", () => {
    expect(ecarts(essai, "2026-11-17")).toEqual([]);
  });

  it("lie les trois parties et certifie les heures faites", () => {
    expect(essai.etat.convention?.signatures).toHaveLength(3);
    expect(essai.etat.certificat?.minutes).toBe(heures(20));
    expect(essai.etat.commande).toBeNull();
    expect(etapeDe(essai.etat)).toBe("apres");
  });
});

describe("un bilan arrêté après deux séances", () => {
  const essai = raconter(BILAN_ARRETE);

  it("annule les séances restantes et propose le motif des faits", () => {
    expect(essai.etat.seances.map((s) => s.statut)).toEqual([
      ...Array.from({ length: 2 }, () => "tenue"),
      ...Array.from({ length: 7 }, () => "annulee"),
    ]);
    expect(essai.etat.serviceFait).toMatchObject({ motif: "abandon_stagiaire", minutesDeclarees: 210 });
    expect(essai.etat.serviceFait?.tauxDeclare).toBe(1750);
  });

  it("ne laisse aucun écart", () => {
    expect(ecarts(essai, "2026-10-09")).toEqual([]);
  });
});

describe("une personne orientée à l’entretien", () => {
  const essai = raconter(BILAN_ORIENTE);

  it("part vers le service qu’elle cherche, sans écart", () => {
    expect(essai.etat.orientation?.vers).toBe("cv_lettre");
    expect(etapeDe(essai.etat)).toBe("oriente");
    expect(ecarts(essai, "2026-09-04")).toEqual([]);
  });

  it("ne peut plus recevoir de devis", () => {
    expect(essai.refus("emettreDevis", jour("2026-09-04"))).toMatchObject([
      {
        phrase:
          "« Remettre un devis » n’est pas possible : la personne a été orientée vers un autre service.",
      },
    ]);
  });
});
