// `npm test`: everything that CI runs, in the order in which it is cheapest to fail.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { racine, trouverNoeud } from "../bin/noeud.mjs";
import { installerOutils, installerPaquets } from "./installer.mjs";

installerPaquets();
installerOutils();
const noeud = trouverNoeud();
const env = {
  ...process.env,
  PATH: [dirname(noeud), join(racine, "node_modules", ".bin"), process.env.PATH].join(delimiter),
};
const rapports = mkdtempSync(join(tmpdir(), "probant-rapports-"));

function etape(nom, programme, args, plus = {}) {
  process.stdout.write(`\n— ${nom}\n`);
  const { status } = spawnSync(programme, args, {
    cwd: racine,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...env, ...plus },
  });
  return status === 0;
}

function vitest(nom, cibles, plus) {
  const rapport = join(rapports, `${nom.replace(/\W+/g, "-")}.json`);
  const reussi = etape(
    nom,
    "vitest",
    ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${rapport}`, ...cibles],
    plus,
  );
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(rapport, "utf8"));
    return { reussi, passes: numPassedTests, echecs: numFailedTests, rates: testResults.flatMap(ratesDe) };
  } catch {
    return { reussi: false, passes: 0, echecs: 1, rates: [`${nom} : pas de rapport`] };
  }
}

/** What failed in one file of tests: a long run is read from its end. */
function ratesDe({ name, message, assertionResults }) {
  const rates = assertionResults.filter((a) => a.status === "failed");
  if (rates.length === 0) return message ? [`${name}\n${message}`] : [];
  return rates.map((a) => `${name}\n${a.fullName}\n${a.failureMessages.join("\n")}`);
}

const statiques =
  etape("Forme et règles d’écriture", "biome", ["ci", "."]) && etape("Types", "tsc", ["--noEmit", "-p", "."]);
const tests = statiques
  ? [
      // The store is tried on both servers; accounts and flows once, on the machine's.
      vitest(
        "Tous les tests, base de données embarquée",
        ["--exclude=tests/flows/**", "--exclude=src/auth/**"],
        {
          PROBANT_TEST_PG: "embarque",
        },
      ),
      vitest("La base de données de Debian", ["src/store", "src/auth", "tests/flows"], {
        PROBANT_TEST_PG: "machine",
      }),
    ]
  : [{ reussi: false, passes: 0, echecs: 1, rates: [] }];
const somme = (cle) => tests.reduce((total, t) => total + t[cle], 0);
for (const rate of tests.flatMap((t) => t.rates)) process.stdout.write(`\n✗ ${rate}\n`);
process.stdout.write(`\n${somme("passes")} passed, ${somme("echecs")} failed\n`);
process.exit(tests.every((t) => t.reussi) ? 0 : 1);
