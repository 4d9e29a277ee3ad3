// Runs on any Node ≥ 20, before anything is installed: nothing but Node's own modules here.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { racine, trouverNoeud } from "../bin/noeud.mjs";

const marque = join(racine, "node_modules", ".probant-installe");

function empreinte() {
  return createHash("sha256")
    .update(readFileSync(join(racine, "package-lock.json")))
    .digest("hex");
}

function fini(commande, resultat) {
  if (resultat.status === 0) return;
  process.stderr.write(`« ${commande} » n’a pas abouti. Relancez-la pour lire pourquoi.\n`);
  process.exit(2);
}

/** Installs exactly what the lock file says, when it is not there yet. */
export function installerPaquets() {
  if (existsSync(marque) && readFileSync(marque, "utf8") === empreinte() && trouverNoeud() !== undefined)
    return;
  process.stderr.write("Installation des paquets, une seule fois…\n");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  fini(
    "npm ci",
    spawnSync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
      cwd: racine,
      stdio: ["ignore", "ignore", "inherit"],
      shell: process.platform === "win32",
    }),
  );
  writeFileSync(marque, empreinte());
}

const present = (programme) => spawnSync("sh", ["-c", `command -v ${programme}`]).status === 0;

/** Programs that the tests hold our files against, and the Debian package of each. */
const OUTILS = [
  { paquet: "chromium", la: () => existsSync("/usr/bin/chromium") },
  { paquet: "qpdf", la: () => present("qpdf") },
  { paquet: "poppler-utils", la: () => present("pdftotext") },
  { paquet: "libnss3-tools", la: () => present("certutil") },
  {
    paquet: "postgresql",
    la: () => spawnSync("sh", ["-c", "ls /usr/lib/postgresql/*/bin/initdb"]).status === 0,
  },
  { paquet: "golang-go", la: () => present("go") },
  { paquet: "golang-golang-x-mod-dev", la: () => existsSync("/usr/share/gocode/src/golang.org/x/mod") },
  { paquet: "jq", la: () => present("jq") },
  { paquet: "unzip", la: () => present("unzip") },
  { paquet: "openssl", la: () => present("openssl") },
  { paquet: "file", la: () => present("file") },
  { paquet: "pgbouncer", la: () => present("pgbouncer") || existsSync("/usr/sbin/pgbouncer") },
  { paquet: "python3", la: () => present("python3") },
  { paquet: "libxml2-utils", la: () => present("xmllint") },
];

/** Installs the tools of the tests where that is allowed; elsewhere says the one command to run. */
export function installerOutils() {
  const manquants = OUTILS.filter((o) => !o.la()).map((o) => o.paquet);
  if (manquants.length === 0) return;
  const commande = `apt-get install -y --no-install-recommends ${manquants.join(" ")}`;
  if (process.getuid?.() !== 0 || !present("apt-get")) {
    process.stderr.write(
      `Les tests ont besoin de : ${manquants.join(", ")}.\nLancez d’abord : sudo ${commande}\n`,
    );
    process.exit(2);
  }
  process.stderr.write(`Installation de ${manquants.join(", ")}…\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  fini(
    "apt-get update",
    spawnSync("apt-get", ["update", "-qq"], { stdio: ["ignore", "ignore", "inherit"], env }),
  );
  fini(commande, spawnSync("sh", ["-c", commande], { stdio: ["ignore", "ignore", "inherit"], env }));
}
