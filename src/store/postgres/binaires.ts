import { existsSync, globSync } from "node:fs";
import { delimiter, join } from "node:path";
import { preparerBinairesEmbarques } from "./binaires-embarques.ts";
import { ErreurDemarrage } from "./erreur-demarrage.ts";
import { executer } from "./executer.ts";

export type OrigineBinaires = "machine" | "embarque";

/** One PostgreSQL on this machine: folder of its programs and its major version. */
export interface Binaires {
  readonly origine: OrigineBinaires;
  readonly dossier: string;
  readonly majeure: number;
}

export interface ChoixBinaires {
  /** Only this origin; both when undefined, the machine's first. */
  readonly origine?: OrigineBinaires | undefined;
  /** The version that an existing cluster was made with. */
  readonly majeure?: number | undefined;
}

export const MAJEURE_MINIMALE = 15;

/** The PostgreSQL to run: the machine's newest, else the one that npm installed. Refuses in French. */
export async function trouverBinaires({ origine, majeure }: ChoixBinaires): Promise<Binaires> {
  const trouves = await recenserBinaires(origine);
  const choisis = trouves.find((b) => (majeure === undefined ? true : b.majeure === majeure));
  if (choisis !== undefined) return choisis;
  throw new ErreurDemarrage(majeure === undefined ? phraseAucun(origine) : phraseVersion(majeure, trouves));
}

async function recenserBinaires(origine: OrigineBinaires | undefined): Promise<readonly Binaires[]> {
  const machine = origine === "embarque" ? [] : await Promise.all(dossiersDeLaMachine().map(lireMachine));
  const embarque = origine === "machine" ? undefined : await preparerBinairesEmbarques();
  const paquet = embarque === undefined ? undefined : await lireVersion("embarque", embarque);
  return [
    ...machine.filter((b) => b !== undefined).sort((a, b) => b.majeure - a.majeure),
    ...(paquet === undefined ? [] : [paquet]),
  ];
}

function dossiersDeLaMachine(): readonly string[] {
  const habituels = globSync([
    "/usr/lib/postgresql/*/bin",
    "/usr/pgsql-*/bin",
    "/opt/homebrew/opt/postgresql@*/bin",
  ]);
  const chemins = (process.env.PATH ?? "").split(delimiter).filter((d) => d !== "");
  return [...new Set([...habituels, ...chemins])].filter(
    (d) => existsSync(join(d, "postgres")) && existsSync(join(d, "initdb")),
  );
}

const lireMachine = (dossier: string) => lireVersion("machine", dossier);

/** Undefined when the program does not answer or is older than what the tables need. */
async function lireVersion(origine: OrigineBinaires, dossier: string): Promise<Binaires | undefined> {
  const { sortie } = await executer(join(dossier, "postgres"), ["--version"]);
  const majeure = Number(/\(PostgreSQL\) (\d+)/.exec(sortie)?.[1] ?? 0);
  return majeure >= MAJEURE_MINIMALE ? { origine, dossier, majeure } : undefined;
}

function phraseAucun(origine: OrigineBinaires | undefined): string {
  const ou = origine === "embarque" ? "dans l’installation de Probant" : "sur cette machine";
  return (
    `Aucun PostgreSQL ${MAJEURE_MINIMALE} ou plus récent n’a été trouvé ${ou}. ` +
    "Relancez « npm ci », installez le paquet postgresql de votre système, ou donnez DATABASE_URL."
  );
}

function phraseVersion(majeure: number, trouves: readonly Binaires[]): string {
  const presents = [...new Set(trouves.map((b) => b.majeure))].join(", ");
  return (
    `Ces données ont été créées avec PostgreSQL ${majeure}, qui n’est plus sur cette machine` +
    `${presents === "" ? "" : ` (présent : ${presents})`}. Rien n’a été modifié. ` +
    `Réinstallez PostgreSQL ${majeure}, ou restaurez une sauvegarde dans un dossier neuf.`
  );
}
