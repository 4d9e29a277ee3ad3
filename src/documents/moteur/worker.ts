import { parentPort } from "node:worker_threads";
import { creerCompilateur } from "./compilateur.ts";
import type { DocumentImprimable } from "./document-imprimable.ts";
import { ErreurImpression } from "./erreur-impression.ts";

/** What the worker answers: the bytes, or why there are none. */
export type Reponse = { readonly pdf: Uint8Array } | { readonly message: string; readonly detail: string };

if (parentPort === null) throw new Error("worker.ts runs in a worker thread only");
const port = parentPort;
// The templates lie beside the folder of this file, in src/ as in dist/.
const compilateur = creerCompilateur(new URL("../", import.meta.url));

port.on("message", (document: DocumentImprimable) => {
  port.postMessage(repondre(document));
  compilateur.oublier();
});

function repondre(document: DocumentImprimable): Reponse {
  try {
    return { pdf: compilateur.compiler(document) };
  } catch (erreur) {
    if (erreur instanceof ErreurImpression) return { message: erreur.message, detail: erreur.detail };
    throw erreur;
  }
}
