import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { ErreurDeCommande } from "../../src/cli/commande.ts";
import { controler } from "../../src/cli/commandes/controler.ts";
import { type Dossier, fait } from "./dossier.ts";
import { ecrireDossier } from "./ecrire.ts";
import { paires } from "./paires.ts";
import { avec, changer, laSeance, sans } from "./retouches.ts";

const repertoire = mkdtempSync(join(tmpdir(), "probant-etranges-"));
afterAll(() => rmSync(repertoire, { recursive: true }));

interface Fin {
  code: number;
  phrase: string;
}

/** What a person gets: an exit status, and the sentences of the refusal. Any other error fails the test. */
async function soumettre(contenu: string | Uint8Array): Promise<Fin> {
  const chemin = join(repertoire, "dossier.json");
  writeFileSync(chemin, contenu);
  const sortie = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    const code = await controler.executer({ mots: [chemin], options: new Map([["--au", "2026-11-24"]]) });
    return { code, phrase: sortie.mock.calls.map(([t]) => String(t)).join("") };
  } catch (erreur) {
    if (!(erreur instanceof ErreurDeCommande)) throw erreur;
    return { code: 2, phrase: erreur.phrase.replaceAll(chemin, "F") };
  } finally {
    sortie.mockRestore();
  }
}

const bon = paires.find((p) => p.nom.startsWith("Q16-synthese-remise"))!.conforme;
const brut = (d: object): string => JSON.stringify(d);
const plus = (...faits: Dossier["faits"]): string => brut({ ...bon, faits: [...bon.faits, ...faits] });
const sansCle = (cle: string): string =>
  brut(Object.fromEntries(Object.entries(bon).filter(([c]) => c !== cle)));
const imbrique = (n: number): string => `${"[".repeat(n)}${"]".repeat(n)}`;
const corriger = (donnees: object) =>
  fait("2026-07-03", "fait_corrige", { motif: "erreur de saisie", ...donnees });

describe("un fichier étrange", () => {
  it.each<[string, string | Uint8Array, RegExp]>([
    ["vide", "", /^Le fichier « F » est vide\.$/],
    ["fait d’espaces", " \n\t ", /est vide/],
    ["qui n’est pas du JSON", "Bonjour, voici le dossier de Mme L.", /n’est pas du JSON : /],
    ["une virgule de trop", '{\n  "format": "probant-dossier/1",\n}', /voyez la ligne 3, colonne 1/],
    ["coupé en route", ecrireDossier(bon).slice(0, 4000), /n’est pas du JSON : il s’arrête trop tôt\.$/],
    ["coupé après une virgule", '{ "a": 1,', /il s’arrête trop tôt\.$/],
    ["en latin-1", Buffer.from('{ "reference": "été" }', "latin1"), /n’est pas un texte en UTF-8/],
    ["en UTF-16", Buffer.from(`\uFEFF${brut(bon)}`, "utf16le"), /n’est pas un texte en UTF-8/],
    ["un octet nul hors des textes", `\0${brut(bon)}`, /n’est pas du JSON : voyez la ligne 1, colonne 1/],
    ["une liste", "[]", /le fichier : Il faut un objet entre accolades ; le fichier donne une liste\./],
    ["un nombre", "12", /le fichier : Il faut un objet/],
    ["null", "null", /le fichier donne « null »/],
    [
      "d’un autre format",
      brut({ ...bon, format: "autre/3" }),
      /format : Il faut écrire « probant-dossier\/1 »\./,
    ],
    ["sans organisme", sansCle("organisme"), /organisme : Il manque « organisme »\./],
    ["sans faits", sansCle("faits"), /faits : Il manque « faits »\./],
    [
      "un SIRET faux",
      brut({ ...bon, organisme: { ...bon.organisme, siret: "12345678901234" } }),
      /organisme, siret : Ce SIRET|organisme\.siret : Ce SIRET n’est pas valide/,
    ],
    [
      "un statut inconnu",
      brut({ ...bon, beneficiaire: { statut: "chef" } }),
      /beneficiaire\.statut : Cette valeur n’est pas prévue\. Valeurs possibles : « salarie »/,
    ],
    [
      "un type de fait inconnu",
      plus({ type: "seance_revee.v1", date: "2026-07-03" }),
      /fait n° \d+ : Le type de fait « seance_revee\.v1 » n’existe pas\.$/m,
    ],
    [
      "un type sans sa version",
      plus({ type: "refus_note", date: "2026-07-03" }),
      /n’existe pas\. Vouliez-vous écrire « refus_note\.v1 » \?/,
    ],
    [
      "un 31 février",
      plus({ type: "refus_note.v1", date: "2026-02-31" }),
      /fait n° \d+, date : Ce jour n’existe pas \(attendu : AAAA-MM-JJ\)/,
    ],
    [
      "des minutes négatives",
      brut(changer(bon, "seance_tenue", { fait: -30 }, laSeance("s3"))),
      /\(seance_tenue\.v1\), fait : Une durée est un nombre entier de minutes\./,
    ],
    [
      "des minutes à virgule",
      brut(changer(bon, "seance_tenue", { fait: 90.5 }, laSeance("s3"))),
      /fait : Il faut un nombre entier ; le fichier donne un nombre à virgule\./,
    ],
    [
      "une durée écrite en lettres",
      brut(changer(bon, "entretien_prealable_tenu", { duree: "1 h" })),
      /duree : Il faut un nombre entier ; le fichier donne un texte\./,
    ],
    [
      "un champ oublié",
      brut(changer(bon, "seance_tenue", { phase: undefined }, laSeance("s3"))),
      /fait n° \d+ \(seance_tenue\.v1\), phase : Il manque « phase »\./,
    ],
    [
      "deux faits du même nom",
      plus(
        { id: "a", type: "refus_note.v1", date: "2026-07-03" },
        { id: "a", type: "refus_note.v1", date: "2026-07-03" },
      ),
      /Le fait n° \d+ porte déjà le nom « a »\./,
    ],
    [
      "une séance qui n’existe pas",
      plus(fait("2026-07-03", "seance_signee", { seance: "s42", par: "beneficiaire", moyen: "papier" })),
      /La séance s42 n’a été ni prévue ni tenue avant ce fait\./,
    ],
    [
      "une séance tenue deux fois",
      brut({ ...bon, faits: [...bon.faits, bon.faits.find((f) => f.type === "seance_tenue.v1")!] }),
      /La séance s1 est tenue deux fois\./,
    ],
    [
      "une séance prévue deux fois",
      brut({ ...bon, faits: [...bon.faits, bon.faits.find((f) => f.type === "seance_planifiee.v1")!] }),
      /La séance s1 existe déjà : une séance déplacée garde son nom\./,
    ],
    [
      "une commande acceptée sans commande",
      brut(sans(bon, "commande_passee")),
      /\(commande_acceptee\.v1\) : Aucune commande n’a été passée avant ce fait\./,
    ],
    [
      "un devis accepté qui n’est pas émis",
      brut(changer(bon, "devis_accepte", { version: 7 })),
      /Aucun devis de version 7 n’a été remis avant ce fait\./,
    ],
    [
      "une facture payée qui n’est pas émise",
      brut(changer(bon, "facture_payee", { numero: "X" })),
      /Aucune facture de ce numéro/,
    ],
    [
      "une correction de personne",
      plus(corriger({ corrige: "zz", remplacement: null })),
      /Aucun fait placé avant celui-ci ne porte le nom « zz »/,
    ],
    [
      "une correction corrigée",
      plus(
        { ...corriger({ corrige: "f1", remplacement: null }), id: "c1" },
        corriger({ corrige: "c1", remplacement: null }),
      ),
      /\(fait_corrige\.v1\) : Une correction ne se corrige pas\./,
    ],
    [
      "un fait corrigé deux fois",
      plus(
        corriger({ corrige: "f1", remplacement: { origine: "cep" } }),
        corriger({ corrige: "f1", remplacement: null }),
      ),
      /Le fait « f1 » est déjà corrigé : un fait se corrige une seule fois\./,
    ],
    [
      "une correction qui ne ressemble pas au fait corrigé",
      plus(corriger({ corrige: "f2", remplacement: { duree: "longue" } })),
      /\(fait_corrige\.v1\), remplacement, duree : Il faut un nombre entier/,
    ],
    [
      "un nom de fait qui commande au terminal",
      plus({ type: "\u001b[2J\u0007coucou", date: "2026-07-03" }),
      /Le type de fait « �\[2J�coucou »/,
    ],
    [
      "bien trop de faits",
      brut({ ...bon, faits: Array(5001).fill(bon.faits[0]) }),
      /faits : Cette liste compte plus de 5.000 éléments/,
    ],
    ["profond de cent mille listes", imbrique(100_000), /le fichier donne une liste/],
    [
      "mille fautes",
      brut({ ...bon, faits: Array(1000).fill({ type: "rien", date: "2026-07-03" }) }),
      /\n {2}et 980 autres\.$/,
    ],
  ])("%s : statut 2 et une phrase qui dit où", async (_nom, contenu, dit) => {
    const fin = await soumettre(contenu);
    expect(fin.code).toBe(2);
    expect(fin.phrase).toMatch(dit);
    expect(fin.phrase).not.toMatch(/undefined|indéfini|Entrée invalide|Error|\bat \/|node_modules/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no order to the terminal may pass
    expect(fin.phrase).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });

  it.each<[string, string]>([
    ["avec une marque d’ordre des octets", `\uFEFF${ecrireDossier(bon)}`],
    ["en une seule ligne", brut(bon)],
    [
      "avec des clés inconnues",
      brut({ ...bon, commentaire: "relu le 3 juillet", faits: bon.faits.map((f) => ({ ...f, x: 1 })) }),
    ],
    ["avec des octets nuls dans un texte", brut({ ...bon, reference: "a\0b" })],
    ["avec une valeur profonde", `${brut(bon).slice(0, -1)}, "profond": ${imbrique(100_000)}}`],
    [
      "avec une correction",
      brut(avec(bon, corriger({ corrige: "f1", date: null, remplacement: { origine: "cep" } }))),
    ],
  ])("%s est jugé comme un autre", async (_nom, contenu) => {
    expect((await soumettre(contenu)).code).toBe(0);
  });

  it.each([
    ["absent", join(repertoire, "rien.json"), /n’existe pas\.$/],
    ["un répertoire", repertoire, /est un répertoire, pas un fichier\.$/],
    ["au nom impossible", join(repertoire, "x".repeat(5000)), /a un nom trop long/],
  ])("%s : une phrase", async (_nom, chemin, dit) => {
    const refus = controler.executer({ mots: [chemin], options: new Map() });
    await expect(refus).rejects.toMatchObject({ phrase: expect.stringMatching(dit) as string });
  });

  it("un jour qui n’existe pas : une phrase", async () => {
    const options = new Map([["--au", "2026-02-31"]]);
    await expect(controler.executer({ mots: ["a.json"], options })).rejects.toMatchObject({
      phrase: "« 2026-02-31 » n’est pas un jour qui existe (attendu : AAAA-MM-JJ).",
    });
  });

  it("un titre d’offre ne commande pas au terminal de qui lit les constats", async () => {
    const offres = bon.organisme.offres!.map((o) => ({
      ...o,
      intitule: "Coaching \u001b[31m\u0007 et bilan",
    }));
    const { code, phrase } = await soumettre(brut({ ...bon, organisme: { ...bon.organisme, offres } }));
    expect(code).toBe(1);
    expect(phrase).toContain("Coaching �[31m� et bilan");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not pass
    expect(phrase).not.toMatch(/[\u0007\u001b]/);
  });
});
