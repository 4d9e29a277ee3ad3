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

/**
 * A page read by one kind of reader; `plaintes` collects what the browser refuses or misses while it is open, `demandes`
 * what it asked for. `puis` is what the person does there before it is looked at.
 */
export async function ouvrir(
  navigateur: Browser,
  url: string,
  lecteur: Lecteur,
  puis: (page: Page) => Promise<void> = async () => {},
): Promise<{ page: Page; plaintes: string[]; demandes: Request[] }> {
  const contexte = await navigateur.newContext({
    viewport: { width: lecteur.largeur, height: lecteur.hauteur ?? 900 },
    colorScheme: lecteur.theme ?? "light",
    forcedColors: lecteur.couleursForcees === true ? "active" : "none",
    reducedMotion: "reduce",
    locale: "fr-FR",
    timezoneId: "Europe/Paris",
    ...(lecteur.session === undefined ? {} : { storageState: lecteur.session }),
  });
  const page = await contexte.newPage();
  const plaintes: string[] = [];
  page.on("console", (m) => {
    // A page of refusal is refused itself: the browser says so of each, and of pieces that fail too, told below.
    if (m.text().startsWith("Failed to load resource")) return;
    if (m.type() === "error" || m.text().includes("Content Security Policy")) plaintes.push(m.text());
  });
  const demandes: Request[] = [];
  page.on("request", (r) => demandes.push(r));
  page.on("pageerror", (e) => plaintes.push(e.message));
  page.on("response", (r) => {
    const piece = r.request().method() === "GET" && r.request().resourceType() !== "document";
    if (piece && r.status() >= 400) plaintes.push(`${r.status()} ${r.url()}`);
  });
  // Scripts are off while the page loads, then on again for the checks alone: what a reader without them gets.
  const couper = lecteur.script === false ? await contexte.newCDPSession(page) : null;
  await couper?.send("Emulation.setScriptExecutionDisabled", { value: true });
  await page.goto(url, { waitUntil: "load" });
  await puis(page);
  await couper?.send("Emulation.setScriptExecutionDisabled", { value: false });
  return { page, plaintes, demandes };
}
