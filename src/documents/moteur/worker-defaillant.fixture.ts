import { parentPort } from "node:worker_threads";
import type { DocumentImprimable } from "./document-imprimable.ts";

// Stands in for a printing thread that dies or hangs: the title says which.
parentPort!.on("message", ({ titre }: DocumentImprimable) => {
  if (titre === "meurt") process.exit(3);
  if (titre === "jette") throw new Error("Camille Moreau");
  if (titre === "tourne") while (true);
  parentPort!.postMessage({ pdf: new TextEncoder().encode(titre) });
});
