import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bytesOf } from "../../tests/evidence/octets.ts";
import { hasherNode as h } from "../verifier/hasher-node.ts";
import { hex } from "./bytes.ts";
import {
  completeSubtrees,
  consistencyProof,
  Frontier,
  inclusionProof,
  leafHash,
  rangesOfLeaves,
  rangesOfNodes,
  rootOf,
  verifierFeuilles,
  verifyConsistency,
  verifyInclusion,
} from "./merkle.ts";

// The eight leaves, roots and proofs that the Certificate Transparency project publishes for RFC 6962.
const FEUILLES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657"].concat(
  "606162636465666768696a6b6c6d6e6f",
);
const RACINES = [
  "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
  "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
  "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
  "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
  "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const INCLUSIONS: [number, number, string[]][] = [
  [0, 1, []],
  [
    0,
    8,
    [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ],
  ],
  [
    5,
    8,
    [
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  ],
  [2, 3, ["fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"]],
  [
    1,
    5,
    [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
  ],
];
const COHERENCES: [number, number, string[]][] = [
  [1, 1, []],
  [1, 8, INCLUSIONS[1]![2]],
  [
    6,
    8,
    [
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ],
  ],
  [
    2,
    5,
    [
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    ],
  ],
];

const donnees = FEUILLES.map(bytesOf);
const hachees = donnees.map((data) => leafHash(h, data));

function alter(bytes: Uint8Array, bit: number): Uint8Array {
  const other = bytes.slice();
  other[Math.floor(bit / 8) % other.length]! ^= 1 << (bit % 8);
  return other;
}

describe("l’arbre de Merkle (RFC 6962, RFC 9162)", () => {
  it("donne les racines publiées, pour 0 à 8 feuilles", () => {
    for (let n = 0; n <= 8; n++) {
      const frontier = new Frontier(h);
      for (const leaf of hachees.slice(0, n)) frontier.push(leaf);
      expect(hex(rootOf(h, donnees.slice(0, n)))).toBe(RACINES[n]);
      expect(hex(frontier.root())).toBe(RACINES[n]);
      expect(hex(rangesOfLeaves(h, hachees)(0, n))).toBe(RACINES[n]);
    }
  });

  it("donne et accepte les preuves d’inclusion publiées", () => {
    for (const [index, size, attendu] of INCLUSIONS) {
      const path = inclusionProof(rangesOfLeaves(h, hachees), index, size);
      expect(path.map(hex)).toEqual(attendu);
      expect(verifyInclusion(h, index, size, hachees[index]!, path, bytesOf(RACINES[size]!))).toBe(true);
    }
  });

  it("donne et accepte les preuves de cohérence publiées", () => {
    for (const [older, newer, attendu] of COHERENCES) {
      const proof = consistencyProof(rangesOfLeaves(h, hachees), older, newer);
      expect(proof.map(hex)).toEqual(attendu);
      const ancien = { size: older, root: bytesOf(RACINES[older]!) };
      const nouveau = { size: newer, root: bytesOf(RACINES[newer]!) };
      expect(verifyConsistency(h, ancien, nouveau, proof)).toBe(true);
    }
  });

  it("prouve chaque feuille et chaque ancienne taille, jusqu’à 65 feuilles, et refuse la place d’à côté", () => {
    const feuilles = Array.from({ length: 65 }, (_, i) => leafHash(h, Uint8Array.of(i)));
    const ranges = rangesOfLeaves(h, feuilles);
    for (let size = 1; size <= 65; size++) {
      const root = ranges(0, size);
      for (let index = 0; index < size; index++) {
        const path = inclusionProof(ranges, index, size);
        expect(verifyInclusion(h, index, size, feuilles[index]!, path, root)).toBe(true);
        expect(verifyInclusion(h, index + 1, size, feuilles[index]!, path, root)).toBe(false);
        const proof = consistencyProof(ranges, index, size);
        const older = { size: index, root: ranges(0, index) };
        expect(verifyConsistency(h, older, { size, root }, proof)).toBe(true);
        expect(verifyConsistency(h, { ...older, root: feuilles[0]! }, { size, root }, proof)).toBe(
          index === 1,
        );
      }
    }
  });

  it("refuse toute preuve dont un bit, la longueur, la place ou la taille change", () => {
    const entier = fc.integer({ min: 2, max: 300 });
    fc.assert(
      fc.property(entier, fc.nat(), fc.nat(), fc.nat(), (size, i, bit, which) => {
        const feuilles = Array.from({ length: size }, (_, k) => leafHash(h, Uint8Array.of(k & 255, k >> 8)));
        const ranges = rangesOfLeaves(h, feuilles);
        const index = i % size;
        const root = ranges(0, size);
        const leaf = feuilles[index]!;
        const path = inclusionProof(ranges, index, size);
        const faux = path.map((hash, k) => (k === which % path.length ? alter(hash, bit) : hash));
        expect(verifyInclusion(h, index, size, leaf, path, root)).toBe(true);
        expect(verifyInclusion(h, index, size, leaf, faux, root)).toBe(false);
        expect(verifyInclusion(h, index, size, alter(leaf, bit), path, root)).toBe(false);
        expect(verifyInclusion(h, index, size, leaf, path, alter(root, bit))).toBe(false);
        expect(verifyInclusion(h, index, size, leaf, path.slice(1), root)).toBe(false);
        expect(verifyInclusion(h, index, size, leaf, [...path, leaf], root)).toBe(false);
        expect(verifyInclusion(h, size, size, leaf, path, root)).toBe(false);
        const older = { size: index + 1, root: ranges(0, index + 1) };
        const proof = consistencyProof(ranges, older.size, size);
        expect(verifyConsistency(h, older, { size, root }, proof)).toBe(true);
        expect(verifyConsistency(h, older, { size, root }, [...proof, leaf])).toBe(false);
        expect(verifyConsistency(h, { ...older, root: alter(older.root, bit) }, { size, root }, proof)).toBe(
          false,
        );
        if (proof.length === 0) return;
        const fausse = proof.map((hash, k) => (k === which % proof.length ? alter(hash, bit) : hash));
        expect(verifyConsistency(h, older, { size, root }, fausse)).toBe(false);
        expect(verifyConsistency(h, older, { size, root }, proof.slice(1))).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it("prouve depuis des nœuds conservés comme depuis les feuilles", () => {
    const nodes = new Map<string, Uint8Array>();
    const frontier = new Frontier(h);
    const feuilles = Array.from({ length: 100 }, (_, i) => leafHash(h, Uint8Array.of(i)));
    for (const leaf of feuilles)
      frontier.push(leaf, (level, index, hash) => nodes.set(`${level}/${index}`, hash));
    const stored = rangesOfNodes(h, ({ level, index }) => nodes.get(`${level}/${index}`));
    const memory = rangesOfLeaves(h, feuilles);
    for (let index = 0; index < 100; index += 7) {
      expect(inclusionProof(stored, index, 100)).toEqual(inclusionProof(memory, index, 100));
      expect(consistencyProof(stored, index, 100)).toEqual(consistencyProof(memory, index, 100));
    }
    expect(completeSubtrees(0, 100).map(({ level }) => level)).toEqual([6, 5, 2]);
    nodes.delete("5/2");
    expect(() => stored(0, 100)).toThrow("Une empreinte manque dans l’arbre");
  });

  it("reprend une bordure écrite et refuse celle d’une autre taille", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 50 }), (avant, apres) => {
        const feuilles = Array.from({ length: avant + apres }, (_, i) => leafHash(h, Uint8Array.of(i)));
        const frontier = new Frontier(h);
        for (const leaf of feuilles.slice(0, avant)) frontier.push(leaf);
        const reprise = Frontier.fromBytes(h, avant, frontier.toBytes());
        for (const leaf of feuilles.slice(avant)) reprise.push(leaf);
        expect(reprise.size).toBe(avant + apres);
        expect(reprise.root()).toEqual(rangesOfLeaves(h, feuilles)(0, feuilles.length));
      }),
      { numRuns: 50 },
    );
    const trois = Frontier.fromBytes(h, 3, new Uint8Array(64));
    expect(() => Frontier.fromBytes(h, 4, trois.toBytes())).toThrow(
      "La bordure ne correspond pas à la taille",
    );
    expect(() => Frontier.fromBytes(h, 1, new Uint8Array(33))).toThrow("suite d’empreintes de 32 octets");
  });

  it("compte au-delà de 2³² feuilles", () => {
    const size = 2 ** 40 + 5;
    const nodes = rangesOfNodes(h, ({ level, index }) =>
      h.sha256(bytesOf((level + index * 64).toString(16).padStart(16, "0"))),
    );
    const path = inclusionProof(nodes, 2 ** 39, size);
    // The made-up subtree roots do not fit together, but lengths and positions do: 40 levels, one more for the tail.
    expect(path).toHaveLength(41);
  });

  it("vérifie une suite de feuilles contre sa racine", () => {
    expect(verifierFeuilles(h, donnees, bytesOf(RACINES[8]!))).toBe(true);
    expect(verifierFeuilles(h, donnees.slice(1), bytesOf(RACINES[8]!))).toBe(false);
    expect(verifierFeuilles(h, [...donnees].reverse(), bytesOf(RACINES[8]!))).toBe(false);
  });
});
