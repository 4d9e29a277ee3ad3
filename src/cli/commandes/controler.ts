import { type Anomalie, etatAu, lireFichier } from "../../dossier/fichier.ts";
import { constatPublic } from "../../law/constat-public.ts";
import { type Constat, juger, manquements } from "../../law/judge.ts";
import { formatJour } from "../../values/dates-fr.ts";
import type { Jour } from "../../values/jour.ts";
import { jourDemande } from "../aujourdhui.ts";
import { type Commande, ErreurDeCommande } from "../commande.ts";
import { sortieConstats, sortieDePlusieurs } from "../formats/constats.ts";
import { lireJson } from "../lire-json.ts";
import { direConstats } from "../recit-constats.ts";

/** As many lines as a screen holds; the reader mends those first. */
const MONTREES = 20;

function direAnomalies(chemin: string, anomalies: readonly Anomalie[]): string {
  const lignes = anomalies.slice(0, MONTREES).map((a) => `  ${a.ou} : ${a.phrase}`);
  const reste = anomalies.length - lignes.length;
  return [
    `« ${chemin} » n’est pas un dossier lisible :`,
    ...lignes,
    ...(reste > 0 ? [`  et ${reste} autre${reste > 1 ? "s" : ""}.`] : []),
  ].join("\n");
}

/** The findings on one file; throws `ErreurDeCommande` when it cannot be read. */
async function jugerFichier(chemin: string, au: Jour): Promise<Constat[]> {
  const lu = lireFichier(await lireJson(chemin));
  if ("anomalies" in lu) throw new ErreurDeCommande(direAnomalies(chemin, lu.anomalies));
  return juger(etatAu(lu, au), au);
}

type Jugement = { fichier: string } & ({ constats: Constat[] } | { illisible: string });

/** Among several files, one that cannot be read does not keep the others from being judged. */
async function jugerChacun(fichiers: readonly string[], au: Jour): Promise<Jugement[]> {
  const juges: Jugement[] = [];
  for (const fichier of fichiers) {
    try {
      juges.push({ fichier, constats: await jugerFichier(fichier, au) });
    } catch (erreur) {
      if (!(erreur instanceof ErreurDeCommande)) throw erreur;
      juges.push({ fichier, illisible: erreur.phrase });
    }
  }
  return juges;
}

const recit = (au: Jour, constats: Constat[]) =>
  `Dossier jugé au ${formatJour(au)}, ${constats.length} constats.\n${direConstats(constats)}`;

const codeDe = (constats: readonly Constat[]) => (manquements(constats).length > 0 ? 1 : 0);

const ecrire = (sortie: unknown) => process.stdout.write(`${JSON.stringify(sortie, null, 2)}\n`);

/** Judges dossier files by the rule book: 0 nothing non conforme without reserve, 1 some, 2 one unreadable; the worst. */
export const controler: Commande = {
  usage: "controler DOSSIER.json… [--au AAAA-MM-JJ] [--json]",
  aide: "juge un fichier de dossier, ou plusieurs, par le référentiel",
  executer: async ({ mots, options }) => {
    const [chemin, ...autres] = mots;
    if (chemin === undefined) throw new ErreurDeCommande("Indiquez le fichier du dossier à contrôler.");
    const au = jourDemande(options.get("--au"));
    const enJson = options.has("--json");
    if (autres.length === 0) {
      const constats = await jugerFichier(chemin, au);
      if (enJson) ecrire(sortieConstats(au, constats.map(constatPublic)));
      else process.stdout.write(recit(au, constats));
      return codeDe(constats);
    }
    const juges = await jugerChacun(mots, au);
    if (enJson) ecrire(sortieDePlusieurs(au, juges));
    else {
      for (const j of juges) {
        if ("illisible" in j) process.stderr.write(`${j.illisible}\n`);
        else process.stdout.write(`« ${j.fichier} »\n${recit(au, j.constats)}\n`);
      }
    }
    return Math.max(...juges.map((j) => ("illisible" in j ? 2 : codeDe(j.constats))));
  },
};
