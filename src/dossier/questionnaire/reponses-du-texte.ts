import { QUESTIONS } from "./questions.ts";

/**
 * The answers that one text holds, by question: what `texteDesReponses` wrote is read back whole. What stands under no
 * question, as when a counsellor typed it himself, is in `hors`.
 */
export function reponsesDuTexte(texte: string): { parQuestion: ReadonlyMap<string, string>; hors: string } {
  const lignes = texte.split("\n");
  // Each question in its turn: one that she quotes in an earlier or a later answer is her own words.
  const debuts: { id: string; ligne: number }[] = [];
  for (const { id, question } of QUESTIONS) {
    const depuis = (debuts.at(-1)?.ligne ?? -1) + 1;
    const ligne = lignes.findIndex(
      (l, i) => i >= depuis && l === question && (i === 0 || lignes[i - 1] === ""),
    );
    if (ligne >= 0) debuts.push({ id, ligne });
  }
  const bloc = (de: number, a: number | undefined) => lignes.slice(de, a).join("\n").trim();
  return {
    parQuestion: new Map(
      debuts.map(({ id, ligne }, i): [string, string] => [id, bloc(ligne + 1, debuts[i + 1]?.ligne)]),
    ),
    hors: bloc(0, debuts[0]?.ligne),
  };
}
