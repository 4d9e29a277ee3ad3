import { describe, expect, test } from "vitest";
import { administrer } from "../../tests/harness/base.ts";
import { type MaisonDeTest, ouvrirMaisonDeTest } from "../../tests/harness/maison.ts";
import { BILAN } from "../law/bilan-exemple.ts";
import { juger } from "../law/judge.ts";
import { transaction } from "../store/connexion.ts";
import { ouvrirContenus } from "../usecases/contenus/contenus-ouverts.ts";
import { chargerDossier } from "../usecases/dossier/charger-dossier.ts";
import { resumeDuDossier } from "../usecases/dossier/resume-du-dossier.ts";
import { verifierLeJournal } from "../usecases/journal/verifier-le-journal.ts";
import type { Maison } from "../usecases/maison.ts";
import { jour } from "../values/jour.ts";
import { raconterDemonstration } from "./raconter.ts";

const AU = jour("2026-11-24");

/** A year whose figures no text gives yet: a visitor of that day is still to see the demonstration. */
const ANNEE_SUIVANTE = jour("2027-06-15");

async function demontrer(m: MaisonDeTest, dossiers: number, graine?: string, au = AU): Promise<string[]> {
  const phrases: string[] = [];
  const voulus = graine === undefined ? { dossiers } : { dossiers, graine };
  await raconterDemonstration(m.maison, m.comptes, au, voulus, (p) => phrases.push(p));
  return phrases;
}

const base = (maison: Maison) => (maison.base.pool.options as { database: string }).database;

/** Everything that a copy shows, without what its keys make of it. */
async function lire(maison: Maison, requete: string): Promise<Record<string, unknown>[]> {
  return (await administrer(requete, base(maison))).rows;
}

const LIGNES = `select organisme_id, id, reference, nom_affiche, etape, conseiller, prochaine_echeance, alertes, n
  from dossier order by id`;

/** Where each of the twelve stands, and the rules that it breaks beyond doubt: what a visitor is meant to find there. */
const LES_DOUZE: Record<string, [etape: string, regles: string[]]> = {
  "Anne-Lise Le Goff": ["accueil", []],
  "Ousmane Diarra": ["preparation", []],
  "Gérard Œuvrard": ["oriente", []],
  "Inès Carlier": ["engage", []],
  "Camille Moreau": ["deroulement", []],
  // Late: the entry is not declared, a session has neither signature nor trace.
  "Yanis Lefèvre": ["deroulement", ["C13", "D02"]],
  // Spread over more weeks, with an event and its proof; then without.
  "María José Fernández d’Almeida": ["deroulement", []],
  "Kévin N’Diaye": ["deroulement", ["A07"]],
  "Hélène Pasquier": ["apres", []],
  "Thomas Roussel": ["apres", []],
  "Paul Rivière": ["deroulement", []],
  "Sophie Guérin": ["apres", []],
};

// Each of these tells the twelve stories, several times over, beside whatever else the machine does.
describe("la démonstration en nombre", { timeout: 120_000 }, () => {
  test("200 dossiers : chacun a ses faits, sa tête, ses clés, et le journal est intact", async () => {
    const m = await ouvrirMaisonDeTest({ fondee: false });
    const phrases = await demontrer(m, 200);
    expect(phrases.at(-1)).toMatch(/^188 dossiers écrits sur 188, .+ par seconde\.$/);
    const lignes = await lire(m.maison, LIGNES);
    expect(new Set(lignes.map((l) => l.reference)).size).toBe(200);
    expect(new Set(lignes.map((l) => l.etape)).size).toBeGreaterThanOrEqual(6);
    expect(new Set(lignes.map((l) => l.nom_affiche)).size).toBeGreaterThan(150);
    const organismeId = String(lignes[0]!.organisme_id);
    const contes = lignes.filter((l) => /^D-(2026-00(0\d|1[01])|2023-0001)$/.test(String(l.reference)));
    const { dossiers, entrees, checkpoints, constats } = await verifierLeJournal(m.maison, organismeId);
    expect({ dossiers, constats }).toEqual({ dossiers: 200, constats: [] });
    expect(entrees).toBeGreaterThan(188);
    expect(checkpoints).toBeGreaterThan(0);
    await transaction(m.maison.base, organismeId, async (tx) => {
      let contenus = 0;
      for (const ligne of lignes) {
        const dossier = (await chargerDossier(tx, String(ligne.reference)))!;
        const { initial, identite, faits } = dossier;
        const resume = resumeDuDossier(initial, identite, faits, String(ligne.conseiller), AU);
        expect([ligne.etape, ligne.alertes, ligne.n]).toEqual([resume.etape, resume.alertes, faits.length]);
        contenus += (await ouvrirContenus(m.maison, tx, dossier))?.size ?? 0;
      }
      expect(contenus).toBeGreaterThan(200);
      const vus: typeof LES_DOUZE = {};
      for (const { reference, nom_affiche, etape } of contes) {
        const { etat } = (await chargerDossier(tx, String(reference)))!;
        const enfreintes = juger(etat, AU).filter((c) => c.verdict === "non_conforme" && !c.reserve);
        vus[String(nom_affiche)] = [String(etape), enfreintes.map((c) => c.rule.id)];
      }
      expect(vus).toEqual(LES_DOUZE);
    });
    const { get } = await m.client("conseiller", organismeId);
    for (const { reference } of lignes
      .filter((l) => l.conseiller === "nadia" && Number(l.n) > 2)
      .slice(-12)) {
      for (const onglet of ["", "/seances", "/notes", "/papiers", "/controle"])
        expect((await get(`/dossiers/${reference}${onglet}`)).status, `${reference}${onglet}`).toBe(200);
    }
    expect(m.pannes).toEqual([]);
  });

  test("la même graine donne les mêmes dossiers, sauf leurs clés ; une autre, d’autres", async () => {
    const vus = await Promise.all(
      ["a", "a", "b"].map(async (graine) => {
        const m = await ouvrirMaisonDeTest({ fondee: false });
        await demontrer(m, 40, graine);
        const sansClefs = `select id, reference, nom_affiche, etape, prochaine_echeance from dossier
          where id in (select dossier_id from journal_entree where taille > 1 group by 1 having count(*) = 1)
          order by reference`;
        const cles = await lire(m.maison, "select encode(enveloppe, 'hex') as e from cle_dossier");
        return { lignes: await lire(m.maison, sansClefs), cles: cles.map((c) => c.e) };
      }),
    );
    const [a, encore, b] = vus;
    expect(a!.lignes.length).toBeGreaterThan(20);
    expect(encore!.lignes).toEqual(a!.lignes);
    expect(b!.lignes).not.toEqual(a!.lignes);
    expect(a!.cles.some((c) => encore!.cles.includes(c))).toBe(false);
  });

  test("complète ce qui est là, et rien de plus, l’année suivante aussi", async () => {
    const m = await ouvrirMaisonDeTest({ fondee: false, maintenant: `${ANNEE_SUIVANTE}T09:00:00.000Z` });
    await demontrer(m, 20, undefined, ANNEE_SUIVANTE);
    await demontrer(m, 50, undefined, ANNEE_SUIVANTE);
    expect(await lire(m.maison, "select count(*)::integer as n from dossier")).toEqual([{ n: 50 }]);
    expect((await demontrer(m, 30, undefined, ANNEE_SUIVANTE)).at(-1)).toBe(
      "La démonstration a déjà ses 30 dossiers.",
    );
    const [premier] = await lire(m.maison, LIGNES);
    expect((await verifierLeJournal(m.maison, String(premier!.organisme_id))).constats).toEqual([]);
  });

  test.each([0, 30])(
    "n’ouvre ni n’écrit rien d’inventé chez un vrai organisme (%i dossiers)",
    async (dossiers) => {
      const m = await ouvrirMaisonDeTest({
        organisme: { ...BILAN.organisme, siret: "99900030000007", nda: "53350000099" },
      });
      await expect(demontrer(m, dossiers)).rejects.toThrow("ne sont pas celles de la démonstration");
      expect(await lire(m.maison, "select count(*)::integer as n from dossier")).toEqual([{ n: 0 }]);
    },
  );
});
