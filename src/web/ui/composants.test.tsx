import { describe, expect, test } from "vitest";
import { type ConstatAffiche, ConstatList } from "./constat.tsx";
import { Document } from "./document.tsx";
import { ErrorSummary } from "./form.tsx";
import { CONSTATS, FAITS, FAUTE, HEURES_PAR_PHASE, TRANCHES } from "./galerie/exemple.tsx";
import { HoursBar, type Tranche } from "./hours-bar.tsx";
import { LegalRef } from "./legal.tsx";
import { Pager } from "./list-tools.tsx";
import { Mark } from "./mark.tsx";
import { Status } from "./status.tsx";
import { Table } from "./table.tsx";
import { Timeline } from "./timeline.tsx";

const RESSOURCES = { feuille: "/f.css", script: "/s.js", police: "/p.woff2", icone: "/i.svg" };
const texte = (html: string): string =>
  html
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

describe("document", () => {
  const page = (enErreur: boolean) =>
    String(
      <Document ressources={RESSOURCES} organisation="Centre" titre="Noter <la> séance" enErreur={enErreur}>
        <h1>x</h1>
      </Document>,
    );

  test("annonce l’erreur dans son titre, en français, sans balise venue d’ailleurs", () => {
    expect(page(true)).toContain("<title>Erreur\u00a0: Noter &lt;la&gt; séance · Probant</title>");
    expect(page(false)).toContain("<title>Noter &lt;la&gt;");
    expect(page(false)).toMatch(/^<!DOCTYPE html><html lang="fr">/);
  });

  test("ne se recharge que si la personne l’a demandé", () => {
    expect(page(false)).not.toContain("http-equiv");
    const suivie = String(
      <Document ressources={RESSOURCES} organisation="Centre" titre="x" actualiser={10}>
        <h1>x</h1>
      </Document>,
    );
    expect(suivie).toContain('<noscript><meta http-equiv="refresh" content="10"/></noscript>');
  });
});

test("la liste des fautes n’est pas dessinée quand il n’y en a pas", () => {
  expect(String(<ErrorSummary fautes={[]} />)).toBe("");
  expect(String(<ErrorSummary fautes={[{ nom: "fin", message: "Dites" }]} />)).toContain('href="#champ-fin"');
});

describe("heures", () => {
  const regle = (tranches: readonly Tranche[]) =>
    String(
      <HoursBar id="r" tranches={tranches} plafond={1440} nomDuPlafond="plafond" phases={HEURES_PAR_PHASE} />,
    );

  test("les largeurs dessinées font la somme des durées", () => {
    const barres = [
      ...regle(TRANCHES).matchAll(
        /<rect class="(?:signed|awaiting|planned)" x="([\d.]+)%" y="4" width="([\d.]+)%"/g,
      ),
    ];
    expect(barres).toHaveLength(TRANCHES.length);
    const largeur = barres.reduce((total, b) => total + Number(b[2]), 0);
    expect(largeur).toBeCloseTo((1200 / 1440) * 100, 0);
    const fin = Number(barres.at(-1)?.[1]) + Number(barres.at(-1)?.[2]);
    expect(fin).toBeCloseTo(largeur, 0);
  });

  test("la phrase dit les mêmes chiffres que le dessin", () => {
    expect(texte(regle(TRANCHES))).toContain("15 h 30 signées en 8 séances, 2 h à signer, 2 h 30 prévues.");
  });

  test("au-delà du plafond, la règle s’allonge et le dépassement est dit", () => {
    const html = regle([{ minutes: 1500, etat: "signee" }]);
    expect(html).toContain('class="over"');
    expect(texte(html)).toContain("Dépassement de 1 h.");
    const positions = [...html.matchAll(/(?:x|x1|x2|width)="([\d.]+)%"/g)].map((m) => Number(m[1]));
    expect(Math.max(...positions)).toBeLessThanOrEqual(100);
  });

  test("un dossier sans séance se dessine", () => {
    expect(texte(regle([]))).toContain("Heures à décider");
  });
});

describe("constats", () => {
  test("ce qui est à corriger vient avant ce qui est conforme, chaque groupe compté", () => {
    const html = texte(String(<ConstatList constats={[...CONSTATS, FAUTE]} />));
    const ordre = ["À corriger 1", "À faire 2", "En alerte 1", "Conforme 3"].map((t) => html.indexOf(t));
    expect(ordre.every((rang) => rang >= 0)).toBe(true);
    expect([...ordre].sort((a, b) => a - b)).toEqual(ordre);
  });

  test("chacun répond à « Pourquoi ? » par son énoncé, sa source et le jour de lecture", () => {
    const html = texte(String(<ConstatList constats={[FAUTE]} />));
    expect(html).toContain("Pourquoi ?");
    expect(html).toContain(FAUTE.enonce);
    expect(html).toContain("lu le 20 novembre 2026");
    expect(html).toContain("Devient conforme");
  });

  test("une pratique n’est jamais présentée comme la loi, une réserve est dite", () => {
    const html = texte(String(<ConstatList constats={CONSTATS.filter((c) => c.nature === "pratique")} />));
    expect(html).toContain("Une pratique du centre, pas la loi.");
    expect(html).toContain("Pas certain. Aucun texte ne fixe ce délai.");
  });

  test("aucun constat conforme n’est perdu : le reste s’ouvre", () => {
    const html = texte(String(<ConstatList constats={CONSTATS} visibles={1} />));
    expect(html).toContain("Voir 2 autres constats");
    for (const c of CONSTATS) expect(html).toContain(c.enonce);
  });

  test("ce qui peut attendre est replié tant qu’il y a à faire, ouvert sinon", () => {
    const plusTard = { ...FAUTE, genre: "plusTard" as const };
    const reste = (constats: readonly ConstatAffiche[]) =>
      /<details class="mt-2"[^>]*>/.exec(String(<ConstatList constats={constats} />))?.[0];
    expect(reste([plusTard, { ...FAUTE, genre: "faire" }])).toBe('<details class="mt-2">');
    expect(reste([plusTard])).toContain("open");
  });

  test("un constat n’est « autre » que si l’un d’eux est déjà montré", () => {
    const html = texte(String(<ConstatList constats={CONSTATS} visibles={0} />));
    expect(html).toMatch(/Voir \d+ constats?\b/);
    expect(html).not.toMatch(/autres? constat/);
  });
});

test("un fait corrigé reste lisible, barré, avec le chemin vers sa correction", () => {
  const html = String(<Timeline faits={FAITS} />);
  expect(html).toMatch(/<s>Séance 7 tenue[^<]*<\/s>/);
  expect(html).toContain('href="#fait-17"');
  expect(html).toContain('id="fait-17"');
});

test("une marque seule dit son mot, une marque à côté de son mot se tait", () => {
  expect(String(<Mark forme="scelle" mot="Scellé" />)).toContain('role="img" aria-label="Scellé"');
  expect(String(<Mark forme="scelle" />)).toContain('aria-hidden="true"');
});

test("ce qui est terminé ou pas encore possible n’a ni couleur ni dessin", () => {
  for (const genre of ["termine", "pasPossible"] as const)
    expect(String(<Status genre={genre} />)).not.toContain("<svg");
  for (const genre of ["enCours", "aSigner", "probleme"] as const)
    expect(String(<Status genre={genre} />)).toContain("<svg");
});

test("un tableau nomme ses lignes et garde ses rôles quand il devient cartes", () => {
  const html = String(
    <Table
      titre="T"
      cartes
      colonnes={[{ libelle: "Nom" }, { libelle: "Heures", nombre: true }]}
      lignes={[["A", "2 h"]]}
    />,
  );
  expect(html).toContain('<th scope="row" role="rowheader">A</th>');
  expect(html).toContain('role="cell" class="number"');
  expect(html).toContain("<caption");
});

test("la suite d’une liste n’est proposée que s’il y en a une", () => {
  expect(String(<Pager resume="1 à 3" />)).not.toContain("<a ");
  expect(String(<Pager resume="1 à 50" suivants="/s" />)).toContain('href="/s"');
});

test("un numéro d’article ne se coupe pas en fin de ligne", () => {
  expect(String(<LegalRef texte="Code du travail, R. 6313-4 et L6313-1" />)).toBe(
    'Code du travail, <span class="nowrap">R.\u00a06313-4</span> et <span class="nowrap">L.\u00a06313-1</span>',
  );
});
