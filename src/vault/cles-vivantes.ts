import { open } from "node:fs/promises";
import { z } from "zod";
import { CLASSES, type CleEnveloppee } from "./cles-dossier.ts";
import { ecrireDUnCoup } from "./ecrire-d-un-coup.ts";

/**
 * The wrapped keys of the dossiers that live, beside the keyring. A backup holds wrappings whose outer key may be
 * destroyed since: after a restore the keys come from here, and what was destroyed is not here.
 */
export interface CleVivante extends CleEnveloppee {
  organismeId: string;
  dossierId: string;
}

const sLigne = z.tuple([z.uuid(), z.uuid(), z.enum(CLASSES), z.string(), z.base64()]);

/** Writes them whole, batch by batch. */
export async function ecrireClesVivantes(
  chemin: string,
  lots: AsyncIterable<readonly CleVivante[]>,
): Promise<void> {
  await ecrireDUnCoup(chemin, async (fichier) => {
    for await (const lot of lots) {
      const lignes = lot.map((c) =>
        JSON.stringify([
          c.organismeId,
          c.dossierId,
          c.classe,
          c.cleExterne,
          c.enveloppe.toString("base64"),
        ] satisfies z.input<typeof sLigne>),
      );
      await fichier.writeFile(`${lignes.join("\n")}\n`);
    }
  });
}

/** Reads them one by one; throws on a line that is none. */
export async function* lireClesVivantes(chemin: string): AsyncGenerator<CleVivante> {
  const fichier = await open(chemin, "r");
  try {
    for await (const texte of fichier.readLines()) {
      if (texte === "") continue;
      const [organismeId, dossierId, classe, cleExterne, enveloppe] = sLigne.parse(JSON.parse(texte));
      yield { organismeId, dossierId, classe, cleExterne, enveloppe: Buffer.from(enveloppe, "base64") };
    }
  } finally {
    await fichier.close();
  }
}
