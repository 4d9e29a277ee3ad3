import { panneDe } from "../store/pannes.ts";
import { type Commande, ErreurDeCommande, lireArguments } from "./commande.ts";
import { controler } from "./commandes/controler.ts";
import { regles } from "./commandes/regles.ts";
import { phraseDErreur } from "./phrase-d-erreur.ts";

/** `mots`: how many words it takes at most; without it the command judges its own words. */
interface Entree {
  options: string[];
  mots?: number;
  charger: () => Promise<Commande>;
}

const COMMANDES: Record<string, Entree> = {
  controler: { options: ["--au", "--json"], charger: async () => controler },
  verifier: {
    options: ["--cle", "--json"],
    mots: 1,
    charger: async () => (await import("./commandes/verifier.ts")).verifier,
  },
  preuve: {
    options: ["-o", "--taire", "--organisme"],
    charger: async () => (await import("./commandes/preuve.ts")).preuve,
  },
  journal: {
    options: ["--organisme"],
    charger: async () => (await import("./commandes/journal.ts")).journal,
  },
  dossiers: {
    options: ["--json"],
    mots: 0,
    charger: async () => (await import("./commandes/dossiers.ts")).dossiers,
  },
  organisme: { options: [], charger: async () => (await import("./commandes/organisme.ts")).organisme },
  cles: {
    options: ["--organisme", "--phrase"],
    charger: async () => (await import("./commandes/cles.ts")).cles,
  },
  sauvegarder: {
    options: [],
    charger: async () => (await import("./commandes/sauvegarder.ts")).sauvegarder,
  },
  restaurer: { options: [], charger: async () => (await import("./commandes/restaurer.ts")).restaurer },
  exporter: {
    options: ["--organisme", "-o", "--phrase", "--destinataire"],
    mots: 0,
    charger: async () => (await import("./commandes/exporter.ts")).exporter,
  },
  importer: {
    options: ["--phrase", "--cle-age"],
    charger: async () => (await import("./commandes/importer.ts")).importer,
  },
  demo: {
    options: ["--dossiers", "--graine"],
    mots: 0,
    charger: async () => (await import("./commandes/demo.ts")).demo,
  },
  servir: { options: [], mots: 0, charger: async () => (await import("./commandes/servir.ts")).servir },
  bench: {
    options: ["--json", "--ecrire"],
    charger: async () => (await import("./commandes/bench.ts")).bench,
  },
  matrice: {
    options: ["--json"],
    mots: 0,
    charger: async () => (await import("./commandes/matrice.ts")).matrice,
  },
  exercice: {
    options: ["--json"],
    mots: 0,
    charger: async () => (await import("./commandes/exercice.ts")).exercice,
  },
  doutes: {
    options: ["--nuit", "--json", "--ecrire"],
    mots: 0,
    charger: async () => (await import("./commandes/doutes.ts")).doutes,
  },
  regles: { options: ["--au", "--json"], mots: 0, charger: async () => regles },
};

const AIDE = ["--help", "-h"];

async function aideDe({ charger }: Entree): Promise<string> {
  const { usage, aide } = await charger();
  return `  npx probant ${usage}\n      ${aide}`;
}

async function aide(): Promise<string> {
  const lignes: string[] = [];
  for (const entree of Object.values(COMMANDES)) lignes.push(await aideDe(entree));
  return `Probant, le dossier du bilan de compétences et sa preuve.\n\n${lignes.join("\n")}\n`;
}

async function lancer(argv: string[]): Promise<number> {
  const [nom, ...reste] = argv;
  if (nom === undefined || nom === "aide" || AIDE.includes(nom)) {
    process.stdout.write(await aide());
    return 0;
  }
  const entree = COMMANDES[nom];
  if (entree === undefined)
    throw new ErreurDeCommande(`La commande « ${nom} » n’existe pas. Voyez : npx probant aide`);
  if (reste.some((mot) => AIDE.includes(mot))) {
    process.stdout.write(`${await aideDe(entree)}\n`);
    return 0;
  }
  const args = lireArguments(reste, entree.options);
  const commande = await entree.charger();
  // A word left unread is a file that someone believes was judged.
  const deTrop = args.mots[entree.mots ?? args.mots.length];
  if (deTrop !== undefined) {
    throw new ErreurDeCommande(`« ${deTrop} » est de trop. Écrivez : npx probant ${commande.usage}`);
  }
  return commande.executer(args);
}

// A reader that left (`| head`) only ends the reading: the command still finishes, with its own exit code.
process.stdout.on("error", (erreur: NodeJS.ErrnoException) => {
  if (erreur.code !== "EPIPE") throw erreur;
});

try {
  process.exitCode = await lancer(process.argv.slice(2));
} catch (erreur) {
  process.stderr.write(`${phraseDErreur(erreur, panneDe(erreur))}\n`);
  process.exitCode = 2;
}
