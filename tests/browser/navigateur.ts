import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page, type Request } from "playwright-core";

const CHEMINS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The browser of the machine, without its own network habits. */
export function lancerNavigateur(): Promise<Browser> {
  const executablePath = process.env.PROBANT_CHROMIUM ?? CHEMINS.find((c) => existsSync(c));
  if (executablePath === undefined) {
    throw new Error("Les tests de navigateur demandent Chromium : apt-get install chromium");
  }
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--no-first-run",
      "--disable-sync",
    ],
  });
}

export type Lecteur = {
  largeur: number;
  hauteur?: number;
  theme?: "light" | "dark";
  script?: boolean;
  couleursForcees?: boolean;
  /** Signed in already: what the browser of that person keeps. */
  session?: BrowserContextOptions["storageState"];
};

/** Four readers in which each pair of values of theme, width and script meets once: the full product has eight. */
export const LECTEURS = [
  { theme: "light", largeur: 320, script: true },
  { theme: "light", largeur: 1280, script: false },
  { theme: "dark", largeur: 320, script: false },
  { theme: "dark", largeur: 1280, script: true },
] as const satisfies readonly Lecteur[];

/** A page in front of somebody: `plaintes` is what the browser refused or missed there, `demandes` what it asked for. */
export interface Vu {
  page: Page;
  plaintes: string[];
  demandes: Request[];
}

/** A window of one kind of reader, opened once; `aller` leads it to an address, where `puis` is done first. */
interface Fenetre {
  aller: (url: string, puis: (page: Page) => Promise<void>) => Promise<Vu>;
  /** As it was on its first day: without what the last page kept in the browser. */
  oublier: () => Promise<void>;
}

async function ouvrirFenetre(navigateur: Browser, lecteur: Lecteur): Promise<Fenetre> {
  const contexte = await navigateur.newContext({
    viewport: { width: lecteur.largeur, height: lecteur.hauteur ?? 900 },
    colorScheme: lecteur.theme ?? "light",
    forcedColors: lecteur.couleursForcees === true ? "active" : "none",
    reducedMotion: "reduce",
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    ...(lecteur.session === undefined ? {} : { storageState: lecteur.session }),
  });
  const temoins = await contexte.cookies();
  const page = await contexte.newPage();
  let vu: Vu = { page, plaintes: [], demandes: [] };
  page.on("console", (m) => {
    // A page of refusal is refused itself: the browser says so of each, and of pieces that fail too, told below.
    if (m.text().startsWith("Failed to load resource")) return;
    if (m.type() === "error" || m.text().includes("Content Security Policy")) vu.plaintes.push(m.text());
  });
  page.on("request", (r) => vu.demandes.push(r));
  page.on("pageerror", (e) => vu.plaintes.push(e.message));
  page.on("response", (r) => {
    const piece = r.request().method() === "GET" && r.request().resourceType() !== "document";
    if (piece && r.status() >= 400) vu.plaintes.push(`${r.status()} ${r.url()}`);
  });
  const cdp = await contexte.newCDPSession(page);
  // Each visit is a first visit.
  await cdp.send("Network.setCacheDisabled", { cacheDisabled: true });
  return {
    aller: async (url, puis) => {
      vu = { page, plaintes: [], demandes: [] };
      // Scripts are off while the page loads, then on again for the checks alone: what a reader without them gets.
      const sansScript = lecteur.script === false;
      if (sansScript) await cdp.send("Emulation.setScriptExecutionDisabled", { value: true });
      await page.goto(url, { waitUntil: "load" });
      await puis(page);
      if (sansScript) await cdp.send("Emulation.setScriptExecutionDisabled", { value: false });
      return vu;
    },
    oublier: async () => {
      await page.evaluate(() => {
        localStorage.clear();
        sessionStorage.clear();
      });
      await contexte.clearCookies();
      await contexte.addCookies(temoins);
    },
  };
}

/** A page read by one kind of reader, in a window of its own. `puis` is what the person does there before. */
export async function ouvrir(
  navigateur: Browser,
  url: string,
  lecteur: Lecteur,
  puis: (page: Page) => Promise<void> = async () => {},
): Promise<Vu> {
  return (await ouvrirFenetre(navigateur, lecteur)).aller(url, puis);
}

/**
 * Looks at many pages, each as if it were the first: a window is given to the next page for the same reader, because
 * opening one costs four times what a page does.
 */
export function regarderAvec(navigateur: Browser) {
  const libres = new Map<string, Fenetre[]>();
  return async <T>(
    url: string,
    lecteur: Lecteur,
    voir: (vu: Vu) => Promise<T>,
    puis: (page: Page) => Promise<void> = async () => {},
  ): Promise<T> => {
    const cle = JSON.stringify(lecteur);
    const pile = libres.get(cle) ?? [];
    libres.set(cle, pile);
    const fenetre = pile.pop() ?? (await ouvrirFenetre(navigateur, lecteur));
    const trouve = await voir(await fenetre.aller(url, puis));
    await fenetre.oublier();
    pile.push(fenetre);
    return trouve;
  };
}
