import { resolve } from "node:path";
import { lireConfig } from "../../config.ts";
import { type MaisonOuverte, ouvrirMaison } from "../../main/ouvrir-maison.ts";
import { exporterOrganisme } from "../../usecases/export/exporter.ts";
import { accorder } from "../../values/accorder.ts";
import { estDestinataire, type PourQui } from "../../vault/fichier-age.ts";
import { type Commande, ErreurDeCommande } from "../commande.ts";
import { organismesChoisis } from "../organismes-choisis.ts";
import { demanderPhrase } from "../phrase-secrete.ts";
import { direSecondes, direTaille, progression } from "../progression.ts";
import { racine } from "../racine.ts";

/** Writes all of one organisation into one closed file, in an open format. */
export const exporter: Commande = {
  usage: "exporter -o FICHIER [--organisme ID] [--phrase FICHIER | --destinataire AGE1…]",
  aide: "écrit tout un organisme dans un fichier fermé, au format ouvert (age, zip, JSON), pour l’importer ailleurs",
  executer: async ({ mots, options }) => {
    const [sortie, phrase, destinataire] = ["-o", "--phrase", "--destinataire"].map((o) => options.get(o));
    if (mots.length > 0 || typeof sortie !== "string") {
      throw new ErreurDeCommande("Indiquez le fichier à écrire : npx probant exporter -o FICHIER");
    }
    if (phrase !== undefined && destinataire !== undefined) {
      throw new ErreurDeCommande(
        "Choisissez : une phrase secrète (--phrase) ou un destinataire (--destinataire).",
      );
    }
    const debut = performance.now();
    const maison = await ouvrirMaison(lireConfig(process.env, racine), "commande");
    try {
      const organismeId = await leSeul(maison, options.get("--organisme"));
      const pour = await pourQui(phrase, destinataire);
      const chemin = resolve(sortie);
      const fait = await exporterOrganisme(maison, organismeId, chemin, pour, progression());
      const contenu = [
        accorder(fait.dossiers, "dossier"),
        accorder(fait.lignes, "ligne"),
        accorder(fait.pieces, "pièce"),
      ].join(", ");
      process.stdout.write(
        `Export écrit${fait.relu ? " et relu" : ""} : ${direTaille(fait.octets)}, ${contenu}, en ${direSecondes(performance.now() - debut)}.\n  ${chemin}\n` +
          "Qui l’ouvre lit l’identité des personnes et peut ouvrir leurs contenus, même détruits plus tard ici.\n" +
          "Détruisez-le dès que l’import est fait, et fermez alors cette installation.\n",
      );
      return 0;
    } finally {
      await maison.fermer();
    }
  },
};

async function pourQui(
  phrase: string | true | undefined,
  destinataire: string | true | undefined,
): Promise<PourQui> {
  if (typeof destinataire !== "string") return { phrase: await demanderPhrase(phrase, "fermer") };
  if (!estDestinataire(destinataire)) {
    throw new ErreurDeCommande(
      "Ce destinataire n’est pas une clé publique de age : elle commence par « age1 ».",
    );
  }
  return { destinataire };
}

async function leSeul(maison: MaisonOuverte, voulu: string | true | undefined): Promise<string> {
  const ids = await organismesChoisis(maison, voulu);
  const [seul] = ids;
  if (seul === undefined) throw new ErreurDeCommande("Aucun organisme n’est encore créé : rien à exporter.");
  if (ids.length === 1) return seul;
  throw new ErreurDeCommande(
    `Il y a plusieurs organismes. Ajoutez --organisme avec l’un de ceux-ci : ${ids.join(", ")}`,
  );
}
