import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { BILAN } from "../../src/law/bilan-exemple.ts";
import { clesDuJournal } from "../../src/usecases/cles/cles-du-journal.ts";
import { tournerSignature } from "../../src/usecases/cles/tourner-signature.ts";
import { tournerEnveloppes } from "../../src/usecases/destruction/tourner-les-cles.ts";
import type { Maison } from "../../src/usecases/maison.ts";
import { releverSauvegarde } from "../../src/usecases/sauvegarde/relire.ts";
import { sauvegarder } from "../../src/usecases/sauvegarde/sauvegarder.ts";
import { sceauDeLOrganisme } from "../../src/usecases/sceau/sceau-de-l-organisme.ts";
import type { Sujet, Voie } from "./voies.ts";

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

/** The usages whose older outer keys a turn destroys. */
const TOURNEES = ["contenu", "preuve", "sceau"] as const;
const sceauDe = (maison: Maison, organismeId: string) =>
  sceauDeLOrganisme(maison, organismeId, BILAN.organisme);

/** Whatever is cut, the older outer keys are gone once it is done again, and all that lives opens, the seal included. */
const enveloppes: Voie = {
  nom: "clés extérieures tournées",
  preparer: async ({ organismeId }, { maison }) => {
    const { empreinte } = await sceauDe(maison, organismeId);
    return { empreinte, anciennes: { ids: TOURNEES.map((u) => maison.trousseau.externesDe(u).at(-1)!) } };
  },
  agir: async (_, { maison }, sujet) => {
    if (anciennesDe(sujet).every((id) => maison.trousseau.estDetruite(id))) return;
    if ((await tournerEnveloppes(maison)) === undefined) throw new Error("another process is at it");
  },
  effet: async ({ organismeId }, { maison }, sujet) => {
    const enUsage = TOURNEES.map((u) => maison.trousseau.externesDe(u).length);
    if (enUsage.some((n) => n < 1 || n > 2)) throw new Error(`${enUsage.join()} outer keys`);
    const { empreinte } = await sceauDe(maison, organismeId);
    if (empreinte !== sujet.empreinte) throw new Error("another seal");
    return anciennesDe(sujet).every((id) => maison.trousseau.estDetruite(id)) ? 1 : 0;
  },
};

const anciennesDe = ({ anciennes }: Sujet): readonly string[] =>
  (anciennes as Readonly<Record<string, readonly string[]>>).ids!;

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
