import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { Hono } from "hono";
import { construireScript } from "./scripts/paquet.ts";
import { lireFeuille } from "./styles/feuille.ts";
import { empreinteCourte, lirePolices } from "./styles/polices.ts";
import type { Ressources } from "./ui/document.tsx";
import { FAVICON } from "./ui/wordmark.tsx";

type Fichier = {
  type: string;
  brut: Uint8Array<ArrayBuffer>;
  br?: Uint8Array<ArrayBuffer>;
  gzip?: Uint8Array<ArrayBuffer>;
};

/** All that a page loads, ready to be served: read, built and compressed once at start. */
export type RessourcesServies = {
  readonly adresses: Ressources;
  readonly fichiers: ReadonlyMap<string, Fichier>;
};

export function preparerRessources(): RessourcesServies {
  const polices = lirePolices();
  const feuille = lireFeuille(polices);
  const script = construireScript();
  const icone = `/icone.${empreinteCourte(FAVICON)}.svg`;
  const fichiers = new Map<string, Fichier>([
    [feuille.url, texte("text/css; charset=utf-8", feuille.texte)],
    [script.url, texte("text/javascript; charset=utf-8", script.texte)],
    [icone, texte("image/svg+xml", FAVICON)],
    ...polices.map((p): [string, Fichier] => [p.url, { type: "font/woff2", brut: p.octets }]),
  ]);
  const police = polices.find((p) => p.nom === "figtree")?.url ?? "";
  return { adresses: { feuille: feuille.url, script: script.url, police, icone }, fichiers };
}

function texte(type: string, contenu: string): Fichier {
  const brut = new TextEncoder().encode(contenu);
  const qualite = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  return {
    type,
    brut,
    br: new Uint8Array(brotliCompressSync(brut, qualite)),
    gzip: new Uint8Array(gzipSync(brut, { level: 9 })),
  };
}

/** Serves them. Addresses change with the content, so a browser may keep each for ever. */
export function routesDesRessources({ fichiers }: RessourcesServies): Hono {
  const app = new Hono();
  for (const [url, f] of fichiers) {
    app.get(url, (c) => {
      const accepte = c.req.header("accept-encoding") ?? "";
      const codage =
        f.br && /\bbr\b/.test(accepte) ? "br" : f.gzip && /\bgzip\b/.test(accepte) ? "gzip" : null;
      return c.body((codage === null ? f.brut : f[codage]) ?? f.brut, 200, {
        "content-type": f.type,
        "cache-control": "public, max-age=31536000, immutable",
        vary: "accept-encoding",
        ...(codage === null ? {} : { "content-encoding": codage }),
      });
    });
  }
  return app;
}
