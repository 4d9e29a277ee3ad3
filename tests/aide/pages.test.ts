import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ACTES } from "../../src/dossier/catalogue-actes.ts";
import { reglesAu } from "../../src/law/constat-public.ts";
import { ruleBook } from "../../src/law/rule-book.ts";
import type { Jour } from "../../src/values/jour.ts";
import { ACCES } from "../../src/web/acces.ts";
import { CE_QUE_L_ON_FAIT } from "../../src/web/routes/aide/ce-que-l-on-fait.ts";
import { lirePageEcrite } from "../../src/web/routes/aide/page-ecrite.ts";
import { THEMES } from "../../src/web/routes/aide/regles.tsx";
import { droits } from "../../src/web/routes/aide/roles.tsx";
import { DOSSIER_AIDE, lireAide } from "../../src/web/routes/aide/rubriques.ts";
import { fr } from "../../src/web/ui/typographie.ts";
import { ouvrirMaisonDeTest } from "../harness/maison.ts";

const AU = "2026-11-24" as Jour;
const racine = join(import.meta.dirname, "..", "..");
const lire = (nom: string) => readFileSync(join(DOSSIER_AIDE, `${nom}.md`), "utf8");
const sansEntites = (html: string) =>
  html.replaceAll("&#39;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** Every help page as a visitor without account gets it, by its address. */
async function pagesServies(): Promise<Map<string, string>> {
  const { app, pannes } = await ouvrirMaisonDeTest({ maintenant: `${AU}T09:00:00.000Z` });
  const adresses = ["/aide", ...lireAide().rubriques.flatMap((r) => r.pages.map((p) => `/aide/${p.nom}`))];
  const pages = new Map<string, string>();
  for (const adresse of adresses) {
    const reponse = await app.request(adresse);
    expect([adresse, reponse.status]).toEqual([adresse, 200]);
    pages.set(adresse, await reponse.text());
  }
  expect(pannes).toEqual([]);
  return pages;
}

describe("l’aide servie", () => {
  it("donne chaque page sans compte, et chaque lien de l’une à l’autre arrive, jusqu’au paragraphe", async () => {
    const pages = await pagesServies();
    expect(pages.size).toBeGreaterThan(12);
    let suivis = 0;
    for (const [depuis, html] of pages) {
      // The links of the components are samples that lead nowhere.
      if (depuis === "/aide/composants") continue;
      for (const [, href = ""] of html.matchAll(/href="((?:\/aide|#)[^"]*)"/g)) {
        const [chemin, ancre] = href.split("#");
        const cible = pages.get(chemin === "" ? depuis : chemin!);
        expect([depuis, href, cible !== undefined]).toEqual([depuis, href, true]);
        if (ancre !== undefined)
          expect([depuis, href, cible!.includes(`id="${ancre}"`)]).toEqual([depuis, href, true]);
        suivis += 1;
      }
    }
    expect(suivis).toBeGreaterThan(200);
  });

  it("ne connaît pas une page qu’elle n’a pas", async () => {
    const { app } = await ouvrirMaisonDeTest();
    for (const nom of ["inconnue", "..%2f..%2fpackage", "__proto__", "constructor"]) {
      expect([nom, (await app.request(`/aide/${nom}`)).status]).toEqual([nom, 404]);
    }
  });

  it("montre le bandeau de la personne entrée", async () => {
    const m = await ouvrirMaisonDeTest();
    const html = await (await (await m.client("conseiller")).get("/aide/premiers-pas")).text();
    expect(html).toContain('href="/aujourdhui"');
    expect(html).toContain("Se déconnecter");
  });
});

describe("une page écrite", () => {
  it("ne laisse passer ni balise ni adresse qui agit", () => {
    const { corps } = lirePageEcrite(
      "# Titre\n\nParagraphe.\n\n<script>a()</script> <b onclick=a()>b</b>\n\n[x](javascript:alert(1))\n",
    );
    expect(corps).not.toMatch(/<script|<b |href="javascript/);
    expect(corps).toContain("&lt;script&gt;");
  });

  it("commence par un titre et un paragraphe, et nomme chaque partie une fois", () => {
    expect(() => lirePageEcrite("Sans titre.\n")).toThrow("begins with one title");
    expect(() => lirePageEcrite("# T\n\n- liste\n")).toThrow("begins with one title");
    expect(() => lirePageEcrite("# T\n\nP.\n\n## A\n\n## A\n")).toThrow("twice");
    expect(lirePageEcrite("# T\n\nP : oui !\n\n## L’été où ?\n").parties).toEqual([
      { id: "l-ete-ou", titre: "L’été où\u202f?" },
    ]);
  });

  it("fait de la première cellule d’une ligne son titre", () => {
    const { corps } = lirePageEcrite("# T\n\nP.\n\n| a | b |\n|---|---|\n| c | d |\n");
    expect(corps).toContain('<th scope="col">a</th>');
    expect(corps).toContain('<th scope="row">c</th>\n<td>d</td>');
  });
});

describe("les règles en vigueur", () => {
  const demander = async (requete: string) => {
    const { app } = await ouvrirMaisonDeTest({ maintenant: `${AU}T09:00:00.000Z` });
    return await (await app.request(`/aide/regles${requete}`)).text();
  };
  const ids = (html: string) =>
    [...html.matchAll(/<article class="rule" id="([A-E]\d\d)"/g)].map((m) => m[1]);

  it("sont celles du référentiel ce jour-là, avec leurs sources, leurs dates et leurs réserves", async () => {
    const html = sansEntites(await demander(""));
    const attendues = reglesAu(ruleBook, AU);
    expect(ids(html).sort()).toEqual(attendues.map((r) => r.id).sort());
    for (const r of attendues) {
      expect(r.id[0]! in THEMES).toBe(true);
      expect(html.replace(/<[^>]+>/g, "")).toContain(fr(r.statement).slice(0, 30));
      if (r.reserve !== undefined) expect(html).toContain(fr(r.reserve));
      for (const s of r.sources) if (s.url !== null) expect(html).toContain(`href="${s.url}"`);
    }
  });

  it("se choisissent par thème et par mot, sans accent ni majuscule", async () => {
    const cpf = ids(await demander("?theme=C"));
    expect(cpf.length).toBeGreaterThan(20);
    expect(cpf.every((id) => id?.startsWith("C"))).toBe(true);
    expect(ids(await demander("?mot=SYNTHESE"))).toContain("D06");
    expect(ids(await demander("?theme=D&mot=R6313-7"))).toContain("D14");
    expect(ids(await demander("?mot=Q16"))).toContain("D09");
  });

  it("disent quand aucune ne correspond, et comment toutes les revoir", async () => {
    for (const requete of ["?mot=zzzz", "?theme=Z"]) {
      const html = await demander(requete);
      expect(ids(html)).toEqual([]);
      expect(html).toContain("Aucune règle ne correspond");
      expect(html).toContain('href="/aide/regles"');
    }
    expect(await demander("?mot=%22%3E%3Cscript%3E")).not.toContain('"><script>');
  });
});

describe("qui fait et voit quoi", () => {
  it("a une phrase par route fermée, et aucune de trop", () => {
    const fermees = Object.keys(ACCES).filter((route) => ACCES[route] !== "tous");
    expect(Object.keys(CE_QUE_L_ON_FAIT).sort()).toEqual(fermees.sort());
  });

  it("ne promet à un rôle que ce que toutes les routes de la phrase lui ouvrent", () => {
    const contenus = droits().find((d) => d.quoi === CE_QUE_L_ON_FAIT["GET /dossiers/:reference/notes"]);
    expect(contenus?.qui).toEqual(["conseiller"]);
    for (const { quoi, qui } of droits()) {
      for (const [route, acces] of Object.entries(ACCES)) {
        if (CE_QUE_L_ON_FAIT[route] !== quoi || acces === "tous") continue;
        expect(qui.every((role) => acces.includes(role))).toBe(true);
      }
    }
  });

  it("nomme chaque acte du catalogue", async () => {
    const { app } = await ouvrirMaisonDeTest();
    const html = await (await app.request("/aide/roles")).text();
    for (const acte of ACTES) expect(html).toContain(fr(acte.titre));
  });
});

describe("ce que les pages disent du programme", () => {
  it("les commandes sont celles de « npx probant aide », mot pour mot", () => {
    const { stdout } = spawnSync(process.execPath, [join(racine, "bin", "probant.mjs"), "aide"], {
      encoding: "utf8",
    });
    const dites = [...lire("commandes").matchAll(/^npx probant .+$/gm)].map((m) => m[0]);
    const vraies = [...stdout.matchAll(/^ {2}(npx probant .+)$/gm)].map((m) => m[1]!);
    expect(dites.sort(), "docs/aide/commandes.md dit chaque commande").toEqual(vraies.sort());
  });

  it("les réglages sont ceux que le programme lit", () => {
    const config = readFileSync(join(racine, "src", "config.ts"), "utf8");
    const lus = new Set([...config.matchAll(/\benv\.([A-Z_]+)/g)].map((m) => m[1]!));
    const dits = [...lire("reglages").matchAll(/^\| `([A-Z_]+)` /gm)].map((m) => m[1]!);
    expect(dits.sort()).toEqual([...lus].sort());
  });
});
