import type { Page } from "playwright-core";
import { ACTES } from "../../src/dossier/catalogue-actes.ts";
import type { Etape } from "../../src/dossier/etape.ts";
import { TRANSITIONS } from "../../src/dossier/transitions.ts";
import type { Lieux, Session } from "./lieux.ts";
import { remplir } from "./personne.ts";

/** One page in one state: where it is, who reads it, what he does there first, and the status that answers. */
export interface Vue {
  nom: string;
  url: string;
  session?: Session;
  puis?: (page: Page) => Promise<void>;
  statut: number;
  /** The page tells faults: its title says « Erreur ». True for 422 unless told otherwise. */
  enErreur?: boolean;
  /** Looked at by every reader, by two, or by one; two unless told. */
  combien?: 4 | 1;
}

async function envoyer(page: Page): Promise<void> {
  await page.locator("main form button[type=submit]").last().click();
  await page.locator("#erreurs, .notice--alerte").first().waitFor();
}
async function preparer(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Préparer le dossier de contrôle" }).click();
  await page.waitForURL("**/controle/*");
}

/** A dossier of the demonstration at each stage. */
const PAR_ETAPE: Partial<Record<Etape, string>> = {
  accueil: "D-2026-0012",
  preparation: "D-2026-0002",
  oriente: "D-2026-0003",
  engage: "D-2026-0004",
  deroulement: "D-2026-0005",
  apres: "D-2026-0009",
};
const CAMILLE = "D-2026-0005";
const SANS_FIN = "D-2026-0006";
const AUTRES_ETAPES = Object.values(PAR_ETAPE).filter((r) => r !== CAMILLE);
const ONGLETS = ["/seances", "/notes", "/papiers", "/controle"];

/** Before and outside of sign-in. */
function vuesDuDehors({ plein, neuf }: Lieux): Vue[] {
  const connexion = `${plein.url}/connexion`;
  const demarrage = `${neuf.url}/demarrage?code=${neuf.code}`;
  const essayer = async (page: Page) => {
    await page.getByRole("button", { name: "Entrer", exact: true }).click();
    await page.locator("#erreurs").waitFor();
  };
  const seTromper = async (page: Page) => {
    await remplir(page, { courriel: "personne@exemple.invalid", motDePasse: "quatre mots au hasard" });
    await essayer(page);
  };
  return [
    { nom: "entrer", url: connexion, statut: 200, combien: 4 },
    { nom: "entrer sans rien écrire", url: connexion, puis: essayer, statut: 422, combien: 4 },
    { nom: "entrer avec la mauvaise phrase", url: connexion, puis: seTromper, statut: 422 },
    { nom: "premier démarrage", url: demarrage, statut: 200 },
    { nom: "premier démarrage refusé", url: demarrage, puis: envoyer, statut: 422 },
    { nom: "démarrage sans le code", url: `${neuf.url}/demarrage`, statut: 404 },
    { nom: "page inconnue, sans compte", url: `${plein.url}/rien`, statut: 404 },
  ];
}

async function choisirTropClair(page: Page): Promise<void> {
  await remplir(page, { code: "#ffcc00" });
  await page.getByRole("button", { name: "Enregistrer la couleur" }).click();
  await page.locator("#erreurs").waitFor();
}

/** The day, the list, a new dossier: full, filtered, empty. */
function vuesDeLOrganisme({ plein, vide, sansHorloge, session, sessionVide }: Lieux): Vue[] {
  const chez = (chemin: string, statut = 200): Vue => ({
    nom: chemin,
    url: plein.url + chemin,
    session,
    statut,
  });
  const vides = (chemin: string): Vue => ({
    nom: `${chemin} d’un organisme vide`,
    url: vide.url + chemin,
    session: sessionVide,
    statut: 200,
  });
  return [
    { ...chez("/aujourdhui"), combien: 4 },
    vides("/aujourdhui"),
    { ...chez("/dossiers"), combien: 4 },
    chez("/dossiers?etape=deroulement&conseiller=nadia"),
    chez("/dossiers?nom=zzzz"),
    vides("/dossiers"),
    chez("/dossiers/nouveau"),
    { ...chez("/dossiers/nouveau", 422), nom: "nouveau dossier refusé", puis: envoyer, combien: 4 },
    chez("/organisme"),
    chez("/organisme/couleur"),
    { ...chez("/organisme/couleur", 422), nom: "une couleur qui se lit mal", puis: choisirTropClair },
    chez("/rien", 404),
    chez("/dossiers/D-2026-9999", 404),
    { nom: "une panne", url: `${sansHorloge}/aujourdhui`, session, statut: 500 },
  ];
}

/** A dossier at every stage, and each of its tabs empty, begun, over. */
function vuesDesDossiers({ plein, session, sansFin, sansImprimerie }: Lieux): Vue[] {
  const vue = (reference: string, chemin = "", statut = 200): Vue => ({
    nom: `${reference}${chemin}`,
    url: `${plein.url}/dossiers/${reference}${chemin}`,
    session,
    statut,
  });
  const { accueil, oriente, apres } = PAR_ETAPE;
  return [
    { ...vue(CAMILLE), combien: 4 },
    // The same page with other findings: long to walk by keyboard, so each is left to one reader.
    ...[...AUTRES_ETAPES, "D-2026-0006", "D-2026-0008", "D-2026-0010"].map(
      (r): Vue => ({ ...vue(r), combien: 1 }),
    ),
    { ...vue(CAMILLE, "?faits=tout"), combien: 1 },
    { ...vue(CAMILLE, "?fait=3"), combien: 1 },
    ...ONGLETS.map((o): Vue => ({ ...vue(CAMILLE, o), combien: 4 })),
    ...[accueil!, apres!].flatMap((r) => ONGLETS.map((o) => vue(r, o))),
    vue(accueil!, "/papiers/certificat-de-realisation", 409),
    vue(CAMILLE, "/faits/1"),
    { ...vue(CAMILLE, "/faits/33"), combien: 4 },
    vue(CAMILLE, "/actes"),
    vue(oriente!, "/actes"),
    { ...vue(apres!, "/controle"), nom: "un dossier de contrôle prêt", puis: obtenirLeControle, combien: 4 },
    {
      ...vue(CAMILLE, "/controle"),
      nom: "un dossier de contrôle en préparation",
      // A making that never ends is joined from everywhere: no other view prepares this dossier.
      url: `${sansFin}/dossiers/${SANS_FIN}/controle`,
      puis: preparer,
    },
    {
      ...vue(CAMILLE, "/controle", 503),
      nom: "un dossier de contrôle en échec",
      url: `${sansImprimerie}/dossiers/${CAMILLE}/controle`,
      puis: async (page) => {
        await preparer(page);
        await redemander(page, page.getByRole("button", { name: "Recommencer" }));
      },
    },
  ];
}

/** Asks again what the page follows until it shows the end of the work. */
async function redemander(page: Page, fin: ReturnType<Page["locator"]>): Promise<void> {
  while ((await fin.count()) === 0) await page.reload();
}

async function obtenirLeControle(page: Page): Promise<void> {
  await preparer(page);
  await redemander(page, page.getByRole("link", { name: "Télécharger" }));
}

/** A form of an act: as it comes, refused at its fields, refused by its stage, overtaken by somebody else. */
function vuesDesFormulaires({ plein, session }: Lieux): Vue[] {
  const vue = (reference: string, acte: string, statut: number, puis?: Vue["puis"]): Vue => ({
    nom: `${acte}, ${statut}`,
    url: `${plein.url}/dossiers/${reference}/actes/${acte}`,
    session,
    statut,
    ...(puis === undefined ? {} : { puis }),
  });
  const refusee = async (page: Page) => {
    await remplir(page, { fin: "9 h", notes: "Un texte gardé après le refus." });
    await envoyer(page);
  };
  const depasse = async (page: Page) => {
    await remplir(page, { nature: "enquête auprès d’un professionnel" });
    await page.locator("[name=vu]").evaluate((e: HTMLInputElement) => {
      e.value = String(Number(e.value) - 2);
    });
    await envoyer(page);
  };
  return [
    vue(PAR_ETAPE.accueil!, "noterEntretien", 422, envoyer),
    vue("D-2026-0002", "emettreDevis", 422, async (page) => {
      await remplir(page, { duree: "30 h", prix: "douze" });
      await envoyer(page);
    }),
    { ...vue(CAMILLE, "tenirSeance", 422, refusee), combien: 4 },
    { ...vue(CAMILLE, "redigerSynthese", 422, envoyer), combien: 4 },
    { ...vue(CAMILLE, "verserTravail", 409, depasse), enErreur: true, combien: 4 },
    vue(PAR_ETAPE.accueil!, "remettreSynthese", 200),
  ];
}

export function toutesLesVues(lieux: Lieux): Vue[] {
  return [
    ...vuesDuDehors(lieux),
    ...vuesDeLOrganisme(lieux),
    ...vuesDesDossiers(lieux),
    ...vuesDesFormulaires(lieux),
  ];
}

/** The form of each act, on a dossier where it is possible when the demonstration has one. */
export function formulairesDeTousLesActes({ plein, session }: Lieux): Vue[] {
  return ACTES.map(({ nom }) => {
    const etape = TRANSITIONS[nom]?.find((e) => PAR_ETAPE[e] !== undefined);
    const reference = etape === undefined ? CAMILLE : PAR_ETAPE[etape];
    return { nom, url: `${plein.url}/dossiers/${reference}/actes/${nom}`, session, statut: 200, combien: 1 };
  });
}
