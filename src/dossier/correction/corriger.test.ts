import { describe, expect, it } from "vitest";
import type { Essai } from "../../../tests/dossier/essai.ts";
import {
  ACCUEIL,
  BILAN_CPF,
  CONCLUSION,
  INVESTIGATION,
  type Pas,
  PRELIMINAIRE,
  raconter,
  VENTE_CPF,
} from "../../../tests/dossier/recits.ts";
import type { Etat } from "../../law/etat.ts";
import { minutesSignees } from "../../law/heures.ts";
import { jour } from "../../values/jour.ts";
import { catalogue, definitionDe } from "../catalogue.ts";
import { etapeDe } from "../etape.ts";
import type { Fait } from "../fait.ts";
import { corrigeables } from "./corrigeables.ts";
import { MODIFIABLES } from "./modifiables.ts";

const EN_COURS: readonly Pas[] = [...ACCUEIL, ...VENTE_CPF, ...PRELIMINAIRE, ...INVESTIGATION];
const AU = jour("2026-11-18");

const faitDe = (essai: Essai, type: string, rang = 0): Fait =>
  essai.faits.filter((f) => f.type === type)[rang]!;

/** The state without what only says who wrote what when. */
function sansTraces(etat: Etat): unknown {
  return JSON.parse(
    JSON.stringify(etat, (cle, v) =>
      ["consigneLe", "noteeLe", "fait"].includes(cle) && typeof v === "string" ? undefined : v,
    ),
  );
}

describe("un fait corrigé", () => {
  const faux: readonly Pas[] = ACCUEIL.map(([le, acte, r]) =>
    acte === "noterEntretien" ? [le, acte, { ...r, duree: "2 h" }] : [le, acte, r],
  );

  it("donne le même état que s’il avait été juste dès le début", () => {
    const essai = raconter(faux);
    const { id } = faitDe(essai, "entretien_prealable_tenu.v1");
    essai.faire("corrigerFait", jour("2026-09-08"), { fait: id, duree: "1 h", motif: "faute de frappe" });
    expect(sansTraces(essai.etat)).toEqual(sansTraces(raconter(ACCUEIL).etat));
  });

  it("change aussi de jour", () => {
    const essai = raconter(ACCUEIL);
    const { id } = faitDe(essai, "consentement_recueilli.v1");
    essai.faire("corrigerFait", jour("2026-09-08"), {
      fait: id,
      date: "05/09/2026",
      motif: "faute de frappe",
    });
    expect(essai.etat.consentement?.date).toBe("2026-09-05");
  });

  it("reste lisible, avec sa correction après lui", () => {
    const essai = raconter(faux);
    const avant = essai.faits;
    const original = faitDe(essai, "entretien_prealable_tenu.v1");
    essai.faire("corrigerFait", jour("2026-09-08"), { fait: original.id, duree: "1 h", motif: "faute" });
    expect(essai.faits.slice(0, avant.length)).toEqual(avant);
    expect(essai.faits.at(-1)).toMatchObject({
      type: "fait_corrige.v1",
      date: "2026-09-08",
      donnees: { corrige: original.id, motif: "faute" },
    });
  });

  it("se relit du journal, où ce qui est absent n’est pas écrit", () => {
    const essai = raconter([...ACCUEIL, ["2026-09-08", "noterRefus"]]);
    const entretien = faitDe(essai, "entretien_prealable_tenu.v1");
    essai.faire("corrigerFait", jour("2026-09-09"), { fait: entretien.id, duree: "45 min", motif: "faute" });
    const refus = faitDe(essai, "refus_note.v1");
    essai.faire("corrigerFait", jour("2026-09-09"), { fait: refus.id, quoi: "annuler", motif: "faute" });
    const avant = essai.etat;
    essai.relire();
    expect(essai.etat).toEqual(avant);
  });

  it("se corrige de nouveau quand la correction était fausse, elle non", () => {
    const essai = raconter(faux);
    const { id } = faitDe(essai, "entretien_prealable_tenu.v1");
    const [correction] = essai.faire("corrigerFait", jour("2026-09-08"), {
      fait: id,
      duree: "1 h 30",
      motif: "faute de frappe",
    });
    essai.faire("corrigerFait", jour("2026-09-09"), { fait: id, duree: "1 h", motif: "relu l’agenda" });
    expect(essai.etat.entretien?.duree).toBe(60);
    expect(corrigeables(essai.faits).map((f) => f.id)).not.toContain(correction!.id);
    expect(
      essai.refus("corrigerFait", jour("2026-09-10"), { fait: correction!.id, duree: "1 h", motif: "x" }),
    ).toMatchObject([{ champ: "fait", phrase: "Choisissez une des réponses proposées." }]);
  });
});

describe("un fait annulé", () => {
  it("disparaît de l’état et reste dans la liste", () => {
    const essai = raconter([...ACCUEIL, ["2026-09-08", "noterRefus"]]);
    expect(etapeDe(essai.etat)).toBe("refuse");
    const { id } = faitDe(essai, "refus_note.v1");
    essai.faire("corrigerFait", jour("2026-09-09"), { fait: id, quoi: "annuler", motif: "mauvais dossier" });
    expect(essai.etat.refus).toBeNull();
    expect(etapeDe(essai.etat)).toBe("preparation");
    expect(faitDe(essai, "refus_note.v1").id).toBe(id);
  });

  it("ne s’annule pas sous un fait qui s’appuie sur lui", () => {
    const essai = raconter([...ACCUEIL, ...VENTE_CPF]);
    const { id } = faitDe(essai, "devis_emis.v1");
    expect(
      essai.refus("corrigerFait", jour("2026-09-15"), { fait: id, quoi: "annuler", motif: "x" }),
    ).toEqual([
      {
        champ: "quoi",
        phrase: expect.stringContaining("Un autre fait s’appuie sur celui-ci : Devis accepté"),
        remede: "Cela devient possible quand cet autre fait est annulé lui aussi.",
      },
    ]);
  });

  it("ne change pas de jour par-dessus un fait dont il dépend, ni par-dessus un qui dépend de lui", () => {
    const essai = raconter([...ACCUEIL, ...VENTE_CPF]);
    const [devis, accord] = [faitDe(essai, "devis_emis.v1"), faitDe(essai, "devis_accepte.v1")];
    expect(
      essai.refus("corrigerFait", jour("2026-09-15"), { fait: devis.id, date: "10/09/2026", motif: "x" }),
    ).toMatchObject([
      {
        champ: "date",
        phrase: expect.stringContaining("après un fait qui dépend de celui-ci : Devis accepté"),
      },
    ]);
    expect(
      essai.refus("corrigerFait", jour("2026-09-15"), { fait: accord.id, date: "06/09/2026", motif: "x" }),
    ).toMatchObject([
      {
        champ: "date",
        phrase: expect.stringContaining("avant un fait dont celui-ci dépend : Devis personnalisé remis"),
      },
    ]);
  });
});

describe("une séance corrigée", () => {
  it("perd ses signatures quand ses heures changent, et se signe de nouveau", () => {
    const essai = raconter(BILAN_CPF);
    const { id } = faitDe(essai, "seance_tenue.v1", 2);
    essai.faire("corrigerFait", AU, { fait: id, fin: "11 h 30", motif: "finie plus tôt" });
    const seance = essai.etat.seances[2]!;
    expect(seance).toMatchObject({ fin: "11:30", fait: 120, signatures: [] });
    expect(minutesSignees(essai.etat.seances)).toBe(1050);
    for (const par of ["beneficiaire", "conseiller"])
      essai.faire("signerSeance", AU, { par, nom: "Alix Martin", atteste: "oui" });
    expect(minutesSignees(essai.etat.seances)).toBe(1170);
  });

  it("garde ses signatures quand seul son thème change", () => {
    const essai = raconter(BILAN_CPF);
    const { id } = faitDe(essai, "seance_tenue.v1", 2);
    essai.faire("corrigerFait", AU, { fait: id, themes: ["parcours"], motif: "oubli" });
    expect(essai.etat.seances[2]).toMatchObject({ themes: ["parcours"], signatures: [{}, {}] });
  });

  it("garde une pause qui avait été retirée", () => {
    const essai = raconter([...ACCUEIL, ...VENTE_CPF]);
    essai.faire("tenirSeance", jour("2026-09-28"), {
      debut: "9 h",
      fin: "12 h",
      fait: "2 h 30",
      modalite: "presentiel",
      lieu: "Rennes",
      themes: ["analyse_demande"],
    });
    const { id } = faitDe(essai, "seance_tenue.v1");
    essai.faire("corrigerFait", jour("2026-09-28"), { fait: id, fin: "12 h 30", motif: "finie plus tard" });
    expect(essai.etat.seances[0]).toMatchObject({ fin: "12:30", fait: 150 });
  });

  it("a un seul jour, celui du fait et celui de la séance", () => {
    const essai = raconter(EN_COURS);
    const { id } = faitDe(essai, "seance_tenue.v1", 2);
    essai.faire("corrigerFait", AU, { fait: id, jour: "13/10/2026", motif: "notée un jour trop tôt" });
    expect(essai.etat.seances[2]!.date).toBe("2026-10-13");
    expect(essai.faits.find((f) => f.type === "fait_corrige.v1")?.donnees).toMatchObject({
      date: "2026-10-13",
      remplacement: { date: "2026-10-13" },
    });
  });

  it("est refusée quand ses nouvelles heures sont impossibles", () => {
    const essai = raconter(EN_COURS);
    const { id } = faitDe(essai, "seance_tenue.v1", 2);
    const refus = (r: Record<string, string>) =>
      essai.refus("corrigerFait", AU, { fait: id, motif: "x", ...r });
    expect(refus({ fin: "9 h" })).toMatchObject([{ champ: "fin" }]);
    expect(refus({ duree: "3 h" })).toMatchObject([{ champ: "duree" }]);
    expect(refus({ jour: "19/10/2026" })).toMatchObject([{ champ: "debut" }]);
    expect(refus({ jour: "19/11/2026" })).toMatchObject([
      { champ: "jour", phrase: "Cette date est dans le futur." },
    ]);
  });

  it("annulée, redevient prévue, et le numéro d’une séance retirée ne sert plus", () => {
    const essai = raconter(EN_COURS);
    const derniere = essai.etat.seances.at(-1)!;
    const plan = essai.faits.find(
      (f) => f.type === "seance_planifiee.v1" && (f.donnees as { seance: string }).seance === derniere.id,
    )!;
    essai.faire("corrigerFait", jour("2026-11-05"), { fait: plan.id, quoi: "annuler", motif: "en double" });
    essai.faire("planifierSeance", jour("2026-11-05"), { jour: "16/11/2026", debut: "14 h", fin: "16 h" });
    expect(essai.etat.seances.map((s) => s.id)).toEqual([
      "s1",
      "s2",
      "s3",
      "s4",
      "s5",
      "s6",
      "s7",
      "s8",
      "s10",
    ]);
    const tenue = faitDe(essai, "seance_tenue.v1", 6);
    essai.faire("corrigerFait", AU, { fait: tenue.id, quoi: "annuler", motif: "n’a pas eu lieu" });
    expect(essai.etat.seances[6]).toMatchObject({ statut: "prevue", fait: 0, signatures: [] });
  });
});

describe("le formulaire de correction", () => {
  const essai = raconter([...EN_COURS, ...CONCLUSION]);

  it("ouvert sur un fait, ne montre que ce que ce fait dit", () => {
    const { id } = faitDe(essai, "synthese_remise.v1");
    expect(essai.refus("corrigerFait", AU, { duree: "1 h" }, id).map((r) => r.champ)).toEqual(["motif"]);
    const seance = faitDe(essai, "seance_tenue.v1");
    expect(Object.keys(essai.champs("corrigerFait", AU, seance.id))).toEqual([
      "fait",
      "quoi",
      "date",
      "jour",
      "debut",
      "fin",
      "duree",
      "themes",
      "motif",
    ]);
    expect(essai.champs("corrigerFait", AU, seance.id).duree?.libelle).toBe("Temps passé ensemble");
  });

  it("n’annonce que des données que les faits ont", () => {
    for (const [type, modifiables] of Object.entries(MODIFIABLES)) {
      expect(catalogue.map((d) => d.type)).toContain(type);
      const forme = JSON.stringify((definitionDe(type).schema as { def?: unknown }).def, (_, v) => v);
      for (const m of Object.values(modifiables))
        expect(forme, type).toContain(`"${m.chemin.split(".")[0]}"`);
    }
  });
});
