import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Essai } from "../../tests/dossier/essai.ts";
import { ACCUEIL, raconter, VENTE_CPF } from "../../tests/dossier/recits.ts";
import { baseFacture } from "../law/calcul/base-facture.ts";
import { minutesEngagees, minutesFaites, minutesSignees } from "../law/heures.ts";
import { formatJourSaisie } from "../values/dates-fr.ts";
import { formatDuree, minutes, sommeMinutes } from "../values/duree.ts";
import { ajouterJours, type Jour, jour } from "../values/jour.ts";
import { euros, prorata } from "../values/montant.ts";
import { repartirPhases, sommeDesPhases } from "./phases.ts";

const DEBUT = jour("2026-09-15");
const PREPARE = raconter([...ACCUEIL, ...VENTE_CPF]).faits;

/** One line of our own ledger: what was typed, and nothing of what the product computed. */
interface Ligne {
  prevu: number;
  fait: number;
  statut: "prevue" | "tenue" | "annulee" | "absence";
  signatures: Set<string>;
}

interface Monde {
  essai: Essai;
  au: Jour;
  lignes: Map<string, Ligne>;
}

interface Coup {
  acte: "planifier" | "deplacer" | "annuler" | "absence" | "tenir" | "improviser" | "signer" | "demain";
  rang: number;
  dans: number;
  heure: number;
  duree: number;
  pause: number;
  par: "beneficiaire" | "conseiller";
}

const coup: fc.Arbitrary<Coup> = fc.record({
  acte: fc.constantFrom(
    "planifier",
    "deplacer",
    "annuler",
    "absence",
    "tenir",
    "improviser",
    "signer",
    "demain",
  ),
  rang: fc.nat(5),
  dans: fc.nat(4),
  heure: fc.integer({ min: 8, max: 17 }),
  duree: fc.integer({ min: 1, max: 240 }),
  pause: fc.nat(60),
  par: fc.constantFrom("beneficiaire", "conseiller"),
});

const heure = (minutes: number) => `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")}`;
const horaire = (c: Coup) => ({ debut: heure(c.heure * 60), fin: heure(c.heure * 60 + c.duree) });
const choisir = (m: Monde, statut: Ligne["statut"], rang: number) => {
  const ids = [...m.lignes].filter(([, l]) => l.statut === statut).map(([id]) => id);
  return ids[rang % Math.max(1, ids.length)];
};

const faits = new Map<string, number>();

/** Tries the act; true when it was done. */
function tente(m: Monde, acte: string, reponses: Record<string, string | string[]>): boolean {
  const decision = m.essai.tenter(acte, m.au, reponses);
  if ("refus" in decision) return false;
  m.essai.faire(acte, m.au, reponses);
  faits.set(acte, (faits.get(acte) ?? 0) + 1);
  return true;
}

function planifier(m: Monde, c: Coup): void {
  const jourPrevu = formatJourSaisie(ajouterJours(m.au, c.dans));
  const faite = tente(m, "planifierSeance", {
    jour: jourPrevu,
    ...horaire(c),
    modalite: "presentiel",
    lieu: "Rennes",
  });
  if (faite)
    m.lignes.set(`s${m.lignes.size + 1}`, {
      prevu: c.duree,
      fait: 0,
      statut: "prevue",
      signatures: new Set(),
    });
}

function tenir(m: Monde, c: Coup, id: string | undefined): void {
  const passees = Math.max(1, c.duree - c.pause);
  const reponses = {
    seance: id ?? "non_prevue",
    date: formatJourSaisie(m.au),
    ...horaire(c),
    fait: formatDuree(passees),
    modalite: "presentiel",
    lieu: "Rennes",
    themes: ["parcours"],
  };
  if (!tente(m, "tenirSeance", reponses)) return;
  const connue = id === undefined ? undefined : m.lignes.get(id);
  m.lignes.set(id ?? `s${m.lignes.size + 1}`, {
    prevu: connue?.prevu ?? c.duree,
    fait: passees,
    statut: "tenue",
    signatures: new Set(),
  });
}

function jouer(m: Monde, c: Coup): void {
  if (c.acte === "demain") m.au = ajouterJours(m.au, 1 + c.dans);
  if (c.acte === "planifier") planifier(m, c);
  if (c.acte === "improviser") tenir(m, c, undefined);
  const prevue = choisir(m, "prevue", c.rang);
  const tenue = choisir(m, "tenue", c.rang);
  if (c.acte === "signer" && tenue !== undefined) {
    if (tente(m, "signerSeance", { seance: tenue, par: c.par, nom: "Alix Martin", atteste: "oui" }))
      m.lignes.get(tenue)!.signatures.add(c.par);
  }
  if (prevue === undefined) return;
  const ligne = m.lignes.get(prevue)!;
  if (c.acte === "tenir") tenir(m, c, prevue);
  if (c.acte === "annuler" && tente(m, "annulerSeance", { seance: prevue, motif: "x" }))
    ligne.statut = "annulee";
  if (c.acte === "absence" && tente(m, "noterAbsence", { seance: prevue })) ligne.statut = "absence";
  if (c.acte === "deplacer") {
    const vers = formatJourSaisie(ajouterJours(m.au, c.dans));
    if (tente(m, "deplacerSeance", { seance: prevue, jour: vers, ...horaire(c) })) ligne.prevu = c.duree;
  }
}

const somme = (m: Monde, garder: (l: Ligne) => boolean, quoi: "prevu" | "fait") =>
  sommeMinutes([...m.lignes.values()].filter(garder).map((l) => l[quoi]));

function verifier({ essai, lignes, ...m }: Monde): void {
  const monde = { essai, lignes, ...m };
  const { seances } = essai.etat;
  const duStatut = (s: Ligne["statut"]) =>
    sommeMinutes(seances.filter((x) => x.statut === s).map((x) => x.prevu));
  const planifie = somme(monde, () => true, "prevu");
  expect(duStatut("tenue") + duStatut("annulee") + duStatut("absence") + duStatut("prevue")).toBe(planifie);
  for (const s of ["tenue", "annulee", "absence", "prevue"] as const)
    expect(duStatut(s)).toBe(somme(monde, (l) => l.statut === s, "prevu"));
  const faites = somme(monde, (l) => l.statut === "tenue", "fait");
  const signees = somme(monde, (l) => l.signatures.size === 2, "fait");
  expect(minutesFaites(seances)).toBe(faites);
  expect(minutesSignees(seances)).toBe(signees);
  expect(minutesEngagees(seances)).toBe(faites + duStatut("prevue"));
  const base = baseFacture(essai.etat)!;
  expect(base.montantSigne).toBe(prorata(euros(1580), Math.min(signees, 1200), 1200));
  expect(base.montantSigne).toBeLessThanOrEqual(base.montantFait);
  expect(base.montantFait).toBeLessThanOrEqual(base.prix);
}

function aucunChevauchement({ essai }: Monde): void {
  const vivantes = essai.etat.seances.filter((s) => s.statut === "prevue" || s.statut === "tenue");
  for (const a of vivantes)
    for (const b of vivantes)
      if (a.id < b.id && a.date === b.date) expect(a.fin <= b.debut || b.fin <= a.debut).toBe(true);
}

describe("les heures, sous n’importe quelle suite d’actes", () => {
  it("se conservent : prévu = tenu + annulé + manqué + restant", () => {
    fc.assert(
      fc.property(fc.array(coup, { minLength: 8, maxLength: 30 }), (coups) => {
        const monde: Monde = { essai: new Essai(), au: DEBUT, lignes: new Map() };
        monde.essai.faits = PREPARE;
        for (const c of coups) jouer(monde, c);
        verifier(monde);
        aucunChevauchement(monde);
      }),
      { numRuns: 300, seed: 20261124 },
    );
  });

  it("et chaque acte du calendrier y a réussi bien des fois", () => {
    for (const acte of [
      "planifierSeance",
      "deplacerSeance",
      "annulerSeance",
      "noterAbsence",
      "tenirSeance",
      "signerSeance",
    ])
      expect(faits.get(acte) ?? 0, acte).toBeGreaterThan(50);
  });
});

describe("la répartition sur les trois phases", () => {
  const parts = fc.record({
    preliminaire: fc.nat(2000).map(minutes),
    investigation: fc.nat(2000).map(minutes),
    conclusion: fc.nat(2000).map(minutes),
  });

  it("fait toujours exactement la durée", () => {
    fc.assert(
      fc.property(fc.nat(60_000), parts, (duree, modele) => {
        expect(sommeDesPhases(repartirPhases(duree, modele))).toBe(duree);
      }),
    );
  });

  it("rend le modèle quand la durée ne change pas, et reste à une minute de la proportion", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), parts, (duree, modele) => {
        fc.pre(sommeDesPhases(modele) > 0);
        expect(repartirPhases(sommeDesPhases(modele), modele)).toEqual(modele);
        const exacte = (duree * modele.conclusion) / sommeDesPhases(modele);
        expect(Math.abs(repartirPhases(duree, modele).conclusion - exacte)).toBeLessThan(1);
      }),
    );
  });
});
