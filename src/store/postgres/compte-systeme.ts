import { ErreurDemarrage } from "./erreur-demarrage.ts";
import { type CompteSysteme, type Execution, executer } from "./executer.ts";

const NOM = "probant";

const CREATIONS: readonly (readonly [string, ...string[]])[] = [
  ["useradd", "--system", "--user-group", "--no-create-home", "--home-dir", "/nonexistent", NOM],
  ["adduser", "-S", "-D", "-H", NOM],
];

/**
 * PostgreSQL refuses to run as root: there we use the system account `probant`, made when missing. Undefined for
 * anybody else, who runs the server as himself.
 */
export async function compteDuServeur(): Promise<CompteSysteme | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const present = await lireCompte();
  if (present !== undefined) return present;
  for (const [programme, ...parametres] of CREATIONS) {
    await essayer(programme, parametres);
    const cree = await lireCompte();
    if (cree !== undefined) return cree;
  }
  throw new ErreurDemarrage(
    `La base de données ne peut pas tourner sous root, et le compte système « ${NOM} » n’a pas pu être créé. ` +
      `Créez-le (useradd --system ${NOM}), ou lancez Probant sous un compte ordinaire.`,
  );
}

async function lireCompte(): Promise<CompteSysteme | undefined> {
  const uid = await essayer("id", ["-u", NOM]);
  const gid = await essayer("id", ["-g", NOM]);
  if (uid?.code !== 0 || gid?.code !== 0) return undefined;
  return { uid: Number(uid.sortie), gid: Number(gid.sortie) };
}

/** Undefined when the program does not exist here. */
async function essayer(programme: string, parametres: readonly string[]): Promise<Execution | undefined> {
  try {
    return await executer(programme, parametres);
  } catch {
    return undefined;
  }
}
