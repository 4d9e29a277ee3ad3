import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { Hono } from "hono";
import { type Couleur, parseCouleur } from "../values/contraste.ts";
import { couleurPortee, feuilleDeLaCouleur } from "../values/couleur-organisme.ts";
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

/** The address of the few rules that pour an organisation's colour into a page; undefined when it has none. */
export function feuilleDeCouleur(couleur: Couleur | null): string | undefined {
  const portee = couleurPortee(couleur);
  return portee === null ? undefined : `/styles/couleur/${portee.slice(1)}.css`;
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

const POUR_TOUJOURS = "public, max-age=31536000, immutable";

/** Serves them. Addresses change with the content, so a browser may keep each for ever. */
export function routesDesRessources({ fichiers }: RessourcesServies): Hono {
  const app = new Hono();
  // The address holds the whole content: it names a colour and no organisation.
  app.get("/styles/couleur/:code{[0-9a-f]{6}\\.css}", (c, suite) => {
    const couleur = couleurPortee(parseCouleur(c.req.param("code").slice(0, 6)));
    if (couleur === null) return suite();
    return c.body(feuilleDeLaCouleur(couleur), 200, {
      "content-type": "text/css; charset=utf-8",
      "cache-control": POUR_TOUJOURS,
    });
  });
  for (const [url, f] of fichiers) {
    app.get(url, (c) => {
      const accepte = c.req.header("accept-encoding") ?? "";
      const codage =
        f.br && /\bbr\b/.test(accepte) ? "br" : f.gzip && /\bgzip\b/.test(accepte) ? "gzip" : null;
      return c.body((codage === null ? f.brut : f[codage]) ?? f.brut, 200, {
        "content-type": f.type,
        "cache-control": POUR_TOUJOURS,
        vary: "accept-encoding",
        ...(codage === null ? {} : { "content-encoding": codage }),
      });
    });
  }
  return app;
}
