import { hash, randomBytes } from "node:crypto";
import { utf8 } from "../../src/evidence/bytes.ts";
import { rootOf, verifierFeuilles } from "../../src/evidence/merkle.ts";
import { formatTete } from "../../src/evidence/tete-dossier.ts";
import { hasherNode } from "../../src/verifier/hasher-node.ts";
import { chronometrer, entrelacer, mediane, rapport } from "../entrelacer.ts";
import { conclure, type Ligne } from "../ligne.ts";

/**
 * Checking the leaves of a log against its root. The rival makes the same SHA-256 calls, n leaves and n − 1 nodes of the
 * same lengths, in a bare loop that keeps nothing: `crypto.hash("sha256", data, "binary")`, the fastest call of Node.
 */
export const verifierUnJournal: Ligne = {
  id: "verifier",
  mesurer: async (echelle) => {
    const [n, tours] = echelle === "reelle" ? [200_000, 9] : [100, 2];
    const feuilles = Array.from({ length: n }, (_, i) =>
      utf8(formatTete({ dossierId: `dossier-${i}`, taille: 1 + (i % 60), racine: randomBytes(32) })),
    );
    const racine = rootOf(hasherNode, feuilles);
    const serie = await entrelacer(
      { tours },
      () =>
        chronometrer(() => {
          if (!verifierFeuilles(hasherNode, feuilles, racine)) throw new Error("the log was refused");
        }),
      () => chronometrer(() => boucleNue(feuilles)),
    );
    const [a, b] = [n / mediane(serie.ours), n / mediane(serie.rival)];
    const what =
      'Verifying a log of 200,000 heads, against the same SHA-256 calls, crypto.hash("sha256", data, "binary"), in a bare loop (leaves per ms; times the speed)';
    return [
      conclure({ id: "verifier", what, ours: a, rival: b, ratio: 1 / rapport(serie), floor: 0.5, aim: 0.9 }),
    ];
  },
};

function boucleNue(feuilles: readonly Uint8Array[]): void {
  const noeud = new Uint8Array(65);
  let feuille = new Uint8Array(0);
  for (const donnees of feuilles) {
    if (feuille.length !== donnees.length + 1) feuille = new Uint8Array(donnees.length + 1);
    hash("sha256", feuille, "binary");
  }
  for (let i = 1; i < feuilles.length; i += 1) hash("sha256", noeud, "binary");
}
