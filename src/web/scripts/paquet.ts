import { join } from "node:path";
import { buildSync, stop } from "esbuild";
import { empreinteCourte } from "../styles/polices.ts";

/** The one script of the product, and an address that changes with it. */
export type Script = { readonly texte: string; readonly url: string };

/** Builds the browser script once, at start. `entree` is a file of this folder. */
export function construireScript(entree = "probant.ts", dossier: string = import.meta.dirname): Script {
  const resultat = buildSync({
    entryPoints: [join(dossier, entree)],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    write: false,
    logLevel: "silent",
  });
  // The builder keeps a process and a thread that nothing needs while pages are served.
  void stop();
  const texte = resultat.outputFiles[0]?.text ?? "";
  return { texte, url: `/scripts/probant.${empreinteCourte(texte)}.js` };
}
