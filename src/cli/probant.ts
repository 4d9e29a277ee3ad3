import { panneDe } from "../store/pannes.ts";
import { type Commande, ErreurDeCommande, lireArguments } from "./commande.ts";
import { controler } from "./commandes/controler.ts";
import { regles } from "./commandes/regles.ts";
import { phraseDErreur } from "./phrase-d-erreur.ts";

const COMMANDES: Record<string, { options: string[]; charger: () => Promise<Commande> }> = {
  controler: { options: ["--au", "--json"], charger: async () => controler },
  verifier: {
    options: ["--cle", "--json"],
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
  dossiers: { options: ["--json"], charger: async () => (await import("./commandes/dossiers.ts")).dossiers },
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
    charger: async () => (await import("./commandes/exporter.ts")).exporter,
  },
  importer: {
    options: ["--phrase", "--cle-age"],
    charger: async () => (await import("./commandes/importer.ts")).importer,
  },
  demo: {
    options: ["--dossiers", "--graine"],
    charger: async () => (await import("./commandes/demo.ts")).demo,
  },
  servir: { options: [], charger: async () => (await import("./commandes/servir.ts")).servir },
  bench: {
    options: ["--json", "--ecrire"],
    charger: async () => (await import("./commandes/bench.ts")).bench,
  },
  matrice: { options: ["--json"], charger: async () => (await import("./commandes/matrice.ts")).matrice },
  exercice: {
    options: ["--json"],
    charger: async () => (await import("./commandes/exercice.ts")).exercice,
  },
  doutes: {
    options: ["--nuit", "--json", "--ecrire"],
    charger: async () => (await import("./commandes/doutes.ts")).doutes,
  },
  regles: { options: ["--au", "--json"], charger: async () => regles },
};

async function aide(): Promise<string> {
  const lignes: string[] = [];
  for (const { charger } of Object.values(COMMANDES)) {
    const { usage, aide } = await charger();
    lignes.push(`  npx probant ${usage}\n      ${aide}`);
  }
  return `Probant, le dossier du bilan de compétences et sa preuve.\n\n${lignes.join("\n")}\n`;
}

async function lancer(argv: string[]): Promise<number> {
  const [nom, ...reste] = argv;
  if (nom === undefined || nom === "--help" || nom === "-h" || nom === "aide") {
    process.stdout.write(await aide());
    return 0;
  }
  const entree = COMMANDES[nom];
  if (entree === undefined)
    throw new ErreurDeCommande(`La commande « ${nom} » n’existe pas. Voyez : npx probant aide`);
  return (await entree.charger()).executer(lireArguments(reste, entree.options));
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
