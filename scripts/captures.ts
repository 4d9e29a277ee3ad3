import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { type Lecteur, lancerNavigateur, ouvrir } from "../tests/browser/navigateur.ts";

// Usage: captures.ts DOSSIER nom=adresse… [vue…]   vue: 375-clair, 1280-sombre, 768-forcees, imprime
const VUES = [
  "320-clair",
  "375-clair",
  "375-sombre",
  "768-clair",
  "1280-clair",
  "1280-sombre",
  "1280-forcees",
  "imprime",
];

/** Photographs pages as several readers see them; an address may be a local file. Files: `<nom>-<vue>.png`. */
async function capturer(
  dossier: string,
  cibles: readonly { nom: string; adresse: string }[],
  vues: readonly string[] = VUES,
): Promise<string[]> {
  mkdirSync(dossier, { recursive: true });
  const navigateur = await lancerNavigateur();
  const ecrits: string[] = [];
  try {
    for (const { nom, adresse } of cibles) {
      const url = /^[a-z]+:\/\//.test(adresse) ? adresse : pathToFileURL(resolve(adresse)).href;
      for (const vue of vues) {
        const { page } = await ouvrir(navigateur, url, lecteurDe(vue));
        if (vue === "imprime") await page.emulateMedia({ media: "print" });
        const chemin = join(dossier, `${nom}-${vue}.png`);
        await page.screenshot({ path: chemin, fullPage: true });
        ecrits.push(chemin);
        await page.context().close();
      }
    }
  } finally {
    await navigateur.close();
  }
  return ecrits;
}

function lecteurDe(vue: string): Lecteur {
  // A printed page of A4 is 178 mm wide between its margins: 673 px.
  if (vue === "imprime") return { largeur: 673, hauteur: 980 };
  const [largeur, mode] = vue.split("-");
  if (!/^\d{3,4}$/.test(largeur ?? "") || !["clair", "sombre", "forcees"].includes(mode ?? ""))
    throw new Error(`Vue inconnue : ${vue}. Vues possibles : ${VUES.join(", ")}.`);
  return {
    largeur: Number(largeur),
    theme: mode === "clair" ? "light" : "dark",
    couleursForcees: mode === "forcees",
  };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [dossier, ...reste] = process.argv.slice(2);
  const cibles = reste
    .filter((r) => r.includes("="))
    .map((r) => ({ nom: r.slice(0, r.indexOf("=")), adresse: r.slice(r.indexOf("=") + 1) }));
  const vues = reste.filter((r) => !r.includes("="));
  if (dossier === undefined || cibles.length === 0) {
    process.stderr.write("Usage : captures.ts DOSSIER nom=adresse… [vue…]\n");
    process.exit(2);
  }
  for (const f of await capturer(dossier, cibles, vues.length === 0 ? VUES : vues))
    process.stdout.write(`${f}\n`);
}
