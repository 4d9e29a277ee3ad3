import { lireConfig } from "../../config.ts";
import { type MaisonOuverte, ouvrirMaison } from "../../main.ts";
import { clesDuJournal } from "../../usecases/cles/cles-du-journal.ts";
import { tournerSceau } from "../../usecases/cles/tourner-sceau.ts";
import { tournerSignature } from "../../usecases/cles/tourner-signature.ts";
import { tournerEnveloppes } from "../../usecases/destruction/tourner-les-cles.ts";
import { organismes } from "../../usecases/organisme/les-organismes.ts";
import { accorder } from "../../values/accorder.ts";
import { type Commande, ErreurDeCommande } from "../commande.ts";
import { racine } from "../racine.ts";

/** Turns one sort of key, or says which sign. Each can be interrupted and run again. */
export const cles: Commande = {
  usage: "cles [tourner signature|sceau|enveloppes] [--organisme ID]",
  aide: "dit quelles clés signent et depuis quand, ou en met une neuve à la place de l’ancienne, qui est détruite",
  executer: async ({ mots, options }) => {
    const action = mots.length === 0 ? montrer : TOURS[mots[1] ?? ""];
    if (action === undefined || (mots.length > 0 && (mots[0] !== "tourner" || mots.length > 2))) {
      throw new ErreurDeCommande("Écrivez : npx probant cles tourner signature, sceau ou enveloppes");
    }
    const maison = await ouvrirMaison(lireConfig(process.env, racine), "commande");
    try {
      process.stdout.write(await action(maison, await choisis(maison, options.get("--organisme"))));
      return 0;
    } finally {
      await maison.fermer();
    }
  },
};

type Action = (maison: MaisonOuverte, ids: readonly string[]) => Promise<string>;

const TOURS: Readonly<Record<string, Action>> = {
  signature: async (maison, ids) => {
    for (const id of ids) if (!(await tournerSignature(maison, id))) throw occupe();
    return await montrer(maison, ids);
  },
  sceau: async (maison, ids) => {
    const lignes = [];
    for (const id of ids)
      lignes.push(`Organisme ${id} : nouveau certificat ${await tournerSceau(maison, id)}\n`);
    return lignes.join("");
  },
  enveloppes: async (maison) => {
    const tour = await tournerEnveloppes(maison);
    if (tour === undefined) throw occupe();
    return `${accorder(tour.enveloppees, "clé enveloppée de nouveau", "clés enveloppées de nouveau")}, ${accorder(tour.detruites, "ancienne clé détruite", "anciennes clés détruites")}.\nCopiez le dossier des clés : les copies d’avant n’ouvrent plus rien de neuf.\n`;
  },
};

const montrer: Action = async (maison, ids) => {
  const lignes = [];
  for (const organismeId of ids) {
    lignes.push(`Organisme ${organismeId}`);
    for (const { empreinte, depuis, jusque } of await clesDuJournal(maison, { organismeId })) {
      lignes.push(
        `  ${empreinte}  ${depuis ?? "depuis la création"}${jusque === null ? "" : ` jusqu’à ${jusque}`}`,
      );
    }
  }
  return `${lignes.join("\n")}\n`;
};

async function choisis(maison: MaisonOuverte, seul: string | true | undefined): Promise<string[]> {
  const tous = await organismes(maison);
  if (typeof seul !== "string") return tous;
  if (tous.includes(seul)) return [seul];
  throw new ErreurDeCommande(`Aucun organisme n’a l’identifiant « ${seul} » ici.`);
}

const occupe = () =>
  new ErreurDeCommande(
    "Une clé est en train de changer, ou une destruction s’achève. Recommencez dans une minute.",
  );
