import { generateKeyPairSync, sign } from "node:crypto";
import { expect, test } from "vitest";
import { ouvrirBaseDeTest, ouvrirOrganisme } from "../../../tests/harness/base.ts";
import { CLE_JOURNAL, ecrireDossier, signerDeTest } from "../../../tests/harness/ecritures.ts";
import { utf8 } from "../../evidence/bytes.ts";
import { openCheckpoint } from "../../evidence/checkpoint.ts";
import { emptyRoot, leafHash, verifyConsistency, verifyInclusion } from "../../evidence/merkle.ts";
import { parseTete } from "../../evidence/tete-dossier.ts";
import { hasherNode as h } from "../../verifier/hasher-node.ts";
import { transaction } from "../connexion.ts";
import { signerTete } from "./checkpoints.ts";
import { prouverTete } from "./inscription.ts";
import { prouverCoherence, prouverPosition } from "./preuve-journal.ts";
import { sequencer } from "./sequencer.ts";

const TAILLES = 70;

test("chaque entrée de chaque taille jusqu’à 70 se prouve, et chaque taille prolonge les précédentes", async () => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await ouvrirOrganisme(base);
  const racines = [emptyRoot(h)];
  let preuves = 0;
  for (let taille = 1; taille <= TAILLES; taille += 1) {
    await transaction(base, organismeId, async (tx) => {
      const dossierId = await ecrireDossier(tx);
      expect(await sequencer(tx)).toBe(1);
      const checkpoint = await signerTete(tx, CLE_JOURNAL, signerDeTest);
      const { racine } = openCheckpoint(h, checkpoint.texte, CLE_JOURNAL);
      racines.push(racine);
      const feuilles = await tx.db
        .selectFrom("journal_entree")
        .select("feuille")
        .orderBy("position")
        .execute();
      for (let position = 0; position < taille; position += 1) {
        const { index, chemin } = await prouverPosition(tx, position, checkpoint);
        const feuille = leafHash(h, utf8(feuilles[position]!.feuille));
        expect(verifyInclusion(h, index, taille, feuille, chemin, racine)).toBe(true);
        const fausse = leafHash(h, utf8(`${feuilles[position]!.feuille} `));
        expect(verifyInclusion(h, index, taille, fausse, chemin, racine)).toBe(false);
        const ancienne = position + 1;
        const suite = await prouverCoherence(tx, ancienne, taille);
        const [avant, apres] = [racines[ancienne]!, racines[taille]!];
        expect(
          verifyConsistency(h, { size: ancienne, root: avant }, { size: taille, root: apres }, suite),
        ).toBe(true);
        preuves += 2;
      }
      const preuve = await prouverTete(tx, dossierId, 1);
      expect(preuve?.preuve.index).toBe(taille - 1);
      expect(parseTete(preuve!.feuille)).toMatchObject({ dossierId, taille: 1 });
    });
  }
  expect(preuves).toBe(TAILLES * (TAILLES + 1));
}, 120_000);

test("sans tête signée, ou pour une tête plus récente que la signature, il n’y a pas encore de preuve", async () => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await ouvrirOrganisme(base);
  await transaction(base, organismeId, async (tx) => {
    const premier = await ecrireDossier(tx);
    expect(await prouverTete(tx, premier, 1)).toBeUndefined();
    await sequencer(tx);
    await signerTete(tx, CLE_JOURNAL, signerDeTest);
    const second = await ecrireDossier(tx);
    await sequencer(tx);
    expect(await prouverTete(tx, premier, 1)).toMatchObject({ taille: 1, preuve: { index: 0 } });
    expect(await prouverTete(tx, second, 1)).toBeUndefined();
  });
});

test("une tête déjà signée n’est pas signée deux fois", async () => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await ouvrirOrganisme(base);
  const autre = generateKeyPairSync("ed25519").privateKey;
  await transaction(base, organismeId, async (tx) => {
    await ecrireDossier(tx);
    await sequencer(tx);
    const premiere = await signerTete(tx, CLE_JOURNAL, signerDeTest);
    expect(await signerTete(tx, CLE_JOURNAL, (message) => sign(null, message, autre))).toEqual(premiere);
  });
});
