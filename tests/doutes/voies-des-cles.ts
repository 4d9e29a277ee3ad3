import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { clesDuJournal } from "../../src/usecases/cles/cles-du-journal.ts";
import { tournerSignature } from "../../src/usecases/cles/tourner-signature.ts";
import { tournerEnveloppes } from "../../src/usecases/destruction/tourner-les-cles.ts";
import { releverSauvegarde } from "../../src/usecases/sauvegarde/relire.ts";
import { sauvegarder } from "../../src/usecases/sauvegarde/sauvegarder.ts";
import type { Voie } from "./voies.ts";

const sauvegarde: Voie = {
  nom: "sauvegarde",
  preparer: async ({ dossier }) => ({ chemin: join(dossier, `${randomUUID()}.sauvegarde`) }),
  agir: async (_, { maison }, { chemin }) => {
    // A file of that name is whole: there is nothing to do again.
    if (!existsSync(String(chemin))) await sauvegarder(maison, String(chemin), () => undefined);
  },
  effet: async (_, { maison }, { chemin }) => {
    if (!existsSync(String(chemin))) return 0;
    const { fins } = await releverSauvegarde(maison.trousseau, String(chemin));
    if (fins.length === 0) throw new Error("a backup without a table");
    return 1;
  },
};

/** Whatever is cut, one outer key of each class is in use once it is done again, and all that lives opens. */
const enveloppes: Voie = {
  nom: "clés extérieures tournées",
  preparer: async (_, { maison }) => ({ ancienne: maison.trousseau.externesDe("contenu").at(-1)! }),
  agir: async (_, { maison }, { ancienne }) => {
    if (maison.trousseau.estDetruite(String(ancienne))) {
      // Its turn was made; that of the proofs may have been cut.
      if (maison.trousseau.externesDe("preuve").length === 1) return;
    }
    if ((await tournerEnveloppes(maison)) === undefined) throw new Error("another process is at it");
  },
  effet: async (_, { maison }, { ancienne }) => {
    const enUsage = (["contenu", "preuve"] as const).map((c) => maison.trousseau.externesDe(c).length);
    if (enUsage.some((n) => n < 1 || n > 2)) throw new Error(`${enUsage.join()} outer keys`);
    return maison.trousseau.estDetruite(String(ancienne)) ? 1 : 0;
  },
};

const passation: Voie = {
  nom: "clé de signature tournée",
  preparer: async ({ organismeId }, { maison }) => ({
    empreinte: (await clesDuJournal(maison, { organismeId }))[0]!.empreinte,
    deja: maison.trousseau.passations(organismeId).length,
  }),
  agir: async ({ organismeId }, { maison }, { empreinte }) => {
    const fait = await tournerSignature(maison, organismeId, String(empreinte));
    if (!fait) throw new Error("another process is at it");
  },
  effet: async ({ organismeId }, { maison }, { deja }) =>
    maison.trousseau.passations(organismeId).length - Number(deja),
};

export const VOIES_DES_CLES: readonly Voie[] = [sauvegarde, enveloppes, passation];
