import { join } from "node:path";
import { build } from "esbuild";

/**
 * The program that goes one way, as a single file in that folder: a process that is killed a thousand times must not read
 * eight hundred files each time.
 */
export async function assemblerProgramme(dossier: string): Promise<string> {
  const outfile = join(dossier, "voie.mjs");
  await build({
    entryPoints: [join(import.meta.dirname, "processus-voie.ts")],
    outfile,
    bundle: true,
    platform: "node",
    target: "node24",
    format: "esm",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    external: ["pg-native"],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: "error",
  });
  return outfile;
}
