import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { acteDeNom } from "../../src/dossier/catalogue-actes.ts";
import { MEMES_HEURES } from "../../src/dossier/memes-heures.ts";
import { agir } from "../../src/usecases/dossier/agir.ts";
import { consulterDossier } from "../../src/usecases/dossier/consulter-dossier.ts";
import type { Auteur } from "../../src/usecases/maison.ts";
import { formatHeure } from "../../src/values/heure.ts";
import { BILAN_REMIS } from "../harness/bilan.ts";
import { ecrireFaits, ouvrirDossierVide } from "../harness/histoire.ts";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";

const ENGAGE = BILAN_REMIS.slice(
  0,
  BILAN_REMIS.findIndex((f) => typeof f !== "function" && f.type === "seance_planifiee.v1"),
);
const HIER = "23/11/2026";
const DEMAIN = "25/11/2026";
const COMMUN = { phase: "preliminaire", modalite: "presentiel", lieu: "Rennes", intervenant: "nadia" };

type Saisie = Record<string, string | readonly string[]>;

/** An organisation with so many dossiers that wait for their first session, and what its counsellor does there. */
async function dossiersEngages(combien: number) {
  const m = await ouvrirMaisonDeTest();
  const conseiller = await m.client("conseiller");
  const references: string[] = [];
  for (let i = 0; i < combien; i += 1) {
    const { reference } = await ouvrirDossierVide(m.maison, conseiller.auteur);
    await ecrireFaits(m.maison, conseiller.auteur, reference, ENGAGE);
    references.push(reference);
  }
  const faire = (reference: string, acte: string, saisie: Saisie, auteur: Auteur = conseiller.auteur) =>
    agir(m.maison, auteur, {
      reference,
      acte: acteDeNom(acte)!,
      brut: Object.fromEntries(
        Object.entries({ ...COMMUN, ...saisie }).map(([nom, v]) => [nom, typeof v === "string" ? [v] : v]),
      ),
      cle: randomUUID(),
    });
  const tenir = (reference: string, debut: string, fin: string, individuelle = "oui") =>
    faire(reference, "tenirSeance", {
      seance: "non_prevue",
      date: HIER,
      debut,
      fin,
      individuelle,
      themes: ["parcours"],
    });
  const planifier = (reference: string, debut: string, fin: string, plus: Saisie = {}, auteur?: Auteur) =>
    faire(reference, "planifierSeance", { jour: DEMAIN, debut, fin, ...plus }, auteur);
  const lire = async (reference: string) => (await consulterDossier(m.maison, conseiller.auteur, reference))!;
  return { m, conseiller, references, faire, tenir, planifier, lire };
}

const phrase = (reponse: unknown) =>
  ((reponse as { refus?: { phrase: string }[] }).refus?.[0]?.phrase ?? "").replace(/[\u00a0\u202f]/g, " ");

it("une séance tenue aux heures d’une autre du même conseiller est refusée, sauf si les deux sont collectives", async () => {
  const { references, tenir } = await dossiersEngages(4);
  const [a, b, c, d] = references as [string, string, string, string];
  expect((await tenir(a, "9 h", "11 h")).issue).toBe("fait");
  const refusee = await tenir(b, "10 h", "12 h");
  expect(phrase(refusee)).toBe(
    `Nadia Benali a tenu une séance individuelle le lundi 23 novembre 2026, de 9 h à 11 h (${a}) : personne n’est à deux endroits à la fois.`,
  );
  expect((await tenir(b, "10 h", "12 h", "non")).issue).toBe("refus");
  expect((await tenir(b, "11 h", "12 h")).issue).toBe("fait");
  expect((await tenir(c, "14 h", "16 h", "non")).issue).toBe("fait");
  expect((await tenir(d, "14 h", "16 h", "non")).issue).toBe("fait");
  expect(phrase(await tenir(a, "15 h", "17 h"))).toContain("séance collective");
});

it("prévue aux mêmes heures, elle attend qu’on l’ait vu, et de nouveau si autre chose s’y ajoute", async () => {
  const { conseiller, references, planifier, lire } = await dossiersEngages(3);
  const [a, b, c] = references as [string, string, string];
  expect((await planifier(a, "14 h", "16 h")).issue).toBe("fait");
  const saisie = { ...COMMUN, jour: DEMAIN, debut: "15 h", fin: "17 h" };
  const envoyer = async (plus: Record<string, string> = {}) => {
    const reponse = await conseiller.post(`/dossiers/${b}/actes/planifierSeance`, {
      jeton: randomUUID(),
      ...saisie,
      ...plus,
    });
    const page = (await reponse.text()).replace(/[\u00a0\u202f]/g, " ");
    const marque = new RegExp(`<input[^>]*name="${MEMES_HEURES}"[^>]*>`).exec(page)?.[0] ?? "";
    return { statut: reponse.status, page, marque, valeur: /value="([^"]*)"/.exec(marque)?.[1] ?? "" };
  };
  const vue = await envoyer();
  expect(vue.statut).toBe(422);
  expect(vue.page).toContain(
    `Nadia Benali a déjà une séance dans un autre dossier le mercredi 25 novembre 2026`,
  );
  expect(vue.page).toContain(`de 14 h à 16 h (${a})`);
  expect(vue.marque).not.toContain("checked");
  expect((await lire(b)).etat.seances).toEqual([]);

  // Meanwhile the counsellor gets another one at these hours: what was seen is not all there is.
  expect((await planifier(c, "16 h", "18 h")).issue).toBe("fait");
  const encore = await envoyer({ [MEMES_HEURES]: vue.valeur });
  expect([encore.statut, encore.marque.includes("checked")]).toEqual([422, false]);
  expect((await envoyer({ [MEMES_HEURES]: encore.valeur })).statut).toBe(303);
  expect((await lire(b)).etat.seances).toHaveLength(1);
  // Hours that touch, another day, another counsellor: nothing to see.
  expect((await planifier(a, "18 h", "19 h")).issue).toBe("fait");
  expect((await planifier(a, "15 h", "16 h", { jour: "26/11/2026" })).issue).toBe("fait");
});

it("déplacer et corriger passent par la même vue", async () => {
  const { references, planifier, faire, tenir, lire } = await dossiersEngages(2);
  const [a, b] = references as [string, string];
  await planifier(a, "14 h", "16 h");
  await planifier(b, "9 h", "11 h");
  const deplacee = await faire(b, "deplacerSeance", {
    seance: "s1",
    jour: DEMAIN,
    debut: "15 h",
    fin: "16 h",
  });
  expect(deplacee).toMatchObject({ issue: "refus", refus: [{ champ: MEMES_HEURES }] });

  await tenir(a, "9 h", "11 h");
  await tenir(b, "14 h", "16 h");
  const fait = (await lire(b)).faits.find((f) => f.type === "seance_tenue.v1")!;
  const corriger = (champs: Saisie) =>
    faire(b, "corrigerFait", { fait: fait.id, quoi: "remplacer", motif: "erreur de saisie", ...champs });
  expect(phrase(await corriger({ debut: "10 h", fin: "12 h" }))).toContain(
    "une séance individuelle le lundi 23 novembre 2026, de 9 h à 11 h",
  );
  // Today at ten, nobody says that a session ended at noon.
  expect(phrase(await corriger({ jour: "24/11/2026", debut: "9 h", fin: "12 h" }))).toBe(
    "La séance finit à 12 h : notez-la ensuite.",
  );
  expect(phrase(await corriger({ jour: "01/08/2026" }))).toContain("vient avant l’entretien préalable");
  expect((await corriger({ debut: "11 h", fin: "13 h" })).issue).toBe("fait");
  const plan = (await lire(b)).faits.find((f) => f.type === "seance_planifiee.v1")!;
  const passee = await faire(b, "corrigerFait", {
    fait: plan.id,
    quoi: "remplacer",
    jour: HIER,
    motif: "erreur",
  });
  expect(phrase(passee)).toContain("elle ne pouvait pas l’être pour un jour déjà passé");
});

it("qui ne voit pas l’autre dossier apprend les heures, et rien de plus", async () => {
  const { m, references, planifier } = await dossiersEngages(2);
  const [a, b] = references as [string, string];
  const site = randomUUID();
  const { base } = m.maison;
  await base.pool.query("insert into site (organisme_id, id, nom) values ($1, $2, 'Rennes')", [
    m.organismeId,
    site,
  ]);
  await base.pool.query("update dossier set site = $1 where reference = $2", [site, b]);
  await planifier(a, "14 h", "16 h");
  const { auteur } = await m.client("conseiller");
  const refus = await planifier(b, "15 h", "17 h", {}, { ...auteur, sites: [site] });
  expect(phrase(refus)).toContain("de 14 h à 16 h (autre dossier)");
  expect(JSON.stringify(refus)).not.toMatch(new RegExp(`${a}|Fictive|Camille`));
});

it("deux actes au même instant dans deux dossiers ne passent jamais tous les deux", async () => {
  const { references, tenir, planifier, lire } = await dossiersEngages(8);
  for (let i = 0; i < references.length; i += 2) {
    const paire = references.slice(i, i + 2);
    const debut = formatHeure(`${String(8 + i).padStart(2, "0")}:00` as never);
    const fin = formatHeure(`${String(9 + i).padStart(2, "0")}:00` as never);
    const tenues = await Promise.all(paire.map((r) => tenir(r, debut, fin)));
    expect(tenues.map((r) => r.issue).toSorted()).toEqual(["fait", "refus"]);
    const prevues = await Promise.all(paire.map((r) => planifier(r, debut, fin)));
    expect(prevues.map((r) => r.issue).toSorted()).toEqual(["fait", "refus"]);
    const seances = (await Promise.all(paire.map(lire))).map((d) => d.etat.seances.length);
    expect(seances[0]! + seances[1]!).toBe(2);
  }
});
