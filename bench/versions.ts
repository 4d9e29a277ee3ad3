import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";

/** The versions of what the results depend on, outside the project's own lock file. */
export function versionsDesRivaux(): string {
  const navigateur = version("/usr/bin/chromium", "--version");
  const majeure = majeureDeLaMachine();
  const base = majeure === null ? null : version(`/usr/lib/postgresql/${majeure}/bin/postgres`, "--version");
  return `${base ?? "PostgreSQL of the npm binaries"}; ${navigateur ?? "no Chromium"}.`;
}

// The server that a data folder gets is the newest of the distribution when there is one, else that of npm.
function majeureDeLaMachine(): number | null {
  const trouvees = lister("/usr/lib/postgresql").map(Number).filter(Number.isInteger);
  return trouvees.length === 0 ? null : Math.max(...trouvees);
}

function lister(dossier: string): string[] {
  try {
    return readdirSync(dossier);
  } catch {
    return [];
  }
}

function version(programme: string, option: string): string | null {
  const { status, stdout } = spawnSync(programme, [option], { encoding: "utf8" });
  return status === 0 ? (stdout.split("\n")[0]?.trim() ?? null) : null;
}
