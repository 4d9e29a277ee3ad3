import { formatJour } from "../values/dates-fr.ts";
import type { Jour } from "../values/jour.ts";

/** Which bilans a sample is drawn among, in the words of the page and of the paper. */
export function regleDePopulation({ du, au }: { du: Jour; au: Jour }): string {
  return `Tous les bilans commencés le ${formatJour(au)} ou avant, et pas finis avant le ${formatJour(du)}.`;
}

/** The file of the references: its fingerprint is printed, so every door gives these very bytes. */
export function listeDesReferences(population: readonly string[]): string {
  return `${population.join("\n")}\n`;
}

/**
 * The lines of a shell that draw the sample again from `references.txt`: its fingerprint first, then each drawn
 * reference after its own. A seed has letters, digits, spaces and hyphens alone: the quotes hold it.
 */
export function recetteDuTirage({ graine, taille }: { graine: string; taille: number }): string[] {
  return [
    `GRAINE='${graine}'`,
    "sha256sum references.txt",
    "while read -r r; do",
    `  printf '%s %s\\n' "$(printf '%s %s' "$GRAINE" "$r" | sha256sum | cut -c1-64)" "$r"`,
    `done < references.txt | LC_ALL=C sort | head -n ${taille}`,
  ];
}
