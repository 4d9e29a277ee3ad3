import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync, realpathSync } from "node:fs";
import { codeSysteme } from "./erreur-demarrage.ts";

/** Is there a process with this number, whoever owns it? */
export function existe(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (erreur) {
    return codeSysteme(erreur) === "EPERM";
  }
}

/** When this process began, in the system's own notation, with the boot it belongs to; undefined when there is none. */
export function debutDuProcessus(pid: number): string | undefined {
  if (!existe(pid)) return undefined;
  if (process.platform !== "linux") return debutSelonPs(pid);
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program, in parentheses, may itself hold spaces and parentheses.
    const champs = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (champs[0] === "Z") return undefined;
    const demarrage = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${demarrage}:${champs[19]}`;
  } catch (erreur) {
    if (codeSysteme(erreur) === "ENOENT" || codeSysteme(erreur) === "ESRCH") return undefined;
    throw erreur;
  }
}

function debutSelonPs(pid: number): string | undefined {
  const texte = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  return texte === "" ? undefined : texte;
}

/** A server of ours stands in its cluster's folder: this tells it from a process that was given its old number. */
export function travailleDans(pid: number, dossier: string): boolean {
  if (debutDuProcessus(pid) === undefined) return false;
  if (process.platform !== "linux") return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dossier);
  } catch (erreur) {
    if (codeSysteme(erreur) === "ENOENT" || codeSysteme(erreur) === "ESRCH") return false;
    throw erreur;
  }
}
