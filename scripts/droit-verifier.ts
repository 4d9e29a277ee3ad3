import { parseArgs } from "node:util";
import { confronter, estEcart, type Ligne } from "./droit/confronter.ts";
import { lireExport, PAQUET, telechargerExport } from "./droit/export-legi.ts";
import { sourcesCitees } from "./droit/sources-citees.ts";
import { VERSIONS_PLUS_RECENTES } from "./droit/versions-plus-recentes.ts";

const AIDE = `npm run droit:verifier -- [--json] [--paquet NOM@VERSION] [--dans DOSSIER]

Compare les articles du Code du travail que citent les règles et les paramètres avec l’export LEGI publié sur npm.
  --json      la comparaison en JSON
  --paquet    un autre export (par défaut ${PAQUET})
  --dans      un dossier où cet export est déjà installé, au lieu de le télécharger
Sortie : 0 rien à reprendre, 1 au moins un écart, 2 export illisible.`;

function tableau(lignes: readonly Ligne[]): string {
  const colonnes = lignes.map((l) => [l.article, l.etat, l.notre ?? "—", l.detail, l.par.join(" ")]);
  const titres = ["article", "état", "identifiant cité", "détail", "cité par"];
  const largeurs = titres.map((t, i) => Math.max(t.length, ...colonnes.map((c) => c[i]!.length)));
  const ligne = (c: readonly string[]) =>
    c
      .map((x, i) => x.padEnd(largeurs[i]!))
      .join("  ")
      .trimEnd();
  return [ligne(titres), ...colonnes.map(ligne)].join("\n");
}

/** An article cited in two of its versions has two lines and counts once. */
function bilan(lignes: readonly Ligne[]): string {
  const articles = new Set(lignes.map((l) => l.article)).size;
  const nombre = (etat: Ligne["etat"]) => lignes.filter((l) => l.etat === etat).length;
  return (
    `${articles} articles cités, en ${lignes.length} versions : ${nombre("conforme")} conformes, ` +
    `${nombre("version antérieure")} antérieures et dites telles, ${nombre("plus récente, non lue")} dont une version plus récente n’a pas été lue`
  );
}

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    paquet: { type: "string", default: PAQUET },
    dans: { type: "string" },
    aide: { type: "boolean", default: false },
  },
});

async function verifier(): Promise<number> {
  const articles =
    values.dans === undefined ? await telechargerExport(values.paquet) : await lireExport(values.dans);
  const lignes = confronter(await sourcesCitees(), articles, VERSIONS_PLUS_RECENTES);
  const ecarts = lignes.filter(estEcart).length;
  if (values.json) {
    console.log(JSON.stringify({ paquet: values.paquet, articles: articles.size, ecarts, lignes }, null, 2));
  } else {
    console.log(tableau(lignes));
    console.log(`\n${bilan(lignes)}, ${ecarts} à reprendre (${values.paquet}).`);
  }
  return ecarts === 0 ? 0 : 1;
}

if (values.aide) {
  console.log(AIDE);
} else {
  try {
    process.exitCode = await verifier();
  } catch (erreur) {
    console.error(
      `L’export n’a pas pu être lu : ${erreur instanceof Error ? erreur.message : String(erreur)}`,
    );
    process.exitCode = 2;
  }
}
