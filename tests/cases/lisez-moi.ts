import { formatJourCourt } from "../../src/values/dates-fr.ts";
import { jour } from "../../src/values/jour.ts";
import { jourNaturel, type Paire, question } from "./paire.ts";

const EN_TETE = `# Exemples

Des dossiers entiers, de personnes et d’organismes fictifs. Pour chacune des 22 questions posées à la Caisse des Dépôts et à la
DGEFP le 15 février 2023, au moins une paire : un dossier où la règle n’est pas suivie, et le même où elle l’est. Les deux
fichiers ne diffèrent que par ce point, une ligne par fait :

    diff exemples/Q16-synthese-remise-apres-la-fin.{non-conforme,conforme}.json
    npx probant controler exemples/Q16-synthese-remise-apres-la-fin.non-conforme.json

La commande finit par 1 sur le premier, par 0 sur le second, à partir du jour indiqué et sans date limite.
\`deux-dates.mars-2023.json\` et \`deux-dates.novembre-2026.json\` sont un même bilan à deux dates : le délai entre deux bilans,
le plafond des droits, les heures finançables, la participation et la conservation n’y reçoivent pas le même verdict.

Le schéma de ces fichiers est dans \`schemas/probant-dossier-1.schema.json\`. Ils sont écrits par \`npm run exemples\`.
`;

const ligne = (p: Paire): string =>
  `| ${question(p)} | \`${p.nom}\` | ${p.histoire} ${p.difference} | ${p.regles.join(", ")} | ${formatJourCourt(jour(jourNaturel(p)))} |`;

/** The page that says what each pair tells. */
export function lisezMoi(paires: readonly Paire[]): string {
  return [
    EN_TETE,
    "| Question | Paire | Ce qu’elle raconte | Règles en défaut | Dès le |",
    "|---|---|---|---|---|",
    ...paires.map(ligne),
    "",
  ].join("\n");
}
