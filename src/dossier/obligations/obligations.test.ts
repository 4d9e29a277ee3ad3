import { expect, test } from "vitest";
import { BILAN } from "../../law/bilan-exemple.ts";
import { PIECES_GARDEES, SCELLES_A_COTE, TEXTES_SCELLES } from "../classement.ts";
import { DUREES } from "../durees/table.ts";
import { analyse } from "./analyse-d-impact.ts";
import { type DocumentDeDroit, type MatiereDeDroit, restentAEcrire } from "./document.ts";
import { registre } from "./registre.ts";
import { sousTraitance } from "./sous-traitance.ts";

const matiere: MatiereDeDroit = {
  organisme: BILAN.organisme,
  roles: [{ qui: "Secrétariat", voit: "Les dates, aucun contenu" }],
  identite: ["Prénom", "Nom"],
};
const mots = (d: DocumentDeDroit) => JSON.stringify(d).toLowerCase();

test("le registre dit chaque durée, chaque sorte de contenu et de pièce, et chaque rôle", () => {
  const dit = mots(registre(matiere));
  const attendus = [
    ...Object.values(DUREES).flatMap((d) => [d.quoi, d.duree, d.ensuite, ...d.sources.map((s) => s.ref)]),
    ...Object.values(TEXTES_SCELLES).map((t) => t.libelle),
    ...Object.values(SCELLES_A_COTE),
    ...Object.values(PIECES_GARDEES),
    "Secrétariat",
    "Les dates, aucun contenu",
    "Prénom",
    matiere.organisme.raisonSociale,
  ];
  for (const a of attendus) expect([a, dit.includes(a.toLowerCase())]).toEqual([a, true]);
});

test("aucun ne tait qu’un export emporte les textes, ni ceux à qui la personne montre un document", () => {
  for (const composer of [registre, analyse, sousTraitance]) {
    expect(mots(composer(matiere))).toContain("emporter tous les dossiers, textes compris");
    expect(mots(composer(matiere))).toContain("à qui la personne montre un document");
  }
});

test("ce que l’organisme n’a pas dit reste à compléter, et rien d’autre n’est rempli à sa place", () => {
  for (const composer of [registre, analyse, sousTraitance]) {
    const plein = composer({
      ...matiere,
      organisme: { ...matiere.organisme, adresse: "1 rue Fictive", nda: "53351234567" },
    });
    const vide = composer({ ...matiere, organisme: { ...matiere.organisme, adresse: null, nda: null } });
    expect(restentAEcrire(vide) - restentAEcrire(plein)).toBe(2);
    expect(restentAEcrire(plein)).toBeGreaterThan(3);
    const lignes = vide.parties.flatMap((p) => p.lignes);
    expect(lignes.every((l) => l.valeur === null || l.valeur.trim().length > 1)).toBe(true);
    // The GDPR was read nowhere again: it is said, and nothing rests on it.
    expect(plein.sources.map((s) => s.confiance)).toEqual(["memoire"]);
  }
});
