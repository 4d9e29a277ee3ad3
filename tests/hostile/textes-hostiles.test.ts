import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { runInNewContext } from "node:vm";
import { Hono } from "hono";
import { describe, expect, test } from "vitest";
import { typographier } from "../../src/documents/typographie.ts";
import { type Champ, nettoyer } from "../../src/dossier/champ.ts";
import { refusDAudit } from "../../src/dossier/formulaire-audit.ts";
import { refusDeNom, refusDePhrase } from "../../src/dossier/formulaire-compte.ts";
import { refusDInvite } from "../../src/dossier/formulaire-membre.ts";
import { lireNumeros } from "../../src/dossier/formulaire-organisme.ts";
import { refusDIdentite } from "../../src/dossier/formulaire-personne.ts";
import { refusDuTiers } from "../../src/dossier/formulaire-tiers.ts";
import { formatDuLogo } from "../../src/dossier/parties-organisme/logo.ts";
import { nomDeFichier, uneLigne } from "../../src/mail/une-ligne.ts";
import { examiner } from "../../src/usecases/fichiers/examiner.ts";
import { jour } from "../../src/values/jour.ts";
import { champsDeFormulaire } from "../../src/web/formulaire.ts";

/** Repeated, each makes some pattern try many ways; the head opens what the tail refuses to close. */
const MOTIFS: readonly [tete: string, motif: string, queue: string][] = [
  ["", "a", ""],
  ["", "a", "!"],
  ["", " ", "x"],
  ["a", " ", "b"],
  ["1", " ", "x"],
  ["1h", " ", "x"],
  ["1", " ", "€x"],
  ["a ", ",", " x y"],
  ["a ", "; ", "x y"],
  ["1 ", "€ ", "x"],
  ["", "1 ", "x"],
  ["", "123 ", "x"],
  ["1,", "1", "x"],
  ["", "\n", "x"],
  ["", "\n ", "x"],
  ["", "a@", ""],
  ["", "a.", "@"],
  ["a@", "a.", "!"],
  ["a@", "a-", ".!"],
  ["", "a a,", " "],
  ["", "a ;", " "],
  ['"', " ", ">"],
  ["<", "<", ">"],
  ["", "<!---->", "x"],
  ["<!--", "-->", "<svg"],
  ["", "<!-- -->", "x"],
  ["<!DOCTYPE ", "a", "["],
  ["", "<!DOCTYPE a>", "x"],
  ["<?xml", "?", ">"],
  ["", '"', "x"],
  ["", ' "', "x"],
  ["", "“", "x"],
  ["", " »", "«"],
  ["«", "\u00a0", "x"],
  ["", "é\u0301", "x"],
  ["", "-", "é"],
  ["", ".", "é"],
  ["", "\0", "x"],
  ["", "http://", " "],
  ["", "www.", "@"],
  ["%PDF-1.7\n", "/#", "\n%%EOF"],
  ["%PDF-1.7\n", "/ObjStm stream\n", "\n%%EOF"],
  ["%PDF-1.7\n", "<</Type/ObjStm>>stream\nendstream ", "\n%%EOF"],
  ["\xff\xd8", "\xff\xe0\x00\x02", ""],
];

const PETIT = 64 * 1024;
const GRAND = 4 * PETIT;

const remplir = ([tete, motif, queue]: (typeof MOTIFS)[number], taille: number): string =>
  tete + motif.repeat(Math.ceil(taille / motif.length)) + queue;

/** Milliseconds of one call. One that would last for minutes is stopped, in the middle of a pattern too. */
function duree(lire: (texte: string) => unknown, texte: string): number {
  const debut = performance.now();
  runInNewContext("lire()", { lire: () => lire(texte) }, { timeout: 5_000 });
  return performance.now() - debut;
}

/** Four times the text in at most twelve times the time, where there is any to speak of: a square makes it sixteen. */
function verifierLaCroissance(nom: string, lire: (texte: string) => unknown): void {
  for (const motif of MOTIFS) {
    const dit = `${nom} sur ${JSON.stringify(motif)}`;
    let [petit, grand] = [0, 0];
    try {
      [petit, grand] = [duree(lire, remplir(motif, PETIT)), duree(lire, remplir(motif, GRAND))];
    } catch (erreur) {
      throw new Error(dit, { cause: erreur });
    }
    expect(grand, dit).toBeLessThan(Math.max(12 * petit, 1_000));
  }
}

/** What the files of a folder export, by name. */
async function exportsDe(dossier: string, debut: string): Promise<[string, unknown][]> {
  const noms = readdirSync(`src/${dossier}`).filter(
    (n) => n.startsWith(debut) && n.endsWith(".ts") && !n.includes(".test."),
  );
  const modules = await Promise.all(
    noms.map(async (n) => (await import(resolve(`src/${dossier}/${n}`))) as Record<string, unknown>),
  );
  return modules.flatMap((m) => Object.entries(m));
}

const LECTEURS = (await exportsDe("values", "")).filter(
  ([nom, f]) => typeof f === "function" && /^(parse|normaliser|html$)/.test(nom),
);
const parObjet = new Set(["parseFournisseurIdentite"]);

const CHAMPS = (await exportsDe("dossier", "formulaire-"))
  .filter(([nom, champs]) => nom.startsWith("CHAMPS_") && typeof champs === "object")
  .flatMap(([nom, champs]) =>
    Object.entries(champs as Record<string, Champ<unknown>>).map(
      ([c, champ]) => [`${nom}.${c}`, champ] as const,
    ),
  );

test("les lecteurs et les champs sont trouvés", () => {
  expect(LECTEURS.length).toBeGreaterThan(10);
  expect(CHAMPS.length).toBeGreaterThan(25);
});

describe("un texte hostile quatre fois plus long ne coûte pas seize fois plus", { timeout: 120_000 }, () => {
  test.each(LECTEURS)("values : %s", (nom, f) => {
    const lire = f as (saisi: unknown) => unknown;
    verifierLaCroissance(nom, (t) =>
      lire(parObjet.has(nom) ? { emetteur: `https://${t}`, client: t, secret: t, nom: t } : t),
    );
  });

  test("les champs des formulaires", () => {
    for (const [nom, champ] of CHAMPS) verifierLaCroissance(nom, (t) => champ.lire([t]));
    verifierLaCroissance("nettoyer", nettoyer);
  });

  test("ce que les formulaires vérifient ensuite", () => {
    const le = jour("2026-11-25");
    const audit = { du: le, au: le, taille: 1, finLe: le, montreNoms: false };
    verifierLaCroissance("audit", (t) => refusDAudit({ ...audit, graine: t, auditeurs: t }, le));
    verifierLaCroissance("phrase", (t) => refusDePhrase(t));
    verifierLaCroissance("nom", refusDeNom);
    verifierLaCroissance("invité", (t) => refusDInvite({ nom: t, courriel: t }));
    verifierLaCroissance("numéros", (t) => lireNumeros({ siret: t, nda: t }));
    verifierLaCroissance("tiers", (t) => refusDuTiers({ nom: t, courriel: t }));
    verifierLaCroissance("identité", (t) =>
      refusDIdentite({ nom: t, prenom: t, courriel: t, telephone: t, naissanceLe: null } as never),
    );
  });

  test("les fichiers reçus, les en-têtes et la typographie", () => {
    verifierLaCroissance("logo", (t) => formatDuLogo(new TextEncoder().encode(t.slice(0, 64 * 1024)), t));
    verifierLaCroissance("examiner", (t) => examiner(Buffer.from(t, "latin1")));
    verifierLaCroissance("uneLigne", uneLigne);
    verifierLaCroissance("nomDeFichier", nomDeFichier);
    verifierLaCroissance("typographier", typographier);
  });

  test("le corps d’un formulaire", async () => {
    const app = new Hono().post("/", async (c) => c.json(Object.keys(await champsDeFormulaire(c)).length));
    const envoyer = async (corps: string) => {
      const debut = performance.now();
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      expect((await app.request("/", { method: "POST", body: corps, headers })).status).toBe(200);
      return performance.now() - debut;
    };
    for (const motif of ["a=1&", "&", "=", "%61", "%", "+", "a"]) {
      const [petit, grand] = [PETIT, GRAND].map((n) => motif.repeat(n / motif.length));
      const mis = await envoyer(petit!);
      expect(await envoyer(grand!), motif).toBeLessThan(Math.max(12 * mis, 1_000));
    }
  });
});
