import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { composerCourriel } from "./composer.ts";
import type { Postier } from "./postier.ts";

/** Sends nothing: lays each message as a file that mail programs open, readable by the owner only. */
export function postierDeDossier(dossier: string): Postier {
  return {
    envoyer: async (courriel) => {
      const octets = await composerCourriel(courriel);
      await mkdir(dossier, { recursive: true, mode: 0o700 });
      await writeFile(join(dossier, `${courriel.id}.eml`), octets, { mode: 0o600 });
      return { issue: "accepte" };
    },
  };
}
