import { createReadStream, statSync } from "node:fs";
import { resolve } from "node:path";
import { ouvrirComptes } from "../../auth/comptes.ts";
import { lireConfig } from "../../config.ts";
import type { MaisonOuverte } from "../../main/ouvrir-maison.ts";
import { importerMaison } from "../../main/remplir-maison.ts";
import { transactionDeLecture } from "../../store/connexion.ts";
import { listerMembres } from "../../store/organisme/membres.ts";
import { tenirLesJournaux } from "../../usecases/journal/signer-journal.ts";
import { verifierLeJournal } from "../../usecases/journal/verifier-le-journal.ts";
import { organismes } from "../../usecases/organisme/les-organismes.ts";
import { accorder } from "../../values/accorder.ts";
import type { Ouvreur } from "../../vault/fichier-age.ts";
import { type Commande, ErreurDeCommande } from "../commande.ts";
import { demanderPhrase, lignesSecretes } from "../phrase-secrete.ts";
import { direSecondes, progression } from "../progression.ts";
import { racine } from "../racine.ts";

/** Puts an exported organisation into an empty installation, and checks its journal. */
export const importer: Commande = {
  usage: "importer FICHIER [--phrase FICHIER | --cle-age FICHIER]",
  aide: "remet un organisme exporté dans une installation vide, avec ses dossiers, ses preuves et son journal",
  executer: async ({ mots, options }) => {
    const [fichier] = mots;
    if (fichier === undefined || mots.length > 1) {
      throw new ErreurDeCommande("Indiquez l’export à remettre : npx probant importer FICHIER");
    }
    const chemin = resolve(fichier);
    if (statSync(chemin, { throwIfNoEntry: false })?.isFile() !== true) {
      throw new ErreurDeCommande(`Le fichier ${chemin} n’existe pas.`);
    }
    const config = lireConfig(process.env, racine);
    const ouvreur = await ceQuiOuvre(options.get("--phrase"), options.get("--cle-age"));
    const debut = performance.now();
    const maison = await importerMaison(config, () => createReadStream(chemin), ouvreur, progression());
    try {
      await tenirLesJournaux(maison);
      const organismeId = (await organismes(maison))[0]!;
      const { dossiers, faits, constats } = await verifierLeJournal(maison, organismeId);
      process.stdout.write(
        `Organisme importé en ${direSecondes(performance.now() - debut)} : ${accorder(dossiers, "dossier")}, ${accorder(faits, "fait")}.\n`,
      );
      if (constats.length > 0) {
        process.stdout.write(`Le journal ne concorde pas :\n${constats.map((c) => `  ${c}`).join("\n")}\n`);
        return 2;
      }
      process.stdout.write(`Le journal est intact.\n${await commentEntrer(maison, organismeId, config.url)}`);
      return 0;
    } finally {
      await maison.fermer();
    }
  },
};

async function ceQuiOuvre(
  phrase: string | true | undefined,
  cle: string | true | undefined,
): Promise<Ouvreur> {
  if (typeof cle !== "string") return { phrase: await demanderPhrase(phrase, "ouvrir") };
  const identite = (await lignesSecretes(cle)).find((l) => l.startsWith("AGE-SECRET-KEY-"));
  if (identite !== undefined) return { identite };
  throw new ErreurDeCommande(
    "Ce fichier n’a pas de clé de age : une ligne qui commence par AGE-SECRET-KEY-.",
  );
}

/** Passphrases did not come along: somebody who manages the organisation enters first, by a link of the machine. */
async function commentEntrer(maison: MaisonOuverte, organismeId: string, url: string): Promise<string> {
  const membres = await transactionDeLecture(maison.base, organismeId, listerMembres);
  const gerant = membres.find((m) => m.gere && m.depuis !== null && m.fin === null);
  if (gerant === undefined)
    return "Personne ne gère cet organisme : chacun entre par un lien envoyé à son adresse.\n";
  const comptes = ouvrirComptes({ pool: maison.base.pool, secret: maison.trousseau.secretDeSession(), url });
  const jeton = await comptes.creerLien({ usage: "connexion", utilisateurId: gerant.utilisateurId });
  return (
    `Ouvrez l’application (npm start), puis ce lien : il fait entrer qui gère l’organisme, une fois, dans les 15 minutes.\n` +
    `  ${url}/lien/${jeton}\n` +
    "Les autres entrent par un lien envoyé à leur adresse, puis choisissent une phrase.\n"
  );
}
