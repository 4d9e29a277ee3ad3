// Node 24 reads TypeScript by itself; only the pages (.tsx) need their markup turned into calls, once, at load.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

let esbuild;
const cache = join(tmpdir(), `probant-pages-${process.getuid?.() ?? "u"}`);

/** The compiled page, kept by the hash of its source so that the compiler starts only when a page changed. */
function compile(source) {
  const chemin = join(cache, `${createHash("sha256").update(source).digest("hex")}.mjs`);
  try {
    return readFileSync(chemin, "utf8");
  } catch {
    const { code } = esbuild.transformSync(source, {
      loader: "tsx",
      jsx: "automatic",
      jsxImportSource: "hono/jsx",
      format: "esm",
      target: "node24",
    });
    try {
      mkdirSync(cache, { recursive: true, mode: 0o700 });
      writeFileSync(`${chemin}.${process.pid}`, code, { mode: 0o600 });
      renameSync(`${chemin}.${process.pid}`, chemin);
    } catch {
      // Without a writable temporary folder the page is simply compiled again next time.
    }
    return code;
  }
}

registerHooks({
  load(url, context, suivant) {
    if (!url.endsWith(".tsx")) return suivant(url, context);
    return {
      format: "module",
      shortCircuit: true,
      source: compile(readFileSync(fileURLToPath(url), "utf8")),
    };
  },
});

esbuild = await import("esbuild");
