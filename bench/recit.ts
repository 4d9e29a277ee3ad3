import { cpus, totalmem } from "node:os";
import type { Resultat } from "./ligne.ts";

/** Three significant digits: more would be noise. */
const chiffres = (n: number) => Number(n.toPrecision(3)).toLocaleString("en-GB");
const sens = ({ floor, aim }: Resultat) => (aim > floor ? "≥" : "≤");

/** One result in two lines, for a terminal. */
export function direResultat(r: Resultat): string {
  const verdict = r.holds ? "holds" : "FAILS";
  return `${verdict}  ${r.id}: ${chiffres(r.ratio)} ×  (floor ${sens(r)} ${r.floor}, aim ${r.aim}; ours ${chiffres(r.ours)}, rival ${chiffres(r.rival)})\n       ${r.what}\n`;
}

/** The machine in one line, without anything that names it. */
export function direMachine(): string {
  const processeurs = cpus();
  const modele = processeurs[0]?.model.trim() ?? "unknown processor";
  return `${processeurs.length} cores (${modele}), ${Math.round(totalmem() / 1024 ** 3)} GB, ${process.platform} ${process.arch}, Node ${process.version}`;
}

/** `bench/RESULTS.md`: the results of one run, the machine, and how to read them. */
export function ecrireResultats(resultats: readonly Resultat[], le: string, versions: string): string {
  const lignes = resultats.map(
    (r) =>
      `| ${r.id} | ${r.what} | ${chiffres(r.ours)} | ${chiffres(r.rival)} | **${chiffres(r.ratio)}** | ${sens(r)} ${r.floor} | ${r.aim} | ${r.holds ? "yes" : "**no**"} |`,
  );
  return `# Results of the benchmark

Written by \`npm run bench -- --ecrire\` on ${le}.
Machine: ${direMachine()}. ${versions}

| id | what | ours | rival | ratio | floor | aim | holds |
|---|---|---|---|---|---|---|---|
${lignes.join("\n")}

## How to read it

- A line is a ratio of two things measured in the same run, in turn (ours, rival, ours, rival …): the medians of both
  sides are shown, and the ratio is the median of the ratios of neighbours, so that what slows the machine for a while
  slows both. Absolute figures depend on the machine; ratios much less.
- The unit of the two figures and the meaning of the ratio stand at the end of “what”. A ratio must reach its floor when
  the aim lies above it, and must not pass it otherwise; \`npm run bench\` ends with 1 when a line does not hold.
- \`npm run bench -- LINE …\` measures some lines only (\`ecrire\`, \`verifier\`, \`pdf\`, \`page\`, \`grand\`, \`juger\`,
  \`premiere-vue\`, \`application\`, \`sceller\`, \`sauvegarde\`, \`detruire\`); \`--json\` prints \`[{ id, what, ours, rival, ratio, floor, aim, holds }]\`.
- The rivals are meant to be hard: a prepared INSERT into a table like the facts' own, in a transaction of the same
  kind, and nothing else (four tables and a signed log on our side); the fastest SHA-256 call of Node
  with its result thrown away; a browser already open on a page already styled; a route without session, rights or
  row-level security, whose template is the page's own markup without a component or a condition; \`JSON.parse\`;
  one call of AES-GCM that authenticates no place; \`pg_dump\` and \`pg_restore\`, which seal nothing and read nothing back;
  rows deleted, which stay in every copy.
`;
}
