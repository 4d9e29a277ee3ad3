import { readdirSync, readFileSync } from "node:fs";

/** Process numbers of `racine` and of everything that it started, from /proc. */
export function arbreDe(racine: number): number[] {
  const parents = new Map<number, number>();
  for (const nom of readdirSync("/proc")) {
    if (!/^\d+$/.test(nom)) continue;
    const stat = lireProc(`/proc/${nom}/stat`);
    // The name of the program stands in parentheses and may hold spaces; the parent is the second field after it.
    if (stat !== null) parents.set(Number(nom), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]));
  }
  const arbre = new Set([racine]);
  let avant = 0;
  while (arbre.size > avant) {
    avant = arbre.size;
    for (const [pid, parent] of parents) if (arbre.has(parent)) arbre.add(pid);
  }
  return [...arbre];
}

/** Proportional set size of these processes, in megabytes: what they would free together. */
export function pss(pids: readonly number[]): number {
  let ko = 0;
  for (const pid of pids) {
    const lu = lireProc(`/proc/${pid}/smaps_rollup`);
    ko += Number(/^Pss:\s+(\d+) kB$/m.exec(lu ?? "")?.[1] ?? 0);
  }
  return ko / 1024;
}

/** The program of a process, with its arguments; null when it ended. */
export function commandeDe(pid: number): string | null {
  return lireProc(`/proc/${pid}/cmdline`)?.replaceAll("\0", " ") ?? null;
}

// A process may end between its listing and its reading.
function lireProc(chemin: string): string | null {
  try {
    return readFileSync(chemin, "utf8");
  } catch {
    return null;
  }
}
