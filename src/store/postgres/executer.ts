import { spawn } from "node:child_process";

/** The account under which a program runs. */
export interface CompteSysteme {
  readonly uid: number;
  readonly gid: number;
}

export interface Execution {
  readonly code: number | null;
  readonly sortie: string;
  readonly erreurs: string;
}

/**
 * Runs one program to its end, under another account when one is given. A program that cannot be started rejects
 * with the system error; one that ends badly resolves with its status and what it said.
 */
export function executer(
  programme: string,
  parametres: readonly string[],
  compte?: CompteSysteme,
): Promise<Execution> {
  return new Promise((resolve, reject) => {
    const enfant = spawn(programme, parametres, {
      stdio: ["ignore", "pipe", "pipe"],
      cwd: "/",
      env: { ...process.env, LC_ALL: "C" },
      ...(compte && { uid: compte.uid, gid: compte.gid }),
    });
    let sortie = "";
    let erreurs = "";
    enfant.stdout.setEncoding("utf8").on("data", (texte: string) => {
      sortie += texte;
    });
    enfant.stderr.setEncoding("utf8").on("data", (texte: string) => {
      erreurs += texte;
    });
    enfant.on("error", reject);
    enfant.on("close", (code) => resolve({ code, sortie, erreurs }));
  });
}
