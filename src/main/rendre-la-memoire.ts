import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Gives back to the machine what starting left behind: the read sources make up three quarters of the heap, and an
 * application that nobody uses yet would keep them for hours. Takes about a tenth of a second, once.
 */
export function rendreLaMemoire(): void {
  setFlagsFromString("--expose-gc");
  const collecter = runInNewContext("gc") as (options: object) => void;
  setFlagsFromString("--no-expose-gc");
  // The last resort of V8: it also shrinks what it keeps.
  collecter({ type: "major", execution: "sync", flavor: "last-resort" });
}
