import type { Maison } from "../usecases/maison.ts";
import { organismes } from "../usecases/organisme/les-organismes.ts";
import { ErreurDeCommande } from "./commande.ts";

/** The organisations that a command is about: the one that `--organisme` names, or all. Refuses an unknown one. */
export async function organismesChoisis(maison: Maison, seul: string | true | undefined): Promise<string[]> {
  const tous = await organismes(maison);
  if (typeof seul !== "string") return tous;
  if (tous.includes(seul)) return [seul];
  throw new ErreurDeCommande(`Aucun organisme n’a l’identifiant « ${seul} » ici.`);
}
