import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { direMachine } from "../../bench/recit.ts";
import type { sDoutes } from "../../src/cli/formats/doutes.ts";
import { ouvrirPostgres } from "../../src/store/postgres/ouvrir-postgres.ts";
import { accorder } from "../../src/values/accorder.ts";
import { eprouver } from "./doutes.ts";
import type { Epreuve, Taille } from "./resultat.ts";

type Doutes = ReturnType<typeof sDoutes.parse>;

/** Runs every trial on a throw-away server and prints what was counted; 1 when something went wrong. */
export async function lancerDoutes({
  taille,
  json,
  ecrire,
}: {
  taille: Taille;
  json: boolean;
  ecrire: boolean;
}): Promise<0 | 1> {
  const debut = performance.now();
  const dossier = await mkdtemp(join(tmpdir(), "probant-doutes-"));
  const postgres = await ouvrirPostgres({
    dossierDonnees: join(dossier, "base"),
    journalise: (phrase) => process.stderr.write(`${phrase}\n`),
  });
  try {
    const atelier = { serveur: postgres.poolConfig, dossier };
    const epreuves = await eprouver(atelier, taille, (e) => process.stderr.write(`${direEpreuve(e)}\n`));
    const resultat = rassembler(epreuves, taille, (performance.now() - debut) / 1000);
    if (json) process.stdout.write(`${JSON.stringify(resultat)}\n`);
    else process.stdout.write(`${direResultat(resultat)}\n`);
    if (ecrire) {
      const le = new Date().toISOString().slice(0, 10);
      writeFileSync(new URL("RESULTATS.md", import.meta.url), ecrireResultats(resultat, le));
    }
    return resultat.fautes === 0 ? 0 : 1;
  } finally {
    await postgres.arreter();
    await rm(dossier, { recursive: true });
  }
}

const arrondir = (s: number) => Math.round(s * 10) / 10;
const nombre = (n: number) => n.toLocaleString("fr-FR");

export function rassembler(epreuves: readonly Epreuve[], taille: Taille, dureeS: number): Doutes {
  return {
    taille,
    epreuves: epreuves.map((e) => ({
      ...e,
      comptes: { ...e.comptes },
      fautes: [...e.fautes],
      dureeS: arrondir(e.dureeS),
    })),
    fautes: epreuves.reduce((total, e) => total + e.fautes.length, 0),
    dureeS: arrondir(dureeS),
  };
}

/** The counts whose name is not a word as it stands. */
const NOMS: Readonly<Record<string, string>> = {
  acceptes: "acceptés",
  clesEnveloppees: "clés enveloppées",
  detruits: "détruits",
  dossiersEcrits: "dossiers écrits pendant ce temps",
  echecs: "échecs",
  ecrituresConfirmees: "écritures confirmées à côté",
  faitsRetournes: "faits retournés",
  lignesDites: "lignes dites",
  manoeuvres: "manœuvres",
  motsPoses: "mots posés",
  motsVus: "mots vus",
  refusDeReglage: "réglages refusés",
  reponses: "réponses",
  repriseLaPlusLongueMs: "reprise la plus longue (ms)",
  tourS: "durée du tour (s)",
  vuesParLaTeteGardeeAilleurs: "vues par la seule tête gardée ailleurs",
};
const enMots = (comptes: Epreuve["comptes"]) =>
  Object.entries(comptes)
    .map(([nom, n]) => `${NOMS[nom] ?? nom} ${nombre(n)}`)
    .join(", ");

export function direEpreuve({ id, quoi, comptes, fautes, dureeS }: Epreuve): string {
  const lignes = [
    `${fautes.length === 0 ? "tient" : "CÈDE "}  ${id} : ${quoi} (${nombre(arrondir(dureeS))} s)`,
    `       ${enMots(comptes)}`,
  ];
  return [...lignes, ...fautes.map((f) => `       ${f}`)].join("\n");
}

const direResultat = ({ epreuves, fautes, dureeS }: Doutes) =>
  `${accorder(epreuves.length, "épreuve")}, ${fautes === 0 ? "aucune faute" : accorder(fautes, "faute")}, ${nombre(dureeS)} s.`;

/** `tests/doutes/RESULTATS.md`: what one run counted, and where. */
export function ecrireResultats({ taille, epreuves, dureeS }: Doutes, le: string): string {
  const commande = taille === "nuit" ? "npm run doutes -- --nuit --ecrire" : "npm run doutes -- --ecrire";
  const rangees = epreuves.map(({ id, quoi, comptes, fautes, dureeS: duree }) => {
    return `| ${id} | ${quoi} | ${enMots(comptes)} | ${fautes.length} | ${nombre(duree)} |`;
  });
  return `# Ce que les épreuves ont compté

Écrit par \`${commande}\` le ${le}, en ${nombre(dureeS)} s.
Machine : ${direMachine()}.

| épreuve | ce qui est fait | comptes | fautes | s |
|---|---|---|---|---|
${rangees.join("\n")}
`;
}
