import { describe, expect, it } from "vitest";
import { Essai, type Reponses } from "../../tests/dossier/essai.ts";
import {
  ACCUEIL,
  DEVIS,
  MENTIONS_TROIS,
  type Pas,
  VENTE_CPF,
  VENTE_EMPLOYEUR,
} from "../../tests/dossier/recits.ts";
import { type Jour, jour } from "../values/jour.ts";

/** A body whose only certificate for bilans ends that day: the gap is there before the order is. */
class Echeance extends Essai {
  constructor(au: Jour) {
    super();
    const { organisme } = this.initial;
    this.initial.organisme = { ...organisme, certificats: organisme.certificats.map((c) => ({ ...c, au })) };
  }

  raconter(pas: readonly Pas[]): this {
    for (const [le, acte, reponses] of pas) this.faire(acte, jour(le), reponses);
    return this;
  }
}

const refusE08 = (essai: Essai, acte: string, le: string, reponses?: Reponses) =>
  essai.refus(acte, jour(le), reponses).filter((r) => r.remede?.startsWith("Règle E08"));

const AVANT_REPONSE = VENTE_CPF.slice(0, 4);
const OPCO: readonly Pas[] = [
  ["2026-09-07", "arreterFinancement", { principal: "opco", anterieur: "aucun", surTempsDeTravail: "oui" }],
  ["2026-09-07", "emettreDevis", DEVIS],
  ["2026-09-09", "accepterDevis"],
];

describe("un certificat Qualiopi échu arrête toute commande d’argent public, même quand l’écart se voyait déjà", () => {
  it("au CPF, la proposition qui accepte la commande", () => {
    const essai = new Echeance(jour("2026-09-10")).raconter([...ACCUEIL, ...AVANT_REPONSE]);
    const reponses = { debutPrevu: "28/09/2026" };
    expect(refusE08(essai, "repondreCommande", "2026-09-10", reponses)).toEqual([]);
    const refus = refusE08(essai, "repondreCommande", "2026-09-11", reponses);
    expect(refus).toHaveLength(1);
    expect(refus[0]!.phrase).toMatch(/^Le certificat Qualiopi a pris fin le 10\sseptembre\s2026\./);
  });

  it("à l’opérateur de compétences, la convention, puis chacune de ses signatures", () => {
    const convention = { mentions: MENTIONS_TROIS };
    const essai = new Echeance(jour("2026-09-10")).raconter([...ACCUEIL, ...OPCO]);
    expect(refusE08(essai, "transmettreConvention", "2026-09-11", convention)).toHaveLength(1);
    essai.faire("transmettreConvention", jour("2026-09-10"), convention);
    expect(
      refusE08(essai, "signerConvention", "2026-09-11", { par: "organisme", atteste: "oui" }),
    ).toHaveLength(1);
  });

  it("mais rien quand l’argent est privé", () => {
    const essai = new Echeance(jour("2026-08-31"));
    essai.raconter([...ACCUEIL, ...VENTE_EMPLOYEUR]);
    expect(essai.etat.convention?.signatures).toHaveLength(3);
  });
});
