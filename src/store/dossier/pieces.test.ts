import { createHash, randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { ouvrirBaseDeTest, ouvrirOrganisme } from "../../../tests/harness/base.ts";
import { ecrireDossier } from "../../../tests/harness/ecritures.ts";
import { transaction } from "../connexion.ts";
import { ecrirePiece, lirePiece, listerPieces } from "./pieces.ts";

test("une pièce se retrouve à l’octet, et la liste n’en charge pas les octets", async () => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await ouvrirOrganisme(base);
  const octets = Uint8Array.from({ length: 70_000 }, (_, i) => i % 256);
  const piece = {
    id: randomUUID(),
    nature: "feuille_emargement",
    classe: "preuve",
    nom: "émargement n° 1.pdf",
    typeMedia: "application/pdf",
    empreinte: createHash("sha256").update(octets).digest(),
    octets,
  } as const;
  await transaction(base, organismeId, async (tx) => {
    const dossierId = await ecrireDossier(tx);
    await ecrirePiece(tx, { dossierId, ...piece });
    const [fiche, ...autres] = await listerPieces(tx, dossierId);
    expect(autres).toEqual([]);
    expect(fiche).toMatchObject({ nom: piece.nom, taille: 70_000, classe: "preuve" });
    expect(fiche).not.toHaveProperty("octets");
    const lue = await lirePiece(tx, dossierId, piece.id);
    expect(Buffer.compare(lue!.octets, octets)).toBe(0);
    expect(await lirePiece(tx, dossierId, randomUUID())).toBeUndefined();
  });
});

test("une pièce d’un dossier qui n’existe pas est refusée", async () => {
  const base = await ouvrirBaseDeTest();
  const organismeId = await ouvrirOrganisme(base);
  const piece = {
    id: randomUUID(),
    nature: "devis",
    classe: "preuve",
    nom: "devis.pdf",
    typeMedia: "application/pdf",
    empreinte: Buffer.alloc(32),
    octets: new Uint8Array(1),
  } as const;
  const tentative = transaction(base, organismeId, (tx) =>
    ecrirePiece(tx, { dossierId: randomUUID(), ...piece }),
  );
  await expect(tentative).rejects.toMatchObject({ code: "23503" });
});
