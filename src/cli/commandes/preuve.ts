import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { lireConfig } from "../../config.ts";
import { ouvrirImprimerie } from "../../main/imprimerie.ts";
import { type MaisonOuverte, ouvrirMaison } from "../../main/ouvrir-maison.ts";
import {
  type DossierDeControle,
  produireDossierControle,
} from "../../usecases/controle/produire-dossier-controle.ts";
import { lireRangs } from "../../usecases/controle/rangs.ts";
import { auteurDeCommande } from "../../usecases/listes/inventaire.ts";
import { organismesDuDossier } from "../../usecases/organisme/les-organismes.ts";
import { accorder } from "../../values/accorder.ts";
import { type Commande, ErreurDeCommande } from "../commande.ts";
import { racine } from "../racine.ts";

/** Makes the control file of one dossier, or of several beside one another. */
export const preuve: Commande = {
  usage: "preuve DOSSIER… -o FICHIER.zip [--taire 3,7] [--organisme ID]",
  aide: "fabrique le dossier de contrôle, sans les faits de --taire ; pour plusieurs, -o nomme un dossier où chacun a son fichier",
  executer: async ({ mots: references, options }) => {
    const sortie = options.get("-o");
    if (references.length === 0)
      throw new ErreurDeCommande("Indiquez la référence du dossier, par exemple D-2026-0001.");
    if (typeof sortie !== "string") throw new ErreurDeCommande("Indiquez où l’écrire : -o FICHIER.zip");
    const taire = faitsATaire(options.get("--taire"), references);
    const chemins = await cheminsDeSortie(sortie, references);
    const maison = await ouvrirMaison(lireConfig(process.env, racine), "commande");
    const imprimerie = ouvrirImprimerie();
    try {
      const organisme = options.get("--organisme");
      // All are looked for before the first is made: a wrong reference leaves nothing half done.
      const chez = await Promise.all(references.map((r) => trouver(maison, r, organisme)));
      for (const [i, reference] of references.entries()) {
        const fabrique = {
          maison,
          auteur: auteurDeCommande(chez[i]!),
          imprimer: imprimerie.imprimer,
          avancer: () => undefined,
        };
        const fait = await produireDossierControle(fabrique, reference, taire);
        if (fait === undefined) throw inconnu(reference);
        await ecrire(chemins[i]!, fait.octets);
        process.stdout.write(raconter(reference, chemins[i]!, fait));
      }
      return 0;
    } finally {
      await imprimerie.fermer();
      await maison.fermer();
    }
  },
};

const inconnu = (reference: string) =>
  new ErreurDeCommande(`Aucun dossier ne porte la référence « ${reference} ».`);

/** The ranks of one dossier mean nothing in another. */
function faitsATaire(option: string | true | undefined, references: readonly string[]): number[] {
  if (typeof option !== "string") return [];
  const rangs = lireRangs(option.split(","));
  if (rangs === null) {
    throw new ErreurDeCommande(
      "--taire attend les numéros des faits à ne pas montrer, par exemple : --taire 3,7",
    );
  }
  if (references.length > 1) {
    throw new ErreurDeCommande("--taire ne vaut que pour un dossier à la fois : les numéros sont les siens.");
  }
  return rangs;
}

async function cheminsDeSortie(sortie: string, references: readonly string[]): Promise<string[]> {
  const dossier = sortie.endsWith("/") || (await estUnDossier(sortie));
  if (dossier) return references.map((r) => join(sortie, `${r}.zip`));
  if (references.length === 1) return [sortie];
  throw new ErreurDeCommande(
    "Pour plusieurs dossiers, -o doit nommer un dossier qui existe : chacun y a son fichier.",
  );
}

async function estUnDossier(chemin: string): Promise<boolean> {
  return (await stat(chemin).catch(() => null))?.isDirectory() === true;
}

async function trouver(
  maison: MaisonOuverte,
  reference: string,
  organisme: string | true | undefined,
): Promise<string> {
  const trouves = await organismesDuDossier(maison, reference);
  const gardes = typeof organisme === "string" ? trouves.filter((id) => id === organisme) : trouves;
  if (gardes.length > 1) {
    throw new ErreurDeCommande(
      `Plusieurs organismes ont un dossier « ${reference} ». Ajoutez --organisme avec l’un de ceux-ci : ${gardes.join(", ")}`,
    );
  }
  const [seul] = gardes;
  if (seul === undefined) throw inconnu(reference);
  return seul;
}

const RAISONS: Readonly<Record<string, string>> = {
  ENOENT: "son dossier n’existe pas",
  ENOTDIR: "son dossier n’existe pas",
  EACCES: "vous n’avez pas le droit d’y écrire",
  EPERM: "vous n’avez pas le droit d’y écrire",
  ENOSPC: "le disque est plein",
  EROFS: "ce disque est en lecture seule",
};

async function ecrire(chemin: string, octets: Uint8Array): Promise<void> {
  try {
    await writeFile(chemin, octets);
  } catch (erreur) {
    const { code = "" } = erreur as NodeJS.ErrnoException;
    throw new ErreurDeCommande(`« ${chemin} » ne peut pas être écrit : ${RAISONS[code] ?? code}.`);
  }
}

function raconter(
  reference: string,
  chemin: string,
  { faits, retenus, manquantes }: DossierDeControle,
): string {
  const manque =
    manquantes.length === 0
      ? "rien ne manque"
      : `ce qui manque est nommé dans l’index : ${manquantes.map((p) => p.libelle).join(" ; ")}`;
  const tus =
    retenus === 0
      ? ""
      : `, dont ${accorder(retenus, "compté")} sans être ${retenus === 1 ? "montré" : "montrés"}`;
  const combien = `${accorder(faits, "fait")}${tus}`;
  return `${reference} : ${combien}, ${manque}.\n  ${chemin}\n`;
}
