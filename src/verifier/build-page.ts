import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { buildSync, stop } from "esbuild";
import { renderPage } from "./page.ts";

let built: Uint8Array | null = null;

/** The bytes of `verifier.html`, built once per process: one self-contained file, the same for the same sources. */
export function pageVerification(): Uint8Array {
  built ??= new TextEncoder().encode(buildPage());
  return built;
}

function buildPage(): string {
  const script = bundle("page-script.ts");
  const style = `${fontFace()}${bundle("page.css")}`;
  // The builder keeps a process and a thread that nothing needs any more.
  void stop();
  const csp = [
    "default-src 'none'",
    `script-src '${sourceHash(script)}'`,
    `style-src '${sourceHash(style)}'`,
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  return renderPage({ csp, style, script });
}

function bundle(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    charset: "utf8",
    format: "iife",
    target: ["chrome111", "firefox114", "safari16.4"],
    legalComments: "none",
  });
  // A closing tag inside a string would end the inline part.
  return outputFiles[0]!.text.trim().replaceAll("</", "<\\/");
}

function fontFace(): string {
  const file = "@fontsource/brygada-1918/files/brygada-1918-latin-600-normal.woff2";
  const woff2 = readFileSync(createRequire(import.meta.url).resolve(file)).toString("base64");
  return `@font-face{font-family:"Brygada 1918";font-weight:600;src:url(data:font/woff2;base64,${woff2}) format("woff2")}`;
}

function sourceHash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}
