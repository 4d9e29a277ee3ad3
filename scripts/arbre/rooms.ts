/** What one room of `src/` may import. */
export interface Room {
  /** Rooms it uses. */
  to: readonly string[];
  /** Rooms of which it may know the types and nothing that runs. */
  types?: readonly string[];
  /** Packages it may use; any of them when left out. */
  packages?: readonly string[];
  /** No async, no clock, no randomness, nothing of Node. */
  pure?: true;
}

const DOORS = ["usecases", "dossier", "law", "values"] as const;

/** Arrows go down only (ARCHITECTURE.md). A new room gets its row here, with a decision that says why. */
export const ROOMS: Readonly<Record<string, Room>> = {
  values: { to: [], packages: [], pure: true },
  law: { to: ["values"], packages: [], pure: true },
  dossier: { to: ["law", "values"], packages: ["zod"], pure: true },
  evidence: { to: ["values"], packages: [], pure: true },
  verifier: { to: ["evidence", "values"] },
  documents: { to: ["values"] },
  store: { to: ["evidence", "values"] },
  vault: { to: ["evidence", "values"] },
  sceau: { to: ["evidence", "values"] },
  mail: { to: ["values"] },
  auth: { to: ["values"], types: ["dossier"] },
  // The control file carries the page that verifies it, hence the verifier.
  usecases: {
    to: [
      "dossier",
      "law",
      "evidence",
      "verifier",
      "values",
      "store",
      "vault",
      "sceau",
      "documents",
      "mail",
      "auth",
    ],
  },
  // The stories of the demonstration go through the same use cases as a person; founding needs the accounts' type.
  demonstration: { to: DOORS, types: ["auth"] },
  web: { to: DOORS, types: ["auth", "documents", "evidence"] },
  cli: { to: [...DOORS, "verifier", "evidence"], types: ["documents"] },
  jobs: { to: DOORS, types: ["documents", "mail", "auth"] },
  "config.ts": { to: ["values"] },
};

/** The files that put the adapters together: they alone may import every room. */
export function isCompositionRoot(path: string): boolean {
  return (
    path.startsWith("src/main/") || path === "src/cli/probant.ts" || path.startsWith("src/cli/commandes/")
  );
}

/** The room of a file under `src/`: its first folder, or its own name when it lies at the root. */
export function roomOf(path: string): string {
  return path.split("/")[1]!;
}
