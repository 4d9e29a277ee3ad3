import { type Config, lireConfig } from "../../config.ts";
import { demanderLaCle } from "../../main/demander-la-cle.ts";
import { type MaisonOuverte, ouvrirMaison } from "../../main/ouvrir-maison.ts";
import { clesDuJournal } from "../../usecases/cles/cles-du-journal.ts";
import { scellerTrousseau } from "../../usecases/cles/sceller-trousseau.ts";
import { tournerSceau } from "../../usecases/cles/tourner-sceau.ts";
import { tournerSignature } from "../../usecases/cles/tourner-signature.ts";
import { tournerEnveloppes } from "../../usecases/destruction/tourner-les-cles.ts";
import { accorder } from "../../values/accorder.ts";
import { refusDePhrase } from "../../vault/phrase.ts";
import { type Commande, ErreurDeCommande } from "../commande.ts";
import { organismesChoisis } from "../organismes-choisis.ts";
import { demanderPhrase } from "../phrase-secrete.ts";
import { racine } from "../racine.ts";

/** Turns one sort of key, says which sign, or seals the keyring. A turn can be interrupted and run again. */
export const cles: Commande = {
  usage:
    "cles [tourner signature|sceau|enveloppes | sceller | desceller | ouvrir] [--organisme ID] [--phrase FICHIER]",
  aide: "dit quelles clés signent et depuis quand, en met une neuve à la place, ou ferme le trousseau par une phrase",
  executer: async ({ mots, options }) => {
    const config = lireConfig(process.env, racine);
    if (mots.length === 1 && mots[0] === "ouvrir") return await ouvrirDepuisLaMachine(config);
    const action = ACTIONS[mots.join(" ")];
    if (action === undefined) {
      throw new ErreurDeCommande(
        "Écrivez : npx probant cles tourner signature, sceau ou enveloppes ; ou cles sceller, desceller, ouvrir",
      );
    }
    const maison = await ouvrirMaison(config, "commande");
    try {
      const ids = await organismesChoisis(maison, options.get("--organisme"));
      process.stdout.write(await action(maison, ids, options.get("--phrase")));
      return 0;
    } finally {
      await maison.fermer();
    }
  },
};

/** Gives the key to an application that waits for it on this machine: it is made here, and the passphrase stays here. */
async function ouvrirDepuisLaMachine(config: Config): Promise<number> {
  const cle = await demanderLaCle(config);
  if (cle === undefined)
    throw new ErreurDeCommande("Le trousseau n’est pas scellé : il n’y a rien à ouvrir.");
  const hote = { "0.0.0.0": "127.0.0.1", "::": "[::1]", "::1": "[::1]" }[config.hote] ?? config.hote;
  let reponse: Response;
  try {
    reponse = await fetch(`http://${hote}:${config.port}/`, {
      method: "POST",
      body: new URLSearchParams({ cle: cle.cle.toString("hex") }),
      // The key goes to whoever waits here, and nowhere else.
      redirect: "manual",
    });
  } catch {
    throw new ErreurDeCommande("Aucun Probant n’attend sa phrase ici. Démarrez-le d’abord : npm start");
  }
  if (!reponse.ok) throw new ErreurDeCommande("Ce Probant n’attend pas de phrase : il est déjà ouvert.");
  process.stdout.write("Le trousseau est ouvert : Probant démarre.\n");
  return 0;
}

type Action = (
  maison: MaisonOuverte,
  ids: readonly string[],
  phrase: string | true | undefined,
) => Promise<string>;

const ACTIONS: Readonly<Record<string, Action>> = {
  "": (maison, ids) => montrer(maison, ids),
  "tourner signature": async (maison, ids) => {
    for (const id of ids) if (!(await tournerSignature(maison, id))) throw occupe();
    return await montrer(maison, ids);
  },
  "tourner sceau": async (maison, ids) => {
    const lignes = [];
    for (const id of ids)
      lignes.push(`Organisme ${id} : nouveau certificat ${await tournerSceau(maison, id)}\n`);
    return lignes.join("");
  },
  "tourner enveloppes": async (maison) => {
    const tour = await tournerEnveloppes(maison);
    if (tour === undefined) throw occupe();
    return `${accorder(tour.enveloppees, "clé enveloppée de nouveau", "clés enveloppées de nouveau")}, ${accorder(tour.detruites, "ancienne clé détruite", "anciennes clés détruites")}.\nCopiez le dossier des clés : les copies d’avant n’ouvrent plus rien de neuf.\n`;
  },
  sceller: async (maison, _, fichier) => {
    const phrase = await demanderPhrase(fichier, "fermer", "Nouvelle phrase du trousseau");
    const refus = refusDePhrase(phrase);
    if (refus !== null) throw new ErreurDeCommande(refus);
    if (!(await scellerTrousseau(maison, phrase))) throw occupe();
    return "Le trousseau est scellé. Redémarrez Probant : il demandera la phrase.\nSans elle, plus rien ne s’ouvre, et personne ne peut la retrouver. Écrivez-la sur papier, à l’abri.\n";
  },
  desceller: async (maison) => {
    if (!maison.trousseau.estScelle()) throw new ErreurDeCommande("Le trousseau n’est pas scellé.");
    if (!(await scellerTrousseau(maison, null))) throw occupe();
    return "Le trousseau n’est plus scellé : Probant démarrera sans phrase.\n";
  },
};

async function montrer(maison: MaisonOuverte, ids: readonly string[]): Promise<string> {
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
}

const occupe = () =>
  new ErreurDeCommande(
    "Une clé est en train de changer, ou une destruction s’achève. Recommencez dans une minute.",
  );
